import type { Recogniser } from '../finding.ts';
import type { AskingWords, Lexicon } from '../lexicon/lexicon.ts';
import { type Entry, rowsOf, wordingsRecogniser } from './wordings.ts';

const entries = ({ intents, smallTalk, askers }: AskingWords): Entry[] => [
  ...intents.map(([intent, wordings]): Entry => [{ kind: 'intent', ...intent }, wordings]),
  [{ kind: 'small_talk' }, smallTalk],
  ...rowsOf(askers).map(([asks, wordings]): Entry => [{ kind: 'asker', asks }, wordings]),
];

/** Arabic من is "who" at the head of a question and "from" or "of" elsewhere. */
const WHO_OR_FROM = 'من';

/** What is wanted: a number, a list, a comparison …, and who, which, where, when. */
/** هل تعرف من هاجم, من فضلك من هاجم. */
const KNOWS = new Set([
  'تعرف',
  'بتعرف',
  'تعرفون',
  'تعلم',
  'اعرف',
  'نعرف',
  'اعلم',
  'تخبرني',
  'تقلي',
  'ممكن',
  'ريت',
  'فضلك',
  'سمحت',
  'تكرمت',
  'تعطيني',
  'رجاء',
  'الرجاء',
  'شكرا',
  'الكريم',
]);
const CLOSES = new Set([',', ':', '.', '!', '?', ';', '"', '«']);
const HOW_MANY_OR_KM = 'كم';

export const askingRecogniser = (lexicons: readonly Lexicon[]): Recogniser => {
  const recognise = wordingsRecogniser(
    'asking',
    lexicons.flatMap((lexicon) => entries(lexicon.asking)),
  );
  return (text, context) =>
    recognise(text, context).filter((finding) => {
      const token = text.tokens[finding.start];
      // 15 كم: kilometres, and no "how many"
      if (token?.norm === HOW_MANY_OR_KM && text.tokens[finding.start - 1]?.kind === 'number') return false;
      const isBare =
        finding.kind === 'asker' && finding.end === finding.start + 1 && token?.forms.some((f) => f.norm === WHO_OR_FROM);
      // "hello, who" and at the head
      const before = text.tokens[finding.start - 1];
      return !isBare || !before || CLOSES.has(before.norm) || KNOWS.has(before.norm);
    });
};
