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
import { type Fragment, incidentsAt, type Session } from './incident-version.ts';
import type { Matching } from './matching.ts';
import type { Spot } from './selection.ts';

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

/** Each order ends in the id, so that pages never overlap and the same question gives the same list. */
export const LISTING_ORDERS = {
  date_asc: (sql) => sql`i.event_date_start, i.id`,
  date_desc: (sql) => sql`i.event_date_start desc, i.id desc`,
  killed_desc: (sql) => sql`i.killed_best desc nulls last, i.event_date_start, i.id`,
  killed_or_wounded_desc: (sql) => sql`
    case when i.killed_best is not null or i.wounded_low is not null
      then coalesce(i.killed_best, 0) + coalesce(i.wounded_low, 0) end desc nulls last, i.event_date_start, i.id`,
} satisfies Record<string, (sql: Session) => Fragment>;
export type ListingOrder = keyof typeof LISTING_ORDERS;

/** A page of what counts. */
export async function countedPage(
  sql: Session,
  { from, counted }: Matching,
  { order, offset, limit }: { order: ListingOrder; offset: number; limit: number },
): Promise<IncidentRow[]> {
  if (limit <= 0) return [];
  return sql<IncidentRow[]>`select ${columns(sql)} from ${from} where ${counted}
    order by ${LISTING_ORDERS[order](sql)} offset ${offset}::int limit ${limit}::int`;
}

export interface PossibleRow extends IncidentRow {
  daySure: boolean;
  placeSure: boolean;
}

/** How many belong only perhaps, and the oldest of them with the reason. */
export async function possiblePage(
  sql: Session,
  { from, possible, daySure, placeSure }: Matching,
  limit: number,
): Promise<{ count: number; rows: PossibleRow[] }> {
  const found = await sql<(PossibleRow & { total: number })[]>`
    select ${columns(sql)}, (${daySure}) is true as "daySure", (${placeSure}) is true as "placeSure", p.total
    from (select i.id, count(*) over ()::int as total from ${from} where ${possible}
      order by i.event_date_start, i.id limit ${limit}::int) p
    join ${from} on i.id = p.id
    order by i.event_date_start, i.id`;
  return { count: found[0]?.total ?? 0, rows: found.map(({ total: _, ...row }) => row) };
}

export async function possibleCount(sql: Session, { from, possible }: Matching): Promise<number> {
  const [found] = await sql<{ n: number }[]>`select count(*)::int as n from ${from} where ${possible}`;
  return found?.n ?? 0;
}

/** The places of the incidents that fit and that only an outline can judge. */
export async function spots(sql: Session, { from, fits, dayOpen }: Matching, condition: Fragment): Promise<Spot[]> {
  return sql<
    Spot[]
  >`select i.id::int as id, i.lat, i.lon, i.where_prec as "wherePrec", i.extent_km as "extentKm", i.place_id as "placeId"
    from ${from} where ${condition} and ${dayOpen} and ${fits}`;
}

/** An incident by its ref, whatever its status, as it stood. */
export async function incidentByRef(sql: Session, ref: string, asOf: string | null): Promise<IncidentRow | null> {
  const [found] = await sql<IncidentRow[]>`select ${columns(sql)} from ${incidentsAt(sql, asOf)} i where i.ref = ${ref}`;
  return found ?? null;
}
