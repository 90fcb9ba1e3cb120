import type { Connective } from '../finding.ts';
import type { ActorGroup } from './actor-groups.ts';
import type { Role } from './assembly.ts';
import { DONE_TO_PERSONS, roleOnRight } from './role-on-right.ts';
import { allOf, attached, type Item, isKind, normOf, type Sentence } from './sentence.ts';
import {
  hasOwnObject,
  isActive,
  isActiveVerb,
  isArabic,
  isClash,
  isCounted,
  isDeed,
  isVerb,
  type Look,
  look,
  next,
} from './voice.ts';

/** Of these, those that speak of ISIS as the one who did it: خطف داعش. */
const DONE_BY_ISIS = new Set(['kidnapping', 'execution']);

const isSuffered = (item: Item | undefined) =>
  isKind(item, 'toll') ||
  (isKind(item, 'event') && (item.form === 'suffered' || item.tactics.some((tactic) => DONE_TO_PERSONS.has(tactic))));

/** "attacks of ISIS", "killing of soldiers", "a convoy of the SDF", كمين لداعش: what is owned says by whom or on whom. */
function ownerOf(near: Look, { item, object }: Look): Role | null {
  const connective = isKind(item, 'connective') ? item.connective : null;
  if (connective === 'by') return 'perpetrator';
  if (near.object || object || connective === 'on' || isSuffered(item)) return 'target';
  if (isKind(item, 'event')) return isClash(item) ? 'any' : item.form === 'past' ? null : 'perpetrator';
  return isActive(item) ? 'target' : null;
}

interface Bound {
  sentence: Sentence;
  group: ActorGroup;
  seen: Look;
}

function owned({ sentence, group, seen }: Bound): Role | null {
  // "the death toll of ISIS attacks" is not theirs
  const next = sentence.items[group.to + 1];
  if (!isArabic(sentence, seen.item) && isDeed(next)) return null;
  // "ambushes of army convoys"
  if (!isArabic(sentence, seen.item) && isKind(next, 'target_object')) return 'target';
  const owned = look(sentence, seen.at, -1);
  return isVictimsOf(sentence, group, owned.item) ? 'perpetrator' : ownerOf(seen, owned);
}

/** "attacks on ISIS", "by the SDF against ISIS", but "news on ISIS attacks". */
function upon({ sentence, group, seen }: Bound): Role | null {
  const head = look(sentence, seen.at, -1);
  const isAimed = isVerb(head.item) || isKind(head.item, 'actor') || head.object;
  return isAimed || roleOnRight(sentence, group) !== 'perpetrator' ? 'target' : null;
}

const BY_CONNECTIVE: Partial<Record<Connective, (bound: Bound) => Role | null>> = {
  by: () => 'perpetrator',
  // "information on SDF raids"
  involving: ({ sentence, group }) => (isDeed(sentence.items[group.to + 1]) ? null : 'any'),
  between: () => 'any',
  // "for ISIS attacks" is not among them
  among: ({ sentence, group }) => (isDeed(sentence.items[group.to + 1]) ? null : 'target'),
  on: upon,
  with: ({ sentence }) => (allOf(sentence, 'event').some(isClash) ? 'any' : null),
  of: owned,
  from: owned,
};

const BY_ARABIC_AUXILIARY = { agent: 'perpetrator', patient: 'target', be: 'target', did: null } as const;

/** … من داعش: those of whom some were killed. */
function tellsOfWhom(sentence: Sentence, { to }: ActorGroup): boolean {
  const of = next(sentence, to, 1, 'filler');
  if (!isKind(of, 'connective') || of.connective !== 'from') return false;
  return isKind(next(sentence, sentence.items.indexOf(of), 1, 'filler', 'people'), 'actor');
}

/** أغار التحالف على مواقع لداعش: the one who acts, and على with those acted upon. */
function isUponSomebody(sentence: Sentence, actorAt: number): boolean {
  const on = next(sentence, actorAt, 1, 'filler');
  if (!isKind(on, 'connective') || on.connective !== 'on') return false;
  const upon = next(sentence, sentence.items.indexOf(on), 1, 'filler', 'people', 'target_object');
  return isKind(upon, 'actor');
}

