import type { Text, Token } from './text.ts';

/** After these a full stop ends no sentence. */
const ABBREVIATIONS = new Set([
  'vs',
  'v',
  'mt',
  'st',
  'gov',
  'approx',
  'ca',
  'no',
  'nr',
  'dr',
  'mr',
  'gen',
  'col',
  'incl',
  'excl',
  'km',
  'jan',
  'feb',
  'mar',
  'apr',
  'jun',
  'jul',
  'aug',
  'sep',
  'sept',
  'oct',
  'nov',
  'dec',
  'e',
  'i',
  'g',
  's',
  'u',
  'a',
  'd',
  'etc',
  'max',
  'min',
]);
const ENDS = new Set(['?', '!', '.', ';']);

function endsSentence(before: Token | undefined, mark: Token, next: Token): boolean {
  if (!ENDS.has(mark.norm) || next.kind === 'mark') return false;
  if (mark.norm !== '.') return true;
  if (next.glued || !before || (before.kind === 'number' && next.kind === 'number') || ABBREVIATIONS.has(before.norm))
    return false;
  return next.script === 'arabic' || next.raw[0] !== next.raw[0]?.toLowerCase() || next.kind === 'number';
}

/** The sentences of a text, each with its own offsets into the whole. One sentence: the text itself. */
export function sentencesOf(text: Text): Text[] {
  const cuts: number[] = [];
  text.tokens.forEach((token, i) => {
    const next = text.tokens[i + 1];
    if (next && endsSentence(text.tokens[i - 1], token, next)) cuts.push(i + 1);
  });
  if (cuts.length === 0) return [text];
  return [0, ...cuts].map((from, i) => ({ ...text, tokens: text.tokens.slice(from, cuts[i]) }));
}
