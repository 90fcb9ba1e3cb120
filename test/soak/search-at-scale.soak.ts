import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generate } from '../../bench/generate/load.ts';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import { openStore } from '../../src/db/open-store.ts';
import { anyWideQuestion, edited, largeStore } from '../search/a-large-store.ts';
import { expectSame, searched } from '../search/agreement.ts';
import { expectTalliesInStep } from '../search/expect-tallies.ts';
import { land } from '../support/land.ts';
import { changeIncidents, load } from '../support/records.ts';
import { factsStore, freshStore } from '../support/store.ts';
import { expectAnswers } from './answers-of-generated.ts';
import { EDITED_ON, edit, importAndWithdraw } from './edits-of-generated.ts';

/** `INCIDENTS=10000 QUESTIONS=200 SEED=7` for a shorter or another run; `STORE=DIR` asks a store that is there and changes nothing in it. */
const { INCIDENTS = '100000', QUESTIONS = '1000', SEED = String(Math.floor(Math.random() * 1e6)), STORE } = process.env;
const EDITS = 600;
const PATIENCE_MS = 30 * 60 * 1000;

describe('a search of a hundred thousand incidents', () => {
  it(
    `finds what looking at every record finds, for a thousand questions, before and after edits (seed ${SEED})`,
    async () => {
      const [questions, seed] = [Number(QUESTIONS), Number(SEED)];
      if (STORE !== undefined) {
        const store = await openStore({ databaseUrl: undefined, home: STORE, say: () => {} });
        await expectAnswers(store, await readGazetteer(store), { questions, seed }).finally(() => store.close());
        return;
      }
      const store = await factsStore();
      const gazetteer = await readGazetteer(store);
      await generate(store, gazetteer, Number(INCIDENTS), () => {});
      await expectAnswers(store, gazetteer, { questions: questions / 2, seed });
      await edit(store, gazetteer, EDITS, seed);
      await importAndWithdraw(store, gazetteer, seed);
      await expectAnswers(store, await readGazetteer(store), { questions: questions / 2, seed: seed + 1, asOf: EDITED_ON });
      await expectTalliesInStep(store);
    },
    PATIENCE_MS,
  );
});

const CROWDED = 10_000;

describe.skipIf(STORE !== undefined)('a search of ten thousand incidents in a small land', () => {
  it(
    'finds what looking at every record finds, for two hundred questions, before and after edits',
    async () => {
      const store = await freshStore();
      const before = largeStore(CROWDED, 21);
      const { records: after, changed } = edited(before, CROWDED / 20, 22);
      const questions = fc.sample(anyWideQuestion, { numRuns: 200, seed: 23 });
      expect(questions.length).toBe(200);
      const request = { asOf: null, now: '2023-04-01', offset: 0, limit: 7 };
      await load(store.sql, before);
      const [earlier, later] = [searched(store, land(), before), searched(store, land(), after)];
      for (const question of questions.slice(0, 100)) await expectSame(earlier, { ...request, question });
      await changeIncidents(store.sql, changed);
      for (const question of questions.slice(100)) await expectSame(later, { ...request, question });
      await expectTalliesInStep(store);
    },
    PATIENCE_MS,
  );
});
