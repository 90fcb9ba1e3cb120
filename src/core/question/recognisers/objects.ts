import type { Recogniser } from '../finding.ts';
import type { Lexicon, ObjectWords } from '../lexicon/lexicon.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const entries = ({ objects, means }: ObjectWords): Entry[] => [
  ...rowsOf(objects).map(([object, wordings]): Entry => [{ kind: 'target_object', object }, wordings]),
  ...rowsOf(means).map(([one, wordings]): Entry => [{ kind: 'means', means: one }, wordings]),
];

/** What was hit and what the attackers came with. */
export const objectsRecogniser = (lexicons: readonly Lexicon[]): Recogniser =>
  wordingsRecogniser(
    'objects',
    lexicons.flatMap((lexicon) => entries(lexicon.objects)),
  );
