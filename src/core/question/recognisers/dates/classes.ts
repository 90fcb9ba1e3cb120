import { SEASONS, UNITS } from '../../calendar.ts';
import { type DateLexicon, PARTS } from '../../lexicon/date-lexicon.ts';
import { type Classes, type TokenTest, type WordClass, wordClass } from '../../phrases.ts';
import { fold } from '../../text.ts';

const number =
  (least: number, most: number, digits: readonly number[]): TokenTest =>
  ({ kind, norm }) => {
    if (kind !== 'number' || !digits.includes(norm.length)) return undefined;
    const value = Number(norm);
    return value >= least && value <= most ? value : undefined;
  };

const either =
  (one: TokenTest, other: TokenTest): TokenTest =>
  (token) =>
    one(token) ?? other(token);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Shorter names are a slip away from other words ("match", "just"). */
const SHORTEST_MISSPELT = 6;
const OFTEN_MISSPELT = ['april'];

/** Every slip of one letter in a word: left out, doubled, changed, added, or two changed about. */
function misspellings(name: string): string[] {
  const found = new Set<string>();
  for (let i = 0; i <= name.length; i++) {
    const [head, tail] = [name.slice(0, i), name.slice(i)];
    if (tail) found.add(head + tail.slice(1));
    if (tail.length > 1) found.add(head + tail[1] + tail[0] + tail.slice(2));
    for (const c of LETTERS) {
      found.add(head + c + tail);
      if (tail) found.add(head + c + tail.slice(1));
    }
  }
  // a slip in the first letter makes another word more often than a typing error
  return [...found].filter((f) => f[0] === name[0]);
}

/** The class and every slip in its long Latin words; a slip that is a word of its own stays what it is. */
function withSlips<V>(known: WordClass<V>): WordClass<V> {
  const all = new Map(known);
  for (const [name, value] of known) {
    if (!/^[a-z]+$/.test(name) || (name.length < SHORTEST_MISSPELT && !OFTEN_MISSPELT.includes(name))) continue;
    for (const slip of misspellings(name)) if (!all.has(slip)) all.set(slip, value);
  }
  return all;
}

/** The word classes that date patterns name, from all languages together: months of one language stand in sentences of the other. */
export function dateClasses(lexicons: readonly DateLexicon[]): Classes & { month: WordClass<number> } {
  const from = <V>(pick: (l: DateLexicon) => Iterable<readonly [V, readonly string[]]>) =>
    wordClass(lexicons.flatMap((l) => [...pick(l)]));
  const listed = (pick: (l: DateLexicon) => readonly (readonly string[])[], first: number) =>
    from((l) => pick(l).map((names, i) => [i + first, names] as const));
  const keyed = <K extends string>(keys: readonly K[], pick: (l: DateLexicon) => Readonly<Record<K, readonly string[]>>) =>
    from((l) => keys.map((k) => [k, pick(l)[k]] as const));
  return {
    month: withSlips(listed((l) => l.months, 1)),
    weekday: withSlips(listed((l) => l.weekdays, 0)),
    unit: keyed(UNITS, (l) => l.units),
    number: from((l) => l.numbers),
    ordinal: from((l) => l.ordinals),
    ordinalDay: from((l) => l.ordinalDays),
    part: keyed(PARTS, (l) => l.parts),
    season: keyed(SEASONS, (l) => l.seasons),
    quarter: from((l) => l.quarters),
    half: from((l) => l.halves),
    feast: keyed(['fitr', 'adha'] as const, (l) => l.feasts),
    holiday: keyed(['new_year', 'christmas'] as const, (l) => l.feasts),
    shift: from((l) => l.shifts),
    relativeYear: from((l) => l.relativeYears),
    daysBack: withSlips(from((l) => l.daysBack)),
    dual: from((l) => l.duals),
    many: from((l) => l.manyUnits),
    thisUnit: from((l) => l.thisUnits),
    islamicMonth: from((l) => l.islamicMonths),
    pastOne: from((l) => [[true, l.pastOne] as const]),
    pastMany: from((l) => [[true, l.pastMany] as const]),
    currentOne: from((l) => [[true, l.currentOne] as const]),
    year: number(1900, 2099, [4]),
    shortYear: number(0, 99, [2]),
    hijriYear: number(1300, 1499, [4]),
    day: number(1, 31, [1, 2]),
    monthNumber: number(1, 12, [1, 2]),
    twoDigitMonth: number(1, 12, [2]),
    oneToFour: number(1, 4, [1]),
    anyDay: number(0, 99, [1, 2]),
    /** A day of no month; with fifty and more something is counted: "50 April attacks". */
    wrongDay: either(number(0, 0, [1, 2]), number(32, 49, [2])),
    wrongYear: either(number(0, 1899, [4]), number(2100, 9999, [4])),
    wrongMonth: either(number(0, 0, [1, 2]), number(13, 99, [2])),
    anyYear: number(0, 9999, [4]),
  };
}

export const foldedSet = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(fold));
