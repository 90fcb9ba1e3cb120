import type { Matching } from './matching.ts';
import { allOf, anyOf, vagueAt } from './place-test.ts';
import type { Selection } from './selection.ts';
import type { Fragment, Session } from './session.ts';
import { daysBefore, elsewhereOf, groundsOf, LONG_DAYS, monthAfter, type TallyScope } from './tally-scope.ts';

const month = (sql: Session, day: 'event_date_start' | 'event_date_end') =>
  sql`date_trunc('month', ${sql(`i.${day}`)}::timestamp)::date`;

/** Whether the tallies of a scope hold an incident: by place, and by the months that it is tallied under. */
export function isTallied(sql: Session, scope: TallyScope): Fragment {
  const { firstMonth, lastMonth } = scope;
  const long = sql`i.event_date_end - i.event_date_start > ${LONG_DAYS}::int`;
  const first = sql`case when ${long} then date_trunc('year', i.event_date_start::timestamp)::date else ${month(sql, 'event_date_start')} end`;
  const last = sql`case when ${long} then make_date(extract(year from i.event_date_end)::int, 12, 1) else ${month(sql, 'event_date_end')} end`;
  return allOf(sql, [
    anyOf(sql, groundsOf(sql, scope)),
    ...(firstMonth === null ? [] : [sql`${first} >= ${firstMonth}::text::date`]),
    ...(lastMonth === null ? [] : [sql`${last} <= ${lastMonth}::text::date`]),
  ]);
}

// each in the words of a partial index
const COUNTABLE = (sql: Session) => sql`i.status = 'published' and i.evidence <> 'discounted'`;
const SEVERAL = (sql: Session) => sql`i.event_date_start <> i.event_date_end`;
const LONG = (sql: Session) => sql`i.event_date_end - i.event_date_start > 91`;

/**
 * Ids of what surely belongs to a selection and is in none of its tallies, as an array: the days of months that are asked for in part,
 * long incidents of years that are, and what lies there by its place alone though it says another governorate. Null: there is none.
 */
export function leftovers(sql: Session, selection: Selection, scope: TallyScope, { daySure }: Matching): Fragment | null {
  const elsewhere = elsewhereOf(sql, scope);
  const arms = groundsOf(sql, scope).flatMap((ground) => edges(sql, selection, scope).map((edge) => sql`${ground} and ${edge}`));
  if (elsewhere) arms.push(elsewhere);
  if (arms.length === 0) return null;
  const ids = arms.map((arm) => sql`select i.id from incident i where ${COUNTABLE(sql)} and ${daySure} and ${arm}`);
  return sql`array(${ids.reduce((all, arm) => sql`${all} union ${arm}`)})`;
}

function edges(sql: Session, { from, to, longest }: Selection, { firstMonth, lastMonth }: TallyScope): Fragment[] {
  const starts = (sign: Fragment, day: string) => sql`i.event_date_start ${sign} ${day}::text::date`;
  const ends = (sign: Fragment, day: string) => sql`i.event_date_end ${sign} ${day}::text::date`;
  const all: Fragment[] = [];
  if (from !== null && firstMonth !== null) {
    if (from < firstMonth) all.push(starts(sql`<`, firstMonth));
    if (!from.endsWith('-01-01')) all.push(sql`${LONG(sql)} and ${starts(sql`<=`, `${from.slice(0, 4)}-12-31`)}`);
  }
  if (to !== null && lastMonth !== null) {
    const next = monthAfter(lastMonth);
    if (next <= to) {
      all.push(starts(sql`>=`, next));
      all.push(sql`${SEVERAL(sql)} and ${starts(sql`>=`, daysBefore(next, LONG_DAYS))} and ${ends(sql`>=`, next)}`);
    }
    if (!to.endsWith('-12-31')) {
      const year = `${to.slice(0, 4)}-01-01`;
      all.push(sql`${LONG(sql)} and ${starts(sql`>=`, daysBefore(year, furthest(longest)))} and ${ends(sql`>=`, year)}`);
    }
  }
  return all;
}

