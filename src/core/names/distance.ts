import { PRESENCE, SWAPS } from './letters.ts';

const ALPHABET = 'abdfghijklmnprstuvwxyzGDTC$@Y0123456789?';
const SIZE = ALPHABET.length;
const CODES = new Uint8Array(128).fill(SIZE - 1);
for (let code = 0; code < SIZE; code++) CODES[ALPHABET.charCodeAt(code)] = code;
const codeOf = (sound: string | undefined) => CODES[sound?.charCodeAt(0) ?? 0] ?? SIZE - 1;
const VOWELS = new Set('aiu');
const TRANSPOSED = 0.6;
const LONGEST = 60;

const presence = Float64Array.from(ALPHABET, (sound) => PRESENCE[sound] ?? 1);
const swap = new Float64Array(SIZE * SIZE).map((_, at) => {
  const a = ALPHABET[Math.floor(at / SIZE)] ?? '';
  const b = ALPHABET[at % SIZE] ?? '';
  if (a === b) return 0;
  // a vowel for a consonant is worse than leaving one out and putting the other in is not: 1.2 keeps alignments apart
  return VOWELS.has(a) === VOWELS.has(b) ? (VOWELS.has(a) ? 0.25 : 1) : 1.2;
});
for (const [pair, cost] of SWAPS) {
  const [a, b] = [codeOf(pair[0]), codeOf(pair[1])];
  swap[a * SIZE + b] = cost;
  swap[b * SIZE + a] = cost;
}

/** Sounds as small numbers, for the tables above. */
export function encode(sounds: string): Uint8Array {
  const encoded = new Uint8Array(Math.min(sounds.length, LONGEST));
  for (let i = 0; i < encoded.length; i++) encoded[i] = CODES[sounds.charCodeAt(i)] ?? SIZE - 1;
  return encoded;
}

export const weightOf = (encoded: Uint8Array): number => encoded.reduce((sum, code) => sum + (presence[code] ?? 1), 0);

const at = (row: ArrayLike<number>, i: number): number => row[i] ?? 0;

export interface Distances {
  /** Weighted optimal string alignment of encoded sounds; Infinity as soon as it must exceed `most`. */
  ofSounds(a: Uint8Array, b: Uint8Array, most: number): number;
  /** Plain optimal string alignment (insert, delete, replace, transpose: 1 each); Infinity beyond `most`. */
  ofLetters(a: string, b: string, most: number): number;
}

/** Keeps its rows between calls: distances are taken some hundred times a question. */
export function createDistances(): Distances {
  const rows: [Float64Array, Float64Array, Float64Array] = [
    new Float64Array(LONGEST + 2),
    new Float64Array(LONGEST + 2),
    new Float64Array(LONGEST + 2),
  ];

  function ofSounds(a: Uint8Array, b: Uint8Array, most: number): number {
    let [before, above, row] = rows;
    above[0] = 0;
    for (let j = 1; j <= b.length; j++) above[j] = at(above, j - 1) + at(presence, at(b, j - 1));
    for (let i = 1; i <= a.length; i++) {
      const x = at(a, i - 1);
      const drop = at(presence, x);
      let least = at(above, 0) + drop;
      row[0] = least;
      for (let j = 1; j <= b.length; j++) {
        const y = at(b, j - 1);
        let cost = at(above, j - 1) + at(swap, x * SIZE + y);
        const dropped = at(above, j) + drop;
        if (dropped < cost) cost = dropped;
        const added = at(row, j - 1) + at(presence, y);
        if (added < cost) cost = added;
        if (i > 1 && j > 1 && x === at(b, j - 2) && y === at(a, i - 2)) {
          const swapped = at(before, j - 2) + TRANSPOSED;
          if (swapped < cost) cost = swapped;
        }
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return Infinity;
      [before, above, row] = [above, row, before];
    }
    return at(above, b.length);
  }

  function ofLetters(a: string, b: string, most: number): number {
    const width = Math.min(b.length, LONGEST);
    let [before, above, row] = rows;
    if (Math.abs(a.length - b.length) > most) return Infinity;
    for (let j = 0; j <= width; j++) above[j] = j;
    for (let i = 1; i <= Math.min(a.length, LONGEST); i++) {
      let least = i;
      row[0] = i;
      for (let j = 1; j <= width; j++) {
        const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
        let cost = Math.min(at(above, j - 1) + (same ? 0 : 1), at(above, j) + 1, at(row, j - 1) + 1);
        if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
          cost = Math.min(cost, at(before, j - 2) + 1);
        }
        row[j] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return Infinity;
      [before, above, row] = [above, row, before];
    }
    return at(above, width);
  }

  return { ofSounds, ofLetters };
}
