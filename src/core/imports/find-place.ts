import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { kmBetween, type Point } from '../gazetteer/geometry.ts';
import { createPlaceIndex, type PlaceIndex, withoutKind } from './place-index.ts';
import type { GivenPlace } from './reading.ts';
import { BadCell } from './row.ts';

/** Where an incident is, as the store has it. */
export interface FoundPlace {
  placeId: string | null;
  placeEn: string;
  placeAr: string | null;
  country: 'SY' | 'IQ';
  admin1: string | null;
  admin2: string | null;
  admin3: string | null;
  lat: number;
  lon: number;
  wherePrec: number;
  extentKm: number | null;
}

/** Where a row puts an incident, found in the gazetteer. Throws BadCell where neither a point nor a known name is given. */
export type PlaceFinder = (given: GivenPlace) => FoundPlace;

/** UCDP's codes (where_prec). */
const EXACT = 1;
const NEAR_A_POINT = 2;
const GOVERNORATE = 4;
const LINE_OR_AREA = 5;
/** Codes that stand for a unit as a whole. */
const UNIT_OF_PREC: Readonly<Record<number, PlaceKind>> = { 3: 'district', [GOVERNORATE]: 'governorate', 6: 'country' };
/** What follows of a place that is known by its name alone; of a settlement "within 25 km". */
const PREC_OF_KIND: Partial<Record<PlaceKind, number>> = {
  country: 6,
  governorate: GOVERNORATE,
  district: 3,
  subdistrict: 3,
  region: LINE_OR_AREA,
  zone: LINE_OR_AREA,
  river: LINE_OR_AREA,
  road: LINE_OR_AREA,
  mountain: LINE_OR_AREA,
  valley: LINE_OR_AREA,
};
const UNITS = new Set<PlaceKind>(['country', 'governorate', 'district', 'subdistrict']);
/** A source's point of a named place may lie so far from ours; of a name that is only alike, so far. */
const NAMESAKE_KM = 10;
const ALIKE_KM = 5;
const COUNTRY_NAMES = { SY: 'Syria', IQ: 'Iraq' } as const;

const MOST_REMEMBERED = 5000;

export function createPlaceFinder(gazetteer: Gazetteer): PlaceFinder {
  const index = createPlaceIndex(gazetteer);
  let remembered = new Map<string, FoundPlace>();
  return (given) => {
    const { point } = given;
    const names = [given.country, given.admin1, given.admin2, given.admin3, given.name, given.nameAr];
    const key = [...names, point?.lat, point?.lon, given.wherePrec, given.unitsAreTold].join('\t');
    const known = remembered.get(key);
    if (known) return known;
    const found = find(given, index);
    // a file has the same places again and again, but memory stays flat
    if (remembered.size >= MOST_REMEMBERED) remembered = new Map();
    remembered.set(key, found);
    return found;
  };
}

function find(given: GivenPlace, index: PlaceIndex): FoundPlace {
  const said = given.admin1 === null ? null : unitNamed(given.admin1, 'governorate', given.country, index);
  const place = given.point === null ? placeByName(given, said, index) : placeByPoint(given, given.point, index);
  const point = given.point ?? place;
  if (point === null) throw new BadCell('place', unknownPlace(given, index), given.name);
  const wherePrec = given.wherePrec ?? (given.point ? EXACT : (PREC_OF_KIND[place?.kind ?? 'town'] ?? NEAR_A_POINT));
  const units = unitsOf(given, { said, place, point, wherePrec, index });
  const country = given.country ?? place?.country ?? units.governorate?.country ?? null;
  if (country === null) throw new BadCell('country', 'is not said, and the point lies in no governorate that dalil knows');
  const meant = placeOfPrec(wherePrec, {
    place,
    ...units,
    country: unitNamed(COUNTRY_NAMES[country], 'country', country, index),
  });
  return {
    placeId: meant?.id ?? null,
    placeEn: meant?.name ?? given.name?.replace(/ (?:town|village|city|suburb)$/u, '') ?? units.admin1 ?? COUNTRY_NAMES[country],
    placeAr: meant?.nameAr ?? given.nameAr ?? null,
    country,
    admin1: units.admin1,
    admin2: units.admin2,
    admin3: units.admin3,
    lat: point.lat,
    lon: point.lon,
    wherePrec,
    extentKm: wherePrec > NEAR_A_POINT && meant && meant.outline === null ? meant.extentKm : null,
  };
}

