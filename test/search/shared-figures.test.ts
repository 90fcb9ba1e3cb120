import { beforeAll, describe, expect, it } from 'vitest';
import { search } from '../../src/core/search/search.ts';
import type { Store } from '../../src/db/client.ts';
import type { Tolls } from '../../src/db/schema/columns.ts';
import { ACTORS, land, PLACES, SOURCES } from '../support/land.ts';
import { type AccountRecord, load } from '../support/records.ts';
import { freshStore } from '../support/store.ts';
import { anIncident } from './an-incident.ts';
import { ask } from './asked.ts';

const killed = (low: number | null, high: number | null): Tolls => ({ government: { killed: { low, high } } });

const incident = (id: number, day: string, tolls: Tolls = {}) =>
  anIncident(id, { eventDateStart: day, eventDateEnd: day, tolls });

const joint = (id: string, covers: number[], tolls: Tolls): AccountRecord => ({
  id,
  sourceId: 'sohr',
  tolls,
  jointToll: true,
  covers,
  recordedAt: '2023-01-01T00:00:00Z',
  retractedAt: null,
});

const nothing = { places: PLACES, actors: ACTORS, sources: SOURCES, statistics: [], edits: [] };

describe('a figure that several incidents share', () => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore();
  });
  const found = (slots: Parameters<typeof ask>[1]) => search(store, land(), ask(land(), slots));
  const april = (from: number, to: number) => ({ time: { from: `2023-04-0${from}`, to: `2023-04-0${to}` } });

  describe('of three days', () => {
    beforeAll(async () => {
      const incidents = [
        incident(2, '2023-04-04'),
        incident(3, '2023-04-05'),
        incident(4, '2023-04-06'),
        incident(5, '2023-04-08', killed(6, 6)),
      ];
      await load(store.sql, { ...nothing, incidents, accounts: [joint('a', [2, 3, 4], killed(9, 9))] });
    });

    it('is added once when all three are counted, and their tolls are then known', async () => {
      const { totals, jointTolls } = await found(april(1, 9));
      expect(totals.measures.killed).toEqual({ low: 15, best: 15, high: 15, unknown: 0 });
      expect(jointTolls).toMatchObject([{ accountId: 'a', counted: true, adds: 'whole', amongCounted: 3 }]);
    });

    it('adds none to all of it when only two are: the low stays, the high rises, the two stay unknown', async () => {
      const { totals, jointTolls } = await found(april(5, 9));
      expect(totals.measures.killed).toEqual({ low: 6, best: 6, high: 15, unknown: 2 });
      expect(jointTolls).toMatchObject([{ counted: false, adds: 'part', amongCounted: 2 }]);
    });

    it('stands on the one line that holds all three, else on the line of what no line holds', async () => {
      const week = await found({ ...april(3, 9), intent: 'trend', group_by: 'week' });
      expect(week.rows.map((row) => [row.key, row.incidents, row.killed.best])).toEqual([['2023-04-03', 4, 15]]);
      const day = await found({ ...april(4, 8), intent: 'trend', group_by: 'day' });
      expect(day.rows.map((row) => [row.key, row.incidents, row.killed.best, row.killed.unknown])).toEqual([
        ['2023-04-04', 1, 0, 0],
        ['2023-04-05', 1, 0, 0],
        ['2023-04-06', 1, 0, 0],
        ['2023-04-07', 0, 0, 0],
        ['2023-04-08', 1, 6, 0],
        [null, 0, 9, 0],
      ]);
    });
  });

  it('is not added beside a rival one for the same incidents, which says no more than how many it may have been', async () => {
    const incidents = [incident(2, '2023-04-04'), incident(3, '2023-04-05'), incident(4, '2023-04-06')];
    const accounts = [joint('a', [2, 3], killed(5, 7)), joint('b', [2, 3], killed(11, 11)), joint('c', [3, 4], killed(2, 3))];
    await load(store.sql, { ...nothing, incidents, accounts });
    const { totals, jointTolls } = await found({});
    expect(jointTolls.map((one) => one.adds)).toEqual(['whole', 'none', 'part']);
    expect(totals.measures.killed).toEqual({ low: 5, best: 5, high: 10, unknown: 1 });
  });

  it('"some", without a number, is neither zero nor known: it leaves the total open above', async () => {
    await load(store.sql, {
      ...nothing,
      incidents: [incident(2, '2023-04-04', killed(null, null)), incident(3, '2023-04-05', killed(4, 4))],
      accounts: [],
    });
    const { totals } = await found({});
    expect(totals.measures.killed).toEqual({ low: 4, best: 4, high: null, unknown: 1 });
    const few = await found({ casualties: { field: 'killed', op: '<', value: 9 } });
    expect(few.incidents.map((one) => one.ref)).toEqual(['BDY-222223']);
  });

  it('is not the figure of an incident that is not published, whose ref is not told', async () => {
    const draft = incident(3, '2023-04-05');
    draft.versions[0].status = 'draft';
    await load(store.sql, {
      ...nothing,
      incidents: [incident(2, '2023-04-04'), draft],
      accounts: [joint('a', [2, 3], killed(9, 9))],
    });
    const { totals, jointTolls, accounts } = await found({});
    expect(totals.measures.killed).toEqual({ low: 0, best: 0, high: 9, unknown: 1 });
    expect(jointTolls).toMatchObject([{ adds: 'part', covers: ['BDY-222222'] }]);
    expect(accounts['BDY-222222']?.[0]?.covers).toEqual(['BDY-222222']);
  });
});
