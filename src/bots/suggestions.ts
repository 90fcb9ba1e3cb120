import type { Role } from '../core/commands/command.ts';
import type { Core } from '../core/core.ts';
import { CHANGED, type Changed, EDITED, FIELDS, fieldWord, findField, namesOf } from '../core/moderation/field-words.ts';
import { statusWords } from '../core/moderation/publishing/incident-fields.ts';
import type { NamedKind } from '../core/names/suggestions.ts';
import { fold } from '../core/question/text.ts';
import { withoutIsolates } from '../core/reply/isolates.ts';
import type { Translator } from '../core/reply/translator.ts';
import { findRefs } from '../db/queries/refs.ts';
import { type Language, TACTICS } from '../db/schema/vocabulary.ts';

/** What can be suggested while somebody types. */
export const SUGGESTIONS = ['question', 'ref', 'source', 'command', 'edited', 'changed', 'value', 'told'] as const;
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
  /** The command's other options, as far as they are given. */
  given?: Readonly<Record<string, string>>;
}

export type Suggest = (kind: SuggestionKind, typing: Typing) => Promise<Suggestion[]>;

const same = (text: string): Suggestion => ({ label: text, value: text });

/** Words at the end of a question that may be the beginning of a name; the longest first. */
const LONGEST_NAME = 3;
const SHORTEST_START = 2;

/** The text with its last words made a name; what is only like a name is offered for the last word alone. */
function completed(core: Core, typed: string, limit: number, kinds: readonly NamedKind[] = ['place', 'actor']): Suggestion[] {
  const words = [...typed.matchAll(/\S+/gu)];
  for (let count = Math.min(LONGEST_NAME, words.length); count > 0; count--) {
    const at = words.at(-count)?.index ?? 0;
    const start = fold(typed.slice(at));
    if (start.length < SHORTEST_START) continue;
    const isArabic = /\p{Script=Arabic}/u.test(typed.slice(at));
    const found = core.reader.suggest(typed.slice(at), { kinds, limit }).map(({ name, nameAr, spelling }) => {
      const shown = isArabic ? (nameAr ?? name) : name;
      return { shown, begins: [shown, spelling].some((one) => fold(one).startsWith(start)) };
    });
    const begun = found.filter(({ begins }) => begins);
    const others = count === 1 ? found.filter(({ begins }) => !begins) : [];
    if (begun.length + others.length > 0) return [...begun, ...others].map(({ shown }) => same(typed.slice(0, at) + shown));
  }
  return [];
}

const sourcesHolding = ({ gazetteer }: Core, typed: string): string[] =>
  [...gazetteer.sources.values()]
    .flatMap(({ name, nameAr }) => [name, ...(nameAr === null ? [] : [nameAr])])
    .filter((name) => fold(name).includes(fold(typed)));

/** Fields by the words of the language, with what they are. */
const fieldsBeginning = (typed: string, fields: readonly Changed[], language: Language): Suggestion[] =>
  namesOf(fields)
    .filter((name) => FIELDS[name][language].some((word) => fold(word).startsWith(fold(typed))))
    .map((name) => same(fieldWord(name, language)));

function tacticsBeginning(typed: string, t: Translator): Suggestion[] {
  // several stand beside each other: the last is being typed
  const comma = Math.max(typed.lastIndexOf(','), typed.lastIndexOf('،')) + 1;
  const last = typed.slice(comma).trimStart();
  const before = typed.slice(0, typed.length - last.length);
  return TACTICS.map((code) => ({ code, name: t(`tactic.${code}`) }))
    .filter(({ code, name }) => [code, name].some((word) => fold(word).startsWith(fold(last))))
    .map(({ code, name }) => ({ label: withoutIsolates(`${before}${name}`), value: `${before}${code}` }));
}

/** What a field's value may be; dates, figures and sentences are the moderator's own. */
const VALUES: Partial<Record<Changed, (core: Core, typing: Typing) => Suggestion[]>> = {
  place: (core, { typed, most }) => completed(core, typed, most, ['place']),
  actors: (core, { typed, most }) => completed(core, typed, most, ['actor']),
  targets: (core, { typed, most }) => completed(core, typed, most, ['actor']),
  claimed: (core, { typed, most }) => completed(core, typed, most, ['actor']),
  tactics: (core, { typed, language }) => tacticsBeginning(typed, core.translator(language)),
  status: (_core, { typed, language }) =>
    statusWords(language)
      .filter((word) => fold(word).startsWith(fold(typed)))
      .map(same),
};

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
    source: async ({ typed }: Typing) => sourcesHolding(core, typed).map(same),
    command: async ({ typed, role }: Typing) =>
      core.commands
        .filter(
          ({ name, access, unlisted }) =>
            !unlisted && access.includes(role) && name.startsWith(typed.replace(/^\//u, '').toLowerCase()),
        )
        .map(({ name }) => same(name)),
    edited: async ({ typed, language }: Typing) => fieldsBeginning(typed, EDITED, language),
    changed: async ({ typed, language }: Typing) => fieldsBeginning(typed, CHANGED, language),
    value: async (typing: Typing) => {
      const aim = findField(typing.given?.field ?? '', CHANGED);
      return (aim && VALUES[aim.field]?.(core, typing)) ?? [];
    },
    told: async (typing: Typing) =>
      typing.typed.includes(':') ? [] : sourcesHolding(core, typing.typed).map((name) => ({ label: name, value: `${name}:` })),
  } satisfies { [K in SuggestionKind]: (typing: Typing) => Promise<Suggestion[]> };

  return async (kind, typing) => {
    const all = await kinds[kind](typing);
    return all.filter(({ value }, i) => all.findIndex((other) => other.value === value) === i).slice(0, typing.most);
  };
}
