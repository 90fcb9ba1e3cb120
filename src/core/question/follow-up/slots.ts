import type { Role, Slot } from '../assemble/assembly.ts';
import { emptyQuestion, type Question } from '../question.ts';

export const ROLES = ['perpetrator', 'target', 'any'] as const satisfies readonly Role[];
const isRole = (slot: Slot): slot is Role => ROLES.some((role) => role === slot);

/** What a follow-up may inherit. A picture, a ref and what is unanswerable are of one question only. */
export const INHERITED = [
  ...ROLES,
  'intent',
  'time',
  'places',
  'relation',
  'near_km',
  'tactics',
  'casualties',
  'group_by',
  'order',
  'limit',
  'compare',
  'evidence',
  'sources',
  'target_objects',
  'sector',
  'exclude',
  'time_of_day',
  'means',
  'country',
  'grades',
  'subject',
] as const satisfies readonly Slot[];

export const contentOf = (question: Question, slot: Slot): unknown => (isRole(slot) ? question.actors[slot] : question[slot]);

export function isFilled(question: Question, slot: Slot): boolean {
  const value = contentOf(question, slot);
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** Copies a slot from one question to the other. */
export function copy(from: Question, to: Question, slot: Slot): void {
  if (isRole(slot)) to.actors[slot] = [...from.actors[slot]];
  else Object.assign(to, { [slot]: from[slot] });
}

/** Empties slots. */
export function drop(question: Question, ...slots: readonly Slot[]): void {
  const empty = emptyQuestion();
  for (const slot of slots) copy(empty, question, slot);
}
