import { allOf } from './place-test.ts';
import type { RowKey } from './row-key.ts';
import type { Selection } from './selection.ts';
import type { Fragment, Session } from './session.ts';

/** The governorates of a selection, or all. */
export interface UnitScope {
  /** The governorates; null: everywhere. */
  units: { country: 'SY' | 'IQ'; admin1: string }[] | null;
  /** Places in them that are named by incidents which bear no governorate's name. */
  own: readonly string[];
  /** Those of them that are named by incidents which bear another's: the tallies do not tell these apart. */
  elsewhere: readonly string[];
  country: 'SY' | 'IQ' | null;
}

/** The part of a selection that monthly tallies answer: all of its incidents that lie in whole months of it. */
export interface TallyScope extends UnitScope {
  withoutStrategic: boolean;
  /** One of each list is responsible. */
  attributedTo: (readonly string[])[];
  /** First days of the first and the last whole month; null: open. */
  firstMonth: string | null;
  lastMonth: string | null;
}

/** Longer incidents are tallied by the years that they reach over, not by months (migration tally_triggers). */
export const LONG_DAYS = 91;

const TALLIED_KEYS: readonly RowKey[] = ['month', 'quarter', 'year', 'governorate', 'perpetrator'];

/** Null: the selection asks for what tallies do not tell apart, or holds no whole month. */
export function tallyScope(selection: Selection, key: RowKey | null): TallyScope | null {
  const where = unitScope(selection);
  if (
    where === null ||
    typeof selection.longest !== 'number' ||
    !tellsApart(selection) ||
    (key !== null && !TALLIED_KEYS.includes(key))
  )
    return null;
  const { from, to, withoutEventTypes, actors } = selection;
  const firstMonth = from === null ? null : monthFrom(from);
  const lastMonth = to === null ? null : monthTo(to);
  if (firstMonth !== null && lastMonth !== null && firstMonth > lastMonth) return null;
  return {
    ...where,
    withoutStrategic: withoutEventTypes.length > 0,
    attributedTo: actors.map(({ ids }) => ids),
    firstMonth,
    lastMonth,
  };
}

/** Null: the selection asks for other land than governorates. */
export function unitScope(selection: Selection): UnitScope | null {
  const { places, country } = selection;
  const units = unitsOf(selection);
  if (units === undefined) return null;
  return {
    units,
    own: unique(places?.flatMap(({ own }) => own)),
    elsewhere: unique(places?.flatMap(({ elsewhere }) => elsewhere)),
    country,
  };
}

const unique = (ids: readonly string[] = []) => [...new Set(ids)];

function tellsApart(s: Selection): boolean {
  const finer = [s.asOf, s.ref, s.tactics, s.targetObjects, s.means, s.timeOfDay, s.claim, s.evidence, s.sources, s.toll];
  return (
    finer.every((slot) => slot === null) &&
    !s.whereExact &&
    s.withoutActors.length === 0 &&
    s.withoutTactics.length === 0 &&
    s.withoutPlaces.length === 0 &&
    s.withoutEventTypes.every((type) => type === 'Strategic developments') &&
    s.actors.every(({ roles, orLossOf }) => orLossOf === undefined && roles.length === 1 && roles[0] === 'attributed_to')
  );
}

/** Null: no places are asked for; undefined: others than governorates. */
function unitsOf({ places }: Selection): TallyScope['units'] | undefined {
  if (places === null) return null;
  const units = places.flatMap(({ unit, cells, circle, reachingIn, judged }) =>
    unit?.level === 'admin1' &&
    unit.admin1 !== null &&
    judged.maybes &&
    judged.sure.length === 0 &&
    cells.length === 0 &&
    circle === null &&
    reachingIn.length === 0
      ? [{ country: unit.country, admin1: unit.admin1 }]
      : [],
  );
  if (units.length < places.length || units.length === 0) return undefined;
  return [...new Map(units.map((unit) => [`${unit.country}/${unit.admin1}`, unit])).values()];
}

const monthOf = (day: string, later: number) => {
  const at = new Date(`${day}T00:00:00Z`);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + later, 1)).toISOString().slice(0, 10);
};

/** First days of the first month that begins no earlier, of the last that ends no later, and of the month after one. */
const monthFrom = (day: string) => (day.endsWith('-01') ? day : monthOf(day, 1));
const monthTo = (day: string) => monthOf(monthAfter(day) === dayAfter(day) ? day : monthOf(day, -1), 0);
export const monthAfter = (day: string) => monthOf(day, 1);
const dayAfter = (day: string) => daysBefore(day, -1);
export const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);

/**
 * The parts of a scope by place, no two of which have an incident in common, over what is named `i` and has the columns `country`,
 * `admin1` and `place_id`. Each is a test by itself, so that each is walked by its own index.
 */
export function groundsOf(sql: Session, { units, own, country }: UnitScope): Fragment[] {
  const there = country === null ? [] : [sql`i.country = ${country}`];
  if (units === null) return [allOf(sql, there)];
  const named = units.map((unit) => allOf(sql, [sql`i.country = ${unit.country}`, sql`i.admin1 = ${unit.admin1}`, ...there]));
  return own.length === 0
    ? named
    : [...named, allOf(sql, [sql`i.admin1 is null`, sql`i.place_id = any(${own}::text[])`, ...there])];
}

/** What is in a scope by the name of its place, though it says another governorate; null: nothing. No part of `groundsOf`. */
export function elsewhereOf(sql: Session, { units, elsewhere, country }: UnitScope): Fragment | null {
  if (units === null || elsewhere.length === 0) return null;
  return allOf(sql, [
    sql`i.place_id = any(${elsewhere}::text[])`,
    sql`i.admin1 is not null`,
    ...units.map((unit) => sql`not (i.country = ${unit.country} and i.admin1 = ${unit.admin1})`),
    ...(country === null ? [] : [sql`i.country = ${country}`]),
  ]);
}
