import type { Recogniser, Value } from '../finding.ts';
import type { Lexicon, OrderingWords } from '../lexicon/lexicon.ts';
import { wordClass } from '../phrases.ts';
import { type Entry, wordingsRecogniser } from './wordings.ts';

/** There are fewer to list: a higher limit is none. */
const MOST_LISTED = 100_000;
const MOST_COUNTED = 1_000_000;
const YEARS = { first: 1990, last: 2099 };

function limit(values: Record<string, unknown>): Value | null {
  const wanted = Number(values.number);
  if (wanted > MOST_COUNTED) return { kind: 'impossible', about: 'no_such_number' };
  // أكتر 2023
  if (wanted >= YEARS.first && wanted <= YEARS.last) return null;
  return Number.isInteger(wanted) && wanted > 0 ? { kind: 'limit', limit: Math.min(wanted, MOST_LISTED) } : null;
}

const first = (values: Record<string, unknown>): Value | null => {
  const value = limit(values);
  return value?.kind === 'limit' ? { ...value, first: true } : value;
};

const entries = ({ superlatives, orders, sorts, limits, firsts }: OrderingWords): Entry[] => [
  ...superlatives.map(([superlative, wordings]): Entry => [{ kind: 'superlative', ...superlative }, wordings]),
  ...orders.map(([order, wordings]): Entry => [{ kind: 'order', ...order }, wordings]),
  ...sorts.map(([order, wordings]): Entry => [{ kind: 'sort', order }, wordings]),
  [limit, limits],
  [first, firsts],
];

/** Most, deadliest, last, first, top 5, newest first. */
export const orderingRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'ordering',
    lexicons.flatMap((lexicon) => entries(lexicon.ordering)),
    { number: wordClass(lexicons.flatMap((lexicon) => lexicon.numbers)) },
  );
