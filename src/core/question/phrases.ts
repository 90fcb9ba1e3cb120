import { type Form, fold, type Text, type Token } from './text.ts';

/**
 * Phrases over tokens: the one way in which recognisers describe wording, so that it can be read as a table and costs the same for every
 * text. A pattern is words divided by spaces:
 *   `within`            this word (folded; Arabic words also with و ف ب ل ك attached, unless `=` stands before it)
 *   `around|near`       one of these
 *   `the?`              may be missing
 *   `{number}`          a number in digits, or an entry of the word class `number` where there is one; `{number:km}` the same, kept as `km`
 *   `{month}`           an entry of the word class `month` (entries may have several words), its value kept as `month`
 *   `ل_{month}`         the same with that particle attached
 *   `~km`               the token must be glued to the one before
 *   `+كم`               this word, alone or with و ف attached and nothing else: for question words and particles
 * Matching is greedy, tries optional elements both ways, and never looks further than the pattern is long: linear in the text.
 */
export type WordClass<V = unknown> = ReadonlyMap<string, V>;
/** A class that is told by looking at the token: its value, or undefined. Used for numbers. */
export type TokenTest = (token: Token) => unknown;
export type Classes = Readonly<Record<string, WordClass | TokenTest>>;

/** A word class from a table: value → the spellings that mean it, or spelling → value. Spellings are folded here, once. */
export const wordClass = <V>(entries: Iterable<readonly [V, readonly string[]]>): WordClass<V> =>
  new Map([...entries].flatMap(([value, spellings]) => spellings.map((s) => [fold(s), value] as const)));

/** Every phrase that a wording of plain alternatives stands for. */
export function spelledOut(wording: string): string[] {
  let phrases = [''];
  for (const element of wording.split(' ')) {
    const words = element.replace(/\?$/, '').split('|');
    const longer = phrases.flatMap((phrase) => words.map((word) => `${phrase} ${word}`.trim()));
    phrases = element.endsWith('?') ? phrases.concat(longer) : longer;
  }
  return phrases;
}

export interface Match {
  start: number;
  end: number;
  /** The Arabic particles that were attached to the first word, '' for none. */
  prefix?: string;
  /** What the named elements held. */
  values: Record<string, unknown>;
}

interface Element {
  optional: boolean;
  glued: boolean;
  /** Arabic particle that must be attached; '' any; '+' only و or ف; null: none may be. */
  prefix: string | null;
  words: ReadonlySet<string> | null;
  className: string | null;
  as: string | null;
}

export interface Pattern<R> {
  source: string;
  elements: Element[];
  make: (values: Record<string, unknown>, match: Match) => R | null;
}

/** An empty alternative, or a sign of the pattern language inside one: "a?|b", "a||b". */
const ODD = /^$|[?{}]|.[+=~_]|[+=~_]./u;

const parseElement = (source: string): Element => {
  const optional = source.endsWith('?');
  let body = optional ? source.slice(0, -1) : source;
  const glued = body.startsWith('~');
  if (glued) body = body.slice(1);
  let prefix: string | null = '';
  if (body.startsWith('=')) {
    prefix = null;
    body = body.slice(1);
  } else if (body.startsWith('+') && body.length > 1) {
    prefix = '+';
    body = body.slice(1);
  } else if (/^[وفبلك]_/u.test(body)) {
    prefix = body[0] as string;
    body = body.slice(2);
  }
  const group = /^\{(\w+)(?::(\w+))?\}$/u.exec(body);
  if (group) {
    return { optional, glued, prefix, words: null, className: group[1] as string, as: group[2] ?? (group[1] as string) };
  }
  const words = body.split('|');
  if (words.some((word) => ODD.test(word))) throw new Error(`a wording has a sign where it means nothing: ${source}`);
  return { optional, glued, prefix, words: new Set(words.map(fold)), className: null, as: null };
};

/** One row of a recogniser's table. `make` may refuse a match by returning null. */
export const pattern = <R>(source: string, make: Pattern<R>['make']): Pattern<R> => ({
  source,
  elements: source.split(/\s+/u).filter(Boolean).map(parseElement),
  make,
});

const formFits = (form: Form, prefix: string | null) => {
  if (prefix === '') return true;
  if (prefix === null) return form.prefix === '' && !form.article;
  if (prefix === '+') return !form.article && (form.prefix === '' || form.prefix === 'و' || form.prefix === 'ف');
  return form.prefix === prefix;
};

const wordAt = (token: Token, element: Element): boolean =>
  token.forms.some((f) => formFits(f, element.prefix) && element.words?.has(f.norm));

/** Longest entry of the class that begins at `at`: its value and the token after it. */
function classAt(tokens: Token[], at: number, cls: WordClass, prefix: string | null, longest: number): [unknown, number] | null {
  const token = tokens[at];
  if (!token) return null;
  let best: [unknown, number] | null = null;
  for (const form of token.forms) {
    if (!formFits(form, prefix)) continue;
    let phrase = form.norm;
    for (let end = at + 1; ; end++) {
      if (cls.has(phrase) && (!best || end > best[1])) best = [cls.get(phrase), end];
      const next = tokens[end];
      if (!next || end - at >= longest) break;
      phrase += next.glued && next.kind === 'mark' ? next.norm : ` ${next.norm}`;
    }
  }
  return best;
}

const tested = (token: Token, test: TokenTest, at: number): [unknown, number] | null => {
  const value = test(token);
  return value === undefined ? null : [value, at + 1];
};

