import { type Assembly, askedPlace, type Role, type Slot } from './assemble/assembly.ts';
import { meantPlace } from './assemble/places.ts';
import { has, isKind } from './assemble/sentence.ts';
import type { Grouping, Question } from './question.ts';

const ROLES = ['perpetrator', 'target', 'any'] as const satisfies readonly Role[];
const isRole = (slot: Slot): slot is Role => ROLES.some((role) => role === slot);

/** Slots that belong together: to set one is to drop what the others said before. */
const DROPPED_WITH: Partial<Record<Slot, readonly Slot[]>> = {
  country: ['places', 'relation', 'near_km', 'sector'],
  places: ['sector', 'country'],
};

/** How the answer is shown belongs to its intent: another intent starts afresh. */
const OF_INTENT = ['group_by', 'order', 'limit', 'compare'] as const satisfies readonly Slot[];

/** "it", "they", التنظيم: somebody named before. */
const SOMEBODY_BEFORE = new Set(['it', 'they', 'them', 'their', 'its', 'he', 'she', 'التنظيم', 'هم']);

/** A complete question keeps nothing but the one that it calls "they". */
function keepActors({ sentence, question, said }: Assembly, previous: Question): Slot[] {
  const speaksOfThem = sentence.text.tokens.some((token) => SOMEBODY_BEFORE.has(token.norm));
  const before = ROLES.filter((role) => previous.actors[role].length > 0);
  if (!speaksOfThem || ROLES.some((role) => said.has(role))) return [];
  for (const role of before) question.actors[role] = previous.actors[role];
  return before;
}

/** A question of its own: it names what happened, when and where. */
export const isComplete = ({ said, sentence, patches, question }: Assembly): boolean =>
  !patches.has('only') &&
  !patches.has('also') &&
  said.has('time') &&
  (said.has('places') || said.has('country')) &&
  (has(sentence, 'event', 'toll') ||
    question.casualties !== null ||
    ['summary', 'compare', 'help', 'lookup'].includes(question.intent));

const isStandalone = (assembly: Assembly): boolean =>
  assembly.question.unanswerable || assembly.question.intent === 'help' || assembly.question.ref !== null || isComplete(assembly);

const empties = (question: Question): Question => ({ ...question, actors: { perpetrator: [], target: [], any: [] } });

function drop(question: Question, slots: readonly Slot[]): void {
  for (const slot of slots) {
    if (isRole(slot)) question.actors[slot] = [];
    else if (slot === 'places' || slot === 'tactics' || slot === 'sources' || slot === 'means' || slot === 'target_objects')
      question[slot] = [];
    else if (slot !== 'intent' && slot !== 'subject' && slot !== 'unanswerable') Object.assign(question, { [slot]: null });
  }
}

const PATCHED: readonly [Parameters<Assembly['patches']['has']>[0], readonly Slot[]][] = [
  ['drop_time', ['time']],
  ['drop_place', ['places', 'relation', 'near_km', 'sector', 'country']],
  ['drop_actors', ['perpetrator', 'target', 'any']],
  ['drop_tactics', ['tactics']],
  ['drop_casualties', ['casualties']],
];

/** The roles that a guess stands for: that of the actors before, where they had but one. */
function settleRoles({ question, guessed, said, assumptions }: Assembly, previous: Question): void {
  const before = ROLES.filter((role) => previous.actors[role].length > 0);
  for (const [actor, role] of guessed) {
    const only =
      before.length === 1
        ? before[0]
        : before.includes(role)
          ? role
          : role === 'any' && before.includes('target')
            ? 'target'
            : undefined;
    if (!only || only === role) continue;
    question.actors[role] = question.actors[role].filter((name) => name !== actor);
    if (question.actors[role].length === 0) said.delete(role);
    question.actors[only] = [...question.actors[only], actor];
    said.add(only);
    const at = assumptions.findIndex((a) => a.kind === 'role' && a.actor === actor);
    if (at >= 0) assumptions.splice(at, 1);
  }
}

const union = <T>(a: readonly T[], b: readonly T[], key: (one: T) => unknown = (one) => one): T[] => [
  ...a,
  ...b.filter((one) => !a.some((other) => key(other) === key(one))),
];

/** "also Hama", "compare with Raqqa": what is said comes to what was there. */
function add(question: Question, previous: Question, said: ReadonlySet<Slot>): void {
  if (said.has('places')) question.places = union(previous.places, question.places, (p) => p.id);
  if (said.has('tactics')) question.tactics = union(previous.tactics, question.tactics);
  for (const role of ROLES) if (said.has(role)) question.actors[role] = union(previous.actors[role], question.actors[role]);
}