/**
 * What may belong to a selection and is not counted, each once, as `id`, `start`, `daySure`, `placeSure`: what crosses an end of the
 * period, and what leaves its governorate open and names a place whose land reaches in. Null: there is none. What was judged by its
 * spot is in `maybesOf`.
 */
export function onlyPossible(sql: Session, selection: Selection, scope: TallyScope, match: Matching): Fragment | null {
  const { fits, dayOpen, daySure } = match;
  const arm = (test: Fragment, day: Fragment, place: boolean) => sql`
    select i.id::int as id, i.event_date_start as start, ${day} as "daySure", ${place}::boolean as "placeSure" from incident i where ${fits} and ${test}`;
  const elsewhere = elsewhereOf(sql, scope);
  const grounds = [...groundsOf(sql, scope), ...(elsewhere ? [elsewhere] : [])];
  const arms = grounds.flatMap((ground) =>
    crossings(sql, selection).map((crossing) => arm(sql`${ground} and ${crossing}`, sql`false`, true)),
  );
  for (const there of openTests(sql, selection)) arms.push(arm(sql`${there} and ${dayOpen}`, sql`${daySure} is true`, false));
  return arms.length === 0 ? null : arms.reduce((all, one) => sql`${all} union all ${one}`);
}

const furthest = (longest: Selection['longest']) => (typeof longest === 'number' ? longest : 0);

/** What reaches over an end of the period, no incident in two of them. */
function crossings(sql: Session, { from, to, longest }: Selection): Fragment[] {
  const starts = (sign: Fragment, day: string) => sql`i.event_date_start ${sign} ${day}::text::date`;
  const ends = (sign: Fragment, day: string) => sql`i.event_date_end ${sign} ${day}::text::date`;
  const all: Fragment[] = [];
  if (from !== null) {
    const near = daysBefore(from, LONG_DAYS);
    all.push(sql`${SEVERAL(sql)} and ${starts(sql`>=`, near)} and ${starts(sql`<`, from)} and ${ends(sql`>=`, from)}`);
    const far = daysBefore(from, furthest(longest));
    if (far < near) {
      all.push(sql`${LONG(sql)} and ${starts(sql`>=`, far)} and ${starts(sql`<`, near)} and ${ends(sql`>=`, from)}`);
    }
  }
  if (to !== null) {
    const later = (day: string) => (from !== null && from > day ? from : day);
    const near = later(daysBefore(to, LONG_DAYS));
    all.push(sql`${SEVERAL(sql)} and ${starts(sql`>=`, near)} and ${starts(sql`<=`, to)} and ${ends(sql`>`, to)}`);
    const far = later(daysBefore(to, furthest(longest)));
    if (far < near) {
      all.push(sql`${LONG(sql)} and ${starts(sql`>=`, far)} and ${starts(sql`<`, near)} and ${ends(sql`>`, to)}`);
    }
  }
  return all;
}

/** Tests of what leaves its governorate open and names a place whose land reaches into an asked one, a test a country. */
export function openTests(sql: Session, selection: Selection): Fragment[] {
  const open = openPlaces(selection);
  return (['SY', 'IQ'] as const)
    .filter((country) => open[country].length > 0)
    .map((country) => sql`(i.country = ${country} and i.admin1 is null and ${vagueAt(sql, open[country])})`);
}

/** Places by whose name an incident may lie in an asked governorate, but for those that lie in one. */
function openPlaces({ places }: Selection): Record<'SY' | 'IQ', string[]> {
  const own = new Set(places?.flatMap((place) => place.own));
  const of = (country: 'SY' | 'IQ') => [
    ...new Set(
      (places ?? []).flatMap(({ unit, open }) => (unit?.country === country ? open.filter((placeId) => !own.has(placeId)) : [])),
    ),
  ];
  return { SY: of('SY'), IQ: of('IQ') };
}

export interface Maybe {
  id: number;
  start: string;
  daySure: boolean;
}

/** What leaves its governorate open and may lie in one of the asked by its spot: each once, and none that is there by the name of its place. */
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
