import type { FindingOf, Form } from '../finding.ts';
import type { ActorGroup } from './actor-groups.ts';
import type { Role } from './assembly.ts';
import { isKind, type Sentence } from './sentence.ts';
import {
  asksWhatItDid,
  hasAgent,
  hasObject,
  hasOwnObject,
  isActive,
  isArabic,
  isClash,
  isCounted,
  isDoneBy,
  type Look,
  look,
  next,
} from './voice.ts';

/** Tactics that are done to persons: who stands before the bare past tense suffered them. */
export const DONE_TO_PERSONS: ReadonlySet<string> = new Set(['assassination', 'execution', 'kidnapping', 'arrest']);

const VERBS = new Set<Form>(['past', 'verb', 'doing', 'passive']);
const BY_AUXILIARY = { agent: 'perpetrator', patient: 'target', be: null, did: null } as const;

/** "SAA losses", "soldiers killed", "ISIS killed 5 soldiers", "did ISIS kill". */
function beforeToll(sentence: Sentence, group: ActorGroup, toll: FindingOf<'toll'>, { at, object, passive }: Look): Role {
  const { form } = toll;
  if (hasOwnObject(sentence, toll)) return 'target';
  const isVerb = form === 'verb' || form === 'past' || form === 'doing';
  if (!isVerb || passive || object || isCounted(sentence, group.from)) return 'target';
  if (form === 'verb' || asksWhatItDid(sentence, group)) return 'perpetrator';
  // "NDF killed Hama": a place is not killed
  const isWhere = next(sentence, at, 1, 'filler', 'evidence')?.kind === 'place';
  return hasObject(sentence, at) && !isWhere && !hasAgent(sentence, at) ? 'perpetrator' : 'target';
}

/** "ISIS attacks", "SDF convoy ambushed", "militias were attacked"; a bare past tense says nothing. */
function beforeEvent(
  sentence: Sentence,
  group: ActorGroup,
  event: FindingOf<'event'>,
  { at, object, passive }: Look,
): Role | null {
  // كم عنصر داعش اعتقلت قسد
  const isCountedHere = isArabic(sentence, event) && isActive(event) && isCounted(sentence, group.from);
  if (passive || object || isCountedHere || hasOwnObject(sentence, event)) return 'target';
  if (isArabic(sentence, event) && !VERBS.has(event.form)) return null;
  if (isClash(event)) return 'any';
  if (event.form === 'passive') return 'target';
  if (event.form !== 'past') return 'perpetrator';
  if (hasAgent(sentence, at)) return 'target';
  if (asksWhatItDid(sentence, group) || hasObject(sentence, at)) return 'perpetrator';
  // "two ISIS members arrested"
  return event.tactics.length > 0 && event.tactics.every((tactic) => DONE_TO_PERSONS.has(tactic)) ? 'target' : null;
}

/** The role that the words after an actor give it. */
export function roleOnRight(sentence: Sentence, group: ActorGroup): Role | null {
  const seen = look(sentence, group.to, 1);
  const { item } = seen;
  if (isKind(item, 'auxiliary')) return BY_AUXILIARY[item.auxiliary];
  if (isKind(item, 'evidence')) return item.evidence === 'claimed' && !seen.passive ? 'perpetrator' : null;
  if (isKind(item, 'actor')) return isDoneBy(sentence, seen.at) ? 'target' : null;
  if (isKind(item, 'toll')) return beforeToll(sentence, group, item, seen);
  return isKind(item, 'event') ? beforeEvent(sentence, group, item, seen) : null;
}