/** A mark is a token of its own: "al- awwal" has three. */
const TOKENS = / |(?=[-'/(])(?<![ ])/u;
const lengths = new WeakMap<WordClass, number>();
const longestOf = (cls: WordClass) => {
  let n = lengths.get(cls);
  if (n === undefined) {
    n = Math.max(1, ...[...cls.keys()].map((k) => k.split(TOKENS).length));
    lengths.set(cls, n);
  }
  return n;
};

function matchElements(
  tokens: Token[],
  elements: Element[],
  classes: Classes,
  at: number,
  index: number,
  values: Record<string, unknown>,
): [number, Record<string, unknown>] | null {
  if (index === elements.length) return [at, values];
  const element = elements[index] as Element;
  const token = tokens[at];
  if (token && (!element.glued || token.glued)) {
    if (element.words) {
      if (wordAt(token, element)) {
        const rest = matchElements(tokens, elements, classes, at + 1, index + 1, values);
        if (rest) return rest;
      }
    } else if (element.className === 'number' && token.kind === 'number') {
      const rest = matchElements(tokens, elements, classes, at + 1, index + 1, {
        ...values,
        [element.as as string]: Number(token.norm),
        [`${element.as}Text`]: token.norm,
      });
      if (rest) return rest;
    } else if (element.className !== 'number' || classes.number) {
      const cls = classes[element.className as string];
      if (!cls) throw new Error(`pattern names an unknown word class: ${element.className}`);
      const found = typeof cls === 'function' ? tested(token, cls, at) : classAt(tokens, at, cls, element.prefix, longestOf(cls));
      if (found) {
        const rest = matchElements(tokens, elements, classes, found[1], index + 1, {
          ...values,
          [element.as as string]: found[0],
        });
        if (rest) return rest;
      }
    }
  }
  return element.optional ? matchElements(tokens, elements, classes, at, index + 1, values) : null;
}

/** Patterns made ready for many texts: looked up by their first word, so that a text costs by its own length and not by the table's. */
export type Matcher<R> = (text: Text) => { match: Match; value: R }[];

const NUMBER_START = '{number}';

/** What a pattern may begin with: single words, and entries of whole classes. */
function beginnings(elements: readonly Element[], classes: Classes): { words: Set<string>; classes: Set<WordClass> } {
  const found = { words: new Set<string>(), classes: new Set<WordClass>() };
  for (const element of elements) {
    for (const word of element.words ?? []) found.words.add(word);
    if (element.className === 'number') found.words.add(NUMBER_START);
    const cls = element.className ? classes[element.className] : undefined;
    if (typeof cls === 'function') found.words.add(NUMBER_START);
    else if (cls) found.classes.add(cls);
    if (!element.optional) break;
  }
  return found;
}

/** Which classes have an entry that begins with a word. The class of months has thousands, with every slip. */
function classStarts(classes: Iterable<WordClass>): ReadonlyMap<string, readonly WordClass[]> {
  const starts = new Map<string, WordClass[]>();
  for (const cls of classes) {
    for (const entry of cls.keys()) {
      const space = entry.indexOf(' ');
      const word = space < 0 ? entry : entry.slice(0, space);
      const known = starts.get(word);
      if (!known) starts.set(word, [cls]);
      else if (known.at(-1) !== cls) known.push(cls);
    }
  }
  return starts;
}

/** A pattern of one plain word, as most are: its first word is all there is to match. */
const isWord = ({ elements }: Pattern<unknown>) =>
  elements.length === 1 && elements[0]?.words !== null && !elements[0]?.glued && elements[0]?.prefix === '';

/** Every match of every pattern at every token, with what each made of it. The caller (or the overlap resolver) chooses. */
export function compilePatterns<R>(patterns: readonly Pattern<R>[], classes: Classes): Matcher<R> {
  const words = new Map<string, Pattern<R>[]>();
  const phrases = new Map<string, Pattern<R>[]>();
  const byClass = new Map<WordClass, Pattern<R>[]>();
  const add = <K>(index: Map<K, Pattern<R>[]>, key: K, p: Pattern<R>) => {
    const known = index.get(key);
    if (known) known.push(p);
    else index.set(key, [p]);
  };
  for (const p of patterns) {
    const first = beginnings(p.elements, classes);
    for (const word of first.words) add(isWord(p) ? words : phrases, word, p);
    for (const cls of first.classes) add(byClass, cls, p);
  }
  const starts = classStarts(byClass.keys());
  return (text) => {
    const found: { match: Match; value: R }[] = [];
    const keep = (p: Pattern<R>, match: Match) => {
      const value = p.make(match.values, match);
      if (value !== null) found.push({ match, value });
    };
    text.tokens.forEach((token, at) => {
      let tried: Set<Pattern<R>> | null = null;
      const attempt = (p: Pattern<R>, prefix: string, plain: boolean) => {
        // a word has one form, mostly; an Arabic one may meet the same pattern with and without its particles
        if (token.forms.length > 1) {
          tried ??= new Set();
          if (tried.has(p)) return;
          tried.add(p);
        }
        if (plain) return keep(p, { start: at, end: at + 1, values: {}, prefix });
        const result = matchElements(text.tokens, p.elements, classes, at, 0, NO_VALUES);
        if (result && result[0] !== at) keep(p, { start: at, end: result[0], values: result[1], prefix });
      };
      if (token.kind === 'number') for (const p of phrases.get(NUMBER_START) ?? []) attempt(p, '', false);
      for (const { norm, prefix } of token.forms) {
        for (const p of words.get(norm) ?? []) attempt(p, prefix, true);
        for (const p of phrases.get(norm) ?? []) attempt(p, prefix, false);
        for (const cls of starts.get(norm) ?? []) for (const p of byClass.get(cls) ?? []) attempt(p, prefix, false);
      }
    });
    return found;
  };
}

const NO_VALUES: Record<string, unknown> = Object.freeze({});
