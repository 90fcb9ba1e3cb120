import type { Recogniser, Value } from '../finding.ts';
import type { Lexicon, SmallWords } from '../lexicon/lexicon.ts';
import type { Match } from '../phrases.ts';
import type { Text } from '../text.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const PASSIVE = new Set(['was', 'were', 'is', 'are', 'been', 'being', 'be']);
const aimedAt = (_: unknown, { start }: Match, { tokens }: Text): Value | null =>
  PASSIVE.has(tokens[start - 1]?.norm ?? '') ? null : { kind: 'connective', connective: 'on' };

const entries = ({ connectives, aimed, auxiliaries, patches, filler }: SmallWords): Entry[] => [
  ...rowsOf(connectives).map(([connective, wordings]): Entry => [{ kind: 'connective', connective }, wordings]),
  [aimedAt, aimed],
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
