import { ARABIC_LETTERS, LATIN_GROUPS, LATIN_LETTERS, SKELETON_READINGS } from './letters.ts';
import type { NameWords } from './words.ts';

type Group = (typeof LATIN_GROUPS)[number];
const GROUPS = new Map<string, Group[]>();
for (const group of LATIN_GROUPS) {
  const first = group.letters[0] ?? '';
  GROUPS.set(first, [...(GROUPS.get(first) ?? []), group]);
}

const isVowelLetter = (c: string | undefined) => c !== undefined && 'aeiou'.includes(c);
const isVowel = (c: string | undefined) => c === 'a' || c === 'i' || c === 'u';
const FEMININE_ADJECTIVE = /(?:iyy?|ei?y|i|y)(?:ah|eh|a|e)$/u;
const FEMININE = /[aei]h?$/u;
/** Ta marbuta before another word: Khirbat, Ma'arret. */
const CONSTRUCT = /[aei]t$/u;

const groupAt = (word: string, at: number): Group | undefined =>
  GROUPS.get(word[at] ?? '')?.find((group) => {
    if (!word.startsWith(group.letters, at)) return false;
    if (!group.before) return true;
    return isVowelLetter(word[at + group.letters.length]) === (group.before === 'vowel');
  });

function latinEnding(word: string, last: boolean): [stem: string, ending: string] {
  const adjective = FEMININE_ADJECTIVE.exec(word);
  if (adjective && adjective.index >= 2) return [word.slice(0, adjective.index), 'Y'];
  if (!last && word.length >= 5 && CONSTRUCT.test(word) && !isVowelLetter(word.at(-3))) return [word.slice(0, -2), 'a'];
  const feminine = FEMININE.exec(word);
  if (feminine && feminine.index >= 2 && feminine[0] !== 'i' && !isVowelLetter(word[feminine.index - 1])) {
    return [word.slice(0, feminine.index), 'a'];
  }
  return [word, ''];
}

function latinSounds(word: string, last: boolean): string {
  const [stem, ending] = latinEnding(word, last);
  let sounds = '';
  for (let at = 0; at < stem.length; ) {
    const group = groupAt(stem, at);
    const letter = stem[at] ?? '';
    sounds += group ? group.sound : (LATIN_LETTERS[letter] ?? letter);
    at += group ? group.letters.length : 1;
  }
  return sounds + ending;
}

function arabicSounds(word: string): string {
  let sounds = '';
  const feminine = word.length >= 4 && /ي[اه]$/u.test(word);
  const end = feminine ? word.length - 2 : word.length;
  for (let at = 0; at < end; at++) {
    const letter = word[at] ?? '';
    const next = word[at + 1];
    if (letter === 'ا') sounds += 'a';
    else if (letter === 'و') sounds += at === 0 || next === 'ا' || next === 'ي' ? 'w' : 'u';
    else if (letter === 'ي') sounds += at === 0 || next === 'ا' || next === 'و' ? 'y' : 'i';
    else if (letter === 'ه' && at === word.length - 1) sounds += 'a';
    else sounds += ARABIC_LETTERS[letter] ?? (/\d/u.test(letter) ? letter : '');
  }
  return feminine ? `${sounds}Y` : sounds;
}

function once(sounds: string): string {
  let result = '';
  for (let i = 0; i < sounds.length; i++) if (sounds[i] !== sounds[i - 1]) result += sounds[i];
  return result;
}

const wordSounds = (word: string, script: NameWords['script'], last: boolean): string => {
  // doubled Latin letters are one long sound; two like Arabic letters have a vowel between them that is not written
  const sounds = script === 'arabic' ? arabicSounds(word) : once(latinSounds(word, last));
  // a final h after a vowel is only a way to write the vowel
  return sounds.length > 2 && sounds.endsWith('h') && script === 'latin' && isVowel(sounds.at(-2)) ? sounds.slice(0, -1) : sounds;
};

/** The name as a string of sounds, words run together. */
export const soundsOf = ({ core, script }: NameWords): string =>
  core.map((word, i) => wordSounds(word, script, i === core.length - 1)).join('');

const MOST_READINGS = 12;
/** Left out of skeletons, but where a name begins with them. */
const UNHEARD = 'aiuwyY@';
const OPENING_VOWELS = 'aiuY@';

/** Consonants alone, in each way in which an ambiguous one may be read. An initial vowel or ayn counts as one consonant, `@`. */
export function skeletonsOf(sounds: string): string[] {
  let readings = [''];
  for (let i = 0; i < sounds.length; i++) {
    const sound = sounds[i] ?? '';
    if (i > 0 && UNHEARD.includes(sound)) continue;
    const heard = i === 0 && OPENING_VOWELS.includes(sound) ? '@' : sound;
    const meant = SKELETON_READINGS[heard];
    if (!meant) {
      for (let r = 0; r < readings.length; r++) if (!readings[r]?.endsWith(heard)) readings[r] += heard;
      continue;
    }
    readings = readings.flatMap((reading) => meant.map((one) => (reading.endsWith(one) ? reading : reading + one)));
    if (readings.length > MOST_READINGS) readings = readings.slice(0, MOST_READINGS);
  }
  return readings.length === 1 ? readings : [...new Set(readings)];
}

/** Sounds that are swapped fall together here, so that names that may be one are met under one key. */
const COARSE: Readonly<Record<string, string>> = {
  d: 't',
  z: 's',
  $: 's',
  f: 'b',
  g: 'k',
  G: 'k',
  x: 'k',
  h: 'k',
  m: 'n',
  '@': '',
  w: '',
  y: '',
};

export function coarse(skeleton = ''): string {
  let result = '';
  for (let i = 0; i < skeleton.length; i++) {
    const sound = skeleton[i] ?? '';
    result += COARSE[sound] ?? sound;
  }
  return result;
}
