/**
 * How letters sound when Arabic names are written in Latin letters and back. A sound is one character: consonants b t T(th) j h x(kh)
 * d D(dh) r z s $(sh) @(ayn) G(gh) g f k l m n w y and C (ch, c: k, sh or j by the writer's habit), vowels a i u, and Y, the ending
 * -iyah/-iyeh/ية, which is spelled in a dozen ways. The choice of sounds and costs follows what reports really vary in.
 */

/** Latin letter groups, tried before single letters, longest first. `before`: only if such a letter (or the end) follows. */
export const LATIN_GROUPS: readonly { letters: string; sound: string; before?: 'vowel' | 'consonant' }[] = [
  { letters: 'tch', sound: 'C' },
  { letters: 'sch', sound: '$' },
  { letters: 'kh', sound: 'x' },
  { letters: 'gh', sound: 'G' },
  { letters: 'sh', sound: '$' },
  { letters: 'th', sound: 'T' },
  { letters: 'dh', sound: 'D' },
  { letters: 'dj', sound: 'j' },
  { letters: 'zh', sound: 'D' },
  { letters: 'ch', sound: 'C' },
  { letters: 'ck', sound: 'k' },
  { letters: 'ph', sound: 'f' },
  { letters: 'ce', sound: 'Ci' },
  { letters: 'ci', sound: 'Ci' },
  { letters: 'ou', sound: 'w', before: 'vowel' },
  { letters: 'oo', sound: 'u' },
  { letters: 'ou', sound: 'u' },
  { letters: 'uw', sound: 'u', before: 'consonant' },
  { letters: 'aw', sound: 'u', before: 'consonant' },
  { letters: 'ow', sound: 'u', before: 'consonant' },
  { letters: 'au', sound: 'u', before: 'consonant' },
  { letters: 'ee', sound: 'i' },
  { letters: 'ea', sound: 'i' },
  { letters: 'ie', sound: 'i' },
  { letters: 'ei', sound: 'i' },
  { letters: 'ai', sound: 'i' },
  { letters: 'ay', sound: 'i', before: 'consonant' },
  { letters: 'ey', sound: 'i', before: 'consonant' },
  { letters: 'iy', sound: 'i', before: 'consonant' },
  { letters: 'iy', sound: 'y', before: 'vowel' },
  { letters: 'yi', sound: 'i' },
  { letters: 'y', sound: 'i', before: 'consonant' },
];

/** Single Latin letters that sound otherwise than they are written. */
export const LATIN_LETTERS: Readonly<Record<string, string>> = { q: 'k', c: 'k', v: 'f', p: 'b', e: 'i', o: 'u' };

/** Arabic consonants. و ي ا ه are vowels or consonants by where they stand. */
export const ARABIC_LETTERS: Readonly<Record<string, string>> = {
  ب: 'b',
  ت: 't',
  ث: 'T',
  ج: 'j',
  ح: 'h',
  خ: 'x',
  د: 'd',
  ذ: 'D',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: '$',
  ص: 's',
  ض: 'D',
  ط: 't',
  ظ: 'D',
  ع: '@',
  غ: 'G',
  ف: 'f',
  ق: 'k',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
};

/** What a letter of the consonant skeleton may stand for in another spelling. */
export const SKELETON_READINGS: Readonly<Record<string, readonly string[]>> = {
  D: ['d', 'z'],
  T: ['t', 's'],
  C: ['k', '$', 'j'],
  g: ['k', 'j'],
};

/** Sounds that writers swap, with what the swap costs; other consonants cost 1, a vowel for a vowel 0.25. */
export const SWAPS: readonly (readonly [pair: string, cost: number])[] = [
  ['xh', 0.35],
  ['xk', 0.35],
  ['Gk', 0.5],
  ['Gg', 0.2],
  ['Gx', 0.5],
  ['Gr', 0.5],
  ['gk', 0.35],
  ['gj', 0.35],
  ['jz', 0.6],
  ['j$', 0.6],
  ['Dd', 0.15],
  ['Dz', 0.15],
  ['DT', 0.4],
  ['dz', 0.5],
  ['dt', 0.5],
  ['Tt', 0.15],
  ['Ts', 0.3],
  ['s$', 0.4],
  ['sz', 0.4],
  ['C$', 0.2],
  ['Ck', 0.2],
  ['Cx', 0.3],
  ['Ch', 0.4],
  ['Cj', 0.3],
  ['Cs', 0.4],
  ['bf', 0.6],
  ['wf', 0.4],
  ['mn', 0.6],
  ['lr', 0.8],
  ['ai', 0.2],
  ['au', 0.25],
  ['iu', 0.3],
  ['Yi', 0.1],
  ['Yy', 0.1],
  ['Ya', 0.4],
  ['yi', 0.1],
  ['ya', 0.4],
  ['yu', 0.4],
  ['wu', 0.1],
  ['wa', 0.4],
  ['wi', 0.4],
  ['@a', 0.1],
  ['@i', 0.15],
  ['@u', 0.15],
];

/** What one sound more or less costs. */
export const PRESENCE: Readonly<Record<string, number>> = {
  a: 0.25,
  i: 0.25,
  u: 0.25,
  '@': 0.1,
  h: 0.4,
  w: 0.35,
  y: 0.35,
  Y: 0.55,
};
