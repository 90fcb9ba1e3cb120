import { beforeAll, describe, expect, it } from 'vitest';
import { importPlaces } from '../../src/core/imports/places/import-places.ts';
import type { Problem } from '../../src/core/imports/row.ts';
import type { Store } from '../../src/db/client.ts';
import { factsStore } from '../support/store.ts';
import { csvOf, editsIn, fileOf } from './importing.ts';

let store: Store;
beforeAll(async () => {
  store = await factsStore();
});

async function bringIn(path: string) {
  const problems: Problem[] = [];
  const counts = await importPlaces(
    { store, now: () => new Date('2024-01-01'), onProblem: (problem) => problems.push(problem) },
    path,
  );
  return { counts, problems };
}
const place = async (id: string) => {
  const [row] =
    await store.sql`select p.*, (select array_agg(spelling order by spelling) from place_alias where place_id = p.id) as spellings from place p where id = ${id}`;
  return row;
};

const line = (
  id: number,
  name: string,
  others: string,
  at: [number, number],
  kind: [string, string],
  country = 'SY',
  population = 0,
) =>
  [id, name, name, others, ...at, ...kind, country, '', '', '', '', '', population, '', 100, 'Asia/Damascus', '2020-01-01'].join(
    '\t',
  );

describe('places of GeoNames', () => {
  const dump = fileOf(
    [
      line(1, 'Qasr al Hayr', 'Qasr al-Hair,قصر الحير,Каср', [34.9, 38.6], ['P', 'PPL'], 'SY', 300),
      line(2, 'Tudmur', 'Palmyra,Tadmorskaya,تدمر', [34.5624, 38.2841], ['P', 'PPLA2'], 'SY', 51_323),
      line(3, 'Some Wadi', '', [34.8, 38.9], ['H', 'WAD']),
      line(4, 'Beirut', '', [33.9, 35.5], ['P', 'PPLC'], 'LB'),
      line(5, 'Homs', '', [34.7, 36.7], ['A', 'ADM1']),
      'no dump at all',
    ].join('\n'),
    'txt',
  );

  it('that nobody here knows are added with their spellings and the unit that they lie in', async () => {
    const { counts, problems } = await bringIn(dump);
    expect(counts).toEqual({ read: 6, new: 2, changed: 1, unchanged: 2, deleted: 0, rejected: 1 });
    expect(problems).toEqual([expect.objectContaining({ line: 6 })]);
    expect(await place('geonames-1')).toMatchObject({
      name: 'Qasr al Hayr',
      name_ar: 'قصر الحير',
      kind: 'village',
      country: 'SY',
      population: 300,
      spellings: ['Qasr al-Hair'],
    });
    expect(await place('geonames-1')).toHaveProperty('parent_id', expect.stringMatching(/^sy-/u));
    expect(await place('geonames-3')).toMatchObject({ kind: 'valley' });
  });

  it('that are here already get the spellings alone', async () => {
    expect(await place('geonames-2')).toBeUndefined();
    expect((await place('palmyra'))?.spellings).toContain('Tadmorskaya');
  });

  it('are added once', async () => {
    const edits = await editsIn(store);
    expect((await bringIn(dump)).counts).toMatchObject({ new: 0, changed: 0, rejected: 1 });
    expect(await editsIn(store)).toBe(edits);
  });
});

describe('places of OCHA', () => {
  const table = (name: string) =>
    fileOf(
      csvOf([
        {
          ADM1_EN: 'Homs',
          ADM1_PCODE: 'SY04',
          ADM2_EN: 'Tadmor',
          ADM2_PCODE: 'SY0402',
          ADM3_EN: 'Sokhneh',
          ADM3_PCODE: 'SY040201',
          ADM4_EN: name,
          ADM4_AR: 'المحطة',
          ADM4_PCODE: 'C2965',
          LATITUDE_Y: 34.95,
          LONGITUDE_X: 38.99,
        },
        {
          ADM1_EN: 'Homs',
          ADM1_PCODE: 'SY04',
          ADM2_EN: 'Tadmor',
          ADM2_PCODE: 'SY0402',
          ADM3_EN: 'Sokhneh',
          ADM3_PCODE: 'SY040201',
          ADM4_EN: 'Nowhere',
          ADM4_AR: '',
          ADM4_PCODE: 'C2966',
          LATITUDE_Y: '',
          LONGITUDE_X: 38.99,
        },
      ]),
    );

  it('come in by their p-codes, in the unit whose name stands beside them', async () => {
    const { counts, problems } = await bringIn(table('Mahatta'));
    expect(counts).toMatchObject({ read: 2, new: 1, rejected: 1 });
    expect(problems).toEqual([expect.objectContaining({ line: 3, column: 'LATITUDE_Y', reason: 'is empty' })]);
    expect(await place('ocha-c2965')).toMatchObject({ name: 'Mahatta', name_ar: 'المحطة', kind: 'village', country: 'SY' });
  });

  it('change with their table and keep the spellings that they had', async () => {
    expect((await bringIn(table('Mahattah'))).counts).toMatchObject({ new: 0, changed: 1 });
    expect((await bringIn(table('Mahattah'))).counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
    expect(await place('ocha-c2965')).toMatchObject({ name: 'Mahattah' });
  });

  it('that people have changed here stay as they are', async () => {
    await store.sql`insert into edit (at, who, why, subject, subject_id, changes) values (now(), 'lead', 'x', 'place', 'ocha-c2965', '{}')`;
    expect((await bringIn(table('Mahatta'))).counts).toMatchObject({ new: 0 });
    expect(await place('ocha-c2965')).toMatchObject({ name: 'Mahattah' });
  });

  it('are of no other kind of table', async () => {
    await expect(bringIn(fileOf('a,b\n1,2'))).rejects.toThrow('This is no OCHA table of places');
  });
});
