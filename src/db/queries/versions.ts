import type { ISql } from 'postgres';
import type { Changes } from '../schema/index.ts';
import { asJson, changedByOthers, columnList, givenRows, valueList } from './upsert.ts';

/** What an incident's version says, as the store's columns are typed; ids, version and instants are the writer's. */
export const CONTENT = {
  ref: 'text',
  eventDateStart: 'date',
  eventDateEnd: 'date',
  datePrec: 'smallint',
  placeId: 'text',
  placeEn: 'text',
  placeAr: 'text',
  country: 'text',
  admin1: 'text',
  admin2: 'text',
  admin3: 'text',
  lat: 'double precision',
  lon: 'double precision',
  wherePrec: 'smallint',
  extentKm: 'real',
  eventType: 'text',
  subEventType: 'text',
  tactics: 'text[]',
  targetObjects: 'text[]',
  means: 'text[]',
  timeOfDay: 'text',
  attributedTo: 'text[]',
  attributionCertainty: 'text',
  claimedBy: 'text[]',
  targets: 'text[]',
  tolls: 'jsonb',
  evidence: 'text',
  eventClarity: 'smallint',
  summaryEn: 'text',
  summaryAr: 'text',
  status: 'text',
} as const;

const NAMES = Object.keys(CONTENT);
const KEPT = ['version', 'recordedAt', 'changedAt'];

export interface PutIncident {
  ref: string;
  version: number;
  changes: Changes;
}

interface PutRow {
  ref: string;
  version: number;
  before: Record<string, unknown> | null;
  after: Record<string, unknown>;
}

/**
 * Writes incidents by origin and originId in one statement: new ones as version 1; of those that differ, the version that held goes whole
 * to incident_past and the new one takes its place. Incidents that somebody other than `who` has changed are left alone.
 */
export async function putIncidents(
  tx: ISql,
  rows: readonly object[],
  { who, now }: { who: string; now: Date },
): Promise<PutIncident[]> {
  const put = await tx.unsafe<PutRow[]>(
    `with ${givenRows({ origin: 'text', originId: 'text', ...CONTENT })},
       held as (
         select i.* from incident as i join given using (origin, origin_id)
         where (${valueList('i', NAMES)}) is distinct from (${valueList('given', NAMES)})
           and not ${changedByOthers('incident', 'i.ref')}
       ),
       past as (
         insert into incident_past (id, origin, origin_id, ${columnList([...NAMES, ...KEPT])}, valid_to)
         select id, origin, origin_id, ${columnList([...NAMES, ...KEPT])}, $3::text::timestamptz from held
       ),
       changed as (
         update incident as i set
           (${columnList(NAMES)}) = row(${valueList('given', NAMES)}),
           version = i.version + 1,
           changed_at = $3::text::timestamptz
         from given join held using (origin, origin_id)
         where i.id = held.id
         returning i.*
       ),
       added as (
         insert into incident (origin, origin_id, ${columnList([...NAMES, 'recordedAt', 'changedAt'])})
         select origin, origin_id, ${columnList(NAMES)}, $3::text::timestamptz, $3::text::timestamptz from given
         on conflict (origin, origin_id) do nothing
         returning *
       )
     select c.ref, c.version, to_jsonb(held) as before, to_jsonb(c) as after
     from (select * from changed union all select * from added) as c left join held on held.id = c.id
     order by c.event_date_start, c.ref`,
    [asJson(rows), who, now.toISOString()],
  );
  return put.map(({ ref, version, before, after }) => ({ ref, version, changes: changesBetween(before, after) }));
}

/** A new incident's one change is that there is a version. */
function changesBetween(before: PutRow['before'], after: PutRow['after']): Changes {
  if (before === null) return { version: [null, after.version] };
  const names = Object.keys(after).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  return Object.fromEntries(names.map((name) => [name, [before[name], after[name]]]));
}
