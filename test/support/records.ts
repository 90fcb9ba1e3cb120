import type { Sql } from 'postgres';
import type { Actor, Place, SourceName } from '../../src/core/gazetteer/gazetteer.ts';
import type { Tolls } from '../../src/db/schema/columns.ts';
import type {
  Attribution,
  EventType,
  Evidence,
  IncidentStatus,
  Means,
  StatisticMetric,
  SubEventType,
  Tactic,
  TargetObject,
} from '../../src/db/schema/vocabulary.ts';

/** What the store says of an incident at one time. Instants are ISO, UTC. */
export interface VersionRecord {
  eventDateStart: string;
  eventDateEnd: string;
  datePrec: number;
  placeId: string | null;
  placeEn: string;
  country: 'SY' | 'IQ';
  admin1: string | null;
  admin2: string | null;
  admin3: string | null;
  lat: number;
  lon: number;
  wherePrec: number;
  extentKm: number | null;
  eventType: EventType;
  subEventType: SubEventType;
  tactics: Tactic[];
  targetObjects: TargetObject[];
  means: Means[];
  timeOfDay: 'day' | 'night' | null;
  attributedTo: string[];
  attributionCertainty: Attribution;
  claimedBy: string[];
  targets: string[];
  tolls: Tolls;
  evidence: Evidence;
  status: IncidentStatus;
  changedAt: string;
}

/** Oldest version first; the last one holds. */
export interface IncidentRecord {
  id: number;
  ref: string;
  recordedAt: string;
  versions: [VersionRecord, ...VersionRecord[]];
}

export interface AccountRecord {
  id: string;
  sourceId: string;
  tolls: Tolls;
  jointToll: boolean;
  covers: number[];
  recordedAt: string;
  retractedAt: string | null;
}

export interface StatisticRecord {
  id: string;
  sourceId: string;
  metric: StatisticMetric;
  low: number | null;
  high: number | null;
  periodFrom: string;
  periodTo: string;
  areaPlaceIds: string[];
  perpetrators: string[];
  subjects: string[];
  accountId: string | null;
}

/** A whole store, as plain records. */
export interface Records {
  places: Place[];
  actors: Actor[];
  sources: SourceName[];
  incidents: IncidentRecord[];
  accounts: AccountRecord[];
  statistics: StatisticRecord[];
  /** When each edit was made, oldest first: the n-th has the number n. Null: a number that no edit has. */
  edits: (string | null)[];
}

const CONTENT = {
  ref: 'text',
  event_date_start: 'date',
  event_date_end: 'date',
  date_prec: 'int',
  place_id: 'text',
  place_en: 'text',
  country: 'text',
  admin1: 'text',
  admin2: 'text',
  admin3: 'text',
  lat: 'float8',
  lon: 'float8',
  where_prec: 'int',
  extent_km: 'real',
  event_type: 'text',
  sub_event_type: 'text',
  tactics: 'text[]',
  target_objects: 'text[]',
  means: 'text[]',
  time_of_day: 'text',
  attributed_to: 'text[]',
  attribution_certainty: 'text',
  claimed_by: 'text[]',
  targets: 'text[]',
  tolls: 'jsonb',
  evidence: 'text',
  status: 'text',
  version: 'int',
  summary_en: 'text',
  recorded_at: 'timestamptz',
  changed_at: 'timestamptz',
};

const snake = (name: string) => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
const snaked = (record: object) => Object.fromEntries(Object.entries(record).map(([name, value]) => [snake(name), value]));

const AT_ONCE = 10_000;

