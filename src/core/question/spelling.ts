import type { Finding } from './finding.ts';
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

/** Arabic letters that differ by their dots: what a slip of the pen or the eye confuses. Others make another word. */
const SAME_SHAPE = ['جحخ', 'بتثني', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'كل', 'هة'];
const ARABIC = /\p{Script=Arabic}/u;
const mayStandFor = (a = '', b = '') => !ARABIC.test(a) || SAME_SHAPE.some((shape) => shape.includes(a) && shape.includes(b));

/** One letter more, fewer or other, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1)) return true;
  if (a.slice(i + 1) === b.slice(i + 1)) return mayStandFor(a[i], b[i]);
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

export interface SpellingTable {
  /** The lexicon's word that was meant, or null. */
  meant(word: string): string | null;
}

/** Words for events, tolls, units and the like; never names, never short words, and the first letter must be right. */
export function createSpellingTable(lexicons: readonly Lexicon[]): SpellingTable {
  const words = new Set(
    lexicons.flatMap(({ events, casualties, grouping, objects }) =>
      wordsIn([
        events.attacks,
        events.incidents,
        events.tactics,
        casualties.tolls,
        grouping.units.map(([, wordings]) => wordings),
        objects.objects,
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

/** A name is left as it is: after "in" or "near", or with a capital inside the text. */
function mayBeName(text: Text, at: number, findings: readonly Finding[]): boolean {
  const token = text.tokens[at];
  const isCapital =
    token?.script === 'latin' && token.raw[0] !== token.raw[0]?.toLowerCase() && token.raw !== token.raw.toUpperCase();
  return (at > 0 && isCapital) || findings.some(({ kind, end }) => end === at && (kind === 'relation' || kind === 'radius'));
}

/** The text with the meant words as further readings of mistyped ones that nobody knows; null where there are none. */
export function withMeantWords(text: Text, table: SpellingTable, findings: readonly Finding[]): Text | null {
  const known = new Set<number>();
  for (const { exactness, start, end } of findings) if (exactness !== 'fuzzy') for (let i = start; i < end; i++) known.add(i);
  let changed = false;
  const tokens = text.tokens.map((token, at) => {
    if (token.kind !== 'word' || token.norm.length < SHORTEST || known.has(at) || mayBeName(text, at, findings)) return token;
    const meant = token.forms.flatMap((form) => {
      const norm = table.meant(form.norm);
      return norm ? [{ ...form, norm }] : [];
    })[0];
    if (!meant) return token;
    changed = true;
    return { ...token, forms: [...token.forms, meant] };
  });
  return changed ? { ...text, tokens } : null;
}
