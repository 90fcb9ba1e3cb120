import type { GazetteerPlaceRow } from '../../../db/queries/imports/places.ts';
import type { PlaceKind } from '../../../db/schema/vocabulary.ts';
import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts';
import { nameKey } from '../../names/key.ts';
import { createPlaceIndex, type PlaceIndex } from '../place-index.ts';
import { extentOf, type GivenGazetteerPlace, isArabic } from './given-place.ts';

const UNITS = new Set<PlaceKind>(['country', 'governorate', 'district', 'subdistrict']);
/** Two gazetteers' points of one settlement lie so close. */
const SAME_KM = 5;
/** A settlement lies in the unit of its neighbour, where nothing better is known. */
const NEIGHBOUR_KM = 10;

/** What becomes of another gazetteer's place: spellings of one that is here, or a place of its own. */
export function createFitting(gazetteer: Gazetteer): (given: GivenGazetteerPlace) => GazetteerPlaceRow {
  const index = createPlaceIndex(gazetteer);
  return (given) => {
    const here = gazetteer.places.has(given.id) ? null : sameHere(given, index);
    const spellings = [...new Set(given.spellings)].map((spelling) => ({
      language: isArabic(spelling) ? ('ar' as const) : ('en' as const),
      spelling,
    }));
    if (here) {
      const known = new Set([here.name, here.nameAr, ...here.spellings.map(({ text }) => text)]);
      return { id: here.id, place: null, spellings: spellings.filter(({ spelling }) => !known.has(spelling)) };
    }
    const nameAr = given.nameAr ?? given.name;
    const { id, name, kind, country, lat, lon, population, origin } = given;
    return {
      id,
      place: {
        id,
        name,
        nameAr,
        kind,
        parentId: parentOf(given, index)?.id ?? null,
        country,
        lat,
        lon,
        extentKm: extentOf(kind, population),
        population,
        origin,
      },
      spellings: spellings.filter(({ spelling }) => spelling !== name && spelling !== nameAr),
    };
  };
}

/** A unit is the unit of its name; of anything else the point must fit too. Places of the same file are never each other. */
function sameHere(given: GivenGazetteerPlace, index: PlaceIndex): Place | null {
  const isOther = (place: Place) => !place.id.startsWith(`${given.origin}-`);
  if (UNITS.has(given.kind)) {
    return (
      given.spellings
        .flatMap((name) => index.named(name))
        .find((place) => place.kind === given.kind && place.country === given.country && isOther(place)) ?? null
    );
  }
  const keys = new Set(given.spellings.map(nameKey));
  const isSame = (place: Place) =>
    [place.name, place.nameAr, ...place.spellings.map(({ text }) => text)].some((name) => keys.has(nameKey(name)));
  return index.around(given, SAME_KM).find((place) => !UNITS.has(place.kind) && isOther(place) && isSame(place)) ?? null;
}

function parentOf(given: GivenGazetteerPlace, index: PlaceIndex): Place | null {
  const governorate = index.governorateAt(given);
  for (const [depth, name] of given.within.entries()) {
    const inside = (place: Place) => governorate === null || index.upwards(place).includes(governorate);
    const unit = index.named(name).find((place) => UNITS.has(place.kind) && place.country === given.country && inside(place));
    if (unit && (unit.kind !== 'governorate' || depth === given.within.length - 1)) return unit;
  }
  if (UNITS.has(given.kind)) return governorate;
  const neighbour = index
    .around(given, NEIGHBOUR_KM)
    .find(
      (place) =>
        !UNITS.has(place.kind) && place.parentId !== null && (governorate === null || index.upwards(place).includes(governorate)),
    );
  return (neighbour && index.upwards(neighbour)[1]) ?? governorate;
}
