import fc from 'fast-check';
import { expect } from 'vitest';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import type { SearchRequest } from '../../src/core/search/found.ts';
import type { Store } from '../../src/db/client.ts';
import { asked, expectFirstPage, expectSame, searched } from '../search/agreement.ts';
import { questionsOn } from '../search/generated-questions.ts';
import { recordsIn } from '../support/store-records.ts';

/** Questions that are under way together, so that the database works while the reference does. */
const LANES = 3;
/** So many differences are told; more are as a rule the same one. */
const TOLD = 5;

interface Asking {
  questions: number;
  seed: number;
  /** Days of which some questions are asked; empty: all are about now. */
  asOf?: readonly string[];
}

/** Asks a store that holds the shipped facts and generated incidents, and looks at every record for each question. */
export async function expectAnswers(store: Store, gazetteer: Gazetteer, { questions, seed, asOf = [] }: Asking) {
  const records = await recordsIn(store.sql);
  const held = searched(store, gazetteer, { ...records, places: [], actors: [], sources: [], statistics: [] });
  const all = fc.sample(questionsOn(gazetteer, records.incidents), { numRuns: questions, seed });
  const wrong: string[] = [];
  let [next, found] = [0, 0];
  const lane = async () => {
    while (next < all.length && wrong.length < TOLD) {
      const n = next++;
      const question = all[n];
      if (!question) return;
      // one in five
      const day = n % 5 === 0 ? (asOf[(n / 5) % asOf.length] ?? null) : null;
      const request: SearchRequest = { question, asOf: day, now: '2024-06-12', offset: 0, limit: 7 };
      try {
        // every page costs a search
        const { right } = await (n % 10 === 0 ? expectSame : expectFirstPage)(held, request);
        if (right.totals.incidents > 0) found++;
      } catch (error) {
        wrong.push(`${error instanceof Error ? error.message : error}\nasked (${n}): ${JSON.stringify(asked(request))}`);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  expect(wrong.join('\n\n')).toBe('');
  // a comparison of nothing with nothing says little
  expect(found).toBeGreaterThan(questions / 4);
}
