import type { AdminUnit } from '../../db/queries/selection.ts';
import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import type { Point } from '../gazetteer/geometry.ts';
import { Recent, remembered } from '../gazetteer/remembered.ts';
import { circle, corridor, ofPlace, type Shape, wedge, widened } from '../gazetteer/shape.ts';
import type { AskedPlace, Question, Relation } from '../question/question.ts';
import { roadBetween } from './road-between.ts';

/** "near X" without a number. */
export const NEAR_KM = 30;
/** "between A and B": to either side of the road or of the straight line. */
export const BETWEEN_KM = 10;
/** "north of X", "eastern countryside of X": how far. */
export const TOWARDS_KM = 100;
/** A side of a governorate or area ends where the area does: farther than any. */
const TO_THE_EDGE_KM = 1500;

/** "in X" for a place without outline: it and its surroundings, at least so many km. Reports place attacks by the next town. */
const SURROUNDINGS_KM: Partial<Record<PlaceKind, number>> = {
  city: 15,
  town: 10,
  oil_field: 10,
  gas_field: 10,
  mountain: 10,
  valley: 10,
  lake: 10,
  region: 10,
  zone: 10,
  road: 10,
  river: 10,
};
const SMALL_PLACE_KM = 5;

const BEARINGS = { north: 0, east: 90, south: 180, west: 270 } as const;
const TOWARDS: Partial<Record<Relation, keyof typeof BEARINGS>> = {
  north_of: 'north',
  east_of: 'east',
  south_of: 'south',
  west_of: 'west',
};

/** The land that one asked place (or pair of places) stands for in a question. */
export interface Reach {
  /** The administrative unit, whose name decides; its outline serves only where a record leaves the unit open. */
  unit: AdminUnit | null;
  /** Places that are it or lie in it: who names one belongs there, however vague. */
  own: string[];
  /** All of these must hold a point. */
  shapes: Shape[];
  /** Set where the shape is a plain circle. */
  circle: (Point & { km: number }) | null;
  /** Radius or width in effect, for the answer to say. */
  km: number | null;
}

export function reachesOf(gazetteer: Gazetteer, question: Question): Reach[] | null {
  const { relation, near_km, sector } = question;
  const places = question.places.map((asked) => placeOf(gazetteer, asked));
  if (places.length === 0) return sector ? sidesOfCountries(gazetteer, question) : null;
  if (relation === 'between' && places.length > 1) {
    return places.slice(1).flatMap((to, i) => between(gazetteer, places[i] ?? to, to, near_km));
  }
  return places.map((place) => reachOf(gazetteer, place, question));
}

/** "eastern Syria", or "in the east" of whichever country. */
function sidesOfCountries(gazetteer: Gazetteer, question: Question): Reach[] {
  const countries = [...gazetteer.places.values()].filter(({ kind }) => kind === 'country');
  const asked = countries.filter(({ country }) => question.country === null || country === question.country);
  return asked.map((place) => reachOf(gazetteer, place, { ...question, relation: 'in', near_km: null }));
}

/** "except in X": the place itself. */
export const excludedReaches = (gazetteer: Gazetteer, question: Question): Reach[] =>
  (question.exclude?.places ?? []).map((asked) =>
    reachOf(gazetteer, placeOf(gazetteer, asked), { relation: 'in', near_km: null, sector: null }),
  );

/** A place that is not in the gazetteer any more stands for its point. */
function placeOf(gazetteer: Gazetteer, asked: AskedPlace): Place {
  const { id, name, name_ar: nameAr, kind, lat, lon } = asked;
  const bare = { parentId: null, country: null, extentKm: 0, outline: null, population: null, spellings: [] };
  return gazetteer.places.get(id) ?? { id, name, nameAr, kind, lat, lon, ...bare };
}

/** Land of which all is worked out that questions about it take, its squares above all: some hundred kilobytes at most. */
const REMEMBERED = 100;
const reachesIn = remembered((_: Gazetteer) => new Recent<Reach>(REMEMBERED));

type Asked = Pick<Question, 'relation' | 'near_km' | 'sector'>;

