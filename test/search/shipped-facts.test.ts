import { beforeAll, describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/core/facts/load.ts';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import type { Found } from '../../src/core/search/found.ts';
import { findIncident } from '../../src/core/search/incident.ts';
import { search } from '../../src/core/search/search.ts';
import type { Store } from '../../src/db/client.ts';
import { freshStore } from '../support/store.ts';
import { ask } from './asked.ts';

const days = (found: Found) => found.incidents.map((one) => one.dateStart);
const actors = (target: string[]) => ({ perpetrator: [], target, any: [] });

describe('the shipped facts, asked', () => {
  let store: Store;
  let gazetteer: Gazetteer;
  beforeAll(async () => {
    store = await freshStore();
    await loadFacts(store, { now: new Date('2024-06-01T08:00:00Z') });
    gazetteer = await readGazetteer(store);
  });
  const found = (slots: Parameters<typeof ask>[1]) => search(store, gazetteer, ask(gazetteer, slots));

  it('near Sukhnah in April 2023: one attack with 6 killed, the three of the Badia as possible with their joint figure once', async () => {
    const answer = await found({
      places: ['as-sukhnah'],
      relation: 'near',
      subject: 'attacks',
      time: { from: '2023-04-01', to: '2023-04-30' },
    });
    expect(days(answer)).toEqual(['2023-04-08']);
    expect(answer.totals.measures.killed).toEqual({ low: 6, best: 6, high: 6, unknown: 0 });
    expect(answer.radiusKm).toBe(30);
    expect(answer.possible.map((one) => [one.dateStart, one.because])).toEqual([
      ['2023-04-04', 'place'],
      ['2023-04-05', 'place'],
      ['2023-04-06', 'place'],
    ]);
    expect(answer.jointTolls).toMatchObject([{ sourceId: 'sohr', counted: false, amongCounted: 0, amongPossible: 3 }]);
    expect(answer.statistics.map((s) => s.id)).not.toContain('quds-april-2023-killed');
  });

  it('in Homs, Hama and Deir ez-Zor in March 2023: nothing of its own, and the published 35, 9 and 62', async () => {
    const answer = await found({
      intent: 'count',
      places: ['sy-homs', 'sy-hama', 'sy-deir-ez-zor'],
      relation: 'in',
      subject: 'attacks',
      time: { from: '2023-03-01', to: '2023-03-31' },
    });
    expect(answer.totals.incidents).toBe(0);
    expect(answer.statistics.map((s) => [s.metric, s.low, s.fit.period, s.fit.area])).toEqual([
      ['attacks', 35, 'exact', 'exact'],
      ['killed', 9, 'exact', 'exact'],
      ['wounded', 62, 'exact', 'exact'],
    ]);
  });

  it('near Kabajib on 17 May 2020: 7 to 8 killed, at least 13 wounded', async () => {
    const answer = await found({
      intent: 'summary',
      places: ['kabajib'],
      relation: 'near',
      time: { from: '2020-05-17', to: '2020-05-17' },
    });
    expect(days(answer)).toEqual(['2020-05-17']);
    expect(answer.totals.measures.killed).toMatchObject({ low: 7, high: 8 });
    expect(answer.totals.measures.wounded).toMatchObject({ low: 13, high: null });
  });

  it('on Liwa al-Quds since 2019: every one, oldest first, the shared nine added once', async () => {
    const answer = await found({
      subject: 'attacks',
      actors: actors(['Liwa al-Quds']),
      time: { from: '2019-01-01', to: '2024-06-12' },
    });
    expect(days(answer)).toEqual([
      '2019-04-14',
      '2019-04-18',
      '2022-09-01',
      '2023-04-04',
      '2023-04-05',
      '2023-04-06',
      '2024-04-13',
    ]);
    expect(answer.totals.measures.killed).toEqual({ low: 75, best: 75, high: 75, unknown: 0 });
    expect(answer.jointTolls.filter((joint) => joint.counted).map((joint) => joint.covers.length)).toEqual([3]);
    expect(answer.totals.asked).toMatchObject({ role: 'target', parties: ['government'], exact: false });
  });

  it('killed in the areas of the SDF in 2021: no incident, and the published 229 with its breakdown', async () => {
    const answer = await found({
      intent: 'count',
      places: ['sdf-areas'],
      relation: 'in',
      casualties: { field: 'killed', op: 'sum', value: null },
      time: { from: '2021-01-01', to: '2021-12-31' },
    });
    expect(answer.totals.incidents).toBe(0);
    expect(answer.statistics[0]).toMatchObject({ id: 'sohr-2021-sdf-killed', low: 229, fit: { period: 'exact', area: 'exact' } });
    expect(answer.statistics[0]?.breakdown.map((line) => line.value)).toEqual([93, 136]);
  });

  it('the ambush near Mount Bishri: claimed through Amaq with 20 killed, beside what the other side said', async () => {
    const answer = await found({
      intent: 'lookup',
      places: ['jabal-al-bishri'],
      relation: 'near',
      tactics: ['ambush'],
      time: { from: '2019-04-01', to: '2019-04-30' },
    });
    const bishri = answer.incidents.find((one) => one.dateStart === '2019-04-18');
    expect(bishri?.claimedBy).toEqual(['isis']);
    expect(answer.accounts[bishri?.ref ?? '']?.map((account) => account.sourceId)).toEqual([
      'amaq',
      'liwa-al-quds-facebook',
      'pro-regime-social',
    ]);
  });

  it('in Sukhnah yesterday: none, on a store that ends earlier', async () => {
    const answer = await found({ places: ['as-sukhnah'], relation: 'in', time: { from: '2024-06-11', to: '2024-06-11' } });
    expect([answer.totals.incidents, answer.totals.possible, answer.dataEnds]).toEqual([0, 0, '2024-04-20']);
  });

  it('by whom they hit: lines that add up, and beside them how many name each', async () => {
    const answer = await found({
      intent: 'top',
      group_by: 'target',
      order: 'count_desc',
      subject: 'attacks',
      time: { from: '2019-01-01', to: '2019-12-31' },
    });
    expect(answer.rows.map((row) => [row.key, row.incidents, row.naming])).toEqual([
      ['liwa-al-quds', 1, 2],
      ['isis', 1, 1],
      ['pro-government-militias', 0, 1],
      ['saa', 0, 1],
      ['saa-18th-division', 1, 1],
      ['liwa-al-quds+pro-government-militias+saa', 1, undefined],
    ]);
    expect(answer.rows.reduce((sum, row) => sum + row.incidents, 0)).toBe(answer.totals.incidents);
  });

  it('compared: each value has the totals that it has when asked alone', async () => {
    const places = ['sy-homs', 'sy-deir-ez-zor'];
    const both = await found({
      intent: 'compare',
      places,
      relation: 'in',
      compare: { by: 'place', values: ['Homs', 'Deir ez-Zor'] },
    });
    const alone = await Promise.all(places.map((place) => found({ places: [place], relation: 'in' })));
    expect(both.compared.map((one) => one.totals)).toEqual(alone.map((one) => one.totals));
    expect(both.totals.incidents).toBe(alone.reduce((sum, one) => sum + one.totals.incidents, 0));
  });

  it('one incident by its ref, with its accounts and its history', async () => {
    const file = await findIncident(store, 'bdy-dccn64', { asOf: null });
    expect(file?.incident.placeEn).toContain('Kabajib');
    expect(file?.accounts).toHaveLength(1);
    expect(file?.edits.length).toBeGreaterThan(0);
    expect(await findIncident(store, 'BDY-DCCN64', { asOf: '2024-05-31' })).toBeNull();
  });

  it('as of a day before they were loaded: an empty store, of version 0', async () => {
    const answer = await found({ asOf: '2024-05-31' });
    expect([answer.totals.incidents, answer.storeVersion, answer.dataEnds]).toEqual([0, 0, null]);
  });
});
