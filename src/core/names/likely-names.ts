import type { Finding } from '../question/finding.ts';
import type { Cue } from './cues.ts';
import { MOST_TOKENS, opensName } from './known-names.ts';
import { createNameIndex, type Likeness, type NameIndex } from './name-index.ts';
import { type PreparedName, prepareName, SAME_SPELLING } from './score.ts';
import { is, type Reading, type Unit } from './units.ts';
import { fieldWords, type Role } from './wording.ts';
import { splitName } from './words.ts';

/** How much a place is announced; `given`: as much as can be, but it is a given name. */
export type Level = Cue | 'given';

/** From what score on a like spelling is taken for a name. */
export interface Thresholds {
  /** By spellings in the same script. */
  same: number;
  /** By spellings in the other script, if those in the same one are at least `alsoOwn` alike. */
  cross: number;
  alsoOwn: number;
  /** By spellings in the other script where there are no others: places that came in with a name in one script. */
  onlyCross: number;
}
export type Likenesses = Readonly<Record<PreparedName['script'], Readonly<Record<Level, Thresholds>>>>;

export interface LikelyName<T> {
  end: number;
  /** Arabic particles that were attached to its first word. */
  prefix: string;
  exactness: Finding['exactness'];
  found: readonly Likeness<T>[];
}

/** How many spellings of one text are still compared with all names: a question holds few, a text of a hundred kilobytes has no right to. */
export interface Budget {
  left: number;
}

export interface Looking {
  /** Tokens that belong to something already. */
  used: readonly boolean[];
  /** How much a place is announced before a word with these particles. */
  cue: (prefix: string) => Cue;
  budget: Budget;
  /** Only names of more tokens than this. */
  longerThan?: number;
}

export interface LikelyNames<T> {
  /** The best like-spelled name that begins at a token, if any is like enough. */
  at(units: readonly Unit[], at: number, looking: Looking): LikelyName<T> | null;
}

const LONGEST = 4;
const SHORTEST = {
  latin: { strong: 3, given: 3, weak: 4, none: 5 },
  arabic: { strong: 3, given: 3, weak: 3, none: 4 },
} as const satisfies Record<PreparedName['script'], Record<Level, number>>;
/** What a further word of the text may cost: of two likely names that begin alike, the longer is meant. */
const PER_WORD = 0.15;
/** Short words resemble each other by chance: each letter less than this asks for a closer likeness. Arabic leaves short vowels out. */
const LONG_ENOUGH = { latin: 6, arabic: 5 } as const;
const STRICTER_PER_LETTER = { latin: 0.035, arabic: 0.02 } as const;
const LEAST_LOOKED_AT = 0.6;
const ALTERNATIVES_WITHIN = 0.1;
/** The same sounds throughout: another way to write it, not a likeness. */
const SAME_SOUND = 1;
const MOST_REMEMBERED = 4096;

const NEVER_IN_NAMES = [
  'never',
  'foreign',
  'sourceCue',
  'cue',
  'weakCue',
  'link',
  'passed',
  'kind',
] as const satisfies readonly Role[];

/**
 * What a word adds to an unknown spelling: `telling` ones may be a name by themselves, a given name only where a place is announced, the
 * first part of a name (Tal, Abu) and a common word never alone.
 */
function wordInName(unit: Unit): 'telling' | 'given' | 'part' | 'common' | 'no' {
  if (unit.kind !== 'word' || unit.article) return 'no';
  if (is(unit, 'part')) return 'part';
  if (NEVER_IN_NAMES.some((role) => is(unit, role))) return 'no';
  return unit.roles === 0 ? 'telling' : is(unit, 'common') ? 'common' : 'given';
}

/** The field's own words, by likeness: a typo of one of them is that word and no name. */
export const createDecoys = (): NameIndex<string> =>
  createNameIndex(
    fieldWords.map((word) => ({ entity: word, spelling: word, words: splitName(word), likeness: 'free', derived: false })),
  );