/** The same object for the same question about a place of the gazetteer, so that what is worked out of it is worked out once. */
function reachOf(gazetteer: Gazetteer, place: Place, asked: Asked): Reach {
  if (gazetteer.places.get(place.id) !== place) return landOf(gazetteer, place, asked);
  const name = JSON.stringify([place.id, asked.relation, asked.near_km, asked.sector]);
  return reachesIn(gazetteer).get(name, () => landOf(gazetteer, place, asked));
}

function landOf(gazetteer: Gazetteer, place: Place, { relation, near_km, sector }: Asked): Reach {
  const towards = relation ? TOWARDS[relation] : undefined;
  if (towards) return towardsOf(place, towards, near_km);
  const isNear = relation === 'near' || (near_km !== null && (relation === null || relation === 'in'));
  const reach = isNear ? near(gazetteer, place, near_km) : within(gazetteer, place, near_km);
  if (!sector) return reach;
  // a point has no eastern half: "eastern Palmyra" is its eastern countryside
  if (reach.circle && !isNear) return towardsOf(place, sector, near_km);
  const side = wedge(seatOf(gazetteer, place), BEARINGS[sector], TO_THE_EDGE_KM);
  return { ...reach, own: reach.unit ? reach.own : [], shapes: [...reach.shapes, side], circle: null };
}

function near(gazetteer: Gazetteer, place: Place, near_km: number | null): Reach {
  const km = near_km ?? NEAR_KM;
  if (!place.outline) return round(place, km);
  const { outline } = place;
  const shape = outline.type === 'area' ? widened(ofPlace(place), km) : corridor(outline.lines, Math.max(km, outline.km));
  return { unit: null, own: [...gazetteer.placesUnder(place.id)], shapes: [shape], circle: null, km };
}

function within(gazetteer: Gazetteer, place: Place, near_km: number | null): Reach {
  const own = [...gazetteer.placesUnder(place.id)];
  const unit = unitOf(gazetteer, place);
  if (unit) return { unit, own, shapes: [ofPlace(place)], circle: null, km: null };
  const { outline } = place;
  if (outline?.type === 'area') return { unit: null, own, shapes: [ofPlace(place)], circle: null, km: null };
  if (outline) {
    const km = near_km ?? outline.km;
    return { unit: null, own, shapes: [corridor(outline.lines, km)], circle: null, km };
  }
  return round(place, near_km ?? Math.max(place.extentKm, SURROUNDINGS_KM[place.kind] ?? SMALL_PLACE_KM));
}

function round({ lat, lon }: Place, km: number): Reach {
  return { unit: null, own: [], shapes: [circle({ lat, lon }, km)], circle: { lat, lon, km }, km };
}

function towardsOf(place: Place, side: keyof typeof BEARINGS, near_km: number | null): Reach {
  const km = near_km ?? TOWARDS_KM;
  return { unit: null, own: [], shapes: [wedge(place, BEARINGS[side], km)], circle: null, km };
}

function between(gazetteer: Gazetteer, from: Place, to: Place, near_km: number | null): Reach {
  const km = near_km ?? BETWEEN_KM;
  const line = roadBetween(gazetteer, from, to) ?? [
    [from.lon, from.lat],
    [to.lon, to.lat],
  ];
  return { unit: null, own: [], shapes: [corridor([line], km)], circle: null, km };
}

/** Sides of a unit are told from its seat ("the eastern countryside of Homs" lies east of the city), of an area from its point. */
function seatOf(gazetteer: Gazetteer, place: Place): Point {
  const under = [...gazetteer.placesUnder(place.id)].flatMap((id) => gazetteer.places.get(id) ?? []);
  const seats = under.filter((p) => (p.kind === 'city' || p.kind === 'town') && p.name === place.name);
  return seats.sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.id < b.id ? -1 : 1))[0] ?? place;
}

const LEVELS: Partial<Record<PlaceKind, AdminUnit['level']>> = {
  country: 'country',
  governorate: 'admin1',
  district: 'admin2',
  subdistrict: 'admin3',
};

function unitOf(gazetteer: Gazetteer, place: Place): AdminUnit | null {
  const level = LEVELS[place.kind];
  if (!level || place.country === null) return null;
  const unit: AdminUnit = { level, country: place.country, admin1: null, admin2: null, admin3: null };
  for (let at: Place | undefined = place; at; at = gazetteer.places.get(at.parentId ?? '')) {
    const own = LEVELS[at.kind];
    if (own && own !== 'country') unit[own] = at.name;
  }
  return unit;
}
