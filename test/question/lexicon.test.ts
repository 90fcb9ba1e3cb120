import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { LEXICONS } from '../../src/core/question/lexicon/index.ts';
import { pattern } from '../../src/core/question/phrases.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import { fold } from '../../src/core/question/text.ts';

const reader = createQuestionReader(gazetteerFromFiles());
const read = (text: string) => reader.read(text, { now: '2024-06-12' }).question;

/** All wordings in a part of a lexicon. */
const wordings = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordings) : [];
/** Those of one word, each alternative by itself. */
const words = (value: unknown): string[] =>
  wordings(value)
    .filter((wording) => !/[\s{]/u.test(wording))
    .flatMap((wording) => wording.replace(/^\+/u, '').replace(/\?$/u, '').split('|'))
    .map(fold);

/** Words that carry nothing where no recogniser needs them: "how many cases", محافظة beside a name. */
const BOTH = new Set(
  ['cases', 'anything', 'date', 'dates', 'place', 'victims', 'target', 'حدث', 'واقعة', 'حالة', 'حالات', 'آلية', 'قرى', 'تاريخ']
    .concat(['محافظة', 'ناحية', 'منطقة', 'مناطق', 'بلدة', 'بلدات', 'مدينة', 'مدن', 'قرية', 'فيه', 'محل', 'record'])
    .map(fold),
);

describe.each(LEXICONS)('the $language lexicon', (lexicon) => {
  const { events, casualties, objects, grouping, ordering, filters, places } = lexicon;

  test.each(Object.entries(events.tactics))('every single word for %s is read as it', (tactic, forms) => {
    for (const word of words(forms)) expect(read(word), word).toMatchObject({ tactics: [tactic] });
  });

  test('no word stands for two tactics', () => {
    const tactics = new Map<string, string>();
    for (const [tactic, forms] of Object.entries(events.tactics)) {
      for (const word of words(forms)) {
        expect([tactic, undefined], word).toContain(tactics.get(word));
        tactics.set(word, tactic);
      }
    }
  });

  test('a word that means something is no filler', () => {
    const filler = new Set(words(lexicon.small.filler));
    const content = words([
      events,
      casualties.tolls,
      casualties.deadly,
      objects,
      grouping.units.map(([, of]) => of),
      ordering.superlatives.map(([, of]) => of),
      filters.evidence.map(([, of]) => of),
      filters.timeOfDay,
      places.sectors,
    ]);
    expect(content.filter((word) => filler.has(word) && !BOTH.has(word))).toEqual([]);
  });
});

test.each(['a||b', 'an?|a?', 'a|b_c', 'a|{number}'])('the wording %j is refused', (wording) => {
  expect(() => pattern(wording, () => null)).toThrow('a wording has a sign where it means nothing');
});
