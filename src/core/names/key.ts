import { isArticle, splitName, withoutArticle } from './words.ts';

/** The longest name, in words, that is looked for. */
export const LONGEST_NAME = 6;

/** Words run together: "Deir ez-Zor", "Deir Ezzor" and "deirzor" are one key. Case, marks, hyphens, apostrophes and the article fall away. */
export function keyOf(words: readonly string[]): string {
  let key = '';
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (i === words.length - 1 || !isArticle(word)) key += withoutArticle(word);
  }
  return key;
}

export const nameKey = (name: string): string => keyOf(splitName(name));

/** Also the keys under which a spelling may be met when someone writes it in one word: Deirezzor, Albukamal. */
export function keysOf(words: readonly string[]): string[] {
  const joined = words.join('');
  return [...new Set([keyOf(words), joined, withoutArticle(joined)])].filter((key) => key.length > 1);
}

/** The word with which the key of a name begins. */
export const firstWordOf = (words: readonly string[]): string =>
  withoutArticle(words.find((word, i) => i === words.length - 1 || !isArticle(word)) ?? '');
