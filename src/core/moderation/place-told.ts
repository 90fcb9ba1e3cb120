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
/** UCDP's precision 2: "within 25 km". */
const NEAR_KM = 25;
const NEAR = 2;
const AREA = 5;

export interface PlaceTold {
  place: DraftPlace;
  /** Words of the question's leftover that are used here. */
  used: readonly string[];
}

/** "12 km southeast of Sukhnah": the point there, named by what was said. Null: no distance and direction is said of one place. */
export function placeAtDistance({ places, relation, near_km: km, leftover }: Question, core: Core): PlaceTold | null {
  const [from] = places;
  const straight = relation && OF_RELATION[relation];
  if (!from || !straight || km === null) return null;
  const [between] = BETWEEN.find(([, pattern]) => pattern.test(leftover.join(' '))) ?? [];
  const bearing = between ?? straight;
  const named = (language: 'en' | 'ar', name: string) =>
    withoutIsolates(core.translator(language)(`place-at.${bearing}`, { km, name }));
  const { lat, lon } = pointAt(from, BEARINGS[bearing], km);
  const precision = km * ASIDE <= NEAR_KM ? NEAR : AREA;
  return {
    place: {
      id: null,
      name: named('en', from.name),
      nameAr: named('ar', from.name_ar),
      lat,
      lon,
      precision,
      pinned: false,
    },
    used: between ? leftover : [],
  };
}
