import type { CasualtyField, Comparison, Recogniser, Value } from '../finding.ts';
import type { CasualtyWords, Lexicon } from '../lexicon/lexicon.ts';
import { type Match, spelledOut, wordClass } from '../phrases.ts';
import type { Text, Token } from '../text.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

/** More was never counted in either country. */
const MOST_COUNTED = 1_000_000;

const YEAR = { first: 1990, last: 2099 };
/** "the 2023 attacks", "more than 2022?": a year, alone or with nothing after it that it could count. */
const isYear = (value: number, { start, end }: Match, { tokens }: Text): boolean =>
  value >= YEAR.first && value <= YEAR.last && (end === start + 1 || (tokens[end]?.kind ?? 'mark') === 'mark');

/** "-3 killed"; the hyphen of 5-10 is glued to what stands before it. */
const isNegative = ({ start }: Match, { tokens }: Text): boolean => {
  const sign = tokens[start - 1];
  return sign?.norm === '-' && !sign.glued && tokens[start]?.glued === true;
};

const quantity =
  (op: Comparison) =>
  (values: Record<string, unknown>, match: Match, text: Text): Value | null => {
    const value = Number(values.number);
    if (isYear(value, match, text)) return null;
    if (isNegative(match, text)) return { kind: 'impossible', about: 'no_such_number' };
    if (value > MOST_COUNTED) return { kind: 'impossible', about: 'no_such_number' };
    return Number.isInteger(value) ? { kind: 'quantity', op, value } : null;
  };

const range = (values: Record<string, unknown>): Value | null => {
  const [least, most] = [Number(values.number), Number(values.most)];
  if (most > MOST_COUNTED) return { kind: 'impossible', about: 'no_such_number' };
  return Number.isInteger(least) && most > least ? { kind: 'quantity', op: '>=', value: least, partial: true } : null;
};

const tollQuantity =
  (op: Comparison) =>
  ({ toll, number }: Record<string, unknown>): Value | null => {
    // "claimed 5 lives" needs no other word for the toll
    const field = isField(toll) ? toll : 'killed';
    const value = Number(number);
    if (value > MOST_COUNTED) return { kind: 'impossible', about: 'no_such_number' };
    return Number.isInteger(value) ? { kind: 'casualties', casualties: { field, op, value } } : null;
  };

const FIELDS = ['killed', 'wounded', 'killed_or_wounded', 'captured', 'missing'] as const satisfies readonly CasualtyField[];
const isField = (value: unknown): value is CasualtyField => FIELDS.some((field) => field === value);

/** The words for each toll, without their number. */
const tollWords = ({ tolls }: CasualtyWords): [CasualtyField, string[]][] =>
  rowsOf(tolls).map(([field, { noun = [] }]) => [field, noun.flatMap(spelledOut)]);

const entries = ({
  tolls,
  filters,
  measures,
  quantities,
  tollQuantities,
  ranges,
  quantitySuffixes,
  deadly,
  people,
}: CasualtyWords): Entry[] => [
  ...rowsOf(tolls).flatMap(([field, forms]) =>
    rowsOf(forms).map(([form, wordings]): Entry => [{ kind: 'toll', field, form }, wordings]),
  ),
  ...[...filters, ...measures].map(([casualties, wordings]): Entry => [{ kind: 'casualties', casualties }, wordings]),
  ...quantities.map(([op, wordings]): Entry => [quantity(op), wordings]),
  ...tollQuantities.map(([op, wordings]): Entry => [tollQuantity(op), wordings]),
  [range, ranges],
  ...quantitySuffixes.map(([op, wordings]): Entry => [{ kind: 'quantity_suffix', op }, wordings]),
  [{ kind: 'deadly' }, deadly],
  [{ kind: 'people' }, people],
];

/** Killed, wounded, captured, missing: as bare words, as whole filters, and the numbers that may belong to them. */
export function casualtiesRecogniser(lexicons: readonly Lexicon[]): Recogniser {
  const numbers = wordClass(lexicons.flatMap((lexicon) => lexicon.numbers));
  return wordingsRecogniser(
    'casualties',
    lexicons.flatMap((lexicon) => entries(lexicon.casualties)),
    {
      number: numbers,
      toll: wordClass(lexicons.flatMap(({ casualties }) => tollWords(casualties))),
      equals: ({ norm }: Token) => (norm === '=' ? true : undefined),
    },
  );
}
