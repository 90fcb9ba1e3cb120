import { kmBetween } from '../../gazetteer/geometry.ts';
import { createScore, prepareName } from '../../names/score.ts';
import { splitName } from '../../names/words.ts';
import type { Telling } from './telling.ts';

/** What is compared, and how alike two tellings can be in it, the most alike first. `untold`: one of them does not say. */
export const LEVELS = {
  days: ['same', 'next', 'week', 'apart'],
  distance: ['here', 'near', 'around', 'beyond', 'far', 'untold'],
  name: ['same', 'alike', 'similar', 'other', 'untold'],
  attackers: ['shared', 'other', 'untold'],
  targets: ['shared', 'other', 'untold'],
  tactics: ['shared', 'other', 'untold'],
  objects: ['shared', 'other', 'untold'],
  killed: ['same', 'close', 'double', 'other', 'untold'],
  words: ['most', 'many', 'some', 'few', 'none', 'untold'],
} as const;
export type Aspect = keyof typeof LEVELS;
export type Level<A extends Aspect> = (typeof LEVELS)[A][number];
export type Comparison = { [A in Aspect]: Level<A> };

/** Figures for people, beside the levels. */
export interface Measured {
  /** Days between the two spans; 0: they overlap. */
  days: number;
  /** Kilometres between the two points; null: a place is not told. */
  km: number | null;
}

const DAY_MS = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Days between two spans; 0 where they share one. */
export const daysBetween = (a: Telling, b: Telling): number =>
  Math.max(0, dayNumber(a.from) - dayNumber(b.to), dayNumber(b.from) - dayNumber(a.to));

const daysLevel = (days: number): Level<'days'> => (days === 0 ? 'same' : days === 1 ? 'next' : days <= 7 ? 'week' : 'apart');

/** Beyond what both leave open. */
function distanceLevel(km: number | null, slack: number): Level<'distance'> {
  if (km === null) return 'untold';
  const beyond = Math.max(0, km - slack);
  return beyond <= 2 ? 'here' : beyond <= 7 ? 'near' : beyond <= 14 ? 'around' : beyond <= 25 ? 'beyond' : 'far';
}

const NAMES_SAME = 0.97;
const NAMES_ALIKE = 0.85;
const NAMES_SIMILAR = 0.72;

type Names = readonly (string | null)[];

/** The likeness of two places' names in whichever scripts they are written. */
function nameLevel(a: Names, b: Names, score: ReturnType<typeof createScore>): Level<'name'> {
  const told = (names: Names) => names.flatMap((name) => (name ? [prepareName(name)] : []));
  const [ours, theirs] = [told(a), told(b)];
  if (ours.length === 0 || theirs.length === 0) return 'untold';
  const best = Math.max(...ours.flatMap((one) => theirs.map((other) => score(one, other))));
  return best >= NAMES_SAME ? 'same' : best >= NAMES_ALIKE ? 'alike' : best >= NAMES_SIMILAR ? 'similar' : 'other';
}

function sharedLevel(a: readonly string[], b: readonly string[]): 'shared' | 'other' | 'untold' {
  if (a.length === 0 || b.length === 0) return 'untold';
  return a.some((one) => b.includes(one)) ? 'shared' : 'other';
}

function killedLevel(a: Telling['killed'], b: Telling['killed']): Level<'killed'> {
  if (!a || !b) return 'untold';
  const [aHigh, bHigh] = [a.high ?? Number.POSITIVE_INFINITY, b.high ?? Number.POSITIVE_INFINITY];
  if (a.low <= bHigh && b.low <= aHigh) return 'same';
  // the nearer ends of two ranges that do not meet
  const [less, more] = a.low > bHigh ? [bHigh, a.low] : [aHigh, b.low];
  return more - less <= 2 || more <= less * 1.3 ? 'close' : more <= less * 2 ? 'double' : 'other';
}

/** Words that tell events apart: no figures, no short words. */
const tellingWords = (text: string): Set<string> =>
  new Set(splitName(text).filter((word) => word.length >= 4 && !/\d/u.test(word)));

/** How rare each word is among the tellings that are compared with one, so that what all say there counts for little. */
export function rarityAmong(tellings: readonly Telling[]): (word: string) => number {
  const met = new Map<string, number>();
  for (const { words } of tellings) {
    for (const word of new Set(words.flatMap(({ text }) => [...tellingWords(text)]))) met.set(word, (met.get(word) ?? 0) + 1);
  }
  return (word) => Math.log2((tellings.length + 1) / ((met.get(word) ?? 0) + 0.5));
}

const FEWEST_WORDS = 3;

/** The share of what is rare in one that the other says too, in the language in which they share the most. */
function wordsLevel(a: Telling['words'], b: Telling['words'], rarity: (word: string) => number): Level<'words'> {
  let best = -1;
  const weightOf = (words: readonly string[]) => words.reduce((sum, word) => sum + rarity(word), 0);
  for (const one of a) {
    for (const other of b.filter(({ language }) => language === one.language)) {
      const [ours, theirs] = [[...tellingWords(one.text)], tellingWords(other.text)];
      if (Math.min(ours.length, theirs.size) < FEWEST_WORDS) continue;
      const shared = weightOf(ours.filter((word) => theirs.has(word)));
      best = Math.max(best, shared / Math.min(weightOf(ours), weightOf([...theirs])));
    }
  }
  if (best <= 0) return best < 0 ? 'untold' : 'none';
  return best >= 0.5 ? 'most' : best >= 0.3 ? 'many' : best >= 0.15 ? 'some' : 'few';
}

/** Compares tellings; keep it, as it keeps what comparing names needs. */
export function createComparer(): (
  a: Telling,
  b: Telling,
  rarity: (word: string) => number,
) => { levels: Comparison; measured: Measured } {
  const score = createScore();
  return (a, b, rarity) => {
    const days = daysBetween(a, b);
    const km = a.point && b.point ? kmBetween(a.point, b.point) : null;
    return {
      measured: { days, km },
      levels: {
        days: daysLevel(days),
        distance: distanceLevel(km, a.withinKm + b.withinKm),
        name: nameLevel([a.placeEn, a.placeAr], [b.placeEn, b.placeAr], score),
        attackers: sharedLevel(a.attackers, b.attackers),
        targets: sharedLevel(a.targets, b.targets),
        tactics: sharedLevel(a.tactics, b.tactics),
        objects: sharedLevel(a.objects, b.objects),
        killed: killedLevel(a.killed, b.killed),
        words: wordsLevel(a.words, b.words, rarity),
      },
    };
  };
}
