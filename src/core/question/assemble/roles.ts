import type { FindingOf } from '../finding.ts';
import { type ActorGroup, actorGroups } from './actor-groups.ts';
import { type Assembly, addOnce, type Role } from './assembly.ts';
import { allOf, attached, beyond, type Item, isKind, normOf, type Sentence } from './sentence.ts';

/** What may stand between an actor and the word that gives it its role. */
const LOOKED_THROUGH = new Set<Item['kind']>([
  'filler',
  'people',
  'target_object',
  'quantity',
  'means',
  'evidence',
  'unit',
  'time_of_day',
  'patch',
  'sector',
  'country',
  'superlative',
]);
const UNKNOWN_WORDS = 2;

const DONE_TO_PERSONS = new Set(['assassination', 'execution', 'kidnapping', 'arrest']);
const isClash = (item: FindingOf<'event'>) => item.tactics.includes('clash');
const isSuffered = (item: Item | undefined) =>
  isKind(item, 'toll') ||
  (isKind(item, 'event') && (item.form === 'suffered' || item.tactics.some((t) => DONE_TO_PERSONS.has(t))));
const isActive = (item: Item | undefined): item is FindingOf<'event'> | FindingOf<'toll'> =>
  (isKind(item, 'event') || isKind(item, 'toll')) && (item.form === 'past' || item.form === 'doing' || item.form === 'verb');

interface Look {
  at: number;
  item: Item | undefined;
  /** A target object stood between: "SDF convoy ambushed". */
  object: boolean;
  /** A passive stood between: was, تعرض. */
  passive: boolean;
}

function look(sentence: Sentence, from: number, step: 1 | -1): Look {
  let unknown = 0;
  let object = false;
  let passive = false;
  const at = beyond(sentence, from, step, (item) => {
    if (item.kind === 'target_object') object = true;
    if (isKind(item, 'auxiliary') && item.auxiliary === 'be') {
      passive = true;
      return step === 1;
    }
    if (isKind(item, 'auxiliary') && item.auxiliary === 'did') return step === 1;
    if (item.kind === 'unknown') return unknown++ < UNKNOWN_WORDS && step === -1;
    return LOOKED_THROUGH.has(item.kind) || normOf(sentence, item) === '-';
  });
  return { at, item: sentence.items[at], object, passive };
}

/** Something that is done to follows: "ISIS attacked 5 checkpoints", "killed soldiers"; not "attacked in Homs". */
function hasObject(sentence: Sentence, verbAt: number): boolean {
  const next = sentence.items[beyond(sentence, verbAt, 1, (item) => item.kind === 'filler' || item.kind === 'evidence')];
  return (
    next !== undefined &&
    ['actor', 'target_object', 'quantity', 'people', 'place', 'unknown', 'toll', 'event'].includes(next.kind) &&
    !attached(sentence, next).includes('ب')
  );
}

const isPassiveVerb = (sentence: Sentence, verbAt: number): boolean => {
  const left =
    sentence.items[beyond(sentence, verbAt, -1, (item) => item.kind === 'filler' || (isKind(item, 'superlative') && true))];
  return isKind(left, 'auxiliary') && left.auxiliary === 'be';
};

const isArabic = (sentence: Sentence, item: Item | undefined) => sentence.text.tokens[item?.start ?? -1]?.script === 'arabic';

/** By the connective or the verb on the left. */
function fromLeft(sentence: Sentence, group: ActorGroup): Role | null {
  const seen = look(sentence, group.from, -1);
  const { item, at } = seen;
  const owner = attached(sentence, sentence.items[group.from]);
  if (isKind(item, 'connective')) {
    const further = look(sentence, at, -1);
    switch (item.connective) {
      case 'by':
        return 'perpetrator';
      case 'involving':
      case 'between':
        return 'any';
      case 'among':
        return 'target';
      case 'on':
        return isKind(further.item, 'event') ||
          isKind(further.item, 'toll') ||
          further.object ||
          fromRight(sentence, group) !== 'perpetrator'
          ? 'target'
          : null;
      case 'with':
        return allOf(sentence, 'event').some(isClash) ? 'any' : null;
      case 'of':
      case 'from':
        // "the death toll of ISIS attacks" is not theirs
        if (!isArabic(sentence, item) && attacksNext(sentence, group)) return null;
        return fromOwned(seen, look(sentence, at, -1));
      default:
        return null;
    }
  }
  if (isKind(item, 'auxiliary')) {
    if (item.auxiliary === 'agent') return isArabic(sentence, item) ? 'perpetrator' : null;
    if (item.auxiliary === 'patient') return isArabic(sentence, item) ? 'target' : null;
    if (item.auxiliary === 'be' && isArabic(sentence, item)) return 'target';
    return null;
  }
  if (isKind(item, 'evidence') && item.evidence === 'claimed') return 'perpetrator';
  if (owner.includes('ل')) return fromOwned(seen, seen);
  if (isKind(item, 'toll') && item.form === 'noun') return 'target';
  if (isActive(item) && !isPassiveVerb(sentence, at))
    return isArabic(sentence, item) ? arabicVerb(sentence, group, at) : 'target';
  if (isArabic(sentence, item)) return construct(sentence, group, seen);
  return null;
}

