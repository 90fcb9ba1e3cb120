import { FSI, PDI, withoutIsolates } from '../core/reply/isolates.ts';
import type { Inline } from '../core/reply/reply.ts';
import { withoutTrailing } from '../core/reply/trailing.ts';

/** A stretch of an inline that stays in one message. */
interface Atom {
  /** Index of the inline it comes from. */
  of: number;
  text: string;
  /** Stands inside an isolate that had to be cut: what is joined again is isolated again. */
  isolated: boolean;
}

type Size = (content: readonly Inline[]) => number;

const textOf = (inline: Inline): string => (typeof inline === 'string' ? inline : inline.text);
const withText = (inline: Inline, text: string): Inline => (typeof inline === 'string' ? text : { ...inline, text });

/** Words, each with the space behind it; an isolate pair is one word, whatever is in it. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  let word = '';
  let depth = 0;
  let spaced = false;
  for (const c of text) {
    const isSpace = depth === 0 && /\s/u.test(c);
    if (spaced && !isSpace) {
      words.push(word);
      word = '';
    }
    spaced = isSpace;
    word += c;
    if (c === FSI) depth++;
    else if (c === PDI) depth = Math.max(0, depth - 1);
  }
  return word === '' ? words : [...words, word];
}

const atomsOf = (inline: Inline, of: number): Atom[] =>
  typeof inline !== 'string' && 'link' in inline
    ? [{ of, text: inline.text, isolated: false }]
    : wordsOf(textOf(inline)).map((text) => ({ of, text, isolated: false }));

/** Atoms that no space divides belong together. */
function clustersOf(atoms: readonly Atom[]): Atom[][] {
  const clusters: Atom[][] = [];
  let open = false;
  for (const atom of atoms) {
    const last = clusters.at(-1);
    if (open && last) last.push(atom);
    else clusters.push([atom]);
    open = !/\s$/u.test(atom.text);
  }
  return clusters;
}

function joined(content: readonly Inline[], atoms: readonly Atom[]): Inline[] {
  const whole: Inline[] = [];
  for (let at = 0; at < atoms.length; ) {
    const { of, isolated } = atoms[at] ?? { of: -1, isolated: false };
    let text = '';
    for (; at < atoms.length && atoms[at]?.of === of && atoms[at]?.isolated === isolated; at++) text += atoms[at]?.text ?? '';
    const inline = content[of];
    if (inline !== undefined) whole.push(withText(inline, isolated ? FSI + text + PDI : text));
  }
  return whole;
}

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Isolate pairs and what stands between them. */
function isolatesOf(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let depth = 0;
  const close = () => {
    if (part !== '') parts.push(part);
    part = '';
  };
  for (const c of text) {
    if (c === FSI && depth++ === 0) close();
    part += c;
    if (c === PDI && --depth === 0) close();
  }
  close();
  return parts;
}

/** What is too long even alone: an isolate by its words, a word by its letters as a reader sees them. */
function smaller(atom: Atom): Atom[] {
  const parts = isolatesOf(atom.text);
  if (parts.length > 1) return parts.map((text) => ({ ...atom, text }));
  const text = withoutIsolates(atom.text);
  const isolated = atom.isolated || text !== atom.text;
  const words = wordsOf(text);
  const pieces = words.length > 1 ? words : [...graphemes.segment(text)].map(({ segment }) => segment);
  return pieces.map((piece) => ({ of: atom.of, text: piece, isolated }));
}

/** Trailing space of a piece says nothing once the rest stands elsewhere. */
function trimmed(content: readonly Inline[]): Inline[] {
  const kept = [...content];
  for (let last = kept.pop(); last !== undefined; last = kept.pop()) {
    const open = withoutTrailing(textOf(last), PDI);
    const text = open.trimEnd() + textOf(last).slice(open.length);
    if (text !== '') return [...kept, withText(last, text)];
  }
  return [];
}

/** The greatest count for which `fits`, which holds up to some count and not beyond. */
function most(count: number, fits: (n: number) => boolean): number {
  let low = 0;
  let high = 1;
  while (high <= count && fits(high)) {
    low = high;
    high *= 2;
  }
  high = Math.min(high, count + 1);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Cuts a content into pieces of at most `limit` by `size`, which tells how long a piece is once rendered. Cuts at spaces; never inside a
 * word, a link, an isolate pair or a surrogate pair, unless one of these alone is longer than the limit: then a word is cut between
 * letters as seen, an isolate is closed and opened again, and a link becomes its words. Nothing but spaces at a cut is lost.
 * Throws RangeError where the limit does not hold a single letter.
 */
export function splitInlines(content: readonly Inline[], limit: number, size: Size): Inline[][] {
  if (size(content) <= limit) return [[...content]];
  const readable = content.map((inline) =>
    typeof inline !== 'string' && 'link' in inline && size([inline]) > limit ? `${inline.text} ${inline.link}` : inline,
  );
  let clusters = clustersOf(readable.flatMap(atomsOf));
  const pieces: Inline[][] = [];
  while (clusters.length > 0) {
    const sized = clusters;
    const count = most(sized.length, (n) => size(trimmed(joined(readable, sized.slice(0, n).flat()))) <= limit);
    if (count > 0) {
      const piece = trimmed(joined(readable, sized.slice(0, count).flat()));
      if (piece.some((inline) => textOf(inline).trim() !== '')) pieces.push(piece);
      clusters = sized.slice(count);
      continue;
    }
    const [first = [], ...rest] = sized;
    const cut = first.length > 1 ? first : first.flatMap(smaller);
    if (cut.length === 1 && cut[0]?.isolated === first[0]?.isolated) throw new RangeError(`no letter fits into ${limit}`);
    clusters = [...cut.map((atom) => [atom]), ...rest];
  }
  return pieces;
}
