import type { Finding, Recogniser } from '../finding.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { spelledOut, wordClass } from '../phrases.ts';
import type { Grouping } from '../question.ts';
import { fold, type Text } from '../text.ts';
import { type Entry, wordingsRecogniser } from './wordings.ts';

/** Units (month, governorate) and what makes a breakdown of them (by, per, لكل). */
export const groupingRecogniser = (lexicons: readonly Lexicon[]): Recogniser => {
  const unitRows = lexicons.flatMap((lexicon) => lexicon.grouping.units);
  const units = wordingsRecogniser(
    'grouping',
    unitRows.map(([grouping, wordings]): Entry => [{ kind: 'unit', grouping }, wordings]),
  );
  const groups = wordingsRecogniser(
    'grouping',
    lexicons.map((lexicon): Entry => [{ kind: 'unit', grouping: 'perpetrator', either: true }, lexicon.grouping.groups]),
  );
  const groupings = wordingsRecogniser(
    'grouping',
    lexicons.flatMap((lexicon) =>
      lexicon.grouping.groupings.map(([grouping, wordings]): Entry => [{ kind: 'grouping', grouping }, wordings]),
    ),
  );
  const named = [...unitRows, ...lexicons.map((lexicon) => ['perpetrator', lexicon.grouping.groups] as const)];
  const phrases = named.flatMap(([grouping, wordings]) =>
    wordings.flatMap((w) => spelledOut(w).map((s): [Grouping, string[]] => [grouping, [s]])),
  );
  const marked = wordingsRecogniser(
    'grouping',
    lexicons.flatMap((lexicon): Entry[] => [
      [({ unit }) => ({ kind: 'grouping', grouping: unit as Grouping }), lexicon.grouping.marks],
    ]),
    { unit: wordClass(phrases) },
  );
  return (text, context) => [
    ...units(text, context),
    ...groups(text, context),
    ...groupings(text, context),
    ...marked(text, context).filter((finding) => !isOfAll(finding, text)),
  ];
};

const ALL = fold('كل');
const PLURALS = new Set(['مناطق', 'مدن', 'قرى', 'أشهر', 'شهور', 'سنين', 'أيام', 'أسابيع', 'أماكن'].map(fold));
const PLURAL_ENDING = /ات$/u;

/** كل المحافظات are all of them, كل محافظة is each. */
function isOfAll({ start, end }: Finding, { tokens }: Text): boolean {
  const words = tokens.slice(start, end);
  const last = words.at(-1)?.forms ?? [];
  return (
    words.some(({ forms }) => forms.some(({ norm }) => norm === ALL)) &&
    last.some(({ norm, article }) => article || PLURALS.has(norm) || PLURAL_ENDING.test(norm))
  );
}