const COMPARED: readonly [NonNullable<Question['compare']>['by'], Grouping, (q: Question) => string[]][] = [
  ['place', 'place', (q) => q.places.map((p) => p.name)],
  ['perpetrator', 'perpetrator', (q) => q.actors.perpetrator],
  ['target', 'target', (q) => q.actors.target],
  ['tactic', 'tactic', (q) => q.tactics],
];

/** "compare with last year": the period before beside the new one. */
function compareWithBefore(question: Question, previous: Question, said: Set<Slot>): void {
  if (said.has('time') && question.time && previous.time && !said.has('places')) {
    const periods = [previous.time, question.time];
    const froms = periods.map((p) => p.from);
    question.compare = { by: 'period', values: periods.map((p) => `${p.from ?? ''}/${p.to}`), periods };
    question.time = {
      from: froms.includes(null) ? null : (froms.sort()[0] ?? null),
      to:
        periods
          .map((p) => p.to)
          .sort()
          .at(-1) ?? question.time.to,
    };
  } else {
    add(question, previous, said);
    const several = COMPARED.find(([, , values]) => values(question).length > 1);
    if (!several) return;
    question.compare = { by: several[0], values: several[2](question) };
    question.group_by = several[1];
  }
  question.intent = 'compare';
  for (const slot of ['intent', 'compare', 'group_by'] as const) said.add(slot);
}

/**
 * The question as a change of the one before: what is said is set, what a patch names is added or dropped, the rest is kept. A complete
 * question keeps nothing. Returns the slots that were kept, for the assumption.
 */
export function follow(assembly: Assembly, previous: Question): Slot[] {
  const { question, said, patches, sentence } = assembly;
  if (patches.has('drop_all') || previous.unanswerable || previous.intent === 'help') return [];
  if (isStandalone(assembly)) return isComplete(assembly) ? keepActors(assembly, previous) : [];
  settleRoles(assembly, previous);
  const before = empties(structuredClone(previous));
  before.actors = structuredClone(previous.actors);
  if (patches.has('also')) add(question, before, said);
  if ((assembly.comparing || previous.intent === 'compare') && question.compare === null) {
    if (assembly.comparing || (previous.compare?.by === 'place' && said.has('places'))) compareWithBefore(question, before, said);
  }
  for (const [patch, slots] of PATCHED)
    if (patches.has(patch))
      drop(
        before,
        slots.filter((slot) => !said.has(slot)),
      );
  if (said.has('intent') && question.intent !== previous.intent)
    drop(
      before,
      question.intent === 'count' && previous.casualties?.value === null
        ? OF_INTENT
        : [
            ...OF_INTENT,
            ...(before.casualties?.value === null && question.intent !== 'trend' && question.intent !== 'top'
              ? (['casualties'] as const)
              : []),
          ],
    );
  for (const slot of said) drop(before, DROPPED_WITH[slot] ?? []);
  if (said.has('places') && !said.has('relation') && question.places.length < 2 && before.relation === 'between')
    before.relation = 'in';
  if (said.has('relation') && question.relation !== 'near') before.near_km = null;
  const isBareNumber = said.has('intent') && question.intent === 'count' && !said.has('casualties') && has(sentence, 'event');
  if (isBareNumber && before.casualties?.value === null) before.casualties = null;
  const kept: Slot[] = [];
  const keep = (slot: Slot, isSet: boolean, take: () => void) => {
    if (said.has(slot) || !isSet) return;
    take();
    kept.push(slot);
  };
  for (const role of ROLES)
    keep(role, before.actors[role].length > 0, () => {
      question.actors[role] = before.actors[role];
    });
  const slots = [
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
    'subject',
  ] as const;
  for (const slot of slots) {
    const value = before[slot];
    if (slot === 'relation' && said.has('places') && !said.has('relation') && before.relation === null) continue;
    keep(slot, value !== null && !(Array.isArray(value) && value.length === 0), () => Object.assign(question, { [slot]: value }));
  }
  if (said.has('places') && !said.has('relation')) {
    // "what about Hama?" after "near Sukhnah": the town, as before
    question.places = question.places.map((place) => {
      const mention = assembly.mentions.get(place.id);
      const meant = mention && meantPlace(mention, question.relation, false);
      return meant ? askedPlace(meant) : place;
    });
  }
  if (question.places.length === 0 && question.near_km === null) question.relation = null;
  if (question.near_km !== null && (question.relation === 'in' || question.relation === 'between')) question.relation = 'near';
  if (question.compare && question.intent !== 'compare') question.compare = null;
  return kept;
}

/** The year that a date without one takes in a follow-up: that of the period before, where it lies in one year. */
export const yearOf = (previous: Question): string | null => {
  const { from, to } = previous.time ?? { from: null, to: '' };
  return from && from.slice(0, 4) === to.slice(0, 4) ? to.slice(0, 4) : null;
};

export const saysTime = ({ sentence }: Assembly): boolean => sentence.items.some((item) => isKind(item, 'time'));
