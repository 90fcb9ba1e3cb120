import type { Sql } from 'postgres';

export interface RefLine {
  ref: string;
  /** ISO day. */
  day: string;
  place: string;
  placeAr: string | null;
}

/** Published incidents whose ref begins so, newest first. */
export const findRefs = (sql: Sql, start: string, limit: number): Promise<RefLine[]> =>
  sql<RefLine[]>`
    select ref, event_date_start::text as day, place_en as place, place_ar as "placeAr"
    from incident where status = 'published' and starts_with(ref, ${start})
    order by event_date_start desc, id desc limit ${limit}`;
