import type { Lexicon } from './lexicon/lexicon.ts';
import { fold, type Text } from './text.ts';

/** Shorter words are one slip away from too many others. */
const SHORTEST = 5;

/** Every word of a lexicon's patterns that is long enough to be mistyped and recognised. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return value
      .split(/[\s|]+/u)
      .map((word) => fold(word.replace(/[^\p{L}]/gu, '')))
      .filter((word) => word.length >= SHORTEST);
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(wordsIn);
  return [];
}

/** The word with each one letter missing: two words one slip apart share one of these. */
const deletions = (word: string): string[] => [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];

/** One letter more, fewer or other, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1) || a.slice(i + 1) === b.slice(i + 1)) return true;
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

export interface SpellingTable {
  /** The lexicon's word that was meant, or null. */
  meant(word: string): string | null;
}

/** Words for events, tolls, units and the like; never names, never short words, and the first letter must be right. */
export function createSpellingTable(lexicons: readonly Lexicon[]): SpellingTable {
  const words = new Set(
    lexicons.flatMap(({ events, casualties, grouping, ordering, objects }) =>
      wordsIn([
        Object.values(events).flatMap((e) => Object.values(e)),
        casualties.tolls,
        grouping.units.map(([, w]) => w),
        ordering.superlatives.map(([, w]) => w),
        Object.values(objects.objects),
      ]),
    ),
  );
  const known = new Set([...words, ...lexicons.flatMap((lexicon) => wordsIn(lexicon))]);
  const near = new Map<string, string[]>();
  for (const word of words) for (const part of deletions(word)) near.set(part, [...(near.get(part) ?? []), word]);
  return {
    meant(word) {
      if (word.length < SHORTEST || known.has(word)) return null;
      const found = new Set(deletions(word).flatMap((part) => near.get(part) ?? []));
      return [...found].filter((one) => one[0] === word[0] && isOneSlip(one, word)).sort()[0] ?? null;
    },
  };
}

/** The text with the meant words as further readings of the mistyped ones; null where there are none. `open`: tokens that nobody knows. */
export function withMeantWords(text: Text, table: SpellingTable, open: (token: number) => boolean): Text | null {
  let changed = false;
  const tokens = text.tokens.map((token, i) => {
    if (token.kind !== 'word' || !open(i)) return token;
    const readings = token.forms.flatMap((form) => {
      const norm = table.meant(form.norm);
      return norm ? [{ ...form, norm }] : [];
    });
    if (readings.length === 0) return token;
    changed = true;
    return { ...token, forms: [...token.forms, ...readings.slice(0, 1)] };
  });
  return changed ? { ...text, tokens } : null;
}
