import { straysOf } from '../../db/queries/ground.ts';
import type { Fragment, Session } from '../../db/queries/incident-version.ts';
import { spots } from '../../db/queries/incidents.ts';
import type { Matching } from '../../db/queries/matching.ts';
import { inUnit, openToUnit } from '../../db/queries/place-test.ts';
import type { AdminUnit, PlaceTest, Spot } from '../../db/queries/selection.ts';
import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import { bothCovers, type Cover, coverOf } from '../gazetteer/cells.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { boxesMeet, boxOf } from '../gazetteer/geometry.ts';
import { circle, holds, ofPlace, type Shape, touch } from '../gazetteer/shape.ts';
import type { Reach } from './reach.ts';

/** In a wider circle so many grid cells lie that to measure every distance takes less. */
const WIDE_KM = 120;

/** What an incident placed to within 25 km (where_prec 2) may be off by, where its record gives no extent. */
const WITHIN_25_KM = 25;

/**
 * From land to tests that the database can make. Circles and names of units it decides alone; of outlines it knows only whole grid
 * cells, so what lies on an edge, and what is vague, is fetched and judged here, once per search.
 */
export async function placeTest(sql: Session, gazetteer: Gazetteer, reach: Reach, matching: Matching): Promise<PlaceTest> {
  const { unit, circle: round } = reach;
  // past versions are not in the list of grounds
  const own = unit && matching.asOf === null ? await straysOf(sql, unit, reach.own) : reach.own;
  const none = { cells: [], reachingIn: [], circle: null, judged: { sure: [], maybe: [] } };
  if (round) {
    const cover = round.km > WIDE_KM ? null : coverOf(circle(round, round.km));
    const edge = cover?.border ?? null;
    return {
      ...none,
      unit,
      own,
      cells: cover?.inside ?? [],
      circle: { ...round, edge },
      reachingIn: reachingIn(gazetteer, reach),
    };
  }
  const judged = judge(gazetteer, reach.shapes);
  const fetch = (condition: Fragment) => spots(sql, matching, condition);
  if (unit) {
    const named = sql`i.place_id = any(${own}::text[])`;
    const unnamed = await fetch(sql`${openToUnit(sql, unit)} and (${named}) is not true`);
    const maybes = judged.reaching(unnamed.filter((spot) => !liesInAnother(gazetteer, unit.level, spot)));
    const open = maybes.flatMap((spot) => spot.ids);
    if (reach.shapes.length === 1) return { ...none, unit, own, judged: { sure: [], maybe: open, maybes } };
    // whose unit is named is in it, whatever the outline says: only the side is left to judge
    const side = judge(gazetteer, reach.shapes.slice(1));
    const inside = await fetch(sql`(${inUnit(sql, unit)} or ${named})`);
    return { ...none, unit: null, own: [], judged: { sure: side.sure(inside), maybe: [...open, ...side.maybe(vague(inside))] } };
  }
  const cover = reach.shapes
    .map(coverOf)
    .reduce<Cover | null | undefined>((a, b) => (a === undefined ? b : bothCovers(a, b)), undefined);
  const [edge, loose] = await Promise.all([
    fetch(cover ? sql`i.where_prec <= 2 and i.cell = any(${cover.border}::int[])` : sql`i.where_prec <= 2`),
    fetch(sql`i.where_prec >= 3 and (i.extent_km is not null or i.place_id is null)`),
  ]);
  return {
    ...none,
    unit: null,
    own,
    cells: cover?.inside ?? [],
    reachingIn: reachingIn(gazetteer, reach),
    judged: { sure: judged.sure(edge), maybe: judged.maybe(loose) },
  };
}

const KIND_OF: Record<AdminUnit['level'], PlaceKind> = {
  country: 'country',
  admin1: 'governorate',
  admin2: 'district',
  admin3: 'subdistrict',
};

/** Whether the place that an incident names, which is not in the asked unit, lies in another of its level. */
function liesInAnother(gazetteer: Gazetteer, level: AdminUnit['level'], { placeId }: Spot): boolean {
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

/** Places that a vague incident may name and whose land reaches into all the shapes. A country is no place for this. */
function reachingIn(gazetteer: Gazetteer, { shapes, own }: Reach): string[] {
  const ours = new Set(own);
  const reaches = (place: Place) => {
    if (place.kind === 'country' || ours.has(place.id)) return false;
    const around = boxOf([[place.lon, place.lat]], place.extentKm);
    if (!shapes.every((shape) => boxesMeet(shape.box, around))) return false;
    const land = ofPlace(place);
    return shapes.every((shape) => touch(land, shape));
  };
  return [...gazetteer.places.values()].filter(reaches).map((place) => place.id);
}
