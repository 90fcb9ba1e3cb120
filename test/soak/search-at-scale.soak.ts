import fc from 'fast-check';
import { describe, it } from 'vitest';
import { generate } from '../../bench/generate/load.ts';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import type { Question } from '../../src/core/question/question.ts';
import type { Store } from '../../src/db/client.ts';
import { openStore } from '../../src/db/open-store.ts';
import { anyWideQuestion, edited, largeStore } from '../search/a-large-store.ts';
import { searched } from '../search/agreement.ts';
import { expectTalliesInStep } from '../search/expect-tallies.ts';
import { questionsOn } from '../search/generated-questions.ts';
import { land } from '../support/land.ts';
import { changeIncidents, load } from '../support/records.ts';
import { factsStore, freshStore } from '../support/store.ts';
import { recordsIn } from '../support/store-records.ts';
import { expectAllSame } from './ask-all.ts';
import { EDITED_ON, edit, importAndWithdraw } from './edits-of-generated.ts';

/** `INCIDENTS=10000 QUESTIONS=200 SEED=7` for a shorter or another run; `STORE=DIR` asks a store that is there and changes nothing in it. */
const { INCIDENTS = '100000', QUESTIONS = '1000', SEED = String(Math.floor(Math.random() * 1e6)), STORE } = process.env;
const [questions, seed] = [Number(QUESTIONS), Number(SEED)];
const EDITS = 600;
const PATIENCE_MS = 30 * 60 * 1000;

const asking = { now: '2024-06-12', offset: 0, limit: 7 };

interface Asking {
  questions: number;
  seed: number;
  /** Days of which one question in five is asked; empty: all are about now. */
  asOf?: readonly string[];
}

/** Of a store of the shipped facts and generated incidents, as it is now. */
async function expectAnswers(store: Store, gazetteer: Gazetteer, { questions, seed, asOf = [] }: Asking) {
  const records = { ...(await recordsIn(store.sql)), places: [], actors: [], sources: [], statistics: [] };
  const all = fc.sample(questionsOn(gazetteer, records.incidents), { numRuns: questions, seed });
  const dayOf = (n: number) => (n % 5 === 1 ? (asOf[((n - 1) / 5) % asOf.length] ?? null) : null);
  const requests = all.map((question, n) => ({ ...asking, question, asOf: dayOf(n) }));
  await expectAllSame(searched(store, gazetteer, records), requests);
}

describe('a search of a hundred thousand incidents', () => {
  it.skipIf(STORE !== undefined)(
    `finds what looking at every record finds, for a thousand questions, before and after edits (seed ${SEED})`,
    async () => {
      const store = await factsStore();
      const gazetteer = await readGazetteer(store);
      await generate(store, gazetteer, Number(INCIDENTS), () => {});
      await expectAnswers(store, gazetteer, { questions: questions / 2, seed });
      await edit(store, gazetteer, EDITS, seed);
      await importAndWithdraw(store, gazetteer, seed);
      await expectAnswers(store, await readGazetteer(store), { questions: questions / 2, seed: seed + 1, asOf: EDITED_ON });
    },
    PATIENCE_MS,
  );

  it.skipIf(STORE === undefined)(
    `finds what looking at every record of ${STORE} finds, for ${QUESTIONS} questions (seed ${SEED})`,
    async () => {
      const store = await openStore({ databaseUrl: undefined, home: STORE ?? '', say: () => {} });
      await expectAnswers(store, await readGazetteer(store), { questions, seed }).finally(() => store.close());
    },
    PATIENCE_MS,
  );
});

const CROWDED = 5_000;

describe.skipIf(STORE !== undefined)('a search of five thousand incidents in a small land', () => {
  it(
    'finds what looking at every record finds, for two hundred questions, before and after edits',
    async () => {
      const store = await freshStore();
      const before = largeStore(CROWDED, 21);
      const { records: after, changed } = edited(before, CROWDED / 20, 22);
      const all = fc.sample(anyWideQuestion, { numRuns: 200, seed: 23 });
      const requests = (some: Question[]) => some.map((question) => ({ ...asking, now: '2023-04-01', asOf: null, question }));
      await load(store.sql, before);
      await expectAllSame(searched(store, land(), before), requests(all.slice(0, 100)));
      await changeIncidents(store.sql, changed);
      await expectAllSame(searched(store, land(), after), requests(all.slice(100)));
      await expectTalliesInStep(store);
    },
    PATIENCE_MS,
  );
});
