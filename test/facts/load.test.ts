import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsDirectory, gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { loadFacts } from '../../src/core/facts/load.ts';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import type { Store } from '../../src/db/client.ts';
import { freshStore } from '../support/store.ts';

const FIRST = new Date('2024-05-01T06:00:00Z');
const LATER = new Date('2024-06-01T06:00:00Z');
const TABLES = [
  'source',
  'document',
  'actor',
  'actor_alias',
  'place',
  'place_alias',
  'incident',
  'incident_past',
  'account',
  'account_incident',
  'statistic',
  'edit',
];

/** Where each row lies and which transaction wrote it: a row that is written anew, even with the same values, shows. */
async function written({ sql }: Store) {
  const tables = await Promise.all(TABLES.map((t) => sql.unsafe(`select ctid::text, xmin::text from ${t} order by ctid`)));
  return tables.map((rows) => rows.map((r) => `${r.ctid} ${r.xmin}`));
}

const count = async ({ sql }: Store, table: string): Promise<number> => {
  const [row] = await sql.unsafe<{ n: number }[]>(`select count(*)::int as n from ${table}`);
  return row?.n ?? -1;
};

const copies: string[] = [];
afterAll(() => {
  for (const directory of copies) rmSync(directory, { recursive: true, force: true });
});

/** A newer edition of the data: a copy with some words of one file replaced. */
function edition(file: string, before: string, after: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'dalil-facts-'));
  copies.push(directory);
  cpSync(factsDirectory, directory, { recursive: true });
  const text = readFileSync(join(directory, file), 'utf8');
  expect(text).toContain(before);
  writeFileSync(join(directory, file), text.replace(before, after));
  return directory;
}

