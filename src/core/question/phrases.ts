import { type Form, fold, type Text, type Token } from './text.ts';

/**
 * Phrases over tokens: the one way in which recognisers describe wording, so that it can be read as a table and costs the same for every
 * text. A pattern is words divided by spaces:
 *   `within`            this word (folded; Arabic words also with و ف ب ل ك attached, unless `=` stands before it)
 *   `around|near`       one of these
 *   `the?`              may be missing
 *   `{number}`          a number; `{number:km}` the same, kept as `km`
 *   `{month}`           an entry of the word class `month` (entries may have several words), its value kept as `month`
 *   `ل_{month}`         the same with that particle attached
 *   `~km`               the token must be glued to the one before
 * Matching is greedy, tries optional elements both ways, and never looks further than the pattern is long: linear in the text.
 */
export type WordClass<V = unknown> = ReadonlyMap<string, V>;
export type Classes = Readonly<Record<string, WordClass>>;

/** A word class from a table: value → the spellings that mean it, or spelling → value. Spellings are folded here, once. */
export const wordClass = <V>(entries: Iterable<readonly [V, readonly string[]]>): WordClass<V> =>
  new Map([...entries].flatMap(([value, spellings]) => spellings.map((s) => [fold(s), value] as const)));

export interface Match {
  start: number;
  end: number;
  /** What the named elements held. */
  values: Record<string, unknown>;
}

interface Element {
  optional: boolean;
  glued: boolean;
  /** Arabic particle that must be attached; '' any; null: none may be. */
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

const parseElement = (source: string): Element => {
  const optional = source.endsWith('?');
  let body = optional ? source.slice(0, -1) : source;
  const glued = body.startsWith('~');
  if (glued) body = body.slice(1);
  let prefix: string | null = '';
  if (body.startsWith('=')) {
    prefix = null;
    body = body.slice(1);
  } else if (/^[وفبلك]_/u.test(body)) {
    prefix = body[0] as string;
    body = body.slice(2);
  }
  const group = /^\{(\w+)(?::(\w+))?\}$/u.exec(body);
  if (group) {
    return { optional, glued, prefix, words: null, className: group[1] as string, as: group[2] ?? (group[1] as string) };
  }
  return { optional, glued, prefix, words: new Set(body.split('|').map(fold)), className: null, as: null };
};

/** One row of a recogniser's table. `make` may refuse a match by returning null. */
export const pattern = <R>(source: string, make: Pattern<R>['make']): Pattern<R> => ({
  source,
  elements: source.split(/\s+/u).filter(Boolean).map(parseElement),
  make,
});

const formFits = (form: Form, prefix: string | null) =>
  prefix === null ? form.prefix === '' && !form.article : prefix === '' || form.prefix === prefix;

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

const lengths = new WeakMap<WordClass, number>();
const longestOf = (cls: WordClass) => {
  let n = lengths.get(cls);
  if (n === undefined) {
    n = Math.max(1, ...[...cls.keys()].map((k) => k.split(' ').length));
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
    } else if (element.className === 'number') {
      if (token.kind === 'number') {
        const rest = matchElements(tokens, elements, classes, at + 1, index + 1, {
          ...values,
          [element.as as string]: Number(token.norm),
          [`${element.as}Text`]: token.norm,
        });
        if (rest) return rest;
      }
    } else {
      const cls = classes[element.className as string];
      if (!cls) throw new Error(`pattern names an unknown word class: ${element.className}`);
      const found = classAt(tokens, at, cls, element.prefix, longestOf(cls));
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

/** Every match of every pattern at every token, with what each made of it. The caller (or the overlap resolver) chooses. */
export function matchAll<R>(text: Text, patterns: readonly Pattern<R>[], classes: Classes): { match: Match; value: R }[] {
  const found: { match: Match; value: R }[] = [];
  for (let at = 0; at < text.tokens.length; at++) {
    for (const p of patterns) {
      const result = matchElements(text.tokens, p.elements, classes, at, 0, {});
      if (!result || result[0] === at) continue;
      const match: Match = { start: at, end: result[0], values: result[1] };
      const value = p.make(match.values, match);
      if (value !== null) found.push({ match, value });
    }
  }
  return found;
}
