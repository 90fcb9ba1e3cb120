import { type Assembly, addOnce, askedPlace, use } from './assembly.ts';
import { beyond, type Item, isKind, joins, normOf } from './sentence.ts';

const STEPPED_OVER = new Set<Item['kind']>([
  'filler',
  'connective',
  'relation',
  'people',
  'auxiliary',
  'countryside',
  'patch',
  'small_talk',
  'unit',
]);
/** What the question can leave out. */
const EXCLUDABLE = new Set<Item['kind']>(['place', 'actor', 'event']);

type Exclusions = NonNullable<Assembly['question']['exclude']>;

function exclude(item: Item, exclusions: Exclusions): boolean {
  if (isKind(item, 'event')) {
    for (const tactic of item.tactics) addOnce(exclusions.tactics, tactic);
    return item.tactics.length > 0;
  }
  if (isKind(item, 'actor')) {
    const actor = item.candidates[0]?.entity;
    if (actor) addOnce(exclusions.actors, actor.name);
    return actor !== undefined;
  }
  if (isKind(item, 'place')) {
    const place = item.candidates[0]?.entity;
    if (place && !exclusions.places.some((p) => p.id === place.id)) exclusions.places.push(askedPlace(place));
    return place !== undefined;
  }
  return false;
}

const OPPOSITE = {
  claimed: 'unclaimed',
  confirmed: 'unconfirmed',
  unclaimed: 'claimed',
  unconfirmed: 'confirmed',
  geolocated: null,
} as const;

/** "not deadly", "not claimed by ISIS": the negative filter, where there is one. */
function negate(assembly: Assembly, item: Item): boolean {
  if (isKind(item, 'evidence')) {
    const opposite = OPPOSITE[item.evidence];
    if (opposite) assembly.question.evidence = opposite;
    return opposite !== null;
  }
  if (isKind(item, 'toll') || (isKind(item, 'casualties') && item.casualties.op === '>=' && item.casualties.value === 1)) {
    const field = isKind(item, 'toll') ? item.field : item.casualties.field;
    assembly.question.casualties = { field, op: '=', value: 0 };
    assembly.said.add('casualties');
    return true;
  }
  return false;
}

/**
 * Except, without, not: the next filter and those joined to it are left out, or turned into their opposite; a negation that the question
 * cannot hold takes its words into the leftover, never into the positive filter.
 */
export function assembleExclusions(assembly: Assembly): void {
  const { sentence, question } = assembly;
  // "except ISIS attacks", "except attacks by ISIS": the attacks say nothing by themselves
  const isGeneral = (one: Item) => isKind(one, 'event') && one.tactics.length === 0;
  const isPassed = (one: Item) => STEPPED_OVER.has(one.kind) || isGeneral(one) || normOf(sentence, one) === '-';
  const exclusions: Exclusions = { tactics: [], actors: [], places: [] };
  sentence.items.forEach((item, i) => {
    if (!isKind(item, 'negation')) return;
    let at = beyond(sentence, i, 1, isPassed);
    let target = sentence.items[at];
    if (target && negate(assembly, target)) {
      use(assembly, item);
      use(assembly, target);
      return;
    }
    const kind = target?.kind;
    let anyTaken = false;
    while (target && target.kind === kind && EXCLUDABLE.has(target.kind) && exclude(target, exclusions)) {
      use(assembly, target);
      anyTaken = true;
      const next = beyond(sentence, at, 1, (one) => joins(sentence, one) || one.kind === 'filler' || one.kind === 'people');
      at = next;
      target = sentence.items[next];
    }
    if (anyTaken) use(assembly, item);
    else if (target && target.kind !== 'mark') {
      // the positive of what was denied must not be answered
      assembly.used.add(target);
      assembly.reported.add(item).add(target);
    }
  });
  if (exclusions.tactics.length + exclusions.actors.length + exclusions.places.length > 0) {
    question.exclude = exclusions;
    assembly.said.add('exclude');
  }
}

/** "not claimed by ISIS" is unclaimed, and ISIS no perpetrator. */
export function assembleEvidence(assembly: Assembly): void {
  const { sentence, question } = assembly;
  sentence.items.forEach((item, i) => {
    if (!isKind(item, 'evidence') || (assembly.used.has(item) && question.evidence !== 'unclaimed')) return;
    if (question.evidence === null) question.evidence = item.evidence;
    else if (question.evidence !== item.evidence && !assembly.used.has(item)) return;
    use(assembly, item);
    if (question.evidence !== 'unclaimed') return;
    const actor = sentence.items[beyond(sentence, i, 1, (one) => one.kind === 'connective' || one.kind === 'filler')];
    if (isKind(actor, 'actor')) use(assembly, actor);
  });
  if (question.evidence) assembly.said.add('evidence');
}
