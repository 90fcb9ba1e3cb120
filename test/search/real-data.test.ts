import { beforeAll, describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/core/facts/load.ts';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import type { Question } from '../../src/core/question/question.ts';
import { search } from '../../src/core/search/search.ts';
import type { Store } from '../../src/db/client.ts';
import { loadIncidents } from '../support/records.ts';
import { freshStore } from '../support/store.ts';
import { ucdpIncidents, ucdpText } from '../support/ucdp.ts';
import { ask } from './asked.ts';

/** A row of the file, read by another road than the importer's: one regular expression over the whole text, and plain numbers. */
interface Event {
  governorate: string;
  lat: number;
  lon: number;
  wherePrec: number;
  datePrec: number;
  start: string;
  end: string;
  low: number;
  best: number;
  high: number;
  civilians: number;
  /** As the file has it, both sides. */
  sides: string[];
  deathsOfIsis: number;
}

function readEvents(text: string): Event[] {
  const lines: string[][] = [[]];
  for (const [, field = '', end] of text.matchAll(/("(?:[^"]|"")*"|[^",\n\r]*)(,|\r?\n|$)/gu)) {
    lines.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1) : field);
    if (end !== ',') lines.push([]);
  }
  const [names = [], ...rows] = lines;
  const column = (name: string) => names.indexOf(name);
  const at = (row: string[], name: string) => row[column(name)] ?? '';
  return rows
    .filter((row) => row.length === names.length)
    .map((row) => {
      const best = +at(row, 'best');
      const sides = [at(row, 'side_a'), at(row, 'side_b')];
      const deaths = [+at(row, 'deaths_a'), +at(row, 'deaths_b')];
      return {
        governorate: at(row, 'adm_1'),
        lat: +at(row, 'latitude'),
        lon: +at(row, 'longitude'),
        wherePrec: +at(row, 'where_prec'),
        datePrec: +at(row, 'date_prec'),
        start: at(row, 'date_start'),
        end: at(row, 'date_end'),
        // 101 rows have bounds on the wrong side of the best estimate
        low: Math.min(+at(row, 'low'), best),
        best,
        high: Math.max(+at(row, 'high'), best),
        civilians: +at(row, 'deaths_civilians') + (sides[1] === 'Civilians' ? (deaths[1] ?? 0) : 0),
        sides,
        deathsOfIsis: deaths.filter((_, side) => sides[side] === 'IS').reduce((a, b) => a + b, 0),
      };
    });
}

/** Spherical law of cosines: not the formula of the store. */
const kmFrom = (place: { lat: number; lon: number }, { lat, lon }: Event) => {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(place.lat), radians(lat)];
  const cosine = Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(radians(lon - place.lon));
  return 6371.0088 * Math.acos(Math.min(1, cosine));
};

const total = (events: Event[], pick: (event: Event) => number) => events.reduce((sum, event) => sum + pick(event), 0);
const killedIn = (events: Event[]) => ({
  low: total(events, (e) => e.low),
  best: total(events, (e) => e.best),
  high: total(events, (e) => e.high),
  unknown: 0,
});

const YEAR = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
const inside =
  ({ from, to }: { from: string; to: string }) =>
  (e: Event) =>
    from <= e.start && e.end <= to;
const overlaps =
  ({ from, to }: { from: string; to: string }) =>
  (e: Event) =>
    e.start <= to && from <= e.end;
const nobody: Question['actors'] = { perpetrator: [], target: [], any: [] };

const text = ucdpText();

