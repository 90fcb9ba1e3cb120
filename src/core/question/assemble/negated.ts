import type { Actor } from '../../gazetteer/gazetteer.ts';
import type { FindingOf } from '../finding.ts';
import { type Assembly, addOnce, use } from './assembly.ts';
import { beyond, type Item, isKind, joins, normOf, type Sentence } from './sentence.ts';
import { isActive } from './voice.ts';

const OPPOSITE = {
  claimed: 'unclaimed',
  confirmed: 'unconfirmed',
  unclaimed: 'claimed',
  unconfirmed: 'confirmed',
  geolocated: null,
} as const;

const SMALL = new Set<Item['kind']>(['filler', 'people', 'auxiliary', 'relation', 'asker']);
const nextOf = (sentence: Sentence, at: number, step: 1 | -1, ...through: Item['kind'][]) =>
  beyond(sentence, at, step, ({ kind }) => SMALL.has(kind) || through.includes(kind));

/** "not claimed", "ISIS did not claim": the claim of whoever is named beside it is denied. "Not confirmed by SANA" cannot be held. */
function negateEvidence(assembly: Assembly, negationAt: number, at: number): boolean {
  const { sentence, question } = assembly;
  const item = sentence.items[at];
  if (!isKind(item, 'evidence')) return false;
  const opposite = OPPOSITE[item.evidence];
  const by = sentence.items[nextOf(sentence, at, 1, 'connective')];
  if (opposite === null || isKind(by, 'source')) return false;
  question.evidence = opposite;
  const before = sentence.items[nextOf(sentence, negationAt, -1)];
  if (normOf(sentence, item) === 'claim' && isKind(before, 'actor')) use(assembly, before);
  return true;
}

/** Those named side by side from an item on, in either direction. */
function actorsFrom(sentence: Sentence, at: number, step: 1 | -1): FindingOf<'actor'>[] {
  const found: FindingOf<'actor'>[] = [];
  for (let i = at; ; i = beyond(sentence, i, step, (one) => joins(sentence, one) || one.kind === 'filler')) {
    const item = sentence.items[i];
    if (!isKind(item, 'actor')) return found;
    found.push(item);
  }
}

/** Whose toll it is that is denied: "civilian casualties", "killed no civilians", ضحايا مدنيين, "casualties among soldiers". */
function whoseToll(sentence: Sentence, negationAt: number, at: number): FindingOf<'actor'>[] {
  const right = actorsFrom(sentence, nextOf(sentence, at, 1, 'connective'), 1);
  const last = right.at(-1);
  if (last) {
    const after = sentence.items[nextOf(sentence, sentence.items.indexOf(last), 1)];
    // "without losses SDF raids": theirs are the raids
    return isKind(after, 'event') ? [] : right;
  }
  const between = nextOf(sentence, negationAt, 1);
  if (between < at) return actorsFrom(sentence, between, 1);
  const toll = sentence.items[at];
  // "where soldiers were not killed"
  return isActive(toll) ? actorsFrom(sentence, nextOf(sentence, negationAt, -1), -1) : [];
}

/** None were killed; of those who are named, where somebody is. */
function denyToll(assembly: Assembly, field: FindingOf<'toll'>['field'], whose: readonly FindingOf<'actor'>[]): void {
  const { question, said } = assembly;
  question.casualties = { field, op: '=', value: 0, ...(whose.length > 0 ? { of_target: true as const } : {}) };
  said.add('casualties');
  for (const item of whose) {
    const actor: Actor | undefined = item.candidates[0]?.entity;
    if (actor) addOnce(question.actors.target, actor.name);
    use(assembly, item);
    said.add('target');
  }
}

const fieldOf = (item: Item | undefined): FindingOf<'toll'>['field'] | null => {
  if (isKind(item, 'toll')) return item.field;
  if (!isKind(item, 'casualties')) return null;
  const { field, op, value } = item.casualties;
  return (op === '>=' && value === 1) || (op === '=' && value === 0) ? field : null;
};

/** "without civilian casualties", "killed no civilians", لم يقتل فيها مدنيون. Returns the item of the toll. */
function negateToll(assembly: Assembly, negationAt: number, at: number): Item | null {
  const { sentence } = assembly;
  const first = sentence.items[at];
  const beforeActor = isKind(first, 'actor') ? nextOf(sentence, at, 1) : -1;
  const left = nextOf(sentence, negationAt, -1);
  const tollAt = [at, beforeActor, ...(isKind(first, 'actor') ? [left] : [])].find((i) => fieldOf(sentence.items[i]) !== null);
  const toll = tollAt === undefined ? undefined : sentence.items[tollAt];
  const field = fieldOf(toll);
  if (tollAt === undefined || !toll || !field) return null;
  const whose =
    tollAt < negationAt && isActive(toll)
      ? actorsFrom(sentence, at, 1)
      : tollAt < negationAt
        ? null
        : whoseToll(sentence, negationAt, tollAt);
  if (whose === null) return null;
  denyToll(assembly, field, whose);
  return toll;
}

/** The negative filter for what follows a negation, where there is one. Returns the words that it took, or null. */
export function negate(assembly: Assembly, negationAt: number, at: number): Item | null {
  const item = assembly.sentence.items[at];
  if (!item) return null;
  if (negateEvidence(assembly, negationAt, at)) return item;
  return negateToll(assembly, negationAt, at);
}

/** "no civilian casualties", بدون ضحايا مدنيين as one wording: those who stand beside it are those who suffered none. */
export function assembleNobodyHurt(assembly: Assembly): void {
  const { sentence, question } = assembly;
  if (question.casualties !== null) return;
  sentence.items.forEach((item, at) => {
    if (!isKind(item, 'casualties') || assembly.used.has(item)) return;
    if (item.casualties.op !== '=' || item.casualties.value !== 0) return;
    const whose = actorsFrom(sentence, nextOf(sentence, at, 1), 1);
    const last = whose.at(-1);
    const after = last && sentence.items[nextOf(sentence, sentence.items.indexOf(last), 1)];
    if (whose.length === 0 || isKind(after, 'event')) return;
    denyToll(assembly, item.casualties.field, whose);
    use(assembly, item);
  });
}
