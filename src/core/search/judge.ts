import type { Ask } from '../../db/queries/at-once.ts';
import { type Stray, straysOf } from '../../db/queries/ground.ts';
import { spots } from '../../db/queries/incidents.ts';
import type { Matching } from '../../db/queries/matching.ts';
import { inUnit, isSpot, openToUnit } from '../../db/queries/place-test.ts';
import { plannedFor } from '../../db/queries/reading.ts';
import type { AdminUnit, PlaceTest, Spot } from '../../db/queries/selection.ts';
import type { Fragment, Session } from '../../db/queries/session.ts';
import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import { bothCovers, type Cover, coverOf } from '../gazetteer/cells.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { boxesMeet, boxOf } from '../gazetteer/geometry.ts';
import { remembered } from '../gazetteer/remembered.ts';
import { circle, holds, ofPlace, type Shape, touch } from '../gazetteer/shape.ts';
import type { Reach } from './reach.ts';

/** In a wider circle so many grid cells lie that to measure every distance takes less. */
const WIDE_KM = 120;

/** What an incident placed to within 25 km (where_prec 2) may be off by, where its record gives no extent. */
const WITHIN_25_KM = 25;

/** Incidents wherever they are: for the judgement of those few that no name tells the place of. */
export interface Anywhere {
  ask: Ask;
  /** Without regard to how far back a long incident may begin: for what is few however far one looks. */
  match: Matching;
  /** With regard to it, which must be asked of the store first. */
  bounded: Promise<Matching>;
}

const NONE = { unit: null, own: [], elsewhere: [], open: [], cells: [], reachingIn: [], circle: null };

/**
 * From land to tests that the database can make. Circles and names of units it decides alone; of outlines it knows only whole grid
 * cells, so what lies on an edge, and what is vague, is fetched and judged here, once per search.
 */
export async function placeTest(sql: Session, gazetteer: Gazetteer, reach: Reach, anywhere: Anywhere): Promise<PlaceTest> {
  const { unit, circle: round } = reach;
  if (round) {
    const cover = round.km > WIDE_KM ? null : coverIn(reach);
    return {
      ...NONE,
      cells: cover?.inside ?? [],
      circle: { ...round, edge: cover?.border ?? null },
      reachingIn: reachingIn(gazetteer)(reach),
      judged: { sure: [], maybe: [] },
    };
  }
  if (unit)
    return reach.shapes.length === 1
      ? wholeUnit(sql, gazetteer, reach, unit, anywhere)
      : sideOfUnit(sql, gazetteer, reach, unit, anywhere);
  const matching = await anywhere.bounded;
  const judged = judge(gazetteer, reach.shapes);
  const cover = coverIn(reach);
  const [edge, loose] = await Promise.all([
    fetched(sql, matching, cover ? sql`i.where_prec <= 2 and i.cell = any(${cover.border}::int[])` : sql`i.where_prec <= 2`),
    fetched(sql, matching, sql`i.where_prec >= 3 and (i.extent_km is not null or i.place_id is null)`),
  ]);
  return {
    ...NONE,
    own: reach.own,
    cells: cover?.inside ?? [],
    reachingIn: reachingIn(gazetteer)(reach),
    judged: { sure: judged.sure(edge), maybe: judged.maybe(loose) },
  };
}

const fetched = (sql: Session, matching: Matching, condition: Fragment): Promise<Spot[]> =>
  plannedFor<Spot>(sql, spots(sql, matching, condition));

/** Its name decides; what leaves it open may lie in it by the land of the place that it names, or by its own spot. */
async function wholeUnit(
  sql: Session,
  gazetteer: Gazetteer,
  reach: Reach,
  unit: AdminUnit,
  { ask, match }: Anywhere,
): Promise<PlaceTest> {
  // past versions are not in the list of grounds
  const [strays, loose] = await Promise.all([
    match.asOf === null ? ask<Stray>(straysOf(sql, unit, reach.own)) : null,
    unit.level === 'country' ? [] : ask<Spot>(spots(sql, match, sql`${openToUnit(sql, unit)} and ${isSpot(sql)}`)),
  ]);
  const own = strays ? strays.map(({ placeId }) => placeId) : reach.own;
  const isOwn = new Set(own);
  const unnamed = loose.filter(({ placeId }) => placeId === null || !isOwn.has(placeId));
  const maybes = judge(gazetteer, reach.shapes).reaching(
    unnamed.filter(({ placeId }) => !liesInAnother(gazetteer, unit.level, placeId)),
  );
  return {
    ...NONE,
    unit,
    own,
    elsewhere: (strays ?? []).filter(({ elsewhere }) => elsewhere).map(({ placeId }) => placeId),
    open: openIn(gazetteer)(reach),
    judged: { sure: [], maybe: maybes.flatMap((spot) => spot.ids), maybes },
  };
}

