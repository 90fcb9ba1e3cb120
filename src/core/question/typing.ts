import { fold, readText, type Text, type Token } from './text.ts';

/** Words that people write together with the next or the one before: "inHoms", "attacksin", داعشفي, فيالبادية. */
const GLUE = new Set(
  'in on by near at of since from and to against around until after before في على من عن قرب الى ضد بين منذ بعد قبل'
    .split(' ')
    .map(fold),
);
/** Shorter words are parts of too many others. */
const SHORTEST = 5;
const SHORTEST_LEFT_OVER = 4;
/** حمص and حلب, after في only. */
const SHORTEST_AFTER_IN = 3;
const IN = fold('في');

export type Knows = (word: string) => boolean;

/** Where a capital begins inside a word: "inHoms". */
function capitalInside(raw: string): number {
  for (let i = 1; i < raw.length; i++) {
    const [before, c] = [raw[i - 1] ?? '', raw[i] ?? ''];
    if (c !== c.toLowerCase() && before === before.toLowerCase() && before !== before.toUpperCase()) return i;
  }
  return -1;
}

const isDigit = (c = '') => c >= '0' && c <= '9';

/** Where to part a word that nobody knows into one that ties and one that is known; -1: nowhere. */
function partingOf({ raw, norm, script }: Token, knows: Knows): number {
  if (script === 'none' || norm.length < SHORTEST || norm.length !== raw.length) return -1;
  const capital = capitalInside(raw);
  if (capital > 0 && GLUE.has(norm.slice(0, capital))) return capital;
  const digits = [...norm].findIndex(isDigit);
  if (digits > 1) return GLUE.has(norm.slice(0, digits)) || knows(norm.slice(0, digits)) ? digits : -1;
  for (let at = 2; at <= norm.length - 2; at++) {
    const [left, right] = [norm.slice(0, at), norm.slice(at)];
    if (GLUE.has(left) && right.length >= (left === IN ? SHORTEST_AFTER_IN : SHORTEST_LEFT_OVER) && knows(right)) return at;
    if (GLUE.has(right) && left.length >= SHORTEST_LEFT_OVER && knows(left)) return at;
  }
  return -1;
}

const LONGEST_RUN = 2;

/** A word without the letters that were held down: "homsss", هجوووم; `most`: how many of a letter may stand side by side. */
function withoutRuns(word: string, most: number): string {
  let kept = '';
  for (const c of word) if (!kept.endsWith(c.repeat(most))) kept += c;
  return kept;
}

/** On the keyboard ؤ lies beside ر: تدمؤ. */
const WAW_HAMZA = 'ؤ';

/** The word that an unknown one was to be, by the way people type; null: none. */
function mendedWord({ raw, norm, script }: Token, knows: Knows): string | null {
  const shorter = withoutRuns(norm, LONGEST_RUN);
  if (shorter !== norm) return [shorter, withoutRuns(norm, 1)].find(knows) ?? withoutRuns(norm, 1);
  if (script !== 'arabic') return null;
  const single = withoutRuns(norm, 1);
  if (single !== norm && knows(single)) return single;
  const neighbour = raw.includes(WAW_HAMZA) ? fold(raw.replaceAll(WAW_HAMZA, 'ر')) : norm;
  return neighbour !== norm && knows(neighbour) ? neighbour : null;
}

/** Tokens by their index: `said`, that no recogniser is sure of; `free`, that nothing announces as a name besides. */
export interface Unknown {
  said: (at: number) => boolean;
  free: (at: number) => boolean;
}

/** The text with run-together words as two, and those with letters held down as they were meant; null where there are none. */
export function mendTyping(text: Text, unknown: Unknown, knows: Knows): Text | null {
  let changed = false;
  const tokens = text.tokens.flatMap((token, at): Token[] => {
    if (token.kind !== 'word' || !unknown.said(at)) return [token];
    const mended = mendedWord(token, knows);
    const [whole] = mended === null ? [] : readText(mended).tokens;
    if (whole) {
      changed = true;
      return [{ ...token, norm: whole.norm, forms: whole.forms }];
    }
    const isFree = unknown.free(at) || capitalInside(token.raw) > 0 || isDigit(token.norm.at(-1));
    const parting = isFree ? partingOf(token, knows) : -1;
    if (parting < 0) return [token];
    changed = true;
    return [token.raw.slice(0, parting), token.raw.slice(parting)].flatMap((raw, i) =>
      readText(raw).tokens.map((part) => {
        const offset = token.start + (i === 0 ? 0 : parting);
        return { ...part, start: part.start + offset, end: part.end + offset, glued: i === 0 && token.glued };
      }),
    );
  });
  return changed ? { ...text, tokens } : null;
}
