import type { Role } from '../core/commands/command.ts';
import type { Core } from '../core/core.ts';
import { fold } from '../core/question/text.ts';
import { findRefs } from '../db/queries/refs.ts';
import type { Language } from '../db/schema/vocabulary.ts';

/** What can be suggested while somebody types. */
export const SUGGESTIONS = ['question', 'ref', 'source', 'command'] as const;
export type SuggestionKind = (typeof SUGGESTIONS)[number];

/** What is shown, and what is typed by choosing it. */
export interface Suggestion {
  label: string;
  value: string;
}

export interface Typing {
  typed: string;
  language: Language;
  role: Role;
  most: number;
}

export type Suggest = (kind: SuggestionKind, typing: Typing) => Promise<Suggestion[]>;

interface Name {
  folded: string;
  /** As it is typed. */
  text: string;
  /** The more it is asked for, the earlier it comes. */
  weight: number;
}

const same = (text: string): Suggestion => ({ label: text, value: text });

/** Names in both scripts under all their spellings, sorted, so that those with one beginning stand together. */
function namesOf({ gazetteer: { places, actors } }: Core): Name[] {
  const names: Name[] = [];
  const add = (one: { name: string; nameAr: string; spellings: { text: string }[] }, weight: number) => {
    for (const text of new Set([one.name, one.nameAr, ...one.spellings.map((spelling) => spelling.text)])) {
      if (text !== '') names.push({ folded: fold(text), text, weight });
    }
  };
  for (const place of places.values()) add(place, place.kind === 'governorate' ? 8 : Math.log10(place.population ?? 1));
  for (const actor of actors.values()) add(actor, 7);
  return names.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
}

function firstFrom(names: readonly Name[], start: string): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((names[middle]?.folded ?? '') < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

function beginningWith(names: readonly Name[], start: string): Name[] {
  const found: Name[] = [];
  for (let at = firstFrom(names, start); names[at]?.folded.startsWith(start); at++) {
    const name = names[at];
    if (name) found.push(name);
  }
  return found.sort((a, b) => b.weight - a.weight || a.text.length - b.text.length);
}

/** Words at the end of a question that may be the beginning of a name; the longest first. */
const LONGEST_NAME = 3;
const SHORTEST_START = 2;

function completed(typed: string, names: readonly Name[]): Suggestion[] {
  const words = [...typed.matchAll(/\S+/gu)];
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const at = words.at(-count)?.index ?? 0;
    const start = fold(typed.slice(at));
    if (start.length < SHORTEST_START) continue;
    const found = beginningWith(names, start);
    if (found.length > 0) return found.map(({ text }) => same(typed.slice(0, at) + text));
  }
  return [];
}

/** What could be meant by what was typed so far: names at a question's end, refs, sources, commands. In either script. */
export function createSuggest(core: Core): Suggest {
  const names = namesOf(core);

  const kinds = {
    question: async ({ typed, language }: Typing) => {
      const t = core.translator(language);
      if (typed.trim() === '')
        return (['near', 'count', 'trend', 'compare', 'claimed'] as const).map((name) => same(t(`example.${name}`)));
      return [same(typed), ...completed(typed, names)];
    },
    ref: async ({ typed, language, most }: Typing) => {
      const start = typed.toUpperCase().replace(/[^A-Z0-9-]/gu, '');
      const refs = await findRefs(
        core.store.sql,
        /^[A-Z]{3}[^-]/u.test(start) ? `${start.slice(0, 3)}-${start.slice(3)}` : start,
        most,
      );
      return refs.map(({ ref, day, place, placeAr }) => ({
        label: `${ref} · ${day} · ${language === 'ar' ? (placeAr ?? place) : place}`,
        value: ref,
      }));
    },
    source: async ({ typed }: Typing) =>
      [...core.gazetteer.sources.values()]
        .flatMap(({ name, nameAr }) => [name, ...(nameAr === null ? [] : [nameAr])])
        .filter((name) => fold(name).includes(fold(typed)))
        .map(same),
    command: async ({ typed, role }: Typing) =>
      core.commands
        .filter(
          ({ name, access, unlisted }) =>
            !unlisted && access.includes(role) && name.startsWith(typed.replace(/^\//u, '').toLowerCase()),
        )
        .map(({ name }) => same(name)),
  } satisfies { [K in SuggestionKind]: (typing: Typing) => Promise<Suggestion[]> };

  return async (kind, typing) => {
    const all = await kinds[kind](typing);
    return all.filter(({ value }, i) => all.findIndex((other) => other.value === value) === i).slice(0, typing.most);
  };
}
