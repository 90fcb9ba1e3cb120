import type { TipFlag } from '../../db/schema/tip.ts';

const WORD = /[\p{L}\p{M}]+/gu;
const SCRIPTS = [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Hebrew}/u];

/** A word in letters of two scripts: nobody types one, and it reads otherwise than it looks. */
export const isMixed = (text: string): boolean =>
  [...text.matchAll(WORD)].some(([word]) => SCRIPTS.filter((script) => script.test(word)).length > 1);

/** Tips of one contact within an hour that a person does not write. */
export const BURST = 5;

/** In the order of the vocabulary, each once. */
export const withFlags = (before: readonly TipFlag[], noticed: Partial<Record<TipFlag, boolean>>): TipFlag[] => [
  ...new Set([...before, ...(Object.keys(noticed) as TipFlag[]).filter((flag) => noticed[flag])]),
];
