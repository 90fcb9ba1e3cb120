import type { Slot } from '../assemble/assembly.ts';
import { envelopeOf } from '../assemble/times.ts';
import type { Grouping, Question } from '../question.ts';
import { ROLES } from './slots.ts';

const union = <T>(a: readonly T[], b: readonly T[], key: (one: T) => unknown = (one) => one): T[] => [
  ...a,
  ...b.filter((one) => !a.some((other) => key(other) === key(one))),
];

/** "also Hama": what is said comes to what was there. */
export function addTo(question: Question, previous: Question, said: ReadonlySet<Slot>): void {
  if (said.has('places')) question.places = union(previous.places, question.places, (place) => place.id);
  if (said.has('tactics')) question.tactics = union(previous.tactics, question.tactics);
  for (const role of ROLES) if (said.has(role)) question.actors[role] = union(previous.actors[role], question.actors[role]);
}

type Exclusions = NonNullable<Question['exclude']>;
/** "without ambushes", then "without IEDs": neither. */
export const bothExclusions = (a: Exclusions, b: Exclusions): Exclusions => ({
  tactics: union(a.tactics, b.tactics),
  actors: union(a.actors, b.actors),
  places: union(a.places, b.places, (place) => place.id),
});

type By = NonNullable<Question['compare']>['by'];
const COMPARED: readonly [By, Grouping, (question: Question) => string[]][] = [
  ['place', 'place', ({ places }) => places.map(({ name }) => name)],
  ['perpetrator', 'perpetrator', ({ actors }) => actors.perpetrator],
  ['target', 'target', ({ actors }) => actors.target],
  ['tactic', 'tactic', ({ tactics }) => tactics],
];

/** "compare with last year", "and Raqqa" in a comparison: the new value beside the one before. */
export function compareWithBefore(question: Question, previous: Question, said: Set<Slot>): void {
  if (said.has('time') && !said.has('places') && question.time && previous.time) {
    const periods = [previous.time, question.time] as const;
    const values = periods.map(({ from, to }) => `${from ?? ''}/${to}`);
    question.compare = { by: 'period', values, periods: [...periods] };
    question.time = envelopeOf(periods);
  } else {
    addTo(question, previous, said);
    const [by, grouping, values] = COMPARED.find(([, , valuesOf]) => valuesOf(question).length > 1) ?? [];
    if (!by || !values) return;
    question.compare = { by, values: values(question) };
    question.group_by = grouping ?? null;
  }
  question.intent = 'compare';
  for (const slot of ['intent', 'compare', 'group_by'] as const) said.add(slot);
}
