import { type Assembly, askedPlace, type Role, type Slot } from '../assemble/assembly.ts';
import { meantPlace } from '../assemble/places.ts';
import { has, isKind } from '../assemble/sentence.ts';
import type { Patch } from '../finding.ts';
import type { Question } from '../question.ts';
import { addTo, bothExclusions, compareWithBefore } from './compare-with-before.ts';
import { copy, drop, INHERITED, isFilled, ROLES } from './slots.ts';
import { isStandalone, keepActors } from './standalone.ts';

/** To say one slot is to drop what another said. */
const DROPPED_WITH: Partial<Record<Slot, readonly Slot[]>> = {
  country: ['places', 'relation', 'near_km', 'sector'],
  places: ['sector', 'country'],
};
/** "remove the date", "all of Syria", "all groups". */
const DROPPED_BY: Partial<Record<Patch, readonly Slot[]>> = {
  drop_time: ['time'],
  drop_place: ['places', 'relation', 'near_km', 'sector', 'country'],
  drop_actors: ['perpetrator', 'target', 'any'],
  drop_tactics: ['tactics'],
  drop_casualties: ['casualties'],
};
/** How the answer is laid out belongs to its intent: another intent starts afresh. */
const OF_INTENT = ['group_by', 'order', 'limit', 'compare'] as const satisfies readonly Slot[];

/** The role in which an actor stands whose own words said none: that of the actors before, where they had but one. */
function roleBefore(previous: Question, guessed: Role): Role {
  const before = ROLES.filter((role) => previous.actors[role].length > 0);
  const [only] = before;
  if (before.length === 1 && only) return only;
  return guessed === 'any' && before.includes('target') ? 'target' : guessed;
}

function settleRoles({ question, guessed, said, assumptions }: Assembly, previous: Question): void {
  for (const [actor, guess] of guessed) {
    const role = roleBefore(previous, guess);
    if (role === guess) continue;
    question.actors[guess] = question.actors[guess].filter((name) => name !== actor);
    if (question.actors[guess].length === 0) said.delete(guess);
    question.actors[role] = [...question.actors[role], actor];
    said.add(role);
    const at = assumptions.findIndex((one) => one.kind === 'role' && one.actor === actor);
    if (at >= 0) assumptions.splice(at, 1);
  }
}

const BY_ASKER = { where: 'place', when: 'month' } as const;

/** "where?" and nothing else: what was asked before, by place. */
function askWhereOrWhen({ question, said, sentence, patches }: Assembly): void {
  const asker = sentence.items.find((item) => item.kind === 'asker');
  if (said.size > 0 || patches.size > 0 || !isKind(asker, 'asker')) return;
  if (asker.asks !== 'where' && asker.asks !== 'when') return;
  question.group_by = BY_ASKER[asker.asks];
  question.intent = 'trend';
  for (const slot of ['intent', 'group_by'] as const) said.add(slot);
}

/** Takes out of the question before what this one does away with. */
function dropReplaced({ question, said, patches, sentence }: Assembly, before: Question): void {
  const isMeasure = before.casualties?.value === null;
  for (const patch of patches) drop(before, ...(DROPPED_BY[patch] ?? []));
  if (said.has('intent') && question.intent !== before.intent) {
    drop(before, ...OF_INTENT);
    const keepsMeasure = ['count', 'trend', 'top', 'compare'].includes(question.intent);
    if (isMeasure && !keepsMeasure) drop(before, 'casualties');
  }
  // "how many attacks?" after "how many were killed"
  if (said.has('intent') && question.intent === 'count' && isMeasure && has(sentence, 'event')) drop(before, 'casualties');
  for (const slot of said) drop(before, ...(DROPPED_WITH[slot] ?? []));
  if (said.has('relation') && question.relation !== 'near') drop(before, 'near_km');
  if (said.has('places') && question.places.length < 2 && before.relation === 'between') before.relation = 'in';
}

/** Makes the slots agree that came from two questions. */
function reconcile({ question, said, mentions }: Assembly): void {
  if (said.has('places') && !said.has('relation')) {
    // "what about Hama?" after "near Sukhnah": the town, as before
    question.places = question.places.map((place) => {
      const mention = mentions.get(place.id);
      const meant = mention && meantPlace(mention, question.relation, false);
      return meant ? askedPlace(meant) : place;
    });
  }
  if (question.places.length === 0 && question.near_km === null) question.relation = null;
  if (question.near_km !== null && (question.relation === 'in' || question.relation === 'between')) question.relation = 'near';
  if (question.intent !== 'compare') question.compare = null;
}

/**
 * The question as a change of the one before: what is said is set, what a patch names is added or dropped, the rest is kept. A complete
 * question keeps nothing. Returns the slots that were kept, for the assumption.
 */
export function follow(assembly: Assembly, previous: Question): Slot[] {
  const { question, said, patches, comparing } = assembly;
  if (patches.has('drop_all') || previous.unanswerable || previous.intent === 'help') return [];
  if (isStandalone(assembly)) return keepActors(assembly, previous);
  askWhereOrWhen(assembly);
  settleRoles(assembly, previous);
  const before = structuredClone(previous);
  if (patches.has('also')) addTo(question, before, said);
  const joinsComparison = before.compare?.by === 'place' && said.has('places');
  if ((comparing || joinsComparison) && question.compare === null) compareWithBefore(question, before, said);
  dropReplaced(assembly, before);
  const kept = INHERITED.filter((slot) => !said.has(slot) && isFilled(before, slot));
  for (const slot of kept) copy(before, question, slot);
  if (question.exclude && before.exclude && said.has('exclude'))
    question.exclude = bothExclusions(before.exclude, question.exclude);
  reconcile(assembly);
  return kept;
}

/** The year that a date without one takes in a follow-up: that of the period before, where it lies in one year. */
export function yearBefore({ time }: Question): number | null {
  const [from, to] = [time?.from?.slice(0, 4), time?.to.slice(0, 4)];
  return from !== undefined && from === to ? Number(from) : null;
}