/** Writes rows of known column types, in as few statements as their number allows. */
async function insert(sql: Sql, table: string, columns: Record<string, string>, rows: object[]) {
  const names = Object.keys(columns).map((name) => `"${name}"`);
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`);
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await sql.unsafe(
      `insert into ${table} (${names.join(', ')}) overriding system value
      select ${names.join(', ')} from jsonb_to_recordset($1::jsonb) as r (${types.join(', ')})`,
      [JSON.stringify(rows.slice(at, at + AT_ONCE))],
    );
  }
}

const SETTINGS = { id: 'text', name: 'text', name_ar: 'text' };

/** Empties the store and fills it with these records. */
export async function load(sql: Sql, records: Records): Promise<void> {
  await sql.unsafe(
    'truncate incident, incident_past, account, account_incident, statistic, edit, place, actor, source, document restart identity cascade',
  );
  await insert(
    sql,
    'place',
    {
      ...SETTINGS,
      kind: 'text',
      parent_id: 'text',
      country: 'text',
      lat: 'float8',
      lon: 'float8',
      extent_km: 'real',
      outline: 'jsonb',
      origin: 'text',
    },
    records.places.map((place) => ({ ...snaked(place), origin: 'test' })),
  );
  await insert(sql, 'actor', { ...SETTINGS, parent_id: 'text', party: 'text', kind: 'text' }, records.actors.map(snaked));
  await insert(
    sql,
    'source',
    { ...SETTINGS, kind: 'text', affiliation: 'text', reliability: 'text', note: 'text' },
    records.sources.map((source) => ({ ...snaked(source), affiliation: 'test', note: '' })),
  );
  await loadIncidents(sql, records.incidents);
  await insert(
    sql,
    'account',
    {
      id: 'text',
      source_id: 'text',
      stance: 'text',
      tolls: 'jsonb',
      joint_toll: 'boolean',
      approximate: 'boolean',
      credibility: 'int',
      recorded_at: 'timestamptz',
      retracted_at: 'timestamptz',
    },
    records.accounts.map((account) => ({ ...snaked(account), stance: 'report', approximate: false, credibility: 6 })),
  );
  await insert(
    sql,
    'account_incident',
    { account_id: 'text', incident_id: 'int' },
    records.accounts.flatMap((account) => account.covers.map((incident_id) => ({ account_id: account.id, incident_id }))),
  );
  await insert(
    sql,
    'statistic',
    {
      id: 'text',
      source_id: 'text',
      metric: 'text',
      low: 'float8',
      high: 'float8',
      approximate: 'boolean',
      period_from: 'date',
      period_to: 'date',
      area_en: 'text',
      area_ar: 'text',
      area_place_ids: 'text[]',
      perpetrators: 'text[]',
      subjects: 'text[]',
      breakdown: 'jsonb',
      account_id: 'text',
    },
    records.statistics.map((s) => ({ ...snaked(s), approximate: false, area_en: s.id, area_ar: s.id, breakdown: [] })),
  );
  await insert(
    sql,
    'edit',
    { id: 'int', at: 'timestamptz', who: 'text', why: 'text', subject: 'text', subject_id: 'text', changes: 'jsonb' },
    records.edits.flatMap((at, i) =>
      at === null ? [] : [{ id: i + 1, at, who: 'test', why: 'test', subject: 'store', subject_id: '', changes: {} }],
    ),
  );
}

/** Adds incidents with all their versions, and looks at the table as the autovacuum would. */
export async function loadIncidents(sql: Sql, incidents: readonly IncidentRecord[], origin = 'test'): Promise<void> {
  const row = ({ id, ref, recordedAt }: IncidentRecord, version: VersionRecord, number: number) => ({
    ...snaked(version),
    id,
    ref,
    origin,
    origin_id: String(id),
    recorded_at: recordedAt,
    version: number,
    summary_en: '',
  });
  const columns = { id: 'int', origin: 'text', origin_id: 'text', ...CONTENT };
  const current = incidents.map((incident) =>
    row(incident, incident.versions.at(-1) ?? incident.versions[0], incident.versions.length),
  );
  await insert(sql, 'incident', columns, current);
  const past = incidents.flatMap((incident) =>
    incident.versions.slice(0, -1).map((version, i) => ({
      ...row(incident, version, i + 1),
      valid_to: incident.versions[i + 1]?.changedAt,
    })),
  );
  await insert(sql, 'incident_past', { ...columns, valid_to: 'timestamptz' }, past);
  await sql.unsafe('analyze incident');
}

/** Puts the last version of each in the place of what the store holds of it, as an editor would. */
export async function changeIncidents(sql: Sql, incidents: readonly IncidentRecord[]): Promise<void> {
  const names = Object.keys(CONTENT).filter(
    (name) => name !== 'version' && name !== 'summary_en' && name !== 'ref' && name !== 'recorded_at',
  );
  const types = Object.entries(CONTENT).map(([name, type]) => `"${name}" ${type}`);
  await sql.unsafe(
    `update incident i set (${names.join(', ')}) = row(${names.map((name) => `r.${name}`).join(', ')})
      from jsonb_to_recordset($1::jsonb) as r (id int, ${types.join(', ')}) where i.id = r.id`,
    [JSON.stringify(incidents.map(({ id, versions }) => ({ id, ...snaked(versions.at(-1) ?? versions[0]) })))],
  );
}
