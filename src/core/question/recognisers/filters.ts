import type { Recogniser } from '../finding.ts';
import type { FilterWords, Lexicon } from '../lexicon/lexicon.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const entries = ({ evidence, timeOfDay, display, negations }: FilterWords): Entry[] => [
  ...evidence.map(([grade, wordings]): Entry => [{ kind: 'evidence', evidence: grade }, wordings]),
  ...rowsOf(timeOfDay).map(([part, wordings]): Entry => [{ kind: 'time_of_day', part }, wordings]),
  ...rowsOf(display).map(([one, wordings]): Entry => [{ kind: 'display', display: one }, wordings]),
  [{ kind: 'negation' }, negations],
];

/** Claimed, confirmed, at night, on a map; and what turns the next filter into an exclusion. */
export const filtersRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'filters',
    lexicons.flatMap((lexicon) => entries(lexicon.filters)),
  );