/** Verb first: the actor that follows did it where something follows that it was done to, or where it is no relative clause. */
function afterArabicVerb(sentence: Sentence, group: ActorGroup, verbAt: number): Role | null {
  if (hasOwnObject(sentence, sentence.items[verbAt])) return 'perpetrator';
  const before = next(sentence, verbAt, -1, 'filler', 'people', 'target_object');
  if (isKind(before, 'asker') && before.asks === 'who') {
    // على مين هجم داعش
    const upon = next(sentence, sentence.items.indexOf(before), -1, 'filler');
    return isKind(upon, 'connective') && upon.connective === 'on' ? 'perpetrator' : 'target';
  }
  // كم قتلت قسد من داعش
  if (isKind(before, 'intent') && before.intent === 'count' && tellsOfWhom(sentence, group)) return 'perpetrator';
  if (isKind(before, 'actor')) return isCounted(sentence, sentence.items.indexOf(before)) ? 'perpetrator' : 'target';
  const after = next(sentence, group.to, 1, 'filler');
  const isFollowed = after !== undefined && ['actor', 'target_object', 'quantity', 'people', 'place'].includes(after.kind);
  if (isUponSomebody(sentence, group.to)) return 'perpetrator';
  if (isFollowed && group.to === group.from && !attached(sentence, after).includes('ب')) return 'perpetrator';
  return isKind(before, 'event') ? 'target' : null;
}

/** "victims of ISIS", ضحايا داعش: those whom it killed. */
const VICTIMS = new Set(['victims', 'ضحايا', 'الضحايا']);
const isVictimsOf = (sentence: Sentence, group: ActorGroup, item: Item | undefined): boolean =>
  isKind(item, 'toll') &&
  group.actors.every(({ party }) => party === 'isis') &&
  [normOf(sentence, item), ...normOf(sentence, item).split(' ')].some((word) => VICTIMS.has(word));

/** The word and its owner side by side: هجمات داعش, استهداف الجيش, قتلى قسد. */
function inConstruct(sentence: Sentence, group: ActorGroup, { item, object, at }: Look): Role | null {
  if (isVictimsOf(sentence, group, item)) return 'perpetrator';
  if (object || isKind(item, 'toll')) return 'target';
  if (!isKind(item, 'event')) return null;
  if (isClash(item)) return 'any';
  if (item.form === 'passive') return 'target';
  // طيران التحالف قصف الحشد
  if (isKind(next(sentence, at, -1, 'filler'), 'actor') && item.tactics.includes('shelling')) return 'target';
  if (item.form !== 'suffered') return 'perpetrator';
  const isIsis = group.actors.every(({ party }) => party === 'isis') && item.tactics.some((tactic) => DONE_BY_ISIS.has(tactic));
  const after = next(sentence, group.to, 1, 'filler');
  const hasVictim = isKind(after, 'actor') || attached(sentence, after).includes('ل');
  return isIsis || hasVictim ? 'perpetrator' : 'target';
}

/** The role that the words before an actor give it. */
export function roleOnLeft(sentence: Sentence, group: ActorGroup): Role | null {
  const seen = look(sentence, group.from, -1);
  const { item, at } = seen;
  if (isKind(item, 'connective')) return BY_CONNECTIVE[item.connective]?.({ sentence, group, seen }) ?? null;
  if (isKind(item, 'auxiliary')) return isArabic(sentence, item) ? BY_ARABIC_AUXILIARY[item.auxiliary] : null;
  if (isKind(item, 'evidence') && item.evidence === 'claimed') return 'perpetrator';
  if (attached(sentence, sentence.items[group.from]).includes('ل')) return ownerOf(seen, seen);
  if (isVictimsOf(sentence, group, item)) return 'perpetrator';
  if (isKind(item, 'toll') && item.form === 'noun') return 'target';
  if (isActiveVerb(sentence, at)) return isArabic(sentence, item) ? afterArabicVerb(sentence, group, at) : 'target';
  return isArabic(sentence, item) ? inConstruct(sentence, group, seen) : null;
}