/** Only words that no list knows are compared; those of a question are few. */
export function createLikelyNames<T>(index: NameIndex<T>, thresholds: Likenesses, decoys: NameIndex<string>): LikelyNames<T> {
  /** What a word is like does not change: words come back, within a question and in the next one. */
  const looked = new Map<string, readonly Likeness<T>[]>();

  function look(spelling: string, level: Level, budget: Budget): readonly Likeness<T>[] {
    const asked = `${level} ${spelling}`;
    const known = looked.get(asked);
    if (known) return known;
    if (budget.left <= 0) return [];
    budget.left--;
    const found = compare(spelling, level);
    if (looked.size >= MOST_REMEMBERED) looked.clear();
    looked.set(asked, found);
    return found;
  }

  function compare(spelling: string, level: Level): Likeness<T>[] {
    const prepared = prepareName(spelling);
    if (prepared.letters.length < SHORTEST[prepared.script][level]) return [];
    const { same, cross, alsoOwn, onlyCross } = thresholds[prepared.script][level];
    const short = level === 'given' ? 0 : Math.max(0, LONG_ENOUGH[prepared.script] - prepared.letters.length);
    const stricter = STRICTER_PER_LETTER[prepared.script] * short;
    const enough = index.alike(prepared, LEAST_LOOKED_AT).flatMap((one): Likeness<T>[] => {
      const own = one.own ?? 0;
      const isCross = one.own === null ? one.other >= onlyCross + stricter : one.other >= cross + stricter && own >= alsoOwn;
      if (!isCross && own < same + stricter) return [];
      return [{ ...one, score: isCross ? Math.max(own, one.other) : own }];
    });
    const best = Math.max(0, ...enough.map(({ score }) => score));
    // a known spelling was looked at before, and was not meant
    if (best === 0 || best >= SAME_SPELLING) return [];
    const decoy = decoys.alike(prepared, same).find(({ own }) => (own ?? 0) >= best);
    if (decoy) return [];
    return enough.filter(({ score }) => score >= best - ALTERNATIVES_WITHIN).sort((a, b) => b.score - a.score);
  }

  /** The spellings that begin at a token: the end of each, its words, and how like a name they must be. */
  function* spellingsAt(units: readonly Unit[], at: number, used: readonly boolean[], first: Reading, cue: Cue) {
    const words: string[] = [];
    const kinds = new Set<string>();
    const opening = units[at]?.article === true;
    for (let i = at; i < Math.min(units.length, at + MOST_TOKENS) && words.length < LONGEST; i++) {
      const unit = units[i];
      if (used[i] || !unit) return;
      if (unit.kind === 'tie' || (unit.article && (opening || words.length > 0))) continue;
      const kind = wordInName(unit);
      if (kind === 'no' || (kind !== 'telling' && kind !== 'part' && cue !== 'strong')) return;
      if (kind === 'common' && !kinds.has('part')) return;
      words.push(i === at ? first.stem : (unit.readings[0]?.stem ?? ''));
      kinds.add(kind);
      if (words.length === 1 && kind === 'part') continue;
      yield { end: i + 1, words, level: kinds.has('telling') || kinds.has('part') ? cue : ('given' as const) };
    }
  }

  return {
    at(units, at, { used, cue, budget, longerThan = 0 }) {
      const first = units[at];
      if (!first || (first.article && !opensName(units, at))) return null;
      let best: LikelyName<T> | null = null;
      let most = 0;
      for (const reading of first.readings) {
        const level = cue(reading.prefix);
        if (reading.prefix !== '' && level === 'none') continue;
        for (const spelling of spellingsAt(units, at, used, reading, level)) {
          if (spelling.end - at <= longerThan) continue;
          const found = look(spelling.words.join(' '), spelling.level, budget);
          const top = found[0];
          if (!top || top.score + PER_WORD * spelling.words.length <= most) continue;
          most = top.score + PER_WORD * spelling.words.length;
          best = {
            end: spelling.end,
            prefix: reading.prefix,
            exactness: top.score >= SAME_SOUND ? 'dictionary' : 'fuzzy',
            found,
          };
        }
      }
      return best;
    },
  };
}
