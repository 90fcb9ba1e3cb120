import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { type ImportRequest, type ImportResult, importFile } from '../../src/core/imports/import-file.ts';
import type { Problem } from '../../src/core/imports/row.ts';
import type { Store } from '../../src/db/client.ts';

const directory = mkdtempSync(join(tmpdir(), 'dalil-imports-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

let files = 0;

/** A file with this content, gone after the test file. */
export function fileOf(content: string | Uint8Array, ending = 'csv'): string {
  const path = join(directory, `${files++}.${ending}`);
  writeFileSync(path, content);
  return path;
}

export interface Imported extends ImportResult {
  problems: Problem[];
}

const START = Date.parse('2024-01-01T00:00:00Z');

/** Imports with a clock that goes on by a day with each batch of each import. */
export function importer(store: Store, batchRows?: number) {
  let days = 0;
  return async (request: ImportRequest): Promise<Imported> => {
    const problems: Problem[] = [];
    const now = () => new Date(START + days++ * 86_400_000);
    const onProblem = (problem: Problem) => {
      problems.push(problem);
    };
    const result = await importFile({ store, now, onProblem, ...(batchRows === undefined ? {} : { batchRows }) }, request);
    return { ...result, problems };
  };
}

type Cells = Record<string, string | number>;

const quoted = (value: string | number) =>
  /[",\r\n]/u.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : String(value);

/** Records as CSV; all have the first one's columns. */
export function csvOf(records: readonly Cells[]): string {
  const names = Object.keys(records[0] ?? {});
  return [names.join(','), ...records.map((record) => names.map((name) => quoted(record[name] ?? '')).join(','))].join('\n');
}

/** One event as UCDP's releases since 18.1 have it. */
export const ucdpEvent = (given: Cells = {}): Cells => ({
  id: 244657,
  relid: 'IRQ-2017-3-524-322',
  year: 2017,
  active_year: 1,
  code_status: 'Clear',
  type_of_violence: 1,
  conflict_new_id: 299,
  conflict_name: 'Syria: Government',
  dyad_new_id: 12,
  dyad_name: 'Government of Syria - IS',
  side_a_new_id: 118,
  side_a: 'Government of Syria',
  side_b_new_id: 234,
  side_b: 'IS',
  number_of_sources: 2,
  source_article: '"SOHR,2017-03-05,Clashes east of Palmyra"',
  source_office: 'SOHR',
  source_date: '2017-03-05',
  source_headline: 'Clashes east of Palmyra',
  source_original: 'SOHR',
  where_prec: 1,
  where_coordinates: 'Tadmur town',
  where_description: 'Palmyra town',
  adm_1: 'Homs Governorate',
  adm_2: 'Tadmur district',
  latitude: 34.5624,
  longitude: 38.2841,
  geom_wkt: 'POINT (38.2841 34.5624)',
  priogrid_gid: 1,
  country: 'Syria',
  country_id: 652,
  region: 'Middle East',
  event_clarity: 1,
  date_prec: 1,
  date_start: '2017-03-04 00:00:00.000',
  date_end: '2017-03-04 00:00:00.000',
  deaths_a: 3,
  deaths_b: 5,
  deaths_civilians: 1,
  deaths_unknown: 0,
  best: 9,
  high: 12,
  low: 7,
  gwnoa: 652,
  gwnob: '',
  ...given,
});

/** One event as ACLED exports it. */
export const acledEvent = (given: Cells = {}): Cells => ({
  event_id_cnty: 'SYR131047',
  event_date: '05 April 2023',
  year: 2023,
  time_precision: 1,
  disorder_type: 'Political violence',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'Islamic State (Syria)',
  assoc_actor_1: '',
  inter1: 2,
  actor2: 'Military Forces of Syria (2000-2024)',
  assoc_actor_2: 'NDF: National Defense Forces',
  inter2: 1,
  interaction: 12,
  civilian_targeting: '',
  iso: 760,
  region: 'Middle East',
  country: 'Syria',
  admin1: 'Homs',
  admin2: 'Tadmor',
  admin3: 'Sokhneh',
  location: 'As Sukhnah',
  latitude: 34.8868,
  longitude: 38.8721,
  geo_precision: 1,
  source: 'SOHR; Liveuamap',
  source_scale: 'Other-New media',
  notes: 'On 5 April 2023, Islamic State militants attacked a regime forces checkpoint near As Sukhnah. 3 killed.',
  fatalities: 3,
  tags: '',
  timestamp: 1681000000,
  ...given,
});

/** One line of a team's own sheet, with dalil's names of columns. */
export const ownRow = (given: Cells = {}): Cells => ({
  id: 'A-1',
  start: '2023-04-08',
  lat: 34.88,
  lon: 38.87,
  place: 'Sukhnah',
  country: 'Syria',
  attributed_to: 'ISIS',
  targets: 'SAA',
  tactics: 'ambush',
  killed_government: '4',
  summary: 'An ambush on the road.',
  ...given,
});

/** What an import left, without ids and instants: equal stores are equal here. */
export async function stateOf({ sql }: Store) {
  const incidents = await sql`
    select to_jsonb(i) - 'id' - 'recorded_at' - 'changed_at' as row,
      (select jsonb_agg(to_jsonb(a) - 'recorded_at' - 'retracted_at' || jsonb_build_object('back', a.retracted_at is not null) order by a.id)
       from account_incident ai join account a on a.id = ai.account_id where ai.incident_id = i.id) as accounts
    from incident i order by origin, origin_id`;
  const past = await sql`
    select to_jsonb(p) - 'id' - 'recorded_at' - 'changed_at' - 'valid_to' as row from incident_past p order by origin, origin_id, version`;
  const actors = await sql`select id, name, party, kind from actor order by id`;
  return { incidents: [...incidents], past: [...past], actors: [...actors] };
}

/** How many edits the store holds, by subject. */
export const editsIn = async ({ sql }: Store): Promise<number> => {
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from edit`;
  return row?.n ?? 0;
};
