import fc from 'fast-check';
import { describe, it } from 'vitest';
import { anyWideQuestion, edited, largeStore } from '../search/a-large-store.ts';
import { expectSame, searched } from '../search/agreement.ts';
import { expectTalliesInStep } from '../search/expect-tallies.ts';
import { land } from '../support/land.ts';
import { changeIncidents, load } from '../support/records.ts';
import { freshStore } from '../support/store.ts';

const INCIDENTS = 10_000;
/** The reference looks at each record for each question: a thousand questions at 100,000 take hours. */
const QUESTIONS = 200;
const PATIENCE_MS = 20 * 60 * 1000;

describe('a search of ten thousand incidents', () => {
  it(
    'finds what looking at every record finds, for two hundred questions, before and after edits',
    async () => {
      const store = await freshStore();
      const before = largeStore(INCIDENTS, 21);
      const { records: after, changed } = edited(before, INCIDENTS / 20, 22);
      const questions = fc.sample(anyWideQuestion, { numRuns: QUESTIONS, seed: 23 });
      const request = { asOf: null, now: '2023-04-01', offset: 0, limit: 7 };
      await load(store.sql, before);
      for (const question of questions.slice(0, QUESTIONS / 2))
        await expectSame(searched(store, land(), before), { ...request, question });
      await changeIncidents(store.sql, changed);
      for (const question of questions.slice(QUESTIONS / 2))
        await expectSame(searched(store, land(), after), { ...request, question });
      await expectTalliesInStep(store);
    },
    PATIENCE_MS,
  );
});
