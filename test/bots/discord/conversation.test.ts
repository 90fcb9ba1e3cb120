import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { scene } from './bot.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

const QUESTION = 'attacks near Sukhnah in 2023';

describe('people on Discord', () => {
  test('ask by slash command, by mention and in private, and get the same answer', async () => {
    const { channel, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const bySlash = await ana.runs('/ask', { text: QUESTION }, channel);
    const byMention = await ana.says(QUESTION, { in: channel, mention: true });
    const inPrivate = await ana.says(QUESTION);
    expect(bySlash.text).toContain('Sukhnah');
    expect(byMention.text).toBe(bySlash.text);
    expect(inPrivate.text).toBe(bySlash.text);
    expect(bySlash.buttons.length).toBeGreaterThan(0);
    expect(bySlash.forMeAlone).toBe(false);
  });
});
