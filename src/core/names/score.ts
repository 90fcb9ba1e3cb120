import { createDistances, encode, weightOf } from './distance.ts';
import { keyOf } from './key.ts';
import { coarse, skeletonsOf, soundsOf } from './sound.ts';
import { nameWords, splitName } from './words.ts';

/** A name taken apart once, so that comparing it is cheap. */
export interface PreparedName {
  script: 'latin' | 'arabic';
  /** Equal for spellings that differ only in case, marks, hyphens, apostrophes and the article. */
  key: string;
  /** The core words run together, as written. */
  letters: string;
  sounds: Uint8Array;
  /** What all sounds together would cost. */
  weight: number;
  modifiers: string;
  skeletons: readonly string[];
  /** The sounds that it may begin with, those that are swapped as one. */
  openings: string;
  /** It has a generic word beside its core. */
  shortened: boolean;
}

export const prepareName = (name: string): PreparedName => prepareWords(splitName(name));

export function prepareWords(all: readonly string[]): PreparedName {
  const words = nameWords(all);
  const sounds = soundsOf(words);
  const encoded = encode(sounds);
  const skeletons = skeletonsOf(sounds);
  return {
    script: words.script,
    key: keyOf(all),
    letters: words.core.join(''),
    sounds: encoded,
    weight: weightOf(encoded),
    modifiers: words.modifiers,
    skeletons,
    openings: skeletons.map((one) => coarse(one[0]) || '@').join(''),
    shortened: words.shortened,
  };
}

/** Below this a comparison of sounds is given up. */
const LEAST_ALIKE = 0.62;
const LEAST_LETTERS_ALIKE = 0.4;
const SHORTEST_WEIGHT = 1.2;
export const SAME_SPELLING = 1.1;
const BEST_OTHER = 1.05;
const LONGEST_LETTERS = 60;
const OTHER_OPENING = 0.08;
const TELLING_SKELETON = 4;

const modifierCost = (a: string, b: string) => (a === b ? 0 : a === '' || b === '' ? 0.6 : 1.2);

export type Score = (a: PreparedName, b: PreparedName) => number;

/**
 * How alike two names are, 0–1.1: 1.1 for the same spelling, at most 1.05 otherwise. Of one script: 0.75 × likeness of sounds + 0.25 ×
 * likeness of letters, or the likeness of letters − 0.04 where that is more (a typo); of two scripts: likeness of sounds. The same
 * skeleton of three consonants adds 0.03, of four or more it also makes 0.83 of less.
 */
export function createScore(): Score {
  const distances = createDistances();

  function soundLikeness(a: PreparedName, b: PreparedName): number {
    const weight = Math.max(a.weight, b.weight, SHORTEST_WEIGHT);
    const most = (1 - LEAST_ALIKE) * weight;
    const modifiers = modifierCost(a.modifiers, b.modifiers);
    if (Math.abs(a.weight - b.weight) + modifiers > most) return 0;
    const distance = distances.ofSounds(a.sounds, b.sounds, most - modifiers) + modifiers;
    return distance > most ? 0 : 1 - distance / weight;
  }

  function letterLikeness(a: PreparedName, b: PreparedName): number {
    const longer = Math.min(LONGEST_LETTERS, Math.max(a.letters.length, b.letters.length, 1));
    const distance = distances.ofLetters(a.letters, b.letters, (1 - LEAST_LETTERS_ALIKE) * longer);
    return distance === Infinity || a.modifiers !== b.modifiers ? 0 : 1 - distance / longer;
  }

  return (one, other) => {
    if (one.key === other.key) return one.key === '' ? 0 : SAME_SPELLING;
    // sums of costs depend on their order in the last digit: the order of the two is fixed, so that the score is symmetric
    const [a, b] = one.key < other.key ? [one, other] : [other, one];
    const sounds = soundLikeness(a, b);
    let score = sounds;
    if (a.script === b.script) {
      const letters = letterLikeness(a, b);
      if (sounds === 0 && letters === 0) return 0;
      score = Math.max(0.75 * sounds + 0.25 * letters, letters - 0.04);
    }
    if (!opensAlike(a, b)) score -= OTHER_OPENING;
    if (sounds > 0.7 && sameSkeleton(a, b)) score = (sameSkeleton(a, b, TELLING_SKELETON) ? Math.max(score, 0.8) : score) + 0.03;
    return Math.max(0, Math.min(score, BEST_OTHER));
  };
}

/** People mistype the middle of a name: two that begin with other consonants are likelier two names (Barisha, Arisha). */
const opensAlike = (a: PreparedName, b: PreparedName): boolean => {
  if (a.letters[0] === b.letters[0]) return true;
  for (const opening of a.openings) if (b.openings.includes(opening)) return true;
  return false;
};

/** Three consonants or more, and the same ones. */
export const sameSkeleton = (a: PreparedName, b: PreparedName, least = 3): boolean =>
  a.modifiers === b.modifiers && a.skeletons.some((one) => one.length >= least && b.skeletons.includes(one));
