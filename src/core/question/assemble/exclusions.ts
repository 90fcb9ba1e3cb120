import type { PlaceKind } from '../../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import { type Assembly, addOnce, askedPlace, countryNamed, use } from './assembly.ts';
import { assembleNobodyHurt, negate } from './negated.ts';
import { attached, beyond, type Item, isKind, joins, normOf, type Sentence } from './sentence.ts';

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
const EXCLUDABLE = new Set<Item['kind']>(['place', 'country', 'actor', 'event']);

/** "not ISIS but the SDF": what follows is meant after all. */
const BUT = new Set(['but', 'بل', 'لكن', 'انما']);

/** A country is left out with the places. */
const groupOf = ({ kind }: Item): Item['kind'] => (kind === 'country' ? 'place' : kind);

/** "outside Iraq", خارج حمص: of what has borders it is everything else; of a town it is near. */
const OUTSIDE = new Set(['outside', 'outside of', 'خارج']);
const WITH_BORDERS = new Set<PlaceKind>(['country', 'governorate', 'district', 'subdistrict']);

function isOutside(sentence: Sentence, item: Item, next: Item | undefined): boolean {
  if (!OUTSIDE.has(normOf(sentence, item))) return false;
  if (isKind(next, 'place')) return WITH_BORDERS.has(next.candidates[0]?.entity.kind ?? 'town');
  return isKind(next, 'country');
}

type Exclusions = NonNullable<Assembly['question']['exclude']>;

function exclude(item: Item, exclusions: Exclusions, gazetteer: Gazetteer): boolean {
  if (isKind(item, 'event')) {
    for (const tactic of item.tactics) addOnce(exclusions.tactics, tactic);
    return item.tactics.length > 0;
  }
  if (isKind(item, 'actor')) {
    const actor = item.candidates[0]?.entity;
    if (actor) addOnce(exclusions.actors, actor.name);
    return actor !== undefined;
  }
  if (isKind(item, 'place') || isKind(item, 'country')) {
    const place = isKind(item, 'place') ? item.candidates[0]?.entity : countryNamed(gazetteer, item.country);
    if (place && !exclusions.places.some((p) => p.id === place.id)) exclusions.places.push(askedPlace(place));
    return place !== undefined;
  }
  return false;
}

/** "ISIS didn't carry out", لم يقم بها داعش: the one who is said not to have done it. */
function notTheDoer(sentence: Sentence, negationAt: number): { actor: Item; deed: Item } | null {
  const small = ({ kind }: Item) => kind === 'filler' || kind === 'asker' || kind === 'people';
  const at = beyond(sentence, negationAt, 1, (one) => small(one) || (isKind(one, 'auxiliary') && one.auxiliary !== 'agent'));
  const deed = sentence.items[at];
  if (!isKind(deed, 'auxiliary')) return null;
  const by = (one: Item) => small(one) || (isKind(one, 'connective') && one.connective === 'by');
  const beside = [beyond(sentence, at, 1, by), beyond(sentence, negationAt, -1, small)];
  const actor = beside.map((i) => sentence.items[i]).find((one) => isKind(one, 'actor'));
  return actor ? { actor, deed } : null;
}

const FILTERS = new Set<Item['kind']>([
  'source',
  'actor',
  'place',
  'event',
  'toll',
  'target_object',
  'means',
  'time',
  'evidence',
]);

/** "that SOHR did not report": the source whose report is denied. */
function denyReport({ sentence, used, reported }: Assembly, at: number): void {
  const left =
    sentence.items[beyond(sentence, at, -1, ({ kind }) => kind === 'filler' || kind === 'auxiliary' || kind === 'asker')];
  if (!isKind(left, 'source')) return;
  used.add(left);
  reported.add(left);
}

/** What cannot be held is reported, and what was denied is never answered: "not reported by SOHR" keeps no SOHR. */
function report(assembly: Assembly, negation: Item, at: number): void {
  const { sentence, used, reported } = assembly;
  const target = sentence.items[at];
  if (!target || target.kind === 'mark') return;
  reported.add(negation);
  for (let i = at; ; ) {
    const item = sentence.items[i];
    if (!item) return;
    used.add(item);
    reported.add(item);
    const next = beyond(sentence, i, 1, ({ kind }) => kind === 'filler' || kind === 'connective' || kind === 'relation');
    const after = sentence.items[next];
    const isUnder = after !== undefined && FILTERS.has(after.kind) && after.kind !== 'time';
    if (!(item.kind === 'unknown' || item.kind === 'evidence') || !isUnder) return;
    i = next;
  }
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
    if (!isKind(item, 'negation') && !isOutside(sentence, item, sentence.items[i + 1])) return;
    const doer = notTheDoer(sentence, i);
    if (doer && exclude(doer.actor, exclusions, assembly.gazetteer)) {
      for (const one of [item, doer.actor, doer.deed]) use(assembly, one);
      return;
    }
    let at = beyond(sentence, i, 1, isPassed);
    let target = sentence.items[at];
    const negated = negate(assembly, i, at);
    if (negated) {
      use(assembly, item);
      use(assembly, negated);
      return;
    }
    const kind = target && groupOf(target);
    let anyTaken = false;
    while (target && groupOf(target) === kind && EXCLUDABLE.has(target.kind) && exclude(target, exclusions, assembly.gazetteer)) {
      use(assembly, target);
      anyTaken = true;
      const isPassedOver = (one: Item) =>
        !BUT.has(normOf(sentence, one)) && (joins(sentence, one) || one.kind === 'filler' || one.kind === 'people');
      const next = beyond(sentence, at, 1, isPassedOver);
      const isTied =
        sentence.items.slice(at + 1, Math.max(next, at + 1)).some((one) => joins(sentence, one)) ||
        attached(sentence, sentence.items[next]).includes('و');
      // بدل السخنة تدمر: the second is meant
      if (!isTied) break;
      at = next;
      target = sentence.items[next];
    }
    if (!anyTaken) {
      denyReport(assembly, i);
      report(assembly, item, at);
      return;
    }
    use(assembly, item);
    // "all provinces except Homs", "groups other than ISIS"
    const whole = sentence.items[beyond(sentence, i, -1, ({ kind }) => kind === 'filler' || kind === 'unknown')];
    if (isKind(whole, 'unit') || isKind(whole, 'grouping')) use(assembly, whole);
  });
  assembleNobodyHurt(assembly);
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
