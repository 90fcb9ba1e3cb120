import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FluentBundle, FluentResource } from '@fluent/bundle';
import type { Language } from '../../db/schema/vocabulary.ts';
import { packageRoot } from '../../package-root.ts';
import { Recent } from '../gazetteer/remembered.ts';
import { FSI, isolate, keepNeededIsolates, PDI } from './isolates.ts';

/** Levantine month names and Latin digits for Arabic: what Syrian readers write. */
const LOCALES: Record<Language, string> = { en: 'en-GB', ar: 'ar-SY-u-nu-latn' };

export type Values = Record<string, string | number>;

export interface Translator {
  language: Language;
  /** A message (`headline`) or one of its attributes (`evidence.weak`). Names of the other script come isolated. Throws on an unknown id. */
  (id: string, values?: Values): string;
  /** Names of the months, January first. */
  months: readonly string[];
  /** "Homs, Hama and Raqqa". */
  list(items: readonly string[]): string;
  /** A text from the store or a person, kept from reordering the sentence around it. */
  quote(text: string): string;
}

const localeFiles = (language: Language): string[] => {
  const folder = join(packageRoot, 'src', 'core', 'reply', 'locales', language);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.ftl'))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
};

function monthNames(language: Language): string[] {
  const format = new Intl.DateTimeFormat(LOCALES[language], { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(Date.UTC(2023, month, 15))));
}

/** Sentences with figures alone that are kept as they were said. */
const REMEMBERED = 2000;

/** Reads the language's bundle; keep the result. */
export function createTranslator(language: Language): Translator {
  const bundle = new FluentBundle(LOCALES[language]);
  for (const file of localeFiles(language)) {
    const [error] = bundle.addResource(new FluentResource(file));
    if (error) throw error;
  }
  const lists = new Intl.ListFormat(LOCALES[language], { type: 'conjunction' });
  const format = (id: string, values: Values): string => {
    const [name = '', attribute] = id.split('.');
    const message = bundle.getMessage(name);
    const pattern = attribute === undefined ? message?.value : message?.attributes[attribute];
    if (pattern === undefined || pattern === null) throw new Error(`No message ${id} in ${language}`);
    const errors: Error[] = [];
    const text = bundle.formatPattern(pattern, values, errors);
    if (errors[0]) throw new Error(`Message ${id} in ${language}`, { cause: errors[0] });
    return keepNeededIsolates(text, language);
  };
  // numbers say nothing of anybody; words of people and sources are not kept
  const known = new Recent<string>(REMEMBERED);
  const say = (id: string, values: Values = {}): string => {
    let name = id;
    for (const key in values) {
      const value = values[key];
      if (typeof value !== 'number') return format(id, values);
      name += ` ${key} ${value}`;
    }
    return known.get(name, () => format(id, values));
  };
  return Object.assign(say, {
    language,
    months: monthNames(language),
    list: (items: readonly string[]) => keepNeededIsolates(lists.format(items.map((item) => FSI + item + PDI)), language),
    quote: (text: string) => isolate(text, language),
  });
}

/** The same translator for one reply, which is tried at several lengths: what has been said once is not put together again. */
export function remembering(t: Translator): Translator {
  const said = new Map<string, string>();
  const once = (name: string, make: () => string): string => {
    const known = said.get(name);
    if (known !== undefined) return known;
    const made = make();
    said.set(name, made);
    return made;
  };
  // texts of an answer hold no control character, so that no two sayings share a name
  const say = (id: string, values?: Values): string => {
    let name = id;
    for (const key in values) name += `\u0000${key}\u0001${typeof values[key] === 'number' ? '\u0002' : ''}${values[key]}`;
    return once(name, () => t(id, values));
  };
  const list = (items: readonly string[]) => once(`\u0000${items.join('\u0000')}`, () => t.list(items));
  return Object.assign(say, { language: t.language, months: t.months, list, quote: t.quote });
}

/** One translator per language, each read once, when it is first needed. */
export function createTranslators(): (language: Language) => Translator {
  const made = new Map<Language, Translator>();
  return (language) => {
    const known = made.get(language);
    if (known) return known;
    const fresh = createTranslator(language);
    made.set(language, fresh);
    return fresh;
  };
}
