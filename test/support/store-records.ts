import type { Sql } from 'postgres';
import type { AccountRecord, IncidentRecord, Records, VersionRecord } from './records.ts';

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'`;
const instant = (column: string, name: string) => `to_char(${column} at time zone 'UTC', ${INSTANT}) as "${name}"`;

/** The columns of one version, as records call them. */
const VERSION = `id::float8 as id, ref, event_date_start::text as "eventDateStart", event_date_end::text as "eventDateEnd",
  date_prec as "datePrec", place_id as "placeId", place_en as "placeEn", country, admin1, admin2, admin3, lat, lon,
  where_prec as "wherePrec", extent_km as "extentKm", event_type as "eventType", sub_event_type as "subEventType", tactics,
  target_objects as "targetObjects", means, time_of_day as "timeOfDay", attributed_to as "attributedTo",
  attribution_certainty as "attributionCertainty", claimed_by as "claimedBy", targets, tolls::text as tolls, evidence, status, version,
  ${instant('recorded_at', 'recordedAt')}, ${instant('changed_at', 'changedAt')}`;

type Row = Omit<VersionRecord, 'tolls'> & Pick<IncidentRecord, 'id' | 'ref' | 'recordedAt'> & { tolls: string };

/** All that a store holds of incidents and accounts, table by table, without a join. */
export async function recordsIn(sql: Sql): Promise<Pick<Records, 'incidents' | 'accounts' | 'edits'>> {
  const rows = await sql.unsafe<Row[]>(`select ${VERSION} from incident union all select ${VERSION} from incident_past
    order by id, version`);
  const accounts = await sql.unsafe<(Omit<AccountRecord, 'covers' | 'tolls'> & { tolls: string })[]>(`
    select id, source_id as "sourceId", tolls::text as tolls, joint_toll as "jointToll", ${instant('recorded_at', 'recordedAt')},
      ${instant('retracted_at', 'retractedAt')} from account`);
  const links = await sql<{ account: string; incident: number }[]>`
    select account_id as account, incident_id::float8 as incident from account_incident`;
  const edits = await sql.unsafe<{ at: string | null }[]>(`select ${instant('at', 'at')}
    from generate_series(1, (select max(id) from edit)) n left join edit on id = n order by n`);
  const byId = new Map<number, IncidentRecord>();
  for (const { id, ref, recordedAt, tolls, ...rest } of rows) {
    const version: VersionRecord = { ...rest, tolls: JSON.parse(tolls) };
    const held = byId.get(id);
    if (held) held.versions.push(version);
    else byId.set(id, { id, ref, recordedAt, versions: [version] });
  }
  const covers = new Map<string, number[]>();
  for (const { account, incident } of links) {
    const covered = covers.get(account);
    if (covered) covered.push(incident);
    else covers.set(account, [incident]);
  }
  return {
    incidents: [...byId.values()],
    accounts: accounts.map((one) => ({ ...one, tolls: JSON.parse(one.tolls), covers: covers.get(one.id) ?? [] })),
    edits: edits.map(({ at }) => at),
  };
}
