import { firstWordOf, keysOf } from './key.ts';
import { createScore, type PreparedName, prepareWords, sameSkeleton } from './score.ts';
import { coarse } from './sound.ts';

/** One spelling of something that has a name. */
export interface NameEntry<T> {
  entity: T;
  spelling: string;
  /** The spelling split by `splitName`. */
  words: readonly string[];
  /** Whether it is also found by likeness: freely, only when near, only with the same consonants and nearly the same vowels, not at all. */
  likeness: 'free' | 'near' | 'strict' | 'none';
  /** Not a known spelling but made from one. */
  derived: boolean;
  /** Unlike the thing's name and its other spellings: a gazetteer's slip as likely as a name ("Khan", "Hiska"). */
  doubtful?: true;
}

interface IndexedName<T> extends NameEntry<T> {
  prepared: PreparedName;
}

export interface Likeness<T> {
  entity: T;
  score: number;
  /** The best among spellings in the script of the name; null: it has none in it. */
  own: number | null;
  /** The best among spellings in the other script. */
  other: number;
  /** The best spelling has a kind word that the name looked for has not, or had one. */
  lesser: boolean;
}

export interface NameIndex<T> {
  /** By `nameKey`. */
  exactly(key: string): readonly NameEntry<T>[];
  /** Whether some name of several words begins with this one. */
  begins(word: string): boolean;
  /** Entities with a spelling that scores `least` or more, best first, each once. `own` and `other` below it are not looked at closely. */
  alike(name: PreparedName, least: number): Likeness<T>[];
}

const LEAST = { free: 0, near: 0.83, strict: 0.88, none: 2 } as const satisfies Record<NameEntry<unknown>['likeness'], number>;

const isAlike = ({ likeness, prepared }: IndexedName<unknown>, score: number, name: PreparedName): boolean =>
  score >= LEAST[likeness] && (likeness !== 'strict' || sameSkeleton(name, prepared));

const SHORTEST_TO_SHORTEN = 3;

/** The coarse skeletons of a name, and each with one consonant left out: two names meet here when at most one consonant differs. */
function buckets(name: PreparedName, shortened: boolean): Set<string> {
  const keys = new Set<string>();
  for (const skeleton of name.skeletons) {
    const key = coarse(skeleton);
    keys.add(key);
    if (!shortened || key.length < SHORTEST_TO_SHORTEN) continue;
    for (let i = 0; i < key.length; i++) keys.add(key.slice(0, i) + key.slice(i + 1));
  }
  return keys;
}

const NOTHING: readonly never[] = [];

const push = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
};

/** What likeness is looked up in: made when a name that nobody knows is met first, as most texts have none. */
function createLikenessIndex<T>(entries: readonly NameEntry<T>[]) {
  const names: IndexedName<T>[] = [];
  const byBucket = new Map<string, number[]>();
  const written = { latin: new Set<T>(), arabic: new Set<T>() };
  for (const entry of entries) {
    const prepared = prepareWords(entry.words);
    written[prepared.script].add(entry.entity);
    const id = names.push({ ...entry, prepared }) - 1;
    for (const bucket of buckets(prepared, entry.likeness !== 'strict')) push(byBucket, bucket, id);
  }
  const score = createScore();
  const seen = new Uint32Array(names.length);
  let round = 0;

  return (name: PreparedName, least: number): Likeness<T>[] => {
    round++;
    const best = new Map<T, Likeness<T>>();
    for (const bucket of buckets(name, true)) {
      for (const id of byBucket.get(bucket) ?? []) {
        if (seen[id] === round) continue;
        seen[id] = round;
        const one = names[id];
        if (!one) continue;
        const likeness = score(name, one.prepared);
        if (likeness < least) continue;
        if (!isAlike(one, likeness, name)) continue;
        const lesser = one.derived || (one.prepared.shortened && !name.shortened);
        const isOwn = name.script === one.prepared.script;
        const known = best.get(one.entity);
        if (!known) {
          const own = isOwn ? likeness : written[name.script].has(one.entity) ? 0 : null;
          best.set(one.entity, { entity: one.entity, score: likeness, own, other: isOwn ? 0 : likeness, lesser });
          continue;
        }
        if (isOwn) known.own = Math.max(known.own ?? 0, likeness);
        else known.other = Math.max(known.other, likeness);
        if (likeness < known.score || (likeness === known.score && lesser)) continue;
        known.score = likeness;
        known.lesser = lesser;
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score);
  };
}

/** Known spellings are indexed here, once. */
export function createNameIndex<T>(entries: Iterable<NameEntry<T>>): NameIndex<T> {
  const byKey = new Map<string, NameEntry<T>[]>();
  const firstWords = new Set<string>();
  const likeable: NameEntry<T>[] = [];
  for (const entry of entries) {
    let isNew = false;
    for (const key of keysOf(entry.words)) {
      if (byKey.get(key)?.some((known) => known.entity === entry.entity)) continue;
      push(byKey, key, entry);
      isNew = true;
    }
    if (!isNew) continue;
    if (entry.words.length > 1) firstWords.add(firstWordOf(entry.words));
    if (entry.likeness !== 'none') likeable.push(entry);
  }
  let alike: ReturnType<typeof createLikenessIndex<T>> | null = null;
  return {
    exactly: (key) => byKey.get(key) ?? NOTHING,
    begins: (word) => firstWords.has(word),
    alike(name, least) {
      alike ??= createLikenessIndex(likeable);
      return alike(name, least);
    },
  };
}
