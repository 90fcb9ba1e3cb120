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

const same = (text: string): Suggestion => ({ label: text, value: text });

/** Words at the end of a question that may be the beginning of a name; the longest first. */
const LONGEST_NAME = 3;
const SHORTEST_START = 2;

/** The question with its last words made a name; what is only like a name is offered for the last word alone. */
function completed(core: Core, typed: string, limit: number): Suggestion[] {
  const words = [...typed.matchAll(/\S+/gu)];
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const at = words.at(-count)?.index ?? 0;
    const start = fold(typed.slice(at));
    if (start.length < SHORTEST_START) continue;
    const isArabic = /\p{Script=Arabic}/u.test(typed.slice(at));
    const found = core.reader.suggest(typed.slice(at), { kinds: ['place', 'actor'], limit }).map(({ name, nameAr, spelling }) => {
      const shown = isArabic ? (nameAr ?? name) : name;
      return { shown, begins: [shown, spelling].some((one) => fold(one).startsWith(start)) };
    });
    const begun = found.filter(({ begins }) => begins);
    const others = count === 1 ? found.filter(({ begins }) => !begins) : [];
    if (begun.length + others.length > 0) return [...begun, ...others].map(({ shown }) => same(typed.slice(0, at) + shown));
  }
  return [];
}

/** What could be meant by what was typed so far: names at a question's end, refs, sources, commands. In either script. */
export function createSuggest(core: Core): Suggest {
  const kinds = {
    question: async ({ typed, language, most }: Typing) => {
      const t = core.translator(language);
      if (typed.trim() === '')
        return (['near', 'count', 'trend', 'compare', 'claimed'] as const).map((name) => same(t(`example.${name}`)));
      return [same(typed), ...completed(core, typed, most)];
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
