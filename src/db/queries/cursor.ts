import type { Fragment, Session } from './session.ts';
import type { ListingOrder } from './survey.ts';

/** Where a list has come to: what its incidents are ordered by. */
export interface Cursor {
  id: number;
  start: string;
  killed: number | null;
}

/** As `Cursor`: of the incident of that ref, as it stands. */
export const cursorAt = (sql: Session, ref: string): Fragment =>
  sql`select i.id::int as id, i.event_date_start::text as start, i.killed_best as killed from incident i where i.ref = ${ref}`;

/**
 * What comes after it, over `i`, as tests of which each is the beginning of a walk by an index and no two hold for one incident. Null:
 * there is no index of that order.
 */
export function afterCursor(sql: Session, order: ListingOrder, { id, start, killed }: Cursor): Fragment[] | null {
  const place = sql`(i.event_date_start, i.id)`;
  const here = sql`(${start}::text::date, ${id}::bigint)`;
  if (order === 'date_asc') return [sql`${place} > ${here}`];
  if (order === 'date_desc') return [sql`${place} < ${here}`];
  if (order !== 'killed_desc') return null;
  const unknown = sql`i.killed_best is null`;
  if (killed === null) return [sql`${unknown} and ${place} > ${here}`];
  return [sql`i.killed_best <= ${killed}::int and (i.killed_best < ${killed}::int or ${place} > ${here})`, unknown];
}
