import { beforeAll, describe, expect, it } from 'vitest';
import { mappingShape } from '../../src/core/imports/mapping/mapping-shape.ts';
import { readMapping } from '../../src/core/imports/mapping/read-mapping.ts';
import type { Store } from '../../src/db/client.ts';
import { factsStore } from '../support/store.ts';
import { csvOf, fileOf, importer, ownRow } from './importing.ts';
import { workbook } from './workbook.ts';

let store: Store;
let run: ReturnType<typeof importer>;
beforeAll(async () => {
  store = await factsStore();
  run = importer(store);
});

const incident = async (id: string) => {
  const [row] = await store.sql`select * from incident where origin = 'file:our-team' and origin_id = ${id}`;
  return row;
};
const bringIn = (...rows: ReturnType<typeof ownRow>[]) => run({ format: 'csv', path: fileOf(csvOf(rows)), source: 'Our team' });
const days = (iso: string) => Math.round((Date.parse(iso) - Date.parse('1899-12-30')) / 86_400_000);

describe('a sheet of one’s own', () => {
  it('whose columns are called as dalil calls them needs no mapping, only a source', async () => {
    expect((await bringIn(ownRow())).counts.new).toBe(1);
    expect(await incident('A-1')).toMatchObject({
      event_date_start: '2023-04-08',
      date_prec: 1,
      place_id: 'as-sukhnah',
      admin1: 'Homs',
      admin2: 'Palmyra',
      where_prec: 1,
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
      tactics: ['ambush'],
      attributed_to: ['isis'],
      targets: ['saa'],
      tolls: { government: { killed: { low: 4, best: 4, high: 4 } } },
      summary_en: 'An ambush on the road.',
    });
    const [source] = await store.sql`select name, reliability, kind from source where id = 'our-team'`;
    expect(source).toEqual({ name: 'Our team', reliability: 'F', kind: 'dataset' });
    await expect(run({ format: 'csv', path: fileOf(csvOf([ownRow()])) })).rejects.toThrow('Whose rows are these?');
  });

  it('of a source that is known here is that source’s account', async () => {
    await run({ format: 'csv', path: fileOf(csvOf([ownRow()])), source: 'SOHR' }).catch(() => {});
    await run({ format: 'csv', path: fileOf(csvOf([ownRow({ id: 'S' })])), source: 'sohr' });
    expect(await store.sql`select source_id from account where id = 'file:sohr:S'`).toEqual([{ source_id: 'sohr' }]);
  });

  it('is read by a mapping: its own columns, words, days, constants and tolls', async () => {
    const mapping = mappingShape.parse({
      source: { name: 'Our team', reliability: 'C' },
      delimiter: ';',
      dates: 'day-first',
      between: '+',
      columns: {
        id: 'No.',
        start: 'Date',
        lat: 'N',
        lon: 'E',
        place: 'Where',
        tactics: 'Kind',
        attributed_to: 'Who',
        targets: 'Whom',
        summary: 'Text',
        date_prec: 'Sure',
      },
      always: { country: 'SY' },
      words: {
        tactics: { 'Roadside bomb': 'ied', 'Hit and run': ['small_arms', 'raid'] },
        attributed_to: { Daesh: 'ISIS' },
        date_prec: { about: '3' },
      },
      tolls: [
        { party: 'government', measure: 'killed', low: 'Soldiers min', high: 'Soldiers max' },
        { party: 'civilians', measure: 'wounded', count: 'Hurt' },
      ],
    });
    const rows = [
      {
        'No.': 'M1',
        Date: '8/4/2023',
        N: 34.88,
        E: 38.87,
        Where: 'Sukhnah',
        Kind: 'roadside bomb+Hit and run',
        Who: 'Daesh',
        Whom: 'NDF+Liwa al-Quds',
        Text: 'x',
        Sure: '',
        'Soldiers min': 2,
        'Soldiers max': 5,
        Hurt: '10+',
      },
      {
        'No.': 'M2',
        Date: '08.04.2023',
        N: 34.88,
        E: 38.87,
        Where: 'Sukhnah',
        Kind: 'ied',
        Who: '',
        Whom: '',
        Text: 'x',
        Sure: 'about',
        'Soldiers min': '',
        'Soldiers max': '',
        Hurt: 'at least 3',
      },
    ];
    const path = fileOf(csvOf(rows).replaceAll(',', ';'));
    expect((await run({ format: 'csv', path, mapping })).problems).toEqual([]);
    expect(await incident('M1')).toMatchObject({
      event_date_start: '2023-04-08',
      country: 'SY',
      tactics: ['ied', 'small_arms', 'raid'],
      sub_event_type: 'Remote explosive/landmine/IED',
      attributed_to: ['isis'],
      targets: ['ndf', 'liwa-al-quds'],
      tolls: { government: { killed: { low: 2, best: 2, high: 5 } }, civilians: { wounded: { low: 10, high: null } } },
    });
    expect(await incident('M2')).toMatchObject({ date_prec: 3, tolls: { civilians: { wounded: { low: 3, high: null } } } });
  });

  it('without coordinates is placed by the name, within what follows from it', async () => {
    await bringIn(
      ownRow({ id: 'P1', lat: '', lon: '', place: 'السخنة' }),
      ownRow({ id: 'P2', lat: '', lon: '', place: 'Badia' }),
      ownRow({ id: 'P3', lat: '', lon: '', place: 'Homs Governorate' }),
    );
    expect(await incident('P1')).toMatchObject({ place_id: 'as-sukhnah', where_prec: 2 });
    expect(await incident('P2')).toMatchObject({ place_id: 'badia', where_prec: 5, admin1: null });
    expect(await incident('P3')).toMatchObject({ place_id: 'sy-homs', where_prec: 4 });
  });

  it('with coordinates alone gets country and governorate from the outlines', async () => {
    await bringIn(ownRow({ id: 'C', country: '', place: '' }));
    expect(await incident('C')).toMatchObject({ country: 'SY', admin1: 'Homs', place_id: null, place_en: 'Homs' });
  });

  it.each([
    ['id', { id: '' }, 'is empty'],
    ['start', { start: '8 April' }, 'is not a calendar day'],
    ['start', { start: '8/4/2023' }, 'such as 2023-04-08'],
    ['lat', { lat: '34,88' }, 'is not a number: write a point, 34.88'],
    [
      'killed_civilians_high',
      { killed_civilians_low: 9, killed_civilians_high: 2 },
      'is less than killed_civilians_low, which is 9',
    ],
    [
      'killed_civilians_best',
      { killed_civilians_low: 3, killed_civilians_best: 2 },
      'is less than killed_civilians_low, which is 3',
    ],
    ['lon', { lon: '' }, 'is empty while the other coordinate is not'],
    ['place', { lat: '', lon: '', place: 'Atlantis' }, 'is in no gazetteer, and there are no coordinates'],
    ['place', { lat: '', lon: '', place: '' }, 'neither coordinates nor a place'],
    ['country', { country: 'Jordan' }, 'is neither Syria nor Iraq'],
    ['tactics', { tactics: 'skirmish' }, 'holds "skirmish", which is none of: ambush'],
    ['killed_government', { killed_government: 'some' }, 'is no count'],
    ['summary', { summary: 'a\0b' }, 'holds a NUL character'],
  ])('with a bad %s (row %#) is refused by its column', async (column, change, reason) => {
    const { problems, counts } = await bringIn(ownRow({ id: 'B', ...change }));
    expect(counts).toMatchObject({ read: 1, rejected: 1 });
    expect(problems).toEqual([expect.objectContaining({ line: 2, column, reason: expect.stringContaining(reason) })]);
  });

  it('may write its digits as Arabic or Persian does', async () => {
    await bringIn(ownRow({ id: 'D', start: '٢٠٢٣-٠٤-٠٨', lat: '٣٤.٨٨', killed_government: '٤', wounded_isis: '۷+' }));
    expect(await incident('D')).toMatchObject({
      event_date_start: '2023-04-08',
      lat: 34.88,
      tolls: { government: { killed: { low: 4 } }, isis: { wounded: { low: 7, high: null } } },
    });
  });

  it('may say that a row is withdrawn', async () => {
    await bringIn(ownRow({ id: 'W' }));
    expect((await bringIn({ ...ownRow({ id: 'W' }), deleted: 'yes' })).counts.deleted).toBe(1);
    expect((await bringIn({ ...ownRow({ id: 'W' }), deleted: 'no' })).counts.changed).toBe(1);
  });

  it('in GeoJSON has its points and properties', async () => {
    const feature = (id: string, point: unknown) => ({
      type: 'Feature',
      id,
      geometry: point,
      properties: { start: '2023-04-08', place: 'Sukhnah', attributed_to: ['ISIS'], killed_government: 2 },
    });
    const collection = {
      type: 'FeatureCollection',
      features: [feature('F1', { type: 'Point', coordinates: [38.87, 34.88] }), feature('F2', null)],
    };
    expect(
      (await run({ format: 'geojson', path: fileOf(JSON.stringify(collection), 'geojson'), source: 'Our team' })).counts,
    ).toMatchObject({ read: 2, new: 2 });
    expect(await incident('F1')).toMatchObject({ lat: 34.88, lon: 38.87, place_id: 'as-sukhnah', where_prec: 1, killed_best: 2 });
    expect(await incident('F2')).toMatchObject({ place_id: 'as-sukhnah', where_prec: 2 });
    await expect(
      run({ format: 'geojson', path: fileOf('{"type":"FeatureCollection","features":[{]}'), source: 'x' }),
    ).rejects.toThrow('a bracket does not fit');
  });

  it('in a workbook has its days as days and of formulas their values', async () => {
    const book = workbook({
      Notes: [['nothing here']],
      Incidents: [
        ['id', 'start', 'lat', 'lon', 'place', 'country', 'attributed_to', 'killed_government'],
        ['X1', { day: days('2023-04-08') }, 34.88, 38.87, 'Sukhnah & around', 'Syria', 'ISIS', { formula: 'SUM(1,2)', value: 3 }],
        [null, null, null, null, null, null, null, null],
        ['X2', '2023-04-09', 34.88, 38.87, 'Sukhnah', 'Syria', 'ISIS', null],
        ['X3', 'soon', 34.88, 38.87, 'Sukhnah', 'Syria', 'ISIS', 1],
      ],
    });
    const mapping = mappingShape.parse({ source: { name: 'Our team' }, sheet: 'Incidents' });
    const { counts, problems } = await run({ format: 'xlsx', path: fileOf(book, 'xlsx'), mapping });
    expect([counts, problems.map(({ line, column }) => [line, column])]).toEqual([
      expect.objectContaining({ read: 3, new: 2 }),
      [[5, 'start']],
    ]);
    expect(await incident('X1')).toMatchObject({ event_date_start: '2023-04-08', killed_best: 3 });
    expect(await incident('X2')).toMatchObject({ event_date_start: '2023-04-09', tolls: {} });
    await expect(run({ format: 'xlsx', path: fileOf('no workbook', 'xlsx'), source: 'x' })).rejects.toThrow('cannot be read');
    await expect(
      run({ format: 'xlsx', path: fileOf(book, 'xlsx'), mapping: { ...mapping, sheet: 'Elsewhere' } }),
    ).rejects.toThrow('Elsewhere');
  });

  it.each([
    ['{"columns": {"where": "x"}}', 'where'],
    ['{"colums": {}}', 'colums'],
    ['{"tolls": [{"party": "government", "measure": "killed"}]}', 'names no column'],
    ['{"tolls": [{"party": "army", "measure": "killed", "count": "x"}]}', 'party'],
    ['{', 'is not JSON'],
  ])('by the mapping %s is refused with what is wrong', (text, said) => {
    expect(() => readMapping(fileOf(text, 'json'))).toThrow(said);
  });

  it('whose mapping names a column that is not there is refused as a whole', async () => {
    const mapping = mappingShape.parse({ source: { name: 'Our team' }, columns: { start: 'When' } });
    await expect(run({ format: 'csv', path: fileOf(csvOf([ownRow()])), mapping })).rejects.toThrow(
      'columns that the file does not have: When. It has: id, start',
    );
  });
});
