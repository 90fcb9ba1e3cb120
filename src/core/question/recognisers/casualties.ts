import type { Comparison, Recogniser } from '../finding.ts';
import type { CasualtyWords, Lexicon } from '../lexicon/lexicon.ts';
import { wordClass } from '../phrases.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const MOST_DIGITS = 6;

const quantity =
  (op: Comparison) =>
  (values: Record<string, unknown>): ReturnType<Extract<Entry[0], (...args: never[]) => unknown>> => {
    const value = Number(values.number);
    return Number.isInteger(value) && String(value).length <= MOST_DIGITS ? { kind: 'quantity', op, value } : null;
  };

const entries = ({ tolls, filters, measures, quantities, quantitySuffixes, deadly, people }: CasualtyWords): Entry[] => [
  ...rowsOf(tolls).flatMap(([field, forms]) =>
    rowsOf(forms).map(([form, wordings]): Entry => [{ kind: 'toll', field, form }, wordings]),
  ),
  ...[...filters, ...measures].map(([casualties, wordings]): Entry => [{ kind: 'casualties', casualties }, wordings]),
  ...quantities.map(([op, wordings]): Entry => [quantity(op), wordings]),
  ...quantitySuffixes.map(([op, wordings]): Entry => [{ kind: 'quantity_suffix', op }, wordings]),
  [{ kind: 'deadly' }, deadly],
  [{ kind: 'people' }, people],
];

/** Killed, wounded, captured, missing: as bare words, as whole filters, and the numbers that may belong to them. */
export const casualtiesRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'casualties',
    lexicons.flatMap((lexicon) => entries(lexicon.casualties)),
    { number: wordClass(lexicons.flatMap((lexicon) => lexicon.numbers)) },
  );