describe.skipIf(text === null)("UCDP's 16,566 events of Syria, counted by the store and by a plain script", () => {
  let store: Store;
  let gazetteer: Gazetteer;
  let events: Event[];
  beforeAll(async () => {
    store = await freshStore();
    await loadFacts(store, { now: new Date('2020-01-01T00:00:00Z') });
    await store.sql`truncate incident, incident_past, account, account_incident, statistic cascade`;
    await loadIncidents(store.sql, ucdpIncidents(text ?? ''), 'ucdp-ged');
    gazetteer = await readGazetteer(store);
    events = readEvents(text ?? '');
  });
  const found = (slots: Parameters<typeof ask>[1]) => search(store, gazetteer, ask(gazetteer, slots));

  it('holds them all', async () => {
    expect(events).toHaveLength(16_566);
    const { totals } = await found({});
    expect(totals.incidents).toBe(16_566);
    expect(totals.measures.killed).toEqual(killedIn(events));
    expect([totals.vagueDate, totals.vaguePlace]).toEqual([
      events.filter((e) => e.datePrec >= 3).length,
      events.filter((e) => e.wherePrec >= 3).length,
    ]);
  });

  it.each([
    ['sy-homs', 'Homs Governorate', 2016],
    ['sy-deir-ez-zor', 'Deir ez Zor Governorate', 2017],
    ['sy-raqqa', 'Ar Raqqah Governorate', 2017],
    ['sy-hama', 'Hamah Governorate', 2018],
    ['sy-idlib', 'Idlib Governorate', 2019],
    ['sy-hasakah', 'Al Hasakah Governorate', 2016],
    ['sy-rif-dimashq', 'Rif Dimashq Governorate', 2018],
    ['sy-suwayda', 'As Suwayda Governorate', 2018],
    ['sy-aleppo', 'Aleppo Governorate', 2016],
  ])('in %s (%s) in %i', async (id, governorate, year) => {
    const { totals } = await found({ places: [id], relation: 'in', time: YEAR(year) });
    const right = events.filter((e) => e.governorate === governorate).filter(inside(YEAR(year)));
    expect(right.length).toBeGreaterThan(10);
    expect([totals.incidents, totals.measures.killed]).toEqual([right.length, killedIn(right)]);
    expect(totals.byParty.civilians?.killed?.best).toBe(total(right, (e) => e.civilians));
  });

  it.each([
    ['palmyra', 30, '2016-03-01', '2016-03-31'],
    ['palmyra', 75, '2016-12-01', '2017-03-31'],
    ['as-sukhnah', 50, '2017-01-01', '2019-12-31'],
    ['deir-ez-zor', 20, '2017-09-01', '2017-11-30'],
    ['abu-kamal', 40, '2018-01-01', '2018-12-31'],
    ['raqqa', 10, '2017-06-01', '2017-10-31'],
    ['aleppo', 15, '2016-07-01', '2016-12-31'],
    ['manbij', 25, '2016-06-01', '2016-08-31'],
    ['idlib', 100, '2019-05-01', '2019-08-31'],
    ['daraa', 60, '2018-06-15', '2018-07-31'],
    ['damascus', 5, '2016-01-01', '2019-12-31'],
    ['tabqa', 300, '2016-01-01', '2019-12-31'],
  ])('near %s, %i km, %s to %s', async (id, km, from, to) => {
    const place = gazetteer.places.get(id);
    if (!place) throw new Error(`no place ${id}`);
    const { totals, incidents } = await found({ places: [id], relation: 'near', near_km: km, time: { from, to }, limit: 50 });
    const near = events.filter((e) => kmFrom(place, e) <= km);
    const right = near.filter((e) => e.wherePrec <= 2).filter(inside({ from, to }));
    const open = near.filter((e) => e.wherePrec <= 5 && !right.includes(e)).filter(overlaps({ from, to }));
    expect(right.length).toBeGreaterThan(3);
    expect([totals.incidents, totals.possible, totals.measures.killed]).toEqual([right.length, open.length, killedIn(right)]);
    expect(Math.max(...incidents.map((one) => one.distanceKm ?? Number.NaN))).toBeLessThanOrEqual(km);
  });

  it.each([
    ['2017-06-01', '2017-06-30'],
    ['2016-02-29', '2016-02-29'],
    ['2019-11-15', '2020-03-01'],
  ])('from %s to %s, and what only overlaps', async (from, to) => {
    const { totals } = await found({ time: { from, to } });
    const right = events.filter(inside({ from, to }));
    expect([totals.incidents, totals.measures.killed]).toEqual([right.length, killedIn(right)]);
    expect(totals.possible).toBe(events.filter(overlaps({ from, to })).length - right.length);
  });

  it.each([2016, 2017, 2018, 2019])('with a part of ISIS in %i, and its dead', async (year) => {
    const { totals } = await found({ actors: { ...nobody, any: ['ISIS'] }, time: YEAR(year) });
    const right = events.filter((e) => e.sides.includes('IS')).filter(inside(YEAR(year)));
    expect([totals.incidents, totals.measures.killed]).toEqual([right.length, killedIn(right)]);
    expect(totals.byParty.isis?.killed?.best).toBe(total(right, (e) => e.deathsOfIsis));
  });

  it('that were placed exactly, in Deir ez-Zor', async () => {
    const { totals } = await found({ places: ['sy-deir-ez-zor'], relation: 'in', evidence: 'geolocated' });
    const right = events.filter((e) => e.governorate === 'Deir ez Zor Governorate' && e.wherePrec === 1);
    expect([totals.incidents, totals.measures.killed]).toEqual([right.length, killedIn(right)]);
  });

  it('civilians killed in all of it, in attacks on whomever', async () => {
    const { totals } = await found({
      intent: 'count',
      actors: { ...nobody, target: ['civilians'] },
      casualties: { field: 'killed', op: 'sum', value: null },
      time: YEAR(2018),
    });
    const right = events.filter(inside(YEAR(2018)));
    expect(totals.asked).toMatchObject({ exact: true, parties: ['civilians'] });
    expect(totals.asked?.measures.killed.best).toBe(total(right, (e) => e.civilians));
    expect(totals.incidents).toBe(right.filter((e) => e.civilians > 0 || e.sides[1] === 'Civilians').length);
  });

  it('with at least 50 killed, the deadliest first', async () => {
    const { totals, incidents } = await found({
      casualties: { field: 'killed', op: '>=', value: 50 },
      order: 'killed_desc',
      limit: 20,
    });
    const right = events.filter((e) => e.best >= 50).sort((a, b) => b.best - a.best);
    expect(totals.incidents).toBe(right.length);
    const dead = incidents.map((one) => Object.values(one.tolls).reduce((sum, toll) => sum + (toll.killed?.best ?? 0), 0));
    expect(dead).toEqual(right.slice(0, 20).map((e) => e.best));
  });

  it('month by month in 2018: twelve rows, and one for what no month holds', async () => {
    const { rows } = await found({ intent: 'trend', group_by: 'month', time: YEAR(2018) });
    const right = events.filter(inside(YEAR(2018)));
    const dated = right.filter((e) => e.start.slice(0, 7) === e.end.slice(0, 7));
    const months = [...Array(12).keys()].map((m) => `2018-${String(m + 1).padStart(2, '0')}`);
    expect(rows.map((row) => [row.key, row.incidents, row.killed.best])).toEqual([
      ...months.map((month) => {
        const own = dated.filter((e) => e.start.startsWith(month));
        return [`${month}-01`, own.length, total(own, (e) => e.best)];
      }),
      [null, right.length - dated.length, total(right, (e) => e.best) - total(dated, (e) => e.best)],
    ]);
  });
});
