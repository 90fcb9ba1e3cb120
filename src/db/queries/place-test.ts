import type { AdminUnit, CircleTest, PlaceTest } from './selection.ts';
import type { Fragment, Session } from './session.ts';

/** Mean radius in km, as in core's geometry: the two must agree on who is inside. */
const EARTH_KM = 6371.0088;

export const anyOf = (sql: Session, tests: Fragment[]): Fragment => joined(sql, tests, sql` or `, sql`false`);
export const allOf = (sql: Session, tests: Fragment[]): Fragment => joined(sql, tests, sql` and `, sql`true`);

function joined(sql: Session, tests: Fragment[], by: Fragment, empty: Fragment): Fragment {
  const [first, ...rest] = tests;
  if (!first) return empty;
  return sql`(${rest.reduce((all, test) => sql`${all}${by}${test}`, first)})`;
}

/** Null where a unit is not known: wrap in `is true` before negating. */
export const surelyThere =
  (sql: Session) =>
  (test: PlaceTest): Fragment => {
    const ways: Fragment[] = [];
    if (test.unit) ways.push(inUnit(sql, test.unit));
    if (test.own.length > 0) ways.push(sql`i.place_id = any(${test.own}::text[])`);
    if (test.cells.length > 0) ways.push(nearby(sql, test.cells));
    if (test.circle) {
      const { circle } = test;
      const where = circle.edge ? nearby(sql, circle.edge) : sql`i.where_prec <= 2`;
      ways.push(sql`(${where} and ${within(sql, circle)})`);
    }
    if (test.judged.sure.length > 0) ways.push(sql`i.id = any(${test.judged.sure}::bigint[])`);
    return anyOf(sql, ways);
  };

/** Holds for some that are surely there, too: those count as sure. */
export const possiblyThere =
  (sql: Session) =>
  (test: PlaceTest): Fragment => {
    const ways: Fragment[] = [];
    if (test.unit && test.open.length > 0) ways.push(sql`(${openToUnit(sql, test.unit)} and ${vagueAt(sql, test.open)})`);
    if (test.reachingIn.length > 0) {
      ways.push(vagueAt(sql, test.reachingIn));
    }
    if (test.circle) {
      ways.push(reachesInto(sql, test.circle));
    }
    if (test.judged.maybe.length > 0) ways.push(sql`i.id = any(${test.judged.maybe}::bigint[])`);
    return anyOf(sql, ways);
  };

/** Placed to within 25 km in one of these grid cells. */
export const nearby = (sql: Session, cells: readonly number[]): Fragment =>
  sql`(i.where_prec <= 2 and i.cell = any(${cells}::int[]))`;

export const within = (sql: Session, circle: CircleTest): Fragment =>
  sql`${squaredHalfChord(sql, circle)} <= ${halfChord(circle.km)}::float8`;

/**
 * Vaguer, and its own circle reaches in. An incident that names no place and no extent stands for its point; one known only by its
 * country stands for nothing.
 */
export function reachesInto(sql: Session, circle: CircleTest): Fragment {
  const km = sql`(${circle.km}::float8 + coalesce(i.extent_km, 0)::float8)`;
  return sql`(i.where_prec >= 3 and (i.extent_km is not null or (i.place_id is null and i.where_prec <= 5))
    and ${squaredHalfChord(sql, circle)} <= power(sin(least(${km} / ${2 * EARTH_KM}::float8, pi() / 2)), 2))`;
}

/** Known by no more than the name of one of these places. */
export const vagueAt = (sql: Session, placeIds: readonly string[]): Fragment =>
  sql`(i.where_prec >= 3 and i.extent_km is null and i.place_id = any(${placeIds}::text[]))`;

/** What a place's name does not tell, so that its spot must be judged. */
export const isSpot = (sql: Session): Fragment =>
  sql`(i.extent_km is not null or i.where_prec <= 2 or (i.place_id is null and i.where_prec <= 5))`;

/** Bears the unit's name, and no level above says otherwise. */
export const inUnit = (sql: Session, unit: AdminUnit): Fragment =>
  allOf(sql, [
    sql`i.country = ${unit.country}`,
    ...(unit.level === 'country' ? [] : [sql`${sql(`i.${unit.level}`)} = ${unit[unit.level]}`]),
    ...noneAboveContradicts(sql, unit),
  ]);

/** Could be of the unit for all that the incident's own units say: the unit's level is left open, and no level above says otherwise. */
export const openToUnit = (sql: Session, unit: AdminUnit): Fragment =>
  unit.level === 'country'
    ? sql`false`
    : allOf(sql, [sql`i.country = ${unit.country}`, sql`${sql(`i.${unit.level}`)} is null`, ...noneAboveContradicts(sql, unit)]);

function noneAboveContradicts(sql: Session, { level, admin1, admin2 }: AdminUnit): Fragment[] {
  const tests: Fragment[] = [];
  if (level === 'admin2' || level === 'admin3') tests.push(sql`(i.admin1 is null or i.admin1 = ${admin1})`);
  if (level === 'admin3') tests.push(sql`(i.admin2 is null or i.admin2 = ${admin2})`);
  return tests;
}

/** Haversine without its arcsine: the square of half the chord between an incident's point and the circle's centre. */
const squaredHalfChord = (sql: Session, { lat, lon }: CircleTest): Fragment => sql`(
  power(sin(radians(i.lat - ${lat}::float8) / 2), 2)
  + cos(radians(${lat}::float8)) * cos(radians(i.lat)) * power(sin(radians(i.lon - ${lon}::float8) / 2), 2))`;

const halfChord = (km: number) => Math.sin(Math.min(km / (2 * EARTH_KM), Math.PI / 2)) ** 2;
