import type { Recogniser, Value } from '../finding.ts';
import type { Lexicon, PlaceWords } from '../lexicon/lexicon.ts';
import { type Match, wordClass } from '../phrases.ts';
import type { Text } from '../text.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

/** From one end of Syria and Iraq to the other it is less. */
const FURTHEST_KM = 1_500;
const YEARS = { first: 1990, last: 2099 };

/** Kilometres to a tenth, as people speak of them. */
function radius(values: Record<string, unknown>): Value | null {
  // رمضان 2023 كم
  if (Number(values.number) >= YEARS.first && Number(values.number) <= YEARS.last) return null;
  const km = Math.round(Number(values.number) * Number(values.distance) * 10) / 10;
  return km > 0 && km <= FURTHEST_KM ? { kind: 'radius', km } : { kind: 'impossible', about: 'no_such_distance' };
}

const NOT = new Set(['not', 'غير', 'ليس', 'ليست', 'مو', 'مش']);

/** "within -5 km", but not the hyphen of "10-20 km". */
const notWithin = (_: unknown, { start, end }: Match, { tokens }: Text): Value | null => {
  // "not far from" is near
  if (NOT.has(tokens[start - 1]?.norm ?? '')) return null;
  const minus = tokens.slice(start, end).find(({ norm }) => norm === '-');
  return minus?.glued ? null : { kind: 'impossible', about: 'no_such_distance' };
};
/** "between 10 and 20 km from": a ring, which nothing holds. */
const ring: Value = { kind: 'impossible', about: 'no_such_distance' };

const entries = ({ relations, sectors, countryside, countries, radius: radii, impossibleRadius, rings }: PlaceWords): Entry[] => [
  ...relations.map(([relation, wordings]): Entry => [{ kind: 'relation', ...relation }, wordings]),
  ...rowsOf(sectors).map(([side, wordings]): Entry => [{ kind: 'sector', side }, wordings]),
  [{ kind: 'countryside' }, countryside],
  ...rowsOf(countries).map(([country, wordings]): Entry => [{ kind: 'country', country }, wordings]),
  [radius, radii],
  [notWithin, impossibleRadius],
  [ring, rings],
];

/** How a place is meant: in, near, within a radius, along, a direction from it, a part of it. */
export const surroundingsRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'surroundings',
    lexicons.flatMap((lexicon) => entries(lexicon.places)),
    {
      number: wordClass(lexicons.flatMap((lexicon) => lexicon.numbers)),
      distance: wordClass(lexicons.flatMap((lexicon) => lexicon.places.distances)),
    },
  );