const inCountry = (place: Place, country: 'SY' | 'IQ' | null) =>
  country === null || place.country === null || place.country === country;

const unitNamed = (name: string, kind: PlaceKind, country: 'SY' | 'IQ' | null, index: PlaceIndex): Place | null =>
  index.named(name).find((place) => place.kind === kind && inCountry(place, country)) ?? null;

/** Without a point the name must be one place's alone, in the governorate if one is said; a settlement goes before its namesake units. */
function placeByName({ name, country }: GivenPlace, governorate: Place | null, index: PlaceIndex): Place | null {
  if (name === null) return null;
  const there = index
    .named(name)
    .filter((place) => inCountry(place, country))
    .filter((place) => governorate === null || place.parentId === null || index.upwards(place).includes(governorate));
  const settled = there.filter(({ kind }) => !UNITS.has(kind));
  const [only, ...others] = settled.length > 0 ? settled : there;
  return only && others.length === 0 ? only : null;
}

/** Of namesakes the nearest that is near enough; else the name that is most like it close by. */
function placeByPoint({ name, country, wherePrec }: GivenPlace, point: Point, index: PlaceIndex): Place | null {
  if (name === null) return null;
  const named = index.named(name).filter((place) => inCountry(place, country));
  const settled = named.filter(({ kind }) => !UNITS.has(kind));
  const reachOf = (place: Place) =>
    wherePrec === LINE_OR_AREA || UNITS.has(place.kind) ? Math.max(NAMESAKE_KM, place.extentKm) : NAMESAKE_KM;
  const reached = (settled.length > 0 ? settled : named)
    .map((place) => ({ place, km: kmBetween(point, place) }))
    .filter(({ place, km }) => km <= reachOf(place))
    .sort((a, b) => a.km - b.km);
  const close = () => index.around(point, ALIKE_KM).filter((place) => !UNITS.has(place.kind) && inCountry(place, country));
  return reached[0]?.place ?? (wherePrec === LINE_OR_AREA ? null : index.mostLike(name, close()));
}

interface Known {
  said: Place | null;
  place: Place | null;
  point: Point;
  wherePrec: number;
  index: PlaceIndex;
}

interface Units {
  governorate: Place | null;
  district: Place | null;
  admin1: string | null;
  admin2: string | null;
  admin3: string | null;
}

/** A unit's name that no gazetteer has is kept as the source writes it; what the source leaves open stays open. */
function unitsOf(given: GivenPlace, { said, place, point, wherePrec, index }: Known): Units {
  const above = place ? index.upwards(place) : [];
  const follows = !given.unitsAreTold && wherePrec <= GOVERNORATE;
  const governorate =
    said ??
    (given.admin1 === null && follows ? (above.find(({ kind }) => kind === 'governorate') ?? index.governorateAt(point)) : null);
  const below = (kind: PlaceKind, name: string | null | undefined): Place | null => {
    const among = governorate ? index.units(kind, governorate) : [];
    if (name) return index.named(name).find((unit) => among.includes(unit)) ?? index.mostLike(name, among);
    return governorate && wherePrec <= NEAR_A_POINT && above.includes(governorate)
      ? (above.find((unit) => unit.kind === kind) ?? null)
      : null;
  };
  const district = below('district', given.admin2);
  const subdistrict = below('subdistrict', given.admin3);
  const asWritten = (name: string | null | undefined) => (name ? withoutKind(name) || name : null);
  return {
    governorate,
    district,
    admin1: governorate?.name ?? asWritten(given.admin1),
    admin2: district?.name ?? asWritten(given.admin2),
    admin3: subdistrict?.name ?? asWritten(given.admin3),
  };
}

/** What is only known to lie in a unit stands at that unit, not at the town whose point was taken for it. */
function placeOfPrec(
  wherePrec: number,
  known: { place: Place | null; governorate: Place | null; district: Place | null; country: Place | null },
): Place | null {
  const kind = UNIT_OF_PREC[wherePrec];
  if (kind === 'district') return known.district;
  if (kind === 'governorate') return known.governorate;
  return kind === 'country' ? known.country : known.place;
}

function unknownPlace({ name }: GivenPlace, index: PlaceIndex): string {
  if (name === null) return 'neither coordinates nor a place are given';
  const namesakes = index.named(name).length;
  return namesakes === 0
    ? 'is in no gazetteer, and there are no coordinates'
    : `is one of ${namesakes} places, and there are no coordinates`;
}