describe('a first start', () => {
  let store: Store;
  beforeAll(async () => {
    store = await freshStore();
    expect(await loadFacts(store, { now: FIRST })).toEqual({ loaded: true, added: 21, changed: 0 });
  });

  test('loads everything', async () => {
    expect(await count(store, 'source')).toBe(15);
    expect(await count(store, 'document')).toBe(5);
    expect(await count(store, 'incident')).toBe(21);
    expect(await count(store, 'account')).toBe(21);
    expect(await count(store, 'statistic')).toBe(15);
    expect(await count(store, 'incident_past')).toBe(0);
  });

  test('leaves the gazetteer in the store that the files give', async () => {
    const [stored, files] = [await readGazetteer(store), gazetteerFromFiles()];
    const plain = (g: typeof files) => ({
      places: [...g.places.values()].map((p) => ({
        ...p,
        spellings: new Set(p.spellings.map((s) => `${s.language} ${s.text}`)),
      })),
      actors: [...g.actors.values()].map((a) => ({
        ...a,
        spellings: new Set(a.spellings.map((s) => `${s.language} ${s.text}`)),
      })),
      sources: [...g.sources.values()].map(({ id, name, nameAr, kind, side, reliability }) => ({
        id,
        name,
        nameAr,
        kind,
        side,
        reliability,
      })),
    });
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
    const [a, b] = [plain(stored), plain(files)];
    expect(a.places.sort(byId)).toEqual(b.places.sort(byId));
    expect(a.actors.sort(byId)).toEqual(b.actors.sort(byId));
    expect(a.sources.sort(byId)).toEqual(b.sources.sort(byId));
  });

  test('says that it happened once, and of each incident that it is there', async () => {
    const edits = await store.sql<{ subject: string; who: string }[]>`select subject, who from edit order by id`;
    expect(edits).toHaveLength(22);
    expect(edits.at(-1)?.subject).toBe('store');
    expect(new Set(edits.slice(0, -1).map((e) => e.subject))).toEqual(new Set(['incident']));
    expect(new Set(edits.map((e) => e.who))).toEqual(new Set(['dalil']));
  });

  test('gives Kabajib seven to eight dead and an open number of wounded', async () => {
    const [row] = await store.sql`
      select killed_low, killed_best, killed_high, wounded_low, wounded_high from incident where origin_id = 'kabajib-2020-05-17'`;
    expect(row).toEqual({ killed_low: 7, killed_best: 8, killed_high: 8, wounded_low: 13, wounded_high: null });
  });

  test('keeps the figure of three attacks as one, and the published one points to it', async () => {
    const rows = await store.sql`
      select a.id, a.joint_toll, a.tolls, array_agg(i.origin_id order by i.origin_id) as covers, s.id as statistic
      from account a join account_incident l on l.account_id = a.id join incident i on i.id = l.incident_id
      left join statistic s on s.account_id = a.id
      where a.joint_toll group by a.id, s.id`;
    expect(rows).toEqual([
      {
        id: 'badia-2023-04-sohr',
        joint_toll: true,
        tolls: { government: { killed: { low: 9, best: 9, high: 9 } } },
        covers: ['badia-2023-04-04', 'badia-2023-04-05', 'badia-2023-04-06'],
        statistic: 'quds-april-2023-killed',
      },
    ]);
    const [own] =
      await store.sql`select count(*)::int as n from incident where origin_id like 'badia-%' and killed_best is not null`;
    expect(own?.n).toBe(0);
  });

  test('keeps the figure of two attacks beside theirs, never added', async () => {
    const [row] = await store.sql`
      select a.joint_toll, a.tolls, count(*)::int as covers from account a join account_incident l on l.account_id = a.id
      where a.source_id = 'pro-regime-social' group by a.id`;
    expect(row).toEqual({
      joint_toll: false,
      tolls: { government: { killed_or_missing: { low: 12, high: null } } },
      covers: 2,
    });
  });

  test('grades both sides agreeing as fair and the rest, of one source each, as weak', async () => {
    const fair = await store.sql`select origin_id from incident where evidence = 'fair' order by 1`;
    expect(fair.map((r) => r.origin_id)).toEqual(['bishri-2019-04-18', 'kawm-2019-04-17']);
    const [weak] = await store.sql`select count(*)::int as n from incident where evidence = 'weak'`;
    expect(weak?.n).toBe(19);
  });

  test('is not repeated: a second start writes nothing', async () => {
    const before = await written(store);
    expect(await loadFacts(store, { now: LATER })).toEqual({ loaded: false, added: 0, changed: 0 });
    expect(await written(store)).toEqual(before);
  });
});

