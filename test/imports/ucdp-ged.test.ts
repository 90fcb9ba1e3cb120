import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/db/client.ts';
import { factsStore } from '../support/store.ts';
import { csvOf, fileOf, type Imported, importer, ucdpEvent } from './importing.ts';

let store: Store;
let run: ReturnType<typeof importer>;
beforeAll(async () => {
  store = await factsStore();
  run = importer(store);
});

const incident = async (id: string) => {
  const [row] = await store.sql`select * from incident where origin = 'ucdp-ged' and origin_id = ${id}`;
  return row;
};
const bringIn = (...events: ReturnType<typeof ucdpEvent>[]): Promise<Imported> =>
  run({ format: 'ucdp-ged', path: fileOf(csvOf(events)) });

describe('an event of UCDP GED', () => {
  it('becomes an incident with its place, both sides, days and tolls by party, on the account of UCDP', async () => {
    expect((await bringIn(ucdpEvent({ id: 1 }))).counts).toEqual({
      read: 1,
      new: 1,
      changed: 0,
      unchanged: 0,
      deleted: 0,
      rejected: 0,
    });
    expect(await incident('1')).toMatchObject({
      event_date_start: '2017-03-04',
      event_date_end: '2017-03-04',
      date_prec: 1,
      place_id: 'palmyra',
      place_en: 'Palmyra',
      place_ar: 'تدمر',
      country: 'SY',
      admin1: 'Homs',
      admin2: 'Palmyra',
      where_prec: 1,
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
      tactics: ['clash'],
      attributed_to: ['saa', 'isis'],
      targets: ['saa', 'isis'],
      tolls: {
        government: { killed: { low: 1, best: 3, high: 3 } },
        isis: { killed: { low: 5, best: 5, high: 5 } },
        civilians: { killed: { low: 1, best: 1, high: 1 } },
        unknown: { killed: { low: 0, best: 0, high: 3 } },
      },
      killed_low: 7,
      killed_best: 9,
      killed_high: 12,
      evidence: 'weak',
      status: 'published',
    });
    expect(await store.sql`select source_id, stance, published, tolls from account where id = 'ucdp-ged:1'`).toEqual([
      expect.objectContaining({ source_id: 'ucdp-ged', stance: 'report', published: '2017-03-05' }),
    ]);
  });

  it.each([
    [
      'of 17.x, without relid, code_status and where_description',
      { relid: undefined, code_status: undefined, where_description: undefined },
    ],
    [
      'of the older releases, whose estimates are called otherwise',
      { best: undefined, low: undefined, high: undefined, best_est: 9, low_est: 7, high_est: 12 },
    ],
    ['with plain dates', { date_start: '2017-03-04', date_end: '2017-03-04' }],
    ['in capitals', {}],
  ])('%s is read alike', async (name, change) => {
    const event = Object.entries({ ...ucdpEvent({ id: `r ${name}` }), ...change }).filter(
      (cell): cell is [string, string | number] => cell[1] !== undefined,
    );
    const named =
      name === 'in capitals' ? event.map(([column, value]): [string, string | number] => [column.toUpperCase(), value]) : event;
    expect((await bringIn(Object.fromEntries(named))).problems).toEqual([]);
    expect(await incident(`r ${name}`)).toMatchObject({
      event_date_start: '2017-03-04',
      killed_low: 7,
      killed_best: 9,
      killed_high: 12,
    });
  });

  it('of one side against civilians has an attacker and a target', async () => {
    await bringIn(
      ucdpEvent({ id: 2, type_of_violence: 3, side_a: 'IS', side_b: 'Civilians', deaths_a: 0, deaths_b: 9, deaths_civilians: 0 }),
    );
    expect(await incident('2')).toMatchObject({
      event_type: 'Violence against civilians',
      attributed_to: ['isis'],
      targets: ['civilians'],
      tolls: { civilians: { killed: { low: 7, best: 9, high: 9 } } },
    });
  });

  it('of a candidate release says so on its account', async () => {
    await bringIn(ucdpEvent({ id: 3, code_status: 'Check deaths' }));
    const [account] = await store.sql`select note_en from account where id = 'ucdp-ged:3'`;
    expect(account?.note_en).toContain('Candidate event: Check deaths');
  });

  it.each([
    [3, { place_id: 'sy-homs-tadmur', admin1: 'Homs' }],
    [4, { place_id: 'sy-homs', admin1: 'Homs' }],
    [6, { place_id: 'syria' }],
  ])('with where_prec %i stands at the unit and not at the town of its point', async (prec, expected) => {
    const open = prec === 6 ? { adm_1: '', adm_2: '' } : {};
    await bringIn(ucdpEvent({ id: `p${prec}`, where_prec: prec, ...open }));
    expect(await incident(`p${prec}`)).toMatchObject({ where_prec: prec, ...expected });
  });

  it('several of whose groups nobody knows adds them, each once, and says which', async () => {
    const first = await bringIn(
      ucdpEvent({ id: 4, side_b: 'Fatah Halab, Jabhat Fateh al-Sham' }),
      ucdpEvent({ id: 5, side_b: 'Fatah Halab' }),
    );
    expect(first.newActors.map(({ name, party }) => [name, party])).toEqual([
      ['Fatah Halab', 'opposition'],
      ['Jabhat Fateh al-Sham', 'opposition'],
    ]);
    expect(await incident('5')).toMatchObject({
      targets: ['saa', 'fatah-halab'],
      tolls: { opposition: { killed: { best: 5 } } },
    });
    expect((await bringIn(ucdpEvent({ id: 6, side_b: 'FATAH-HALAB' }))).newActors).toEqual([]);
  });

  it('whose bounds lie on the wrong side of the best estimate keeps the estimate', async () => {
    await bringIn(ucdpEvent({ id: 7, low: 12, high: 4 }));
    expect(await incident('7')).toMatchObject({ killed_low: 9, killed_best: 9, killed_high: 9 });
  });

  it.each([
    ['best', { best: 8 }, 'is less than the deaths of the sides together'],
    ['best', { best: '' }, 'is empty'],
    ['best', { best: -1 }, 'is not between'],
    ['best', { best: '9.5' }, 'is not a whole number'],
    ['best', { best: 'nine' }, 'is not a number'],
    ['latitude', { latitude: 94 }, 'is not between -90 and 90'],
    ['longitude', { longitude: '38,2' }, 'is not a number'],
    ['date_start', { date_start: '2017-02-30' }, 'is not a calendar day'],
    ['date_start', { date_start: '04/03/2017' }, 'is not a calendar day'],
    ['date_end', { date_end: '2017-03-03' }, 'is before date_start'],
    ['country', { country: 'Lebanon' }, 'is neither Syria nor Iraq'],
    ['where_prec', { where_prec: 8 }, 'is not between 1 and 7'],
    ['type_of_violence', { type_of_violence: 0 }, 'is not between 1 and 3'],
    ['side_a', { side_a: '' }, 'is empty'],
    ['id', { id: '' }, 'is empty'],
    ['source_headline', { source_headline: 'x'.repeat(20_001) }, 'is longer than'],
  ])('with a bad %s (row %#) is refused by line and column, and its neighbours are taken', async (column, change, reason) => {
    const id = `bad ${column} ${reason}`;
    const { counts, problems } = await bringIn(
      ucdpEvent({ id: `${id} a` }),
      ucdpEvent({ id, ...change }),
      ucdpEvent({ id: `${id} b` }),
    );
    expect(counts).toMatchObject({ read: 3, rejected: 1 });
    expect(counts.new + counts.unchanged).toBe(2);
    expect(problems).toEqual([expect.objectContaining({ line: 3, column, reason: expect.stringContaining(reason) })]);
    expect(await incident(id)).toBeUndefined();
    expect(await store.sql`select from account where id = ${`ucdp-ged:${id}`}`).toHaveLength(0);
  });

  it('comes from no other kind of file', async () => {
    await expect(run({ format: 'ucdp-ged', path: fileOf('id,name\n1,x') })).rejects.toThrow(
      'This is no UCDP GED file: it has no column',
    );
    await expect(run({ format: 'ucdp-ged', path: fileOf('') })).rejects.toThrow('empty');
  });
});
