import type { Fragment, Session } from './incident-version.ts';
import type { Selection } from './selection.ts';
import { daysBefore, inScope, LONG_DAYS, monthAfter, type TallyScope } from './tally-scope.ts';

const month = (sql: Session, day: 'event_date_start' | 'event_date_end') =>
  sql`date_trunc('month', ${sql(day)}::timestamp)::date`;

/** Whether the tallies of a scope hold an incident: by place, and by the months that it is tallied under. */
export function isTallied(sql: Session, scope: TallyScope): Fragment {
  const { firstMonth, lastMonth } = scope;
  const long = sql`event_date_end - event_date_start > ${LONG_DAYS}::int`;
  const first = sql`case when ${long} then date_trunc('year', event_date_start::timestamp)::date else ${month(sql, 'event_date_start')} end`;
  const last = sql`case when ${long} then make_date(extract(year from event_date_end)::int, 12, 1) else ${month(sql, 'event_date_end')} end`;
  return sql`(${inScope(sql, scope)}
    and ${firstMonth === null ? sql`true` : sql`${first} >= ${firstMonth}::text::date`}
    and ${lastMonth === null ? sql`true` : sql`${last} <= ${lastMonth}::text::date`})`;
}

/**
 * Ids of what may belong to a selection and is in none of its tallies, as an array: days in months that are asked for in part, incidents
 * that cross an end of the period, long ones of the years at its ends, and places told by their name alone. What was judged beforehand is
 * in `maybesOf`.
 * @param open over `i`, that its days reach into the period.
 */
export function outsideTallies(sql: Session, selection: Selection, scope: TallyScope, open: Fragment): Fragment {
  const places = selection.places ?? [];
  const own = places.flatMap((place) => place.own);
  const arms = edges(sql, selection, scope).map((edge) => sql`select id from incident where ${inScope(sql, scope)} and ${edge}`);
  if (own.length > 0) arms.push(sql`select i.id from incident i where i.place_id = any(${own}::text[]) and ${open}`);
  if (arms.length === 0) return sql`'{}'::bigint[]`;
  return sql`array(${arms.reduce((all, arm) => sql`${all} union ${arm}`)})`;
}

/** Each in the words of a partial index. */
function edges(sql: Session, { from, to, longest }: Selection, { firstMonth, lastMonth }: TallyScope): Fragment[] {
  const one = sql`event_date_start = event_date_end`;
  const several = sql`event_date_start <> event_date_end`;
  const long = sql`event_date_end - event_date_start > 91`;
  const starts = (sign: Fragment, day: string) => sql`event_date_start ${sign} ${day}::text::date`;
  const all: Fragment[] = [];
  if (from !== null && firstMonth !== null) {
    if (from < firstMonth) all.push(sql`${one} and ${starts(sql`>=`, from)} and ${starts(sql`<`, firstMonth)}`);
    const reachesIn = sql`event_date_end >= ${from}::text::date`;
    all.push(
      sql`${several} and ${starts(sql`>=`, daysBefore(from, LONG_DAYS))} and ${starts(sql`<`, firstMonth)} and ${reachesIn}`,
    );
    const yearEnd = `${firstMonth.slice(0, 4)}-12-31`;
    all.push(
      sql`${long} and event_date_start >= ${from}::text::date - ${longest}::int and ${starts(sql`<=`, yearEnd)} and ${reachesIn}`,
    );
  }
  if (to !== null && lastMonth !== null) {
    const next = monthAfter(lastMonth);
    if (next <= to) all.push(sql`${one} and ${starts(sql`>=`, next)} and ${starts(sql`<=`, to)}`);
    const reachesOut = sql`event_date_end >= ${next}::text::date`;
    all.push(sql`${several} and ${starts(sql`>=`, daysBefore(next, LONG_DAYS))} and ${starts(sql`<=`, to)} and ${reachesOut}`);
    const yearStart = `${lastMonth.slice(0, 4)}-01-01`;
    all.push(sql`${long} and event_date_start >= ${yearStart}::text::date - ${longest}::int and ${starts(sql`<=`, to)}
      and event_date_end >= ${yearStart}::text::date`);
  }
  return all;
}

export interface Maybe {
  id: number;
  start: string;
  daySure: boolean;
}

/** What leaves its governorate open and may lie in one of the asked: each once, and none that is there by the name of its place. */
export function maybesOf({ places }: Selection): Maybe[] {
  const own = new Set(places?.flatMap((place) => place.own));
  const spots = (places ?? [])
    .flatMap(({ judged }) => judged.maybes ?? [])
    .filter(({ placeId }) => placeId === null || !own.has(placeId));
  const maybes = new Map<number, Maybe>();
  for (const { ids, starts, daySure } of spots) {
    for (const [i, id] of ids.entries()) maybes.set(id, { id, start: starts[i] ?? '', daySure: daySure[i] ?? false });
  }
  return [...maybes.values()];
}