describe('a newer edition of the data', () => {
  test('gives a changed incident a new version, keeps the old one, and touches nothing else', async () => {
    const store = await freshStore();
    await loadFacts(store, { now: FIRST });
    const before = await written(store);
    const directory = edition('incidents.json', '"tolls":{"government":{"killed":{"low":6,"best":6,"high":6}}}', '"tolls":{}');
    expect(await loadFacts(store, { now: LATER, directory })).toEqual({ loaded: true, added: 0, changed: 1 });

    const [now] = await store.sql`
      select version, killed_best, recorded_at::text, changed_at::text from incident where origin_id = 'sukhnah-2023-04-08'`;
    expect(now).toEqual({
      version: 2,
      killed_best: null,
      recorded_at: '2024-05-01 06:00:00+00',
      changed_at: '2024-06-01 06:00:00+00',
    });
    const past = await store.sql`select origin_id, version, tolls, valid_to::text from incident_past`;
    expect(past).toEqual([
      {
        origin_id: 'sukhnah-2023-04-08',
        version: 1,
        tolls: { government: { killed: { low: 6, best: 6, high: 6 } } },
        valid_to: '2024-06-01 06:00:00+00',
      },
    ]);
    const [edit] = await store.sql`select subject, changes from edit order by id desc offset 1 limit 1`;
    expect(edit?.subject).toBe('incident');
    expect(edit?.changes).toMatchObject({ version: [1, 2], tolls: [{ government: { killed: { best: 6 } } }, {}] });

    const after = await written(store);
    const untouched = TABLES.filter((t) => !['incident', 'incident_past', 'edit'].includes(t));
    for (const table of untouched) expect(after[TABLES.indexOf(table)], table).toEqual(before[TABLES.indexOf(table)]);
    const incidents = after[TABLES.indexOf('incident')] ?? [];
    expect(incidents.filter((row) => !before[TABLES.indexOf('incident')]?.includes(row))).toHaveLength(1);
  });

  test('changes a source with its old and new value in the history', async () => {
    const store = await freshStore();
    await loadFacts(store, { now: FIRST });
    const directory = edition('sources.json', '"side":"opposition","reliability":"B"', '"side":"opposition","reliability":"C"');
    await loadFacts(store, { now: LATER, directory });
    const [edit] = await store.sql`select subject_id, changes from edit where subject = 'source'`;
    expect(edit).toEqual({ subject_id: 'sohr', changes: { reliability: ['B', 'C'] } });
  });

  test('takes a spelling off that it no longer gives, and adds one that is new', async () => {
    const store = await freshStore();
    await loadFacts(store, { now: FIRST });
    const directory = edition('places/by-hand.json', '"Kobajjep"', '"Kubaajib"');
    await loadFacts(store, { now: LATER, directory });
    const found = await store.sql`select spelling from place_alias where spelling in ('Kobajjep', 'Kubaajib')`;
    expect(found.map((r) => r.spelling)).toEqual(['Kubaajib']);
  });

  test('does not overwrite what people have changed', async () => {
    const store = await freshStore();
    await loadFacts(store, { now: FIRST });
    await store.sql`update incident set evidence = 'discounted', version = 2 where origin_id = 'sukhnah-2023-04-08'`;
    await store.sql`
      insert into edit (at, who, why, subject, subject_id, changes)
      select ${FIRST.toISOString()}, 'lead', 'not an attack', 'incident', ref, '{"evidence": ["weak", "discounted"]}'
      from incident where origin_id = 'sukhnah-2023-04-08'`;
    const directory = edition('incidents.json', '"tolls":{"government":{"killed":{"low":6,"best":6,"high":6}}}', '"tolls":{}');
    expect(await loadFacts(store, { now: LATER, directory })).toEqual({ loaded: true, added: 0, changed: 0 });
    const [row] = await store.sql`select evidence, killed_best, version from incident where origin_id = 'sukhnah-2023-04-08'`;
    expect(row).toEqual({ evidence: 'discounted', killed_best: 6, version: 2 });
  });
});

describe('data that cannot be loaded', () => {
  test('is refused with the name of the file and the record', async () => {
    const store = await freshStore();
    const misspelt = edition('incidents.json', '"attributionCertainty":"confirmed"', '"attributionCertainty":"sure"');
    await expect(loadFacts(store, { now: FIRST, directory: misspelt })).rejects.toThrow(/incidents\.json.*\[0\]/su);
    const unknown = edition('incidents.json', '"saa-18th-division"', '"saa-19th-division"');
    await expect(loadFacts(store, { now: FIRST, directory: unknown })).rejects.toThrow(
      'kawm-2019-04-17 names an unknown actor: saa-19th-division',
    );
    expect(await count(store, 'source')).toBe(0);
  });

  test('leaves nothing behind where the database refuses it in the middle', async () => {
    const store = await freshStore();
    const twice = edition('incidents.json', 'BDY-X27E82', 'BDY-2QTATX');
    await expect(loadFacts(store, { now: FIRST, directory: twice })).rejects.toThrow(/incident_ref/u);
    for (const table of TABLES) expect(await count(store, table), table).toBe(0);
    expect(await loadFacts(store, { now: FIRST })).toMatchObject({ loaded: true, added: 21 });
  });
});

test('of two starts at once one loads and the other finds it done', async () => {
  const store = await freshStore();
  const both = await Promise.all([loadFacts(store, { now: FIRST }), loadFacts(store, { now: FIRST })]);
  expect(both.map((l) => l.loaded).sort()).toEqual([false, true]);
  expect(await count(store, 'incident')).toBe(21);
  expect(await count(store, 'edit')).toBe(22);
});
