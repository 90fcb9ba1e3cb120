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
/** Short words with which names of several words begin: تل أبيض, أم الصهاريج. */
const SHORT_OPENINGS = new Set(['تل', 'ام']);
const EVERYDAY = ROLE.common | ROLE.person | ROLE.foreign | ROLE.part;
/** No name has a word so long; what is longer is noise and is not looked at. */
const LONGEST_WORD = 40;
/** So many ties and articles may stand between the words of a name. */
const LONGEST_TIE = 4;
const POSSESSIVE = /'s$/u;
const loose = (norm: string) => norm.replace(/['"ء]/gu, '');

function readingsOf(token: Token): Reading[] {
  if (token.script !== 'arabic') return [{ stem: withoutArticle(loose(token.norm.replace(POSSESSIVE, ''))), prefix: '' }];
  const readings: Reading[] = [];
  for (const form of token.forms) {
    // the article is taken off below, and only there, as it is in the index
    if (form.article) continue;
    const stem = withoutArticle(loose(form.norm));
    if (form.prefix !== '' && stem.length < SHORTEST_PREFIXED && !SHORT_OPENINGS.has(stem)) continue;
    if (stem !== '' && !readings.some((one) => one.stem === stem)) readings.push({ stem, prefix: form.prefix });
    // فرقة is a division, not ف + رقة
    if (form.prefix === '' && (rolesOf(stem) & ROLE.common) !== 0) break;
  }
  return readings;
}

const TIES = new Set(['-', "'", '_']);

const STOP: Unit = { kind: 'stop', readings: [], definite: false, article: false, latin: false, roles: 0, capital: false };

function unitOf(token: Token, next: Token | undefined): Unit {
  if (token.norm.length > LONGEST_WORD) return STOP;
  if (token.kind === 'mark') {
    const tie = TIES.has(token.norm) && next?.glued === true && (next.kind !== 'mark' || next.norm === "'");
    const apostrophe = token.norm === "'";
    const link = token.norm === '&' || token.norm === '+' || token.norm === ',' || token.norm === '/' || token.norm === '-';
    return { ...STOP, kind: apostrophe || (tie && token.glued) ? 'tie' : 'stop', roles: link ? ROLE.link : 0 };
  }
  const readings = readingsOf(token);
  let roles = 0;
  // two particles and an everyday word are likelier a name: بوكمال is not ب + و + كمال
  for (const { stem, prefix } of readings) roles |= prefix.length > 1 ? rolesOf(stem) & ~EVERYDAY : rolesOf(stem);
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

/** A question has no more words than this; what follows in a longer text is not searched for names, and so is left over. */
const MOST_READ = 1000;

export const unitsOf = (text: Text): Unit[] =>
  text.tokens.slice(0, MOST_READ).map((token, i) => unitOf(token, text.tokens[i + 1]));

export const is = (unit: Unit | undefined, role: Role): boolean => unit !== undefined && (unit.roles & ROLE[role]) !== 0;

const isTie = (unit: Unit | undefined) => unit !== undefined && (unit.kind === 'tie' || unit.article);

/** The first token at or after `at` that is neither hyphen, apostrophe nor article; or before it, with `step` -1. */
export function beyondTies(units: readonly Unit[], at: number, step: 1 | -1 = 1): number {
  let i = at;
  while (isTie(units[i]) && Math.abs(i - at) < LONGEST_TIE) i += step;
  return i;
}
