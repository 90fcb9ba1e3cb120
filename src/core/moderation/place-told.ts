import type { Language } from '../../db/schema/vocabulary.ts';
import type { Core } from '../core.ts';
import { pointAt } from '../gazetteer/geometry.ts';
import type { Question, Relation } from '../question/question.ts';
import { withoutIsolates } from '../reply/isolates.ts';
import type { DraftPlace } from '../tips/draft.ts';

/** Degrees, clockwise from north. */
const BEARINGS = {
  north: 0,
  northeast: 45,
  east: 90,
  southeast: 135,
  south: 180,
  southwest: 225,
  west: 270,
  northwest: 315,
} as const;
type Bearing = keyof typeof BEARINGS;

const OF_RELATION: Partial<Record<Relation, Bearing>> = {
  north_of: 'north',
  east_of: 'east',
  south_of: 'south',
  west_of: 'west',
};

/** A question holds "southeast of" as the first of its two and gives the words back: here they are used. */
const BETWEEN: readonly [Bearing, RegExp][] = [
  ['northeast', /^(?:north ?-?east|ne|شمالي? ?شرقي?)$/iu],
  ['southeast', /^(?:south ?-?east|se|جنوبي? ?شرقي?)$/iu],
  ['southwest', /^(?:south ?-?west|sw|جنوبي? ?غربي?)$/iu],
  ['northwest', /^(?:north ?-?west|nw|شمالي? ?غربي?)$/iu],
];

/** Of eight directions the next is 45° away: the place may lie 22.5° to either side, 0.41 km for each kilometre. */
const ASIDE = Math.tan(Math.PI / 8);
/** UCDP's precision 2: "within 25 km". What is further off than that leaves open is no point. */
const NEAR_KM = 25;
const NEAR = 2;

export interface PlaceTold {
  /** Null: a bearing without a distance, or a distance so long that its end is anywhere. */
  place: DraftPlace | null;
  /** The bearing in the words of the language. */
  said: string;
  /** Words of the question's leftover that are used here. */
  used: readonly string[];
}

/** "12 km southeast of Sukhnah": the point there, named by what was said. Null: no direction from a place is said. */
export function placeAtDistance(
  { places, relation, near_km: km, leftover }: Question,
  language: Language,
  { translator }: Pick<Core, 'translator'>,
): PlaceTold | null {
  const [from] = places;
  const straight = relation && OF_RELATION[relation];
  if (!from || !straight) return null;
  const [between] = BETWEEN.find(([, pattern]) => pattern.test(leftover.join(' '))) ?? [];
  const bearing = between ?? straight;
  const told = { said: translator(language)(`place-bearing.${bearing}`), used: between ? leftover : [] };
  if (km === null || km * ASIDE > NEAR_KM) return { ...told, place: null };
  const named = (one: Language, name: string) => withoutIsolates(translator(one)(`place-at.${bearing}`, { km, name }));
  const point = pointAt(from, BEARINGS[bearing], km);
  const names = { name: named('en', from.name), nameAr: named('ar', from.name_ar) };
  return { ...told, place: { ...names, ...point, id: null, precision: NEAR, pinned: false } };
}
