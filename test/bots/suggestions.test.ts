import { beforeAll, describe, expect, it } from 'vitest';
import { createSuggest, type Suggest, type SuggestionKind } from '../../src/bots/suggestions.ts';
import type { Language } from '../../src/db/schema/vocabulary.ts';
import { coreOfShippedFacts } from '../support/core.ts';

let suggest: Suggest;
beforeAll(async () => {
  suggest = createSuggest(await coreOfShippedFacts());
});

const offered = async (kind: SuggestionKind, typed: string, field = '', language: Language = 'en') =>
  (await suggest(kind, { typed, language, role: 'member', most: 25, given: { field } })).map(({ value }) => value);

describe('while a moderator types a correction', () => {
  it('offers the fields in their language, by any of their words', async () => {
    expect(await offered('edited', '')).toEqual(expect.arrayContaining(['date', 'place', 'attackers', 'killed', 'summary-ar']));
    expect(await offered('edited', '')).not.toContain('status');
    expect(await offered('changed', 'perp')).toEqual(['attackers']);
    expect(await offered('changed', 'قت', '', 'ar')).toEqual(['قتلى']);
  });

  it('offers places, actors, tactics and states as the field takes them, from the one index of names', async () => {
    expect(await offered('value', 'near Sukh', 'place')).toContain('near As-Sukhnah');
    expect(await offered('value', 'قرب السخ', 'المكان', 'ar')).toContain('قرب السخنة');
    expect(await offered('value', 'Liwa al-Q', 'perpetrator')).toContain('Liwa al-Quds');
    expect(await offered('value', 'Sukh', 'attackers')).not.toContain('As-Sukhnah');
    expect(await offered('value', 'ambush, cl', 'tactics')).toEqual(['ambush, clash']);
    expect(await offered('value', 'كم', 'أسلوب', 'ar')).toContain('ambush');
    expect(await offered('value', 'ret', 'status')).toEqual(['retracted']);
    expect(await offered('value', '5', 'killed')).toEqual([]);
  });

  it('offers sources before the colon of an account, and nothing after it', async () => {
    expect((await offered('told', 'Amaq')).every((value) => value.endsWith(':'))).toBe(true);
    expect(await offered('told', 'Amaq')).not.toEqual([]);
    expect(await offered('told', 'Amaq: 5 killed')).toEqual([]);
  });
});
