import { sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import type { Range } from '../schema/columns.ts';
import type { Tactic, TargetObject } from '../schema/vocabulary.ts';

/** An incident as far as two tellings of an event are compared. */
export type NearEvent = {
  ref: string;
  from: string;
  to: string;
  lat: number;
  lon: number;
  wherePrec: number;
  extentKm: number | null;
  placeEn: string;
  placeAr: string | null;
  attackers: string[];
  targets: string[];
  tactics: Tactic[];
  objects: TargetObject[];
  killed: Range;
  summaryEn: string;
  summaryAr: string | null;
};

/** What may be the same event: days, and a box in degrees; null: anywhere. */
export interface Surroundings {
  from: string;
  to: string;
  box: { south: number; north: number; west: number; east: number } | null;
}

/** So many are compared at most, those of the nearest days. */
const MOST = 400;

/**
 * Published incidents whose days meet those given, in the box or so vague that they may lie in it. The index by date finds them: the days
 * are few.
 */
export async function readNearEvents(db: Database, { from, to, box }: Surroundings): Promise<NearEvent[]> {
  const inBox = box
    ? sql`and (where_prec >= 3 or (lat between ${box.south} and ${box.north} and lon between ${box.west} and ${box.east}))`
    : sql``;
  return db.execute<NearEvent>(sql`
    select ref, event_date_start::text as from, event_date_end::text as to, lat, lon, where_prec as "wherePrec",
      extent_km as "extentKm", place_en as "placeEn", place_ar as "placeAr",
      attributed_to || claimed_by as attackers, targets, tactics, target_objects as objects,
      jsonb_build_object('low', killed_low, 'best', killed_best, 'high', killed_high) as killed,
      summary_en as "summaryEn", summary_ar as "summaryAr"
    from incident
    where status = 'published' and event_date_start <= ${to}::text::date
      and (event_date_start >= ${from}::text::date
        or (event_date_end >= ${from}::text::date and event_date_start >= ${from}::text::date - 366))
      ${inBox}
    order by where_prec >= 4, event_date_end - event_date_start, ref
    limit ${MOST}`);
}