/** Whose unit is named is in it, whatever the outline says: only the side is left to judge. */
async function sideOfUnit(
  sql: Session,
  gazetteer: Gazetteer,
  reach: Reach,
  unit: AdminUnit,
  { bounded }: Anywhere,
): Promise<PlaceTest> {
  const matching = await bounded;
  const named = sql`i.place_id = any(${reach.own}::text[])`;
  const [unnamed, inside] = await Promise.all([
    fetched(sql, matching, sql`${openToUnit(sql, unit)} and (${named}) is not true`),
    fetched(sql, matching, sql`(${inUnit(sql, unit)} or ${named})`),
  ]);
  const open = unnamed.filter(({ placeId }) => !liesInAnother(gazetteer, unit.level, placeId));
  const side = judge(gazetteer, reach.shapes.slice(1));
  return {
    ...NONE,
    judged: {
      sure: side.sure(inside),
      maybe: [...judge(gazetteer, reach.shapes).maybe(open), ...side.maybe(vague(inside))],
    },
  };
}

const KIND_OF: Record<AdminUnit['level'], PlaceKind> = {
  country: 'country',
  admin1: 'governorate',
  admin2: 'district',
  admin3: 'subdistrict',
};

/** Whether the place that an incident names, which is not in the asked unit, lies in another of its level. */
function liesInAnother(gazetteer: Gazetteer, level: AdminUnit['level'], placeId: string | null): boolean {
  for (let at = gazetteer.places.get(placeId ?? ''); at; at = gazetteer.places.get(at.parentId ?? '')) {
    if (at.kind === KIND_OF[level]) return true;
  }
  return false;
}

const vague = (all: readonly Spot[]) => all.filter((spot) => spot.wherePrec >= 3);

function judge(gazetteer: Gazetteer, shapes: readonly Shape[]) {
  const reaches = (spot: Spot): boolean => {
    const footprint = footprintOf(gazetteer, spot);
    return footprint !== null && shapes.every((shape) => touch(footprint, shape));
  };
  const inside = (spot: Spot) => spot.wherePrec <= 2 && shapes.every((shape) => holds(shape, spot));
  return {
    sure: (all: readonly Spot[]) => all.filter(inside).flatMap((spot) => spot.ids),
    maybe: (all: readonly Spot[]) => all.filter(reaches).flatMap((spot) => spot.ids),
    reaching: (all: readonly Spot[]) => all.filter(reaches),
  };
}

/** All the land on which an incident may have been; null: known by no more than its country. */
export function footprintOf(gazetteer: Gazetteer, spot: Spot): Shape | null {
  if (spot.extentKm !== null) return circle(spot, spot.extentKm);
  if (spot.wherePrec <= 2) return circle(spot, spot.wherePrec === 2 ? WITHIN_25_KM : 0);
  const place = spot.placeId === null ? undefined : gazetteer.places.get(spot.placeId);
  if (place) return place.kind === 'country' ? null : ofPlace(place);
  return spot.wherePrec <= 5 ? circle(spot, 0) : null;
}

/** The squares of a reach; null: too wide for the grid. */
const coverIn = remembered(({ shapes }: Reach): Cover | null => {
  const [first = null, ...more] = shapes.map(coverOf);
  return more.reduce(bothCovers, first);
});

/** Places that a vague incident may name and whose land reaches into all the shapes. A country is no place for this. */
const reachingIn = remembered((gazetteer: Gazetteer) =>
  remembered(({ shapes, own }: Reach): string[] => {
    const ours = new Set(own);
    const reaches = (place: Place) => {
      if (place.kind === 'country' || ours.has(place.id)) return false;
      const around = boxOf([[place.lon, place.lat]], place.extentKm);
      if (!shapes.every((shape) => boxesMeet(shape.box, around))) return false;
      const land = ofPlace(place);
      return shapes.every((shape) => touch(land, shape));
    };
    return [...gazetteer.places.values()].filter(reaches).map((place) => place.id);
  }),
);

/** Of these, the places that lie in no other unit of the reach's level. */
const openIn = remembered((gazetteer: Gazetteer) =>
  remembered((reach: Reach): string[] => {
    const level = reach.unit?.level;
    if (level === undefined || level === 'country') return [];
    return reachingIn(gazetteer)(reach).filter((placeId) => !liesInAnother(gazetteer, level, placeId));
  }),
);
