import MiniSearch from 'minisearch';
import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import { keyOf } from './key.ts';
import type { NameEntry } from './name-index.ts';
import { type PreparedName, prepareName } from './score.ts';
import { splitName } from './words.ts';

export const NAMED_KINDS = ['place', 'actor', 'source'] as const;
export type NamedKind = (typeof NAMED_KINDS)[number];

/** Something with a name that may have been meant. */
export interface Suggestion {
  kind: NamedKind;
  id: string;
  name: string;
  nameAr: string | null;
  /** The spelling that met what was typed. */
  spelling: string;
  /** Of places. */
  placeKind: PlaceKind | null;
}

/** What is suggested, with its standing among others: the smaller, the sooner. */
export interface Named {
  suggestion: Omit<Suggestion, 'spelling'>;
  entries: readonly NameEntry<unknown>[];
  standing: number;
}

export interface Suggestions {
  /** Names that begin with what was typed, then those that hold it or nearly do; for autocomplete. */
  suggest(prefix: string, options?: { kinds?: readonly NamedKind[]; limit?: number }): Suggestion[];
  /** The names most like what was said, best first; for "did you mean". */
  nearest(said: string, limit?: number): Suggestion[];
}

const DEFAULT_LIMIT = 10;
const LONGEST_TYPED = 100;
const FUZZY_FROM = 4;
const FUZZY = 0.25;
const LEAST_LIKE = 0.55;
/** A full-text hit is worth at most a weak likeness. */
const TEXT_HIT = 0.65;
/** How far each letter that is still to be typed sets a name back. */
const PER_LETTER = 0.2;
const UNITS_OF_NAMESAKES = new Set<PlaceKind | null>(['district', 'subdistrict']);

interface Document {
  id: number;
  spellings: string;
}

const fullTextOf = (all: readonly Named[]) => {
  const index = new MiniSearch<Document>({
    fields: ['spellings'],
    tokenize: splitName,
    // splitName has folded already
    processTerm: (term) => term,
  });
  index.addAll(all.map(({ entries }, id) => ({ id, spellings: entries.map(({ spelling }) => spelling).join(' , ') })));
  return index;
};

interface Keyed {
  key: string;
  spelling: string;
  named: Named;
  /** Its place among the spellings of the thing: names come before nicknames. */
  order: number;
}

const keyedOf = (all: readonly Named[]): Keyed[] =>
  all
    .flatMap((named) => named.entries.map(({ spelling, words }, order) => ({ key: keyOf(words), spelling, named, order })))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));

/** Where keys that are not before `key` begin. */
function firstFrom(keyed: readonly Keyed[], key: string): number {
  let [low, high] = [0, keyed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keyed[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const isNearer = (a: Keyed, b: Keyed) => a.key.length < b.key.length || (a.key.length === b.key.length && a.order < b.order);

/** Names like a given one, of all kinds of things. */
export type Alike = (name: PreparedName, least: number) => readonly { named: Named; score: number }[];

/** What serves suggestions only is built when they are first asked for. */
export function createSuggestions(all: readonly Named[], alike: Alike): Suggestions {
  let prepared: { fullText: MiniSearch<Document>; keyed: readonly Keyed[] } | null = null;
  const ready = () => {
    prepared ??= { fullText: fullTextOf(all), keyed: keyedOf(all) };
    return prepared;
  };

  /** Each thing with the shortest of its spellings that begin so, likeliest first. */
  function beginning(key: string): Keyed[] {
    const { keyed } = ready();
    const best = new Map<Named, Keyed>();
    for (let i = firstFrom(keyed, key); keyed[i]?.key.startsWith(key); i++) {
      const one = keyed[i];
      const known = one && best.get(one.named);
      if (one && (!known || isNearer(one, known))) best.set(one.named, one);
    }
    const rank = ({ key: { length }, named }: Keyed) => named.standing + PER_LETTER * (length - key.length);
    return [...best.values()].sort((a, b) => rank(a) - rank(b));
  }

  function holding(typed: string): { named: Named; score: number }[] {
    const options = {
      prefix: true,
      fuzzy: (term: string) => (term.length >= FUZZY_FROM ? FUZZY : false),
      combineWith: 'AND' as const,
    };
    const found = ready().fullText.search(typed, options);
    const best = found[0]?.score ?? 1;
    return found.flatMap(({ id, score }) => {
      const named = all[Number(id)];
      return named ? [{ named, score: (TEXT_HIT * score) / best }] : [];
    });
  }

  /** A district or subdistrict that bears the name of a place already listed says nothing new. */
  const distinct = (suggestions: readonly Suggestion[]) =>
    suggestions.filter(
      (one, i) => !(UNITS_OF_NAMESAKES.has(one.placeKind) && suggestions.slice(0, i).some(({ name }) => name === one.name)),
    );

  return {
    suggest(prefix, { kinds = NAMED_KINDS, limit = DEFAULT_LIMIT } = {}) {
      const typed = prefix.slice(0, LONGEST_TYPED);
      const found = new Map<Named, string>();
      for (const { named, spelling } of beginning(keyOf(splitName(typed)))) found.set(named, spelling);
      if (found.size < limit) {
        for (const { named } of holding(typed)) if (!found.has(named)) found.set(named, named.suggestion.name);
      }
      const wanted = [...found].filter(([named]) => kinds.includes(named.suggestion.kind));
      return distinct(wanted.map(([named, spelling]) => ({ ...named.suggestion, spelling }))).slice(0, limit);
    },
    nearest(said, limit = DEFAULT_LIMIT) {
      const typed = said.slice(0, LONGEST_TYPED);
      const name = prepareName(typed);
      if (name.letters === '') return [];
      const best = new Map<Named, number>();
      for (const { named, score } of [...alike(name, LEAST_LIKE), ...holding(typed)]) {
        best.set(named, Math.max(score, best.get(named) ?? 0));
      }
      const sorted = [...best].sort(([a, x], [b, y]) => y - x || a.standing - b.standing);
      return distinct(sorted.map(([{ suggestion }]) => ({ ...suggestion, spelling: suggestion.name }))).slice(0, limit);
    },
  };
}
