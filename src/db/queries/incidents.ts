import type { Tolls } from '../schema/columns.ts';
import type {
  Attribution,
  EventType,
  Evidence,
  IncidentStatus,
  SubEventType,
  Tactic,
  TargetObject,
} from '../schema/vocabulary.ts';
import { incidentsAt } from './incident-version.ts';
import type { Matching } from './matching.ts';
import type { Fragment, Session } from './session.ts';

export interface IncidentRow {
  id: number;
  ref: string;
  dateStart: string;
  dateEnd: string;
  datePrec: number;
  placeId: string | null;
  placeEn: string;
  placeAr: string | null;
  country: 'SY' | 'IQ';
  admin1: string | null;
  admin2: string | null;
  lat: number;
  lon: number;
  wherePrec: number;
  extentKm: number | null;
  eventType: EventType;
  subEventType: SubEventType;
  tactics: Tactic[];
  targetObjects: TargetObject[];
  attributedTo: string[];
  attributionCertainty: Attribution;
  claimedBy: string[];
  targets: string[];
  tolls: Tolls;
  evidence: Evidence;
  eventClarity: number;
  summaryEn: string;
  summaryAr: string | null;
  status: IncidentStatus;
  version: number;
}

const columns = (sql: Session): Fragment => sql`
  i.id::int as id, i.ref, i.event_date_start::text as "dateStart", i.event_date_end::text as "dateEnd", i.date_prec as "datePrec",
  i.place_id as "placeId", i.place_en as "placeEn", i.place_ar as "placeAr", i.country, i.admin1, i.admin2, i.lat, i.lon,
  i.where_prec as "wherePrec", i.extent_km as "extentKm", i.event_type as "eventType", i.sub_event_type as "subEventType",
  i.tactics, i.target_objects as "targetObjects", i.attributed_to as "attributedTo",
  i.attribution_certainty as "attributionCertainty", i.claimed_by as "claimedBy", i.targets, i.tolls, i.evidence,
  i.event_clarity as "eventClarity", i.summary_en as "summaryEn", i.summary_ar as "summaryAr", i.status, i.version`;

/** As `IncidentRow`: incidents by an array of ids, as they stood, in no order. */
export function incidentsById(sql: Session, ids: Fragment, asOf: string | null): Fragment {
  return sql`select ${columns(sql)} from ${incidentsAt(sql, asOf)} i where i.id = any(${ids})`;
}

/** As `Spot`: where the incidents are that fit and that only an outline can judge: once for all that are at the same spot. */
export const spots = (sql: Session, { from, fits, dayOpen, daySure }: Matching, condition: Fragment): Fragment => sql`
    select array_agg(i.id::int) as ids, array_agg(i.event_date_start::text) as starts, array_agg(${daySure} is true) as "daySure", i.lat, i.lon, i.where_prec as "wherePrec", i.extent_km as "extentKm", i.place_id as "placeId"
    from ${from} where ${condition} and ${dayOpen} and ${fits}
    group by i.lat, i.lon, i.where_prec, i.extent_km, i.place_id`;

/** An incident by its ref, whatever its status, as it stood. */
export async function incidentByRef(sql: Session, ref: string, asOf: string | null): Promise<IncidentRow | null> {
  const [found] = await sql.run<IncidentRow>(sql`select ${columns(sql)} from ${incidentsAt(sql, asOf)} i where i.ref = ${ref}`);
  return found ?? null;
}