const attacksNext = (sentence: Sentence, group: ActorGroup): boolean => {
  const next = sentence.items[group.to + 1];
  return isKind(next, 'event') && (next.form === 'deed' || next.form === 'deeds');
};

/** "attacks of ISIS", "killing of soldiers", "a convoy of the SDF", كمين لداعش: what is owned says by whom or on whom. */
function fromOwned(near: Look, head: Look): Role | null {
  if (near.object || head.object) {
    const chain = head.item;
    if (isKind(chain, 'connective') && chain.connective === 'by') return 'perpetrator';
    return 'target';
  }
  if (isSuffered(head.item)) return 'target';
  if (isKind(head.item, 'event')) return isClash(head.item) ? 'any' : head.item.form === 'past' ? null : 'perpetrator';
  if (isKind(head.item, 'connective'))
    return head.item.connective === 'on' ? 'target' : head.item.connective === 'by' ? 'perpetrator' : null;
  if (isActive(head.item)) return 'target';
  return null;
}

/** Verb first: the actor that follows did it where something follows that it was done to, or where it is no relative clause. */
function arabicVerb(sentence: Sentence, group: ActorGroup, verbAt: number): Role | null {
  const before =
    sentence.items[
      beyond(sentence, verbAt, -1, (item) => item.kind === 'filler' || item.kind === 'people' || item.kind === 'target_object')
    ];
  if (isKind(before, 'asker') && before.asks === 'who') return 'target';
  if (isKind(before, 'actor')) return isCounted(sentence, before) ? 'perpetrator' : 'target';
  const next = sentence.items[beyond(sentence, group.to, 1, (item) => item.kind === 'filler')];
  const isFollowed = next !== undefined && ['actor', 'target_object', 'quantity', 'people', 'place'].includes(next.kind);
  if (isFollowed && group.to === group.from && !attached(sentence, next).includes('ب')) return 'perpetrator';
  if (isKind(before, 'event')) return 'target';
  return null;
}

/** كم جندي: those who are counted did not do it. */
function isCounted(sentence: Sentence, actor: Item): boolean {
  const left = sentence.items[beyond(sentence, sentence.items.indexOf(actor), -1, (item) => item.kind === 'filler')];
  return isKind(left, 'intent') && left.intent === 'count';
}

/** The word and its owner side by side: هجمات داعش, استهداف الجيش, قتلى قسد. */
function construct(sentence: Sentence, group: ActorGroup, { item, object }: Look): Role | null {
  if (object) return 'target';
  if (isKind(item, 'toll')) return 'target';
  if (isKind(item, 'actor')) return null;
  if (!isKind(item, 'event')) return null;
  if (isClash(item)) return 'any';
  const next = sentence.items[beyond(sentence, group.to, 1, (one) => one.kind === 'filler')];
  const didIt =
    group.actors.every((actor) => actor.party === 'isis') && item.tactics.some((t) => t === 'kidnapping' || t === 'execution');
  if (item.form === 'suffered' && !didIt)
    return isKind(next, 'actor') || attached(sentence, next).includes('ل') ? 'perpetrator' : 'target';
  if (item.form === 'passive') return 'target';
  return 'perpetrator';
}

/** "has ISIS killed", "did the SDF raid": the one after the auxiliary acts. */
function asksWhatItDid(sentence: Sentence, group: ActorGroup): boolean {
  const left = sentence.items[beyond(sentence, group.from, -1, (item) => item.kind === 'filler')];
  return isKind(left, 'auxiliary') && left.auxiliary === 'did';
}

/** "soldiers (that) ISIS killed", "how many soldiers did ISIS kill": the second actor acts on the first. */
function isDoneBy(sentence: Sentence, actorAt: number): boolean {
  const verb = sentence.items[beyond(sentence, actorAt, 1, (item) => item.kind === 'filler' || item.kind === 'people')];
  return isActive(verb) && !hasAgent(sentence, sentence.items.indexOf(verb));
}

