import type { Language } from '../../db/schema/vocabulary.ts';
import { withNominative } from './nominative.ts';
import { withWholeNumbers } from './whole-numbers.ts';

/** One reading of an Arabic word once its attached particles are taken off: بالرقة → رقه with `ب` and the article. */
export interface Form {
  norm: string;
  /** Attached و ف ب ل ك that were taken off, in order. */
  prefix: string;
  article: boolean;
}

/** A word, a number or a mark, with its place in the text as typed. */
export interface Token {
  kind: 'word' | 'number' | 'mark';
  /** As typed. */
  raw: string;
  /** Folded: lower case, no diacritics, one shape per Arabic letter, Latin digits. */
  norm: string;
  /** For words: the word itself first, then what is left once attached particles are off. Others: just `norm`. */
  forms: Form[];
  /** Offsets in the text as typed. */
  start: number;
  end: number;
  /** No space before it: "20km" is 20 + glued km. */
  glued: boolean;
  script: 'latin' | 'arabic' | 'none';
}

export interface Text {
  raw: string;
  tokens: Token[];
  /** By the greater number of letters. */
  language: Language;
}

// Marks (tashkeel, accents, variation selectors), format characters (zero width, bidi controls, soft hyphen) and tatweel.
const TATWEEL = 0x640;
const INVISIBLE = /[\p{M}\p{Cf}\u0640]/u;

const LETTER_SHAPES: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  گ: 'ك',
  ک: 'ك',
  ی: 'ي',
  پ: 'ب',
  چ: 'ج',
  '’': "'",
  '‘': "'",
  ʿ: "'",
  ʾ: "'",
  ʼ: "'",
  ʻ: "'",
  '`': "'",
  '´': "'",
  '–': '-',
  '—': '-',
  '−': '-',
  '‑': '-',
  '،': ',',
  '؟': '?',
  '؛': ';',
  ı: 'i',
  ş: 'sh',
  ç: 'ch',
  ğ: 'gh',
  ø: 'o',
  ł: 'l',
};

const foldCharacter = (c: string): string => {
  const code = c.codePointAt(0) ?? 0;
  // most characters are plain Latin or Arabic letters: they cost one look-up
  if (code < 0x80) return LETTER_SHAPES[c] ?? c.toLowerCase();
  if (code >= 0x621 && code <= 0x64a && code !== TATWEEL) return LETTER_SHAPES[c] ?? c;
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  if (INVISIBLE.test(c)) return '';
  const shape = LETTER_SHAPES[c] ?? LETTER_SHAPES[c.toLowerCase()];
  if (shape !== undefined) return shape;
  const plain = c
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .toLowerCase();
  return plain.length > 0 ? [...plain].map((p) => LETTER_SHAPES[p] ?? p).join('') : '';
};

const PLAIN = /^[a-z ]*$/u;

/** Folds a word or phrase as tokens are folded, so that lexicons and texts meet. */
export const fold = (s: string): string => (PLAIN.test(s) ? s.replace(/ +/gu, ' ').trim() : foldAll(s));

const foldAll = (s: string): string => [...s.normalize('NFC')].map(foldCharacter).join('').replace(/\s+/gu, ' ').trim();

const isArabic = (c: string) => c >= '\u0620' && c <= '\u06ff';
const PARTICLES = new Set(['و', 'ف', 'ب', 'ل', 'ك']);
const SHORTEST_STEM = 2;

/** The word as it is, then with attached particles and the article taken off, one after the other. */
export function arabicForms(norm: string): Form[] {
  const forms: Form[] = [{ norm, prefix: '', article: false }];
  const add = (stem: string, prefix: string, article: boolean) => {
    if (stem.length >= SHORTEST_STEM && !forms.some((f) => f.norm === stem && f.prefix === prefix)) {
      forms.push({ norm: stem, prefix, article });
    }
  };
  const strip = (stem: string, prefix: string) => {
    if (stem.startsWith('ال')) add(stem.slice(2), prefix, true);
    if (stem.startsWith('لل')) {
      add(stem.slice(2), `${prefix}ل`, true);
      add(`ال${stem.slice(2)}`, `${prefix}ل`, false);
    }
    const first = stem[0];
    // at most two particles: وب، فل …
    if (first && PARTICLES.has(first) && prefix.length < 2 && stem.length > SHORTEST_STEM) {
      add(stem.slice(1), prefix + first, false);
      strip(stem.slice(1), prefix + first);
    }
  };
  strip(norm, '');
  return forms;
}

