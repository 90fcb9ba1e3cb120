import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { inRing, kmBetween, type Point } from '../gazetteer/geometry.ts';
import { nameKey } from '../names/key.ts';
import { createScore, type PreparedName, prepareName } from '../names/score.ts';

/** Words that data sets put beside a name to say what kind of place it is. */
const KIND_WORDS =
  /\b(?:governorate|province|sub-?district|district|mintaqat|markaz|nahiyat?|qada|town|village|city|suburb|neighbou?rhood|area|camp|region|farms?|mountains?|desert)\b/giu;
export const withoutKind = (name: string): string => name.replaceAll(KIND_WORDS, ' ').replaceAll(/\s+/gu, ' ').trim();

/** Every name that a cell may stand for, the surest first: "Homs Governorate", "Tadmur/Palmyra town", "Tiyas Military Airbase (T4)". */
function wordings(name: string): string[] {
  const bare = name.replaceAll(/\([^()]*\)/gu, ' ');
  const inBrackets = [...name.matchAll(/\(([^()]+)\)/gu)].map(([, inside = '']) => inside);
  const parts = bare.includes('/') ? bare.split('/') : [];
  const whole = [name, bare, ...parts, ...inBrackets].map((one) => one.trim());
  return [...new Set([...whole, ...whole.map(withoutKind)])].filter((one) => one.length > 1);
}

/** From what likeness on a name of the same unit, or a few kilometres off, is another spelling: 0–1.1, as of names in questions. */
const LIKE = 0.8;
/** Places are gathered by squares of so many degrees: the squares around one reach some 20 km. */
const SQUARE = 0.25;

const MOST_REMEMBERED = 5000;

/** A file asks for the same names again and again; memory stays flat all the same. */
function remembering<T>(make: (key: string) => T): (key: string) => T {
  let held = new Map<string, T>();
  return (key) => {
    const known = held.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    if (held.size >= MOST_REMEMBERED) held = new Map();
    held.set(key, made);
    return made;
  };
}

export interface PlaceIndex {
  /** Places of exactly this spelling, or else of what is left of it without words for its kind. */
  named(name: string): Place[];
  /** The one of these whose name is most like it, if like enough. */
  mostLike(name: string, among: readonly Place[]): Place | null;
  /** Places whose point lies within so many kilometres (20 at most), nearest first. */
  around(point: Point, km: number): Place[];
  /** A place and the units that it lies in, from below. */
  upwards(place: Place): Place[];
  /** Units of a kind in another. */
  units(kind: PlaceKind, within: Place): Place[];
  governorateAt(point: Point): Place | null;
}

const squareOf = (lat: number, lon: number) => `${Math.floor(lat / SQUARE)} ${Math.floor(lon / SQUARE)}`;
const spellingsOf = (place: Place) => [place.name, place.nameAr, ...place.spellings.map(({ text }) => text)];

export function createPlaceIndex(gazetteer: Gazetteer): PlaceIndex {
  const byKey = new Map<string, Place[]>();
  const bySquare = new Map<string, Place[]>();
  const put = (into: Map<string, Place[]>, key: string, place: Place) => {
    const same = into.get(key);
    if (same) same.push(place);
    else into.set(key, [place]);
  };
  for (const place of gazetteer.places.values()) {
    for (const key of new Set(spellingsOf(place).map(nameKey))) put(byKey, key, place);
    put(bySquare, squareOf(place.lat, place.lon), place);
  }
  const governorates = [...gazetteer.places.values()].filter(({ kind }) => kind === 'governorate');
  const score = createScore();
  const prepared = new Map<Place, PreparedName[]>();
  const preparedOf = (place: Place): PreparedName[] => {
    const held =
      prepared.get(place) ?? [...new Set(spellingsOf(place).map((name) => withoutKind(name) || name))].map(prepareName);
    prepared.set(place, held);
    return held;
  };
  const upwards = (place: Place): Place[] => {
    const parent = place.parentId === null ? undefined : gazetteer.places.get(place.parentId);
    return parent ? [place, ...upwards(parent)] : [place];
  };
  const asked = remembering((name: string) => {
    const names = wordings(name);
    const places = names.map((one) => byKey.get(nameKey(one))).find((found) => found !== undefined) ?? [];
    return { places, prepared: names.map(prepareName) };
  });
  const unitsIn = remembering((key: string) => {
    const [kind, id = ''] = key.split(' ');
    return [...gazetteer.placesUnder(id)]
      .flatMap((one) => gazetteer.places.get(one) ?? [])
      .filter((place) => place.kind === kind);
  });
  return {
    named: (name) => asked(name).places,
    mostLike(name, among) {
      const given = asked(name).prepared;
      const likeness = (place: Place) => Math.max(...preparedOf(place).flatMap((own) => given.map((one) => score(own, one))));
      const [best] = among.map((place) => ({ place, like: likeness(place) })).sort((a, b) => b.like - a.like);
      return best && best.like >= LIKE ? best.place : null;
    },
    around({ lat, lon }, km) {
      const found: { place: Place; off: number }[] = [];
      for (const row of [-1, 0, 1]) {
        for (const column of [-1, 0, 1]) {
          for (const place of bySquare.get(squareOf(lat + row * SQUARE, lon + column * SQUARE)) ?? []) {
            const off = kmBetween({ lat, lon }, place);
            if (off <= km) found.push({ place, off });
          }
        }
      }
      return found.sort((a, b) => a.off - b.off).map(({ place }) => place);
    },
    upwards,
    units: (kind, within) => unitsIn(`${kind} ${within.id}`),
    governorateAt: (point) =>
      governorates.find(({ outline }) => {
        const rings = outline?.type === 'area' ? outline.rings : [];
        return rings.filter((ring) => inRing(point, ring)).length % 2 === 1;
      }) ?? null,
  };
}
