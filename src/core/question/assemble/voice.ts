import type { FindingOf } from '../finding.ts';
import type { ActorGroup } from './actor-groups.ts';
import { allOf, attached, beyond, type Item, isKind, joins, normOf, type Sentence } from './sentence.ts';

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
/** "ISIS leaders killed" */
const UNKNOWN_BEHIND = 1;
/** "4th div. casualties" */
const PASSED_MARKS = new Set(['-', '.']);
const OBJECTS = new Set<Item['kind']>(['actor', 'target_object', 'quantity', 'people', 'place', 'unknown', 'toll', 'event']);

type Verb = FindingOf<'event'> | FindingOf<'toll'>;
export const isVerb = (item: Item | undefined): item is Verb => isKind(item, 'event') || isKind(item, 'toll');
export const isActive = (item: Item | undefined): item is Verb =>
  isVerb(item) && (item.form === 'past' || item.form === 'doing' || item.form === 'verb');
export const isDeed = (item: Item | undefined): item is FindingOf<'event'> =>
  isKind(item, 'event') && (item.form === 'deed' || item.form === 'deeds');
export const isClash = (item: FindingOf<'event'>): boolean => item.tactics.includes('clash');
export const isArabic = ({ text }: Sentence, item: Item | undefined): boolean =>
  text.tokens[item?.start ?? -1]?.script === 'arabic';
const isAuxiliary = (item: Item | undefined, auxiliary: FindingOf<'auxiliary'>['auxiliary']) =>
  isKind(item, 'auxiliary') && item.auxiliary === auxiliary;

/** The first item to one side that is not of these kinds. */
export const next = (sentence: Sentence, at: number, step: 1 | -1, ...through: Item['kind'][]): Item | undefined =>
  sentence.items[beyond(sentence, at, step, ({ kind }) => through.includes(kind))];

export interface Look {
  at: number;
  item: Item | undefined;
  /** A target object stood between: "SDF convoy ambushed". */
  object: boolean;
  /** A passive stood between: was, تعرض. */
  passive: boolean;
}

/** The word beside an actor that says its role. */
export function look(sentence: Sentence, from: number, step: 1 | -1): Look {
  const seen = { object: false, passive: false };
  let unknown = 0;
  const at = beyond(sentence, from, step, (item) => {
    if (item.kind === 'target_object') seen.object = true;
    // "the SAA and allied militias"
    if (step === 1 && joins(sentence, item) && sentence.items[sentence.items.indexOf(item) + 1]?.kind === 'people') return true;
    if (isAuxiliary(item, 'be')) seen.passive = true;
    if (isAuxiliary(item, 'be') || isAuxiliary(item, 'did')) return step === 1;
    if (item.kind === 'unknown') return unknown++ < (step === -1 ? UNKNOWN_WORDS : UNKNOWN_BEHIND);
    // قيادي في قسد
    if (isKind(item, 'relation')) return step === -1 && normOf(sentence, item) === 'في';
    return LOOKED_THROUGH.has(item.kind) || PASSED_MARKS.has(normOf(sentence, item));
  });
  return { at, item: sentence.items[at], ...seen };
}

/** Something that it was done to follows: "attacked 5 checkpoints", "killed soldiers"; not "attacked in Homs". */
export function hasObject(sentence: Sentence, verbAt: number): boolean {
  const item = next(sentence, verbAt, 1, 'filler', 'evidence');
  return item !== undefined && OBJECTS.has(item.kind) && !attached(sentence, item).includes('ب');
}

/** قتلهم, استهدفها: the one who acts comes after it, and those acted upon were named before. */
const WITH_OBJECT = /.{3}(?:هم|هن|ها|ته|ه)$/u;
export const hasOwnObject = (sentence: Sentence, item: Item | undefined): boolean =>
  isVerb(item) &&
  item.form === 'past' &&
  isArabic(sentence, item) &&
  WITH_OBJECT.test(sentence.text.tokens[item.end - 1]?.norm ?? '');

/** "… by ISIS" */
export function hasAgent(sentence: Sentence, verbAt: number): boolean {
  const item = next(sentence, verbAt, 1, 'filler', 'evidence');
  return isKind(item, 'connective') && item.connective === 'by';
}

const isPassive = (sentence: Sentence, verbAt: number) => isAuxiliary(next(sentence, verbAt, -1, 'filler', 'superlative'), 'be');
export const isActiveVerb = (sentence: Sentence, at: number): boolean => isActive(sentence.items[at]) && !isPassive(sentence, at);

/** "how often were they hit", تعرض لهجمات: whoever was named before. */
export const speaksPassively = (sentence: Sentence): boolean =>
  allOf(sentence, 'auxiliary').some((item) => item.auxiliary === 'be' && isArabic(sentence, item)) ||
  sentence.items.some((item, at) => isActive(item) && isPassive(sentence, at));

/** "has ISIS killed", "did the SDF raid": the one after the auxiliary acts. */
export const asksWhatItDid = (sentence: Sentence, { from }: ActorGroup): boolean =>
  isAuxiliary(next(sentence, from, -1, 'filler'), 'did');

/** "how many soldiers", كم جندي: those who are counted did not do it. */
export function isCounted(sentence: Sentence, at: number): boolean {
  const left = next(sentence, at, -1, 'filler', 'people');
  return isKind(left, 'intent') && left.intent === 'count';
}

/** "soldiers (that) ISIS killed", "how many soldiers did ISIS kill": the second actor acts on the first. */
export function isDoneBy(sentence: Sentence, actorAt: number): boolean {
  const at = beyond(sentence, actorAt, 1, ({ kind }) => kind === 'filler' || kind === 'people');
  const item = sentence.items[at];
  // "did the SDF arrest" is no noun
  const isVerbAfterDid = isDeed(item) && isAuxiliary(next(sentence, actorAt, -1, 'filler'), 'did');
  return (isActive(item) || isVerbAfterDid) && !hasAgent(sentence, at);
}
