import type { Recogniser } from '../finding.ts';
import type { Lexicon, SmallWords } from '../lexicon/lexicon.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const entries = ({ connectives, auxiliaries, patches, filler }: SmallWords): Entry[] => [
  ...rowsOf(connectives).map(([connective, wordings]): Entry => [{ kind: 'connective', connective }, wordings]),
  ...rowsOf(auxiliaries).map(([auxiliary, wordings]): Entry => [{ kind: 'auxiliary', auxiliary }, wordings]),
  ...rowsOf(patches).map(([patch, wordings]): Entry => [{ kind: 'patch', patch }, wordings]),
  [{ kind: 'filler' }, filler],
];

/** What ties the rest together: prepositions, auxiliaries, what changes the question before, and the closed list of filler. */
export const smallWordsRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'small words',
    lexicons.flatMap((lexicon) => entries(lexicon.small)),
  );
