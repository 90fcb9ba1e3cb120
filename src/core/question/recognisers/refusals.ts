import type { Finding, Recogniser } from '../finding.ts';
import type { AskingWords, Lexicon } from '../lexicon/lexicon.ts';
import { wordClass } from '../phrases.ts';
import { fold, type Text } from '../text.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const entries = ({ unanswerable, mildlyUnanswerable, unsupported }: AskingWords): Entry[] => [
  ...rowsOf(mildlyUnanswerable).map(([why, wordings]): Entry => [{ kind: 'unanswerable', why, mild: true }, wordings]),
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

const isDefinite = (text: Text, at: number) => text.tokens[at]?.forms.some((form) => form.article) ?? false;

/** "The fall of" takes the name with it: Baghuz is then no place that was asked for. */
function withItsName(finding: Finding, text: Text): Finding {
  const last = text.tokens[finding.end - 1];
  const hangs =
    last?.norm === 'of' ||
    (last?.script === 'arabic' && finding.end - finding.start > 1 && !last.forms.some((form) => form.article));
  if (finding.kind !== 'unsupported') return finding;
  // الانسحاب الأمريكي
  if (isDefinite(text, finding.end - 1) && isDefinite(text, finding.end)) return { ...finding, end: finding.end + 1 };
  if (!hangs) return finding;
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

const MOST_BETWEEN = 2;
const meets = (text: Text, at: number, words: ReadonlySet<string>) =>
  text.tokens[at]?.forms.some((form) => words.has(form.norm)) ?? false;

/** من قبل is "by": no date hangs on it. */
const isByWhom = ({ tokens }: Text, at: number) => tokens[at]?.norm === 'قبل' && tokens[at - 1]?.norm === 'من';

/** "after the US withdrawal": an anchor, what qualifies the event, and the event. */
function hungOnEvents(
  text: Text,
  anchors: ReadonlySet<string>,
  landmarks: ReadonlySet<string>,
  ties: ReadonlySet<string>,
): Finding[] {
  return text.tokens.flatMap((_, at): Finding[] => {
    if (!meets(text, at, landmarks)) return [];
    for (let start = at - 2; start >= 0 && start >= at - 2 - MOST_BETWEEN; start--) {
      const between = text.tokens.slice(start + 1, at);
      if (between.some((token) => token.kind !== 'word' || ties.has(token.norm))) return [];
      if (meets(text, start, anchors) && !isByWhom(text, start))
        return [{ kind: 'unsupported', start, end: at + 1, exactness: 'exact', assumptions: [], by: 'refusals' }];
    }
    return [];
  });
}

/** رح and راح announce what comes only before a verb of the present: "went" is spelled alike. */
const WILL = new Set(['راح', 'رح']);
const PRESENT = /^[ويتنا]/u;
function isToCome({ start, end }: Finding, { tokens }: Text): boolean {
  const isWill = end === start + 1 && WILL.has(tokens[start]?.norm ?? '');
  return !isWill || PRESENT.test(tokens[end]?.norm ?? '');
}

const FARTHEST_VERB = 4;

/** "before Baghuz fell", بعد ما سقطت الباغوز: an anchor, a name, and what befell it; in Arabic the name comes last. */
function hungOnVerbs(text: Text, anchors: ReadonlySet<string>, verbs: ReadonlySet<string>): Finding[] {
  return text.tokens.flatMap((token, start): Finding[] => {
    if (!meets(text, start, anchors)) return [];
    for (let at = start + 1; at <= start + FARTHEST_VERB; at++) {
      const next = text.tokens[at];
      if (next?.kind !== 'word') return [];
      if (!meets(text, at, verbs)) continue;
      const end = at + (token.script === 'arabic' && text.tokens[at + 1]?.kind === 'word' ? 2 : 1);
      return [{ kind: 'unsupported', start, end, exactness: 'exact', assumptions: [], by: 'refusals' }];
    }
    return [];
  });
}

const wordsOf = (wordings: readonly string[]): string[] => wordings.flatMap((wording) => wording.split('|').map(fold));

/** What must be declined or reported as it stands: predictions, live locations, opinions; dates that hang on an event. */
export const refusalsRecogniser = (lexicons: readonly Lexicon[]): Recogniser => {
  const asking = lexicons.map((lexicon) => lexicon.asking);
  const recognise = wordingsRecogniser('refusals', asking.flatMap(entries), {
    landmark: wordClass(asking.map(({ landmarks }) => ['landmark', wordsOf(landmarks)] as const)),
  });
  const anchors = new Set(asking.flatMap((words) => wordsOf(words.anchors)));
  const verbs = new Set(asking.flatMap((words) => wordsOf(words.landmarkVerbs)));
  const landmarks = new Set(asking.flatMap((words) => wordsOf(words.landmarks)));
  const ties = new Set(
    lexicons.flatMap(({ small }) => Object.values(small.connectives).flatMap((wordings) => wordsOf(wordings ?? []))),
  );
  return (text, context) =>
    [
      ...recognise(text, context).filter((finding) => isToCome(finding, text)),
      ...hungOnEvents(text, anchors, landmarks, ties),
      ...hungOnVerbs(text, anchors, verbs),
    ].map((finding) => withItsName(finding, text));
};