/** A possessive also counts as the name in it: ISIS's → isis. */
const latinForms = (norm: string): Form[] => {
  const whole: Form = { norm, prefix: '', article: false };
  return norm.length > 3 && norm.endsWith("'s") ? [whole, { ...whole, norm: norm.slice(0, -2) }] : [whole];
};

const kindOf = (folded: string): Token['kind'] | 'space' | 'nothing' => {
  if (folded === '') return 'nothing';
  const c = folded[0] as string;
  if (/\s/u.test(c)) return 'space';
  if (c >= '0' && c <= '9') return 'number';
  if (/\p{L}/u.test(c)) return 'word';
  return 'mark';
};

function withoutEndingQuotes(norm: string): string {
  let end = norm.length;
  while (norm[end - 1] === "'") end--;
  return norm.slice(0, end);
}

/** على, as tokens are folded. */
const ON = 'علي';
/** عال of a root or a word of its own: high, world, stuck, treated. */
const NOT_ON_THE = /^عال(?:[ميةهجق]|ج[تو].*|ق.{0,2}|م.*|ي.{0,2})?$/u;

/** عالجيش, as speech writes على الجيش: "on the" and the word in one. */
const isOnTheWord = (norm: string): boolean => norm.length >= 6 && norm.startsWith('عال') && !NOT_ON_THE.test(norm);

/**
 * Splits a text into tokens that remember where they stood. Linear in the length. A word keeps inner apostrophes (Ma'adan) and digits
 * that follow letters (T4, Q1); a number ends where letters begin (20km → 20, km).
 */
export function readText(raw: string): Text {
  const tokens: Token[] = [];
  let latin = 0;
  let arabic = 0;
  let current: { kind: Token['kind']; norm: string; arabic: boolean; start: number; end: number } | null = null;
  let lastEnd = -1;
  const pushWord = (norm: string, start: number, end: number) => {
    const glued = start === lastEnd;
    tokens.push({
      kind: 'word',
      raw: raw.slice(start, end),
      norm,
      forms: arabicForms(norm),
      start,
      end,
      glued,
      script: 'arabic',
    });
    lastEnd = end;
  };
  const close = () => {
    if (!current) return;
    const { kind, start, end } = current;
    const norm = kind === 'word' ? withoutEndingQuotes(current.norm) : current.norm;
    const script = kind !== 'word' ? 'none' : current.arabic ? 'arabic' : 'latin';
    if (script === 'arabic' && isOnTheWord(norm)) {
      const middle = start + raw.slice(start, end).search(/[اأإآٱ]/u);
      pushWord(ON, start, middle);
      pushWord(norm.slice(1), middle, end);
    } else if (norm !== '') {
      tokens.push({
        kind,
        raw: raw.slice(start, end),
        norm,
        forms: script === 'arabic' ? withNominative(arabicForms(norm), raw.slice(start, end), tokens.at(-1)) : latinForms(norm),
        start,
        end,
        glued: start === lastEnd,
        script,
      });
      lastEnd = end;
    }
    current = null;
  };
  let at = 0;
  for (const c of raw) {
    const start = at;
    at += c.length;
    const folded = foldCharacter(c);
    const kind = kindOf(folded);
    if (kind === 'nothing') {
      if (current) current.end = at;
      continue;
    }
    if (kind === 'space') {
      close();
      continue;
    }
    // Q4'23, May'23: the quote begins the year
    if (kind === 'number' && current?.kind === 'word' && current.norm.endsWith("'")) {
      const quote: number = current.end - 1;
      current.norm = current.norm.slice(0, -1);
      current.end = quote;
      close();
      current = { kind: 'mark', norm: "'", arabic: false, start: quote, end: quote + 1 };
      close();
    }
    const inArabic = isArabic(folded[0] ?? '');
    if (kind === 'word') inArabic ? arabic++ : latin++;
    const joins =
      current !== null &&
      ((kind === 'word' && current.kind === 'word' && inArabic === current.arabic) ||
        (kind === 'number' && (current.kind === 'number' || (current.kind === 'word' && !current.arabic))) ||
        (folded === "'" && current.kind === 'word'));
    if (joins && current) {
      current.norm += folded;
      current.end = at;
    } else {
      close();
      current = { kind, norm: folded, arabic: inArabic, start, end: at };
    }
    if (kind === 'mark' && folded !== "'") close();
    else if (kind === 'mark' && current?.kind === 'mark') close();
  }
  close();
  return { raw, tokens: withWholeNumbers(raw, tokens), language: arabic > latin ? 'ar' : 'en' };
}
