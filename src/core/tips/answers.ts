import type { Core } from '../core.ts';
import { fold } from '../question/text.ts';
import { withoutTrailing } from '../reply/trailing.ts';
import { type Draft, emptyDraft } from './draft.ts';
import { NOBODY } from './lexicon/cues.ts';
import type { Words } from './report-reader.ts';
import type { Field } from './tip-content.ts';

const nobody = new Set(NOBODY.flatMap((list) => list.split(',')).map((words) => fold(words)));
const NONE = { low: 0, best: 0, high: 0 };
const BARE_NUMBER = /^\p{Nd}{1,4}$/u;

/** Nothing but a number, or that there was nobody. */
function bareToll(text: string): Draft['tolls'] | null {
  const said = withoutTrailing(fold(text), '.!,');
  if (nobody.has(said)) return { unknown: { killed: NONE, wounded: NONE } };
  const n = BARE_NUMBER.test(said) ? Number(said) : Number.NaN;
  return Number.isInteger(n) ? { unknown: { killed: { low: n, best: n, high: n } } } : null;
}

type Answer = (read: Draft, text: string) => Partial<Draft> | null;

/** What an answer changes, by what was asked; null: the answer does not say. */
const ANSWERS = {
  words: () => ({}),
  place: ({ place }) => place && { place },
  day: ({ day, timeOfDay }) => day && { day, ...(timeOfDay ? { timeOfDay } : {}) },
  toll: ({ tolls }, text) => (Object.keys(tolls).length > 0 ? { tolls } : ((tolls) => tolls && { tolls })(bareToll(text))),
  // whoever is named in reply to "who did it" did it, unless it is told what became of them
  attacker: ({ attackers, involved, targets, tolls }) => {
    const named = attackers.length > 0 ? attackers : Object.keys(tolls).length > 0 ? [] : [...involved, ...targets];
    return named.length > 0 ? { attackers: named } : null;
  },
} as const satisfies Record<Field, Answer>;

/** What somebody's words say of the one thing that they were asked; null: nothing that is understood. */
export function readAnswer(field: Field, words: Words, { reports }: Pick<Core, 'reports'>): Partial<Draft> | null {
  const read = words.text.trim() === '' ? emptyDraft() : reports.draft({ words: [words], pin: null });
  return ANSWERS[field](read, words.text);
}

const IS_SAID = {
  words: () => true,
  place: ({ place }) => place !== null,
  day: ({ day }) => day !== null,
  toll: ({ tolls }) => Object.keys(tolls).length > 0,
  attacker: ({ attackers }) => attackers.length > 0,
} as const satisfies Record<Field, (draft: Draft) => boolean>;

/** Whether the draft holds it. */
export const isSaid = (field: Field, draft: Draft): boolean => IS_SAID[field](draft);

const CAN_BE_WRONG = ['place', 'day', 'toll', 'attacker'] as const;

/** What the draft holds and can be wrong. */
export const saidFields = (draft: Draft): Field[] => CAN_BE_WRONG.filter((field) => isSaid(field, draft));

/** Whether anything at all was understood. */
export const tellsSomething = (draft: Draft): boolean => saidFields(draft).length > 0 || draft.tactics.length > 0;
