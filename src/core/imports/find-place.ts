import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { inRing, kmBetween, type Point } from '../gazetteer/geometry.ts';
import { nameKey } from '../names/key.ts';
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

/** Words that data sets put beside a name to say what kind of place it is. */
const KIND_WORDS =
  /\b(?:governorate|province|sub-?district|district|mintaqat|markaz|nahiyat?|qada|town|village|city|neighbou?rhood|area|camp|region)\b/giu;
const withoutKind = (name: string) => name.replaceAll(KIND_WORDS, ' ').replaceAll(/\s+/gu, ' ').trim();

/** UCDP's codes that stand for a unit as a whole. */
const UNIT_OF_PREC: Readonly<Record<number, PlaceKind>> = { 3: 'district', 4: 'governorate', 6: 'country' };
const LINE_OR_AREA = 5;
const UNITS = new Set<PlaceKind>(['country', 'governorate', 'district', 'subdistrict']);
/** A source's point of a named place may lie so far from ours. */
const NAMESAKE_KM = 10;
/** What follows of a place that is known by its name alone. */
const PREC_OF_KIND: Partial<Record<PlaceKind, number>> = {
  country: 6,
  governorate: 4,
  district: 3,
  subdistrict: 3,
  region: 5,
  zone: 5,
  river: 5,
  road: 5,
  mountain: 5,
  valley: 5,
};
const NEAR_A_POINT = 2;
const EXACT = 1;

const MOST_REMEMBERED = 20_000;

export function createPlaceFinder(gazetteer: Gazetteer): PlaceFinder {
  const find = finder(gazetteer);
  let remembered = new Map<string, FoundPlace>();
  return (given) => {
    const { point } = given;
    const key = [
      given.country,
      given.admin1,
      given.admin2,
      given.admin3,
      given.name,
      point?.lat,
      point?.lon,
      given.wherePrec,
    ].join('\t');
    const known = remembered.get(key);
    if (known) return known;
    const found = find(given);
    if (remembered.size >= MOST_REMEMBERED) remembered = new Map();
    remembered.set(key, found);
    return found;
  };
}

function finder(gazetteer: Gazetteer): PlaceFinder {
  const byKey = new Map<string, Place[]>();
  for (const place of gazetteer.places.values()) {
    const names = [place.name, place.nameAr, ...place.spellings.map(({ text }) => text)];
    for (const key of new Set(names.map(nameKey))) {
      const same = byKey.get(key);
      if (same) same.push(place);
      else byKey.set(key, [place]);
    }
  }
  const governorates = [...gazetteer.places.values()].filter(({ kind }) => kind === 'governorate');

  const named = (name: string | null): Place[] => {
    if (name === null) return [];
    const whole = byKey.get(nameKey(name));
    return whole ?? byKey.get(nameKey(withoutKind(name))) ?? [];
  };
  const upwards = (place: Place): Place[] => {
    const parent = place.parentId === null ? undefined : gazetteer.places.get(place.parentId);
    return parent ? [place, ...upwards(parent)] : [place];
  };
  const unitNamed = (name: string | null, kind: PlaceKind, within: Place | null, country: 'SY' | 'IQ' | null) =>
    named(name).find(
      (place) =>
        place.kind === kind &&
        (country === null || place.country === country) &&
        (within === null || upwards(place).includes(within)),
    ) ?? null;
  const governorateAt = (point: Point): Place | null =>
    governorates.find(({ outline }) => {
      const rings = outline?.type === 'area' ? outline.rings : [];
      return rings.filter((ring) => inRing(point, ring)).length % 2 === 1;
    }) ?? null;

  /** Of several namesakes the nearest that is near enough, a settlement before the unit that is called after it. */
  function placeNamed(given: GivenPlace, admin1: Place | null): Place | null {
    const { point, wherePrec } = given;
    const candidates = named(given.name).filter(
      (place) => given.country === null || (place.country ?? given.country) === given.country,
    );
    const settled = candidates.filter(({ kind }) => !UNITS.has(kind));
    const choice = settled.length > 0 ? settled : candidates;
    if (point === null) {
      const there =
        admin1 === null ? choice : choice.filter((place) => upwards(place).includes(admin1) || place.parentId === null);
      return there.length === 1 ? (there[0] ?? null) : null;
    }
    const reachable = choice
      .map((place) => ({ place, km: kmBetween(point, place) }))
      .filter(
        ({ place, km }) =>
          km <= Math.max(NAMESAKE_KM, wherePrec === LINE_OR_AREA ? place.extentKm : 0) ||
          (UNITS.has(place.kind) && km <= place.extentKm),
      );
    return reachable.sort((a, b) => a.km - b.km)[0]?.place ?? null;
  }

  return (given) => {
    const said = given.admin1 === null ? null : unitNamed(given.admin1, 'governorate', null, given.country);
    const byName = placeNamed(given, said);
    const unitKind = given.wherePrec === null ? undefined : UNIT_OF_PREC[given.wherePrec];
    const above = byName ? upwards(byName) : [];
    const point = given.point ?? byName;
    if (point === null) throw new BadCell('place', unknownPlace(given, named(given.name).length), given.name);
    const wherePrec = given.wherePrec ?? (given.point ? EXACT : (PREC_OF_KIND[byName?.kind ?? 'town'] ?? NEAR_A_POINT));
    const vague = wherePrec > 4;
    // a name that only the source has is kept: an open unit would be a lost one
    const governorate =
      said ?? above.find(({ kind }) => kind === 'governorate') ?? (given.admin1 === null && !vague ? governorateAt(point) : null);
    const admin1 = governorate?.name ?? (given.admin1 === null ? null : withoutKind(given.admin1));
    const district =
      unitNamed(given.admin2, 'district', governorate, given.country) ??
      (given.admin2 === null && !vague ? (above.find(({ kind }) => kind === 'district') ?? null) : null);
    const country = given.country ?? byName?.country ?? governorate?.country ?? null;
    if (country === null) throw new BadCell('country', 'is not said, and the point lies in no governorate that dalil knows');
    const unit =
      unitKind === 'district'
        ? district
        : unitKind === 'governorate'
          ? governorate
          : unitKind === 'country'
            ? unitNamed(country === 'SY' ? 'Syria' : 'Iraq', 'country', null, country)
            : null;
    const place = unitKind ? unit : byName;
    const subdistrict = given.admin3 ?? null;
    return {
      placeId: place?.id ?? null,
      placeEn: place?.name ?? given.name ?? admin1 ?? (country === 'SY' ? 'Syria' : 'Iraq'),
      placeAr: place?.nameAr ?? given.nameAr ?? null,
      country,
      admin1: wherePrec > 5 ? null : admin1,
      admin2: district?.name ?? (given.admin2 === null ? null : withoutKind(given.admin2) || null),
      admin3:
        unitNamed(subdistrict, 'subdistrict', governorate, given.country)?.name ??
        subdistrict ??
        (vague || wherePrec > 2 ? null : (above.find(({ kind }) => kind === 'subdistrict')?.name ?? null)),
      lat: point.lat,
      lon: point.lon,
      wherePrec,
      extentKm: wherePrec > 2 && place && place.outline === null ? place.extentKm : null,
    };
  };
}

const unknownPlace = ({ name }: GivenPlace, namesakes: number): string => {
  if (name === null) return 'neither coordinates nor a place are given';
  return namesakes === 0
    ? 'is in no gazetteer, and there are no coordinates'
    : `is ${namesakes} places, and there are no coordinates`;
};
