import type { Actor } from '../gazetteer/gazetteer.ts';
import type { Finding } from './finding.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import { fold, readText, type Text, type Token } from './text.ts';
import type { Unknown } from './typing.ts';

/** Shorter words are one slip away from too many others. */
const SHORTEST = 5;
const SHORTEST_LOOKED_AT = 4;

/** Every word of a lexicon's patterns that is long enough to be mistyped and recognised. */
function wordsIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return value
      .split(/[\s|]+/u)
      .map((word) => fold(word.replace(/[^\p{L}]/gu, '')))
      .filter((word) => word.length >= SHORTEST);
  }
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(wordsIn);
  return [];
}

/** The word with each one letter missing: two words one slip apart share one of these. */
const deletions = (word: string): string[] => [word, ...Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))];

/** Arabic letters that differ by their dots: what a slip of the pen or the eye confuses. Others make another word. */
const SAME_SHAPE = ['جحخ', 'بتثني', 'دذ', 'رز', 'سش', 'صض', 'طظ', 'عغ', 'فق', 'كل', 'هة'];
const ARABIC = /\p{Script=Arabic}/u;
const mayStandFor = (a = '', b = '') => !ARABIC.test(a) || SAME_SHAPE.some((shape) => shape.includes(a) && shape.includes(b));

/** One letter more, fewer or other, or two neighbours swapped. */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  if (a.slice(i + 1) === b.slice(i) || a.slice(i) === b.slice(i + 1)) return true;
  if (a.slice(i + 1) === b.slice(i + 1)) return mayStandFor(a[i], b[i]);
  return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
}

export interface SpellingTable {
  /** The lexicon's word that was meant, or null. */
  meant(word: string): string | null;
  /** The word by which an actor is called that was meant, or null. */
  actorMeant(word: string): string | null;
  /** A word of the lexicons. */
  knows(word: string): boolean;
}

/** داعس for داعش: the letters of an actor's name, of which one has other dots or two have changed places. */
const isOneSlipOfName = (a: string, b: string): boolean =>
  isOneSlip(a, b) && (a.length === b.length || (!ARABIC.test(a) && Math.min(a.length, b.length) >= SHORTEST_LENGTHENED));
const SHORTEST_LENGTHENED = 6;
const SHORTEST_ACTOR = { latin: 5, arabic: 4 } as const;
const scriptOf = (word: string) => (ARABIC.test(word) ? 'arabic' : 'latin');

/** The single words by which actors are called, of some length. */
const actorWords = (actors: Iterable<Actor>): string[] => [
  ...new Set(
    [...actors]
      .flatMap(({ name, nameAr, spellings }) => [name, nameAr ?? '', ...spellings.map(({ text }) => text)])
      .map(fold)
      .filter((word) => /^\p{L}+$/u.test(word) && word.length >= SHORTEST_ACTOR[scriptOf(word)]),
  ),
];

/** Words for events, tolls, units and the like; never names, never short words, and the first letter must be right. */
export function createSpellingTable(
  lexicons: readonly Lexicon[],
  actors: Iterable<Actor>,
  isEveryday: (word: string) => boolean,
): SpellingTable {
  const words = new Set(
    lexicons.flatMap(({ events, casualties, grouping, objects }) =>
      wordsIn([
        events.attacks,
        events.incidents,
        events.tactics,
        casualties.tolls,
        grouping.units.map(([, wordings]) => wordings),
        objects.objects,
      ]),
    ),
  );
  const known = new Set([...words, ...lexicons.flatMap((lexicon) => wordsIn(lexicon))]);
  const near = new Map<string, string[]>();
  for (const word of words) for (const part of deletions(word)) near.set(part, [...(near.get(part) ?? []), word]);
  const called = new Map<string, string[]>();
  for (const word of actorWords(actors))
    for (const part of deletions(word)) called.set(part, [...(called.get(part) ?? []), word]);

  /** The name of an actor that a word is a slip of. */
  function actorMeant(word: string): string | null {
    if (word.length < SHORTEST_ACTOR[scriptOf(word)] || isEveryday(word)) return null;
    const found = new Set(deletions(word).flatMap((part) => called.get(part) ?? []));
    return [...found].filter((one) => one[0] === word[0] && isOneSlipOfName(one, word)).sort()[0] ?? null;
  }

  const months = lexicons.flatMap(({ dates }) => dates.months.flat().map(fold));
  const whole = new Set([...known, ...months]);
  return {
    knows: (word) => whole.has(word),
    actorMeant: (word) => (known.has(word) ? null : actorMeant(word)),
    meant(word) {
      if (word.length < SHORTEST || known.has(word)) return null;
      const found = new Set(deletions(word).flatMap((part) => near.get(part) ?? []));
      return [...found].filter((one) => one[0] === word[0] && isOneSlip(one, word)).sort()[0] ?? null;
    },
  };
}

/** A name is left as it is: after "in" or "near", or with a capital inside the text. */
function mayBeName(text: Text, at: number, findings: readonly Finding[]): boolean {
  const token = text.tokens[at];
  const isCapital =
    token?.script === 'latin' && token.raw[0] !== token.raw[0]?.toLowerCase() && token.raw !== token.raw.toUpperCase();
  return (at > 0 && isCapital) || findings.some(({ kind, end }) => end === at && (kind === 'relation' || kind === 'radius'));
}

/** What no recogniser is sure of. */
export function unknownTokens(text: Text, findings: readonly Finding[]): Unknown {
  const known = new Set<number>();
  for (const { exactness, start, end } of findings) if (exactness !== 'fuzzy') for (let i = start; i < end; i++) known.add(i);
  const said = (at: number) => !known.has(at);
  return { said, free: (at) => said(at) && !mayBeName(text, at, findings) };
}

/** The name of an actor in a mistyped word, with the particles that were attached to it. */
function actorMeant({ forms }: Token, table: SpellingTable): Token | undefined {
  const [called] = forms.flatMap(({ norm, prefix }) => {
    const actor = table.actorMeant(norm);
    return actor === null ? [] : [prefix + actor];
  });
  return called === undefined ? undefined : readText(called).tokens[0];
}

/** The same letters in another order: "deash" is Daesh and no death. */
const isSwap = (a: string, b: string) => [...a].sort().join('') === [...b].sort().join('');

/** The text with the meant words as further readings of mistyped ones that nobody knows; null where there are none. */
export function withMeantWords(text: Text, table: SpellingTable, findings: readonly Finding[]): Text | null {
  const { free, said } = unknownTokens(text, findings);
  const announcedPlaces = new Set(findings.flatMap(({ kind, end }) => (kind === 'relation' || kind === 'radius' ? [end] : [])));
  let changed = false;
  const tokens = text.tokens.map((token, at) => {
    if (token.kind !== 'word' || token.norm.length < SHORTEST_LOOKED_AT || !said(at)) return token;
    // "attacks of Daech": a capital is no reason against the name of an actor
    const called = free(at) || !announcedPlaces.has(at) ? actorMeant(token, table) : undefined;
    if (!free(at)) {
      if (!called) return token;
      changed = true;
      return { ...token, norm: called.norm, forms: called.forms };
    }
    const form = token.forms.flatMap((one) => {
      const norm = table.meant(one.norm);
      return norm ? [{ ...one, norm }] : [];
    })[0];
    if (!called && !form) return token;
    changed = true;
    return called && (!form || isSwap(called.norm, token.norm))
      ? { ...token, norm: called.norm, forms: called.forms }
      : { ...token, forms: form ? [...token.forms, form] : token.forms };
  });
  return changed ? { ...text, tokens } : null;
}
