import type { Assembly } from '../question/assemble/assembly.ts';
import { allOf, has, type Item, isKind } from '../question/assemble/sentence.ts';
import { fold } from '../question/text.ts';
import { ASKING, MYSELF, TALK, TELLING } from './lexicon/cues.ts';
import { BY_REPORT } from './report-recognisers.ts';

/** How a text is meant: told, asked, neither (`unclear`), or nothing but a greeting or thanks. */
export interface Manner {
  is: 'report' | 'question' | 'unclear' | 'talk';
  told: number;
  asked: number;
}

const wordSet = (lists: readonly string[]) => new Set(lists.flatMap((list) => list.split(' ')).map(fold));
const telling = wordSet(TELLING);
const myself = wordSet(MYSELF);
const asking = wordSet(ASKING);
const talk = wordSet(TALK);

/** Holds a word that tells, calls or greets: so it is no name. */
export const isCall = (text: string): boolean =>
  fold(text)
    .split(/[^\p{L}\p{M}']+/u)
    .some((word) => telling.has(word) || talk.has(word));

const wordsIn = (sentences: readonly Assembly[]): string[] =>
  sentences.flatMap(({ sentence }) => sentence.text.tokens.flatMap((token) => (token.kind === 'word' ? [token.norm] : [])));

const isPast = (item: Item) => isKind(item, 'event') && (item.form === 'past' || item.form === 'passive');
/** "attacks", but not "3 attacks". */
const isPlural = (item: Item, at: number, items: readonly Item[]) =>
  isKind(item, 'event') && item.form === 'deeds' && !isKind(items[at - 1], 'quantity');
const isSingle = (item: Item) => isKind(item, 'event') && (item.form === 'deed' || item.form === 'suffered');
const isDone = (item: Item) => isKind(item, 'toll') && (item.form === 'past' || item.form === 'passive' || item.form === 'noun');

const LONG_WORDS = 12;
/** Days: whoever tells what happened names a day or a few, whoever asks a month or more. */
const SHORT_MS = 8 * 24 * 60 * 60 * 1000;

interface Seen {
  sentences: readonly Assembly[];
  items: readonly Item[];
  words: readonly string[];
}

const periods = ({ sentences }: Seen) => sentences.flatMap(({ sentence }) => allOf(sentence, 'time'));
const lastsMs = ({ from, to }: { from: string | null; to: string }) =>
  from === null ? Number.POSITIVE_INFINITY : Date.parse(to) - Date.parse(from);
const counted = ({ items }: Seen) =>
  items.some((item, i) => isKind(item, 'quantity') && items.slice(Math.max(0, i - 4), i + 5).some(isDone));

/** What speaks for a report, with its weight. */
const TOLD: readonly (readonly [number, (seen: Seen) => boolean])[] = [
  [2, ({ items }) => items.some(isPast)],
  [2, counted],
  [1, ({ items }) => items.some(isDone)],
  [1, ({ items }) => items.some(isSingle)],
  [2, ({ words }) => words.filter((word) => telling.has(word)).length > 1],
  [1, ({ words }) => words.some((word) => telling.has(word))],
  [2, ({ words }) => words.some((word) => myself.has(word))],
  [2, (seen) => periods(seen).some(({ by }) => by === BY_REPORT)],
  [1, (seen) => periods(seen).some(({ period }) => lastsMs(period) < SHORT_MS)],
  [1, ({ words }) => words.length >= LONG_WORDS],
  [1, ({ sentences }) => sentences.length > 1],
  [1, ({ sentences }) => sentences.some(({ question }) => question.target_objects.length + question.means.length > 0)],
];

/** "ما بعرف", "ما شفت": nothing is asked by what says no to a verb. */
const isDenied = ({ words: [first, next] }: Seen) =>
  first === 'ما' && next !== undefined && !ASKED_WITH_MA.has(next) && !/^ال/u.test(next);
const ASKED_WITH_MA = new Set(['هو', 'هي', 'هم', 'عدد', 'حصيله', 'مجموع', 'اخر', 'اكثر', 'اكتر', 'سبب', 'نوع']);
const first = (seen: Seen) => (isDenied(seen) ? '' : (seen.words[0] ?? ''));
/** What speaks for a question. */
const ASKED: readonly (readonly [number, (seen: Seen) => boolean])[] = [
  [4, ({ sentences }) => sentences.at(-1)?.sentence.text.tokens.at(-1)?.norm === '?'],
  [4, (seen) => asking.has(first(seen)) || asking.has(first(seen).replace(/^و/u, ''))],
  [3, ({ items }) => items.some((item) => isKind(item, 'intent') && item.strength === undefined)],
  [2, ({ items }) => items.some((item) => isKind(item, 'intent') && item.strength !== undefined)],
  [2, ({ items }) => items.some(isPlural)],
  [
    3,
    ({ sentences }) =>
      sentences.some(({ sentence }) =>
        has(sentence, 'grouping', 'superlative', 'limit', 'sort', 'unanswerable', 'display', 'ref', 'as_of', 'evidence'),
      ),
  ],
  [2, ({ sentences }) => sentences.some(({ sentence }) => has(sentence, 'order', 'negation', 'patch', 'source', 'radius'))],
  [3, (seen) => periods(seen).some(({ period }) => lastsMs(period) >= SHORT_MS)],
];

const weigh = (cues: typeof TOLD, seen: Seen) => cues.reduce((sum, [weight, speaks]) => sum + (speaks(seen) ? weight : 0), 0);

/** By how much one side must outweigh the other. */
const CLEARLY = 2;
const LEAST_TOLD = 4;

/** `sentences`: the text as a report reader tells it. */
export function manner(sentences: readonly Assembly[]): Manner {
  const seen: Seen = { sentences, items: sentences.flatMap(({ sentence }) => sentence.items), words: wordsIn(sentences) };
  const told = weigh(TOLD, seen);
  const asked = weigh(ASKED, seen);
  const isTalk = seen.words.length > 0 && seen.words.every((word) => talk.has(word));
  const is = isTalk
    ? 'talk'
    : told >= LEAST_TOLD && told - asked >= CLEARLY
      ? 'report'
      : asked >= CLEARLY && asked > told
        ? 'question'
        : 'unclear';
  return { is, told, asked };
}
