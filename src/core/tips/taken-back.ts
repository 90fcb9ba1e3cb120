import { withoutTrailing } from '../reply/trailing.ts';
import { ALSO, HEADS, MEANT, MISTAKEN, NOT, NOTHING, UNSURE } from './lexicon/corrections.ts';

/** What somebody says instead of what they told before. */
export interface Correction {
  /** So it is. */
  instead: string;
  /** So it is not; empty: that is not said. */
  not: string;
}

/** Letters that are written for each other. */
const LETTERS: Record<string, string> = { ا: '[اأإآ]', ه: '[هة]', ة: '[هة]', ي: '[يى]', ى: '[يى]', "'": "['’]", ' ': '\\s+' };
const alternatives = (lists: readonly string[]): string =>
  lists
    .flatMap((list) => list.split(','))
    .sort((a, b) => b.length - a.length)
    .map((words) => [...words].map((letter) => LETTERS[letter] ?? letter).join(''))
    .join('|');
const whole = (lists: readonly string[], unless: readonly string[] = []): string => {
  const next = unless.length > 0 ? `(?!\\s+(?:${alternatives(unless)})(?!\\p{L}))` : '';
  return `(?<![\\p{L}\\p{N}])(?:${alternatives(lists)})(?![\\p{L}\\p{N}])${next}`;
};

const MARKS = '[\\s.,،!:…-]*';
const HEAD = new RegExp(`^${MARKS}${whole(HEADS, NOTHING)}${MARKS}`, 'iu');
const MEANING = new RegExp(whole(MEANT), 'iu');
const WRONG = new RegExp(whole(MISTAKEN), 'iu');
const NOT_SO = new RegExp(whole(NOT, UNSURE), 'iu');
const ONE_MORE = new RegExp(`${whole(ALSO)}|^و(?!ين|قت|سط|اد)\\p{L}{2}`, 'iu');
/** Where what is not so ends. */
const STOP = new RegExp(`[.,،;؛!\\n]|${whole(['but,it was,its,بل,كان,كانت,انما,وانما'])}`, 'iu');
/** A sentence's end, and no day's or number's. */
const SENTENCE_END = /[.!;؛](?=\s|$)|\n/u;

const join = (parts: readonly string[]) =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');

function splitNot(text: string): Correction {
  const found = NOT_SO.exec(text);
  if (!found) return { instead: text.trim(), not: '' };
  const after = text.slice(found.index + found[0].length);
  const stop = STOP.exec(after);
  const not = stop ? after.slice(0, stop.index) : after;
  const rest = stop ? after.slice(stop.index + stop[0].length) : '';
  return { instead: join([withoutTrailing(text.slice(0, found.index), ' \n\t,،'), rest]), not: not.trim() };
}

/** A whole message that takes something back; null: it does not. */
export function takenBack(said: string): Correction | null {
  let text = said;
  for (let head = HEAD.exec(text); head; head = HEAD.exec(text)) text = text.slice(head[0].length);
  const bare = join(text.split(WRONG)).split(MEANING);
  const correction = splitNot(join(bare));
  const isCorrection = text !== said || WRONG.test(text) || bare.length > 1 || correction.not !== '';
  return isCorrection && correction.instead + correction.not !== '' ? correction : null;
}

/** A message that begins as told and is taken back on the way: "near Tanf.. no sorry, near T3. 4 trucks burned". */
export function toldAndTakenBack(text: string): { told: string; corrections: Correction[] } {
  const found = MEANING.exec(text);
  if (!found || found.index === 0) return { told: text, corrections: [] };
  const after = text.slice(found.index + found[0].length);
  const end = SENTENCE_END.exec(after);
  const correction = splitNot(end ? after.slice(0, end.index) : after);
  if (correction.instead === '') return { told: text, corrections: [] };
  const told = `${withoutTrailing(text.slice(0, found.index), ' \n\t.,،-')}. ${end ? after.slice(end.index + 1) : ''}`;
  return { told, corrections: [correction] };
}

/** Nothing in it says that it is one more. */
export const isNoMore = (said: string): boolean => !ONE_MORE.test(said.trim());
