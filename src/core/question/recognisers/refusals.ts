import type { Finding, Recogniser } from '../finding.ts';
import type { AskingWords, Lexicon } from '../lexicon/lexicon.ts';
import { wordClass } from '../phrases.ts';
import type { Text } from '../text.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const entries = ({ unanswerable, unsupported }: AskingWords): Entry[] => [
  ...rowsOf(unanswerable).map(([why, wordings]): Entry => [{ kind: 'unanswerable', why }, wordings]),
  [{ kind: 'unsupported' }, unsupported],
];

/** First parts of names, after which the name goes on: Deir ez-Zor, دير الزور. */
const NAME_OPENERS = new Set([
  'al',
  'as',
  'ash',
  'ar',
  'at',
  'ad',
  'an',
  'az',
  'el',
  'es',
  'ez',
  'the',
  'deir',
  'dayr',
  'tell',
  'tal',
  'abu',
  'ain',
  'ayn',
  'ras',
  'jabal',
  'mount',
  'liwa',
  'دير',
  'تل',
  'ابو',
  'عين',
  'راس',
  'جبل',
  'حقل',
  'مدينه',
  'بلده',
  'تنظيم',
  'سجن',
  'مخيم',
  'ابي',
]);
const LONGEST_NAME = 5;

/** "The fall of" takes the name with it: Baghuz is then no place that was asked for. */
function withItsName(finding: Finding, text: Text): Finding {
  const last = text.tokens[finding.end - 1];
  const hangs =
    last?.norm === 'of' ||
    (last?.script === 'arabic' && finding.end - finding.start > 1 && !last.forms.some((form) => form.article));
  if (finding.kind !== 'unsupported' || !hangs) return finding;
  let end = finding.end;
  for (let taken = 0; taken < LONGEST_NAME; taken++) {
    const token = text.tokens[end];
    if (!token || token.kind === 'number' || (token.kind === 'mark' && token.norm !== '-')) break;
    end++;
    const next = text.tokens[end];
    if (token.kind === 'word' && !NAME_OPENERS.has(token.norm) && next?.norm !== '-') break;
  }
  return { ...finding, end };
}

/** What must be declined or reported as it stands: predictions, live locations, opinions; dates that hang on an event. */
export const refusalsRecogniser = (lexicons: readonly Lexicon[]): Recogniser => {
  const recognise = wordingsRecogniser(
    'refusals',
    lexicons.flatMap((lexicon) => entries(lexicon.asking)),
    {
      landmark: wordClass(
        lexicons.map((lexicon) => ['landmark', lexicon.asking.landmarks.flatMap((w) => w.split('|'))] as const),
      ),
    },
  );
  return (text, context) => recognise(text, context).map((finding) => withItsName(finding, text));
};
