import type { Position } from '../../db/schema/place.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { pointAt } from '../gazetteer/geometry.ts';
import { remembered } from '../gazetteer/remembered.ts';
import { holds, ofPlace, type Shape, touch } from '../gazetteer/shape.ts';
import type { Question } from '../question/question.ts';
import type { FoundStatistic } from './found.ts';
import type { Reach } from './reach.ts';

type Fit = FoundStatistic['fit']['area'];

interface Area {
  /** Null: land of the question's own making, a radius or a stretch of road. */
  place: Place | null;
  shape: Shape;
}

/** What the area of a published figure is to the asked one; null where they have no land in common. */
export function areaFit(
  gazetteer: Gazetteer,
  question: Question,
  reaches: readonly Reach[] | null,
  areaPlaceIds: readonly string[],
): Fit | null {
  const places = areaPlaceIds.flatMap((id) => gazetteer.places.get(id) ?? []);
  const published = places.map((place): Area => ({ place, shape: ofPlace(place) }));
  const asked = askedAreas(gazetteer, question, reaches);
  if (asked.length === 0) return isEverything(places) ? 'exact' : 'narrower';
  const lies = (inner: Area, outer: Area) => liesIn(gazetteer, inner, outer);
  const shares = (a: Area, b: Area) => lies(a, b) || lies(b, a) || (!(isUnit(a) && isUnit(b)) && touches(a.shape)(b.shape));
  if (!asked.some((a) => published.some((p) => shares(a, p)))) return null;
  const wider = asked.every((a) => published.some((p) => lies(a, p)));
  const narrower = published.every((p) => asked.some((a) => lies(p, a)));
  if (wider && narrower) return 'exact';
  return wider ? 'wider' : narrower ? 'narrower' : 'overlaps';
}

/** The store is about Syria and Iraq: to ask for no place is to ask for both. */
const isEverything = (places: readonly Place[]) =>
  (['SY', 'IQ'] as const).every((country) => places.some((place) => place.kind === 'country' && place.country === country));

/** The named place itself where the question is about its own land, so that units are compared by name. */
function askedAreas(gazetteer: Gazetteer, { places, relation, country }: Question, reaches: readonly Reach[] | null): Area[] {
  if (reaches === null) {
    const whole = countriesOf(gazetteer).filter((place) => place.country === country);
    return whole.map((place) => ({ place, shape: ofPlace(place) }));
  }
  const itself = relation === null || relation === 'in' || relation === 'along';
  return reaches.flatMap(({ shapes: [shape] }, i) => {
    const place = itself ? (gazetteer.places.get(places[i]?.id ?? '') ?? null) : null;
    return shape ? [{ place, shape }] : [];
  });
}

const countriesOf = remembered(({ places }: Gazetteer) => [...places.values()].filter(({ kind }) => kind === 'country'));

const UNITS: readonly Place['kind'][] = ['country', 'governorate', 'district', 'subdistrict'];
const isUnit = ({ place }: Area) => place !== null && UNITS.includes(place.kind);

/** All of one in the other: by the tree of places, or by their outlines. Of two units the tree knows better than drawn borders. */
function liesIn(gazetteer: Gazetteer, inner: Area, outer: Area): boolean {
  if (inner.place && outer.place && gazetteer.placesUnder(outer.place.id).has(inner.place.id)) return true;
  if (isUnit(inner) && isUnit(outer)) return false;
  return isHeldBy(inner.shape)(outer.shape);
}

const touches = remembered((a: Shape) => remembered((b: Shape) => touch(a, b)));
const isHeldBy = remembered((inner: Shape) =>
  remembered((outer: Shape) => rim(inner).every(([lon, lat]) => holds(outer, { lon, lat }))),
);

const COMPASS = [0, 45, 90, 135, 180, 225, 270, 315];

/** Positions all round a shape: its corners, or points at its km from them. */
const rim = ({ rings, lines, km }: Shape): Position[] =>
  [...rings.flat(), ...lines.flat()].flatMap(([lon, lat]) => {
    if (km === 0) return [[lon, lat]];
    return COMPASS.map((bearing): Position => {
      const at = pointAt({ lat, lon }, bearing, km);
      return [at.lon, at.lat];
    });
  });