/** By what follows: "ISIS attacks", "SAA losses", "SDF convoy ambushed". */
function fromRight(sentence: Sentence, group: ActorGroup): Role | null {
  const { item, at, object, passive } = look(sentence, group.to, 1);
  if (isKind(item, 'auxiliary'))
    return item.auxiliary === 'agent' ? 'perpetrator' : item.auxiliary === 'patient' ? 'target' : null;
  if (isKind(item, 'evidence') && item.evidence === 'claimed') return passive ? null : 'perpetrator';
  if (isKind(item, 'toll')) {
    if (passive || object || item.form === 'noun' || item.form === 'passive' || item.form === 'deeds' || item.form === 'deed')
      return 'target';
    const counted = sentence.items[group.from];
    if (counted && isCounted(sentence, counted)) return 'target';
    if (item.form === 'verb' || asksWhatItDid(sentence, group)) return 'perpetrator';
    return hasObject(sentence, at) && !hasAgent(sentence, at) ? 'perpetrator' : 'target';
  }
  if (isKind(item, 'actor')) return isDoneBy(sentence, at) ? 'target' : null;
  if (!isKind(item, 'event')) return null;
  if (passive || object) return 'target';
  if (isArabic(sentence, item) && !['past', 'verb', 'doing', 'passive'].includes(item.form)) return null;
  if (isClash(item)) return 'any';
  if (item.form === 'passive') return 'target';
  if (item.form !== 'past') return 'perpetrator';
  if (hasAgent(sentence, at)) return 'target';
  if (asksWhatItDid(sentence, group)) return 'perpetrator';
  return hasObject(sentence, at) ? 'perpetrator' : null;
}

const hasAgent = (sentence: Sentence, verbAt: number) => {
  const next = sentence.items[beyond(sentence, verbAt, 1, (item) => item.kind === 'filler' || item.kind === 'evidence')];
  return isKind(next, 'connective') && next.connective === 'by';
};

/** "how often were they hit", تعرض لهجمات: the one that was named before. */
const speaksPassively = (sentence: Sentence): boolean =>
  allOf(sentence, 'auxiliary').some((item) => item.auxiliary === 'be' && isArabic(sentence, item)) ||
  sentence.items.some((item, i) => isActive(item) && isPassiveVerb(sentence, i));

/** A bare past tense ("militias attacked in Homs") is the passive, except for those whom everybody asks about as attackers. */
function guess(sentence: Sentence, group: ActorGroup): Role {
  if (group.actors.every((actor) => actor.kind === 'victims')) return 'target';
  if (group.actors.every((actor) => actor.party === 'isis')) return 'perpetrator';
  if (speaksPassively(sentence)) return 'target';
  const right = look(sentence, group.to, 1).item;
  const left = look(sentence, group.from, -1).item;
  if ([left, right].some((item) => (isKind(item, 'event') || isKind(item, 'toll')) && item.form === 'past')) return 'target';
  return 'any';
}

/** "ISIS hit the SDF", هاجم داعش الجيش: who stands after the attacker was attacked. */
function followsAttacker(sentence: Sentence, group: ActorGroup, attacker: ActorGroup | undefined): boolean {
  if (!attacker) return false;
  const gap = sentence.items.slice(attacker.to + 1, group.from);
  return gap.every((item) => ['filler', 'people', 'quantity', 'event', 'target_object'].includes(item.kind) || isActive(item));
}

/** Who did it and who suffered it, for every actor that was named. */
export function assembleActors(assembly: Assembly): void {
  const { sentence, question } = assembly;
  let attacker: ActorGroup | undefined;
  for (const group of actorGroups(assembly)) {
    const victims = group.actors.every((actor) => actor.kind === 'victims');
    const clash = group.actors.length > 1 && question.tactics.includes('clash');
    const told = clash
      ? 'any'
      : (fromLeft(sentence, group) ?? (followsAttacker(sentence, group, attacker) ? 'target' : fromRight(sentence, group)));
    const role = told === 'any' || told === null || !victims ? (told ?? guess(sentence, group)) : 'target';
    if (role === 'perpetrator') attacker = group;
    for (const actor of group.actors) {
      addOnce(question.actors[role], actor.name);
      assembly.said.add(role);
      if (told === null && !victims) assembly.guessed.set(actor.name, role);
    }
  }
  for (const [actor, role] of assembly.guessed) assembly.assumptions.push({ kind: 'role', actor, role });
}
