import fc from 'fast-check';
import { expect } from 'vitest';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { groupingOf } from '../../src/core/search/breakdown.ts';
import type { Found, Row, SearchRequest, TollTotal } from '../../src/core/search/found.ts';
import { search } from '../../src/core/search/search.ts';
import type { Store } from '../../src/db/client.ts';
import { load, type Records } from '../support/records.ts';
import { oneByOne } from '../support/reference/compared.ts';
import type { Reference } from '../support/reference/kept.ts';
import { type Answering, referenceOf } from '../support/reference/reference.ts';
import { anyStore } from './arbitraries.ts';
import { anyAsOf, anyQuestion } from './question-arbitraries.ts';

const NOW = '2023-04-01';

/** A store, and what looking at every record of it says. */
export interface Searched {
  store: Store;
  gazetteer: Gazetteer;
  answering: Answering;
}

export const searched = (store: Store, gazetteer: Gazetteer, records: Records): Searched => ({
  store,
  gazetteer,
  answering: referenceOf(records, gazetteer),
});

/** Random stores, with so many random questions to each: what the database finds is what looking at every record finds. */
export async function expectAgreement(store: Store, gazetteer: Gazetteer, stores: number, questions: number, seed?: number) {
  const anyQuestions = fc.array(fc.tuple(anyQuestion, anyAsOf), { minLength: questions, maxLength: questions });
  await fc.assert(
    fc.asyncProperty(anyStore, anyQuestions, async (records, all) => {
      await load(store.sql, records);
      const held = searched(store, gazetteer, records);
      for (const [question, asOf] of all) {
        const request: SearchRequest = { question, asOf, now: NOW, offset: 0, limit: 7 };
        await expectSame(held, request).catch((error: Error) => {
          throw new Error(`${error.message}\nasked: ${JSON.stringify(asked(request))}`, { cause: error });
        });
      }
    }),
    { numRuns: stores, endOnFailure: true, ...(seed === undefined ? {} : { seed }) },
  );
}

/** Of a long list the first pages stand for all. */
const LONG = 300;
const FIRST_PAGES = 3;

/** All pages that stand for all, and the search once more: the same again. */
export async function expectSame(held: Searched, request: SearchRequest) {
  const first = await expectFirstPage(held, request);
  const { store, gazetteer } = held;
  const pages = [first.found];
  const all = first.found.totals.incidents;
  const most = all > LONG ? FIRST_PAGES : LONG;
  while (pages.length * request.limit < all && pages.length < most) {
    pages.push(await search(store, gazetteer, { ...request, offset: pages.length * request.limit }));
  }
  const listed = pages.flatMap((page) => page.incidents);
  expect(listed.map((one) => one.ref)).toEqual(first.right.refs.slice(0, most * request.limit));
  if (listed.length === all) expectSums(pages);
  expect(await search(store, gazetteer, request)).toEqual(first.found);
  return first;
}

/** Every figure, row and verdict, and the first page. */
export async function expectFirstPage({ store, gazetteer, answering }: Searched, request: SearchRequest) {
  const grouping = groupingOf(request.question, request.now);
  const searching = search(store, gazetteer, request);
  // a failure waits until the reference, which keeps the thread, is through
  searching.catch(() => {});
  const right = answering(request, grouping);
  const found = await searching;
  expect({
    totals: found.totals,
    refs: found.incidents.map((one) => one.ref),
    possible: found.possible.map((one) => [one.ref, one.because]),
    joint: found.jointTolls.map(({ accountId, counted, amongCounted, amongPossible }) => ({
      accountId,
      counted,
      amongCounted,
      amongPossible,
    })),
    compared: found.compared,
    storeVersion: found.storeVersion,
    dataEnds: found.dataEnds,
  }).toEqual({
    totals: right.totals,
    refs: right.refs.slice(request.offset, request.offset + request.limit),
    possible: right.possible.slice(0, 10),
    joint: right.joint,
    compared: oneByOne(request.question).map(({ label, question }) => ({
      label,
      totals: answering({ ...request, question }, null).totals,
    })),
    storeVersion: right.storeVersion,
    dataEnds: right.dataEnds,
  });
  expectRows(found, right, grouping !== null);
  return { found, right };
}

/** Only the slots that were set, to read a failure by. */
export const asked = ({ question, asOf }: SearchRequest) => ({
  asOf,
  ...Object.fromEntries(
    Object.entries(question).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  ),
});

const zero = {
  incidents: 0,
  killed: { low: 0, best: 0, high: 0, unknown: 0 },
  wounded: { low: 0, best: 0, high: 0, unknown: 0 },
};
const toll = ({ low, best, high, unknown }: TollTotal) => ({ low, best, high, unknown });
const figures = ({ incidents, killed, wounded }: typeof zero | Row) => ({
  incidents,
  killed: toll(killed),
  wounded: toll(wounded),
});

function expectRows(found: Found, right: Reference, grouped: boolean) {
  const keys = found.rows.map((row) => row.key);
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys).toEqual(expect.arrayContaining(right.rows.map((row) => row.key)));
  for (const row of found.rows)
    expect({ key: row.key, ...figures(row) }).toEqual({
      key: row.key,
      ...figures(right.rows.find((r) => r.key === row.key) ?? zero),
    });
  if (!grouped) return;
  const sum = (pick: (row: Row) => number | null) =>
    found.rows.map(pick).reduce((a: number | null, b) => (a === null || b === null ? null : a + b), 0);
  expect(sum((row) => row.incidents)).toBe(found.totals.incidents);
  for (const measure of ['killed', 'wounded'] as const) {
    const { low, best, high, unknown } = found.totals.measures[measure];
    expect({
      low: sum((row) => row[measure].low),
      best: sum((row) => row[measure].best),
      high: sum((row) => row[measure].high),
      unknown: sum((row) => row[measure].unknown),
    }).toEqual({ low, best, high, unknown });
  }
}

/** The invariants that readers rely on, by arithmetic over what was listed. */
function expectSums(pages: Found[]) {
  const [first] = pages;
  if (!first) throw new Error('there is a first page');
  const { totals, jointTolls, possible } = first;
  const listed = pages.flatMap((page) => page.incidents);
  expect(listed.length).toBe(totals.incidents);
  const counted = new Set(listed.map((one) => one.ref));
  expect(possible.filter((one) => counted.has(one.ref))).toEqual([]);
  expect(Object.values(totals.byEvidence).reduce((a, b) => a + b, 0)).toBe(totals.incidents);
  for (const measure of ['killed', 'wounded', 'captured', 'missing'] as const) {
    const total = totals.measures[measure];
    const parties = Object.values(totals.byParty).flatMap((party) => party[measure] ?? []);
    const add = (pick: (toll: TollTotal) => number) => parties.map(pick).reduce((a, b) => a + b, 0);
    expect(add((toll) => toll.best)).toBe(total.best);
    expect(add((toll) => toll.low)).toBe(total.low);
    const own = listed.flatMap((one) => Object.values(one.tolls).flatMap((toll) => toll[measure]?.low ?? []));
    const shared = jointTolls
      .filter((joint) => joint.counted)
      .flatMap((joint) => Object.values(joint.tolls).flatMap((toll) => toll[measure]?.low ?? []));
    expect([...own, ...shared].reduce((a, b) => a + b, 0)).toBe(total.low);
    if (total.high !== null) expect(total.best).toBeLessThanOrEqual(total.high);
    expect(total.low).toBeLessThanOrEqual(total.best);
  }
}
