import type { Text, Token } from '../question/text.ts';
import { ROLE, type Role, rolesOf } from './wording.ts';
import { isArticle, withoutArticle } from './words.ts';

/** One way to read a word: what is left when attached Arabic particles are off. */
export interface Reading {
  stem: string;
  /** The particles that were taken off: '', ب, وب … */
  prefix: string;
}

/** A token as the names room sees it. */
export interface Unit {
  /** A word or number can be part of a name; a tie (a glued hyphen, an apostrophe) may stand inside one; a stop ends it. */
  kind: 'word' | 'number' | 'tie' | 'stop';
  readings: readonly Reading[];
  /** Written with the Arabic article. */
  definite: boolean;
  /** "as", "ez", "al": the article of a Latin name, if one follows. */
  article: boolean;
  latin: boolean;
  /** Bits of ROLE, of any reading. */
  roles: number;
  /** Written with a capital. */
  capital: boolean;
}

const SHORTEST_PREFIXED = 3;
const POSSESSIVE = /'s$/u;
const loose = (norm: string) => norm.replace(/['"ء]/gu, '');

function readingsOf(token: Token): Reading[] {
  if (token.script !== 'arabic') return [{ stem: withoutArticle(loose(token.norm.replace(POSSESSIVE, ''))), prefix: '' }];
  const readings: Reading[] = [];
  for (const form of token.forms) {
    // the article is taken off below, and only there, as it is in the index
    if (form.article) continue;
    const stem = withoutArticle(loose(form.norm));
    if (form.prefix !== '' && stem.length < SHORTEST_PREFIXED) continue;
    if (stem !== '' && !readings.some((one) => one.stem === stem)) readings.push({ stem, prefix: form.prefix });
    // فرقة is a division, not ف + رقة
    if (form.prefix === '' && (rolesOf(stem) & ROLE.common) !== 0) break;
  }
  return readings;
}

const TIES = new Set(['-', "'", '_']);

function unitOf(token: Token, next: Token | undefined): Unit {
  if (token.kind === 'mark') {
    const tie = TIES.has(token.norm) && next?.glued === true && (next.kind !== 'mark' || next.norm === "'");
    const apostrophe = token.norm === "'";
    const link = token.norm === '&' || token.norm === '+' || token.norm === ',' || token.norm === '/' || token.norm === '-';
    return {
      kind: apostrophe || (tie && token.glued) ? 'tie' : 'stop',
      readings: [],
      definite: false,
      article: false,
      latin: false,
      roles: link ? ROLE.link : 0,
      capital: false,
    };
  }
  const readings = readingsOf(token);
  let roles = 0;
  for (const reading of readings) roles |= rolesOf(reading.stem);
  return {
    kind: token.kind,
    readings,
    definite: token.forms.some((form) => form.article),
    article: token.script === 'latin' && isArticle(token.norm),
    latin: token.script === 'latin',
    roles,
    capital: token.script === 'latin' && token.raw[0] !== token.raw[0]?.toLowerCase(),
  };
}

export const unitsOf = (text: Text): Unit[] => text.tokens.map((token, i) => unitOf(token, text.tokens[i + 1]));

export const is = (unit: Unit | undefined, role: Role): boolean => unit !== undefined && (unit.roles & ROLE[role]) !== 0;
