import type { Finding, Recogniser, Value } from '../finding.ts';
import type { Wordings } from '../lexicon/lexicon.ts';
import { type Classes, compilePatterns, type Match, pattern } from '../phrases.ts';
import type { Text } from '../text.ts';

/** What a wording means, or how to make it of what its named elements held; null refuses the match. */
export type Meaning = Value | ((values: Record<string, unknown>, match: Match, text: Text) => Value | null);
export type Entry = readonly [Meaning, Wordings];

/** A recogniser that is nothing but a table. Compiled here, once. */
export function wordingsRecogniser(by: string, entries: Iterable<Entry>, classes: Classes = {}): Recogniser {
  const patterns = [...entries].flatMap(([meaning, wordings]) =>
    wordings.map((source) => pattern(source, (values, match) => ({ meaning, values, match }))),
  );
  const matcher = compilePatterns(patterns, classes);
  return (text) =>
    matcher(text).flatMap(({ match, value: { meaning, values } }): Finding[] => {
      const value = typeof meaning === 'function' ? meaning(values, match, text) : meaning;
      if (!value) return [];
      const { start, end, prefix = '' } = match;
      return [{ ...value, start, end, prefix, exactness: 'exact', assumptions: [], by }];
    });
}

/** Keys of a table with their wordings, in order. */
export const rowsOf = <K extends string, V>(table: Readonly<Partial<Record<K, V>>>): [K, V][] =>
  Object.entries(table) as [K, V][];
