import type { FindingOf } from '../finding.ts';
import type { Grouping } from '../question.ts';
import { allOf, attached, beyond, type Item, isKind, normOf, type Sentence } from './sentence.ts';
import { hasOwnObject } from './voice.ts';

const BETWEEN = new Set<Item['kind']>([
  'filler',
  'auxiliary',
  'quantity',
  'limit',
  'evidence',
  'people',
  'time_of_day',
  'superlative',
  'event',
  'deadly',
]);
const isOf = (item: Item) => isKind(item, 'connective') && item.connective === 'of';
const PLACE_UNITS: readonly Grouping[] = ['governorate', 'district', 'place'];
const ACTOR_UNITS: readonly Grouping[] = ['perpetrator', 'target'];

/** "Homs province", "ISIS group": the word says what the name is. */
export function isKindWord(sentence: Sentence, unit: FindingOf<'unit'>): boolean {
  const { items } = sentence;
  const at = items.indexOf(unit);
  const isPlaceUnit = PLACE_UNITS.includes(unit.grouping);
  const next = items[beyond(sentence, at, 1, (one) => one.kind === 'filler' || (isPlaceUnit && isOf(one)))];
  const names = (item: Item | undefined) =>
    (isKind(item, 'place') && isPlaceUnit && !attached(sentence, item).includes('ب')) ||
    (isKind(item, 'actor') && ACTOR_UNITS.includes(unit.grouping));
  return (names(items[at - 1]) && items[at - 2]?.kind !== 'asker') || (names(next) && items[at - 1]?.kind !== 'asker');
}

/** The unit that a "which", "top 5" or superlative is about: "which month", "deadliest week". */
export function unitAsked(sentence: Sentence, superlative: Item | undefined): FindingOf<'unit'> | null {
  const { items } = sentence;
  const units = allOf(sentence, 'unit').filter((unit) => !isKindWord(sentence, unit));
  const which = items.find(
    (item) => (isKind(item, 'asker') && (item.asks === 'which' || item.asks === 'who')) || item.kind === 'limit',
  );
  for (const anchor of [which, superlative]) {
    if (!anchor) continue;
    for (const step of [1, -1] as const) {
      const item = items[beyond(sentence, items.indexOf(anchor), step, (one) => BETWEEN.has(one.kind) || isOf(one))];
      if (isKind(item, 'unit') && units.includes(item)) return item;
    }
  }
  return superlative ? (units[0] ?? null) : null;
}

const SOMEBODY = new Set(['they', 'he', 'it']);

/** An auxiliary and then somebody who acts: those acted upon are asked for. */
function isAskedAfter(sentence: Sentence, asker: Item): boolean {
  const at = beyond(sentence, sentence.items.indexOf(asker), 1, (item) => item.kind === 'filler');
  const auxiliary = sentence.items[at];
  if (isKind(auxiliary, 'auxiliary') && auxiliary.auxiliary === 'did' && SOMEBODY.has(normOf(sentence, sentence.items[at + 1])))
    return true;
  const actor = sentence.items[beyond(sentence, at, 1, (item) => item.kind === 'filler')];
  return isKind(auxiliary, 'auxiliary') && auxiliary.auxiliary === 'did' && isKind(actor, 'actor');
}

/** Who is asked for by "who" or "which group": the one attacked, where it "was hit", "suffered" or is "most targeted". */
export function whoAsked(sentence: Sentence, asker: Item): 'perpetrator' | 'target' {
  // على مين
  const left = sentence.items[sentence.items.indexOf(asker) - 1];
  if (isKind(left, 'connective') && left.connective === 'on') return 'target';
  const rest = sentence.items.slice(sentence.items.indexOf(asker) + 1);
  const superlative = rest.find((item) => isKind(item, 'superlative') && item.of !== undefined);
  if (isKind(superlative, 'superlative') && superlative.of) return superlative.of;
  // "who did ISIS attack"
  if (isAskedAfter(sentence, asker)) return 'target';
  const [deed] = rest.filter((item) => isKind(item, 'event') || isKind(item, 'evidence') || isDoneBy(sentence, item));
  // "who claimed them", مين نفذها
  if (deed && !isKind(deed, 'event')) return 'perpetrator';
  // أكثر جهات استهدفها داعش
  const own = rest.find((item) => hasOwnObject(sentence, item));
  if (own && isKind(rest[rest.indexOf(own) + 1], 'actor')) return 'target';
  const isVerb = (item: Item): item is FindingOf<'event'> | FindingOf<'toll'> => isKind(item, 'event') || isKind(item, 'toll');
  const verb = rest.find((item) => isVerb(item) || (isKind(item, 'auxiliary') && item.auxiliary !== 'did'));
  // "who is killing" is no passive
  const isArabic = sentence.text.tokens[asker.start]?.script === 'arabic';
  const isPassive = rest.some(
    (item) => isVerb(item) && (isArabic || item.form === 'past' || item.form === 'passive' || item.form === 'verb'),
  );
  if (isKind(verb, 'auxiliary'))
    return verb.auxiliary === 'patient' || (verb.auxiliary === 'be' && isPassive) ? 'target' : 'perpetrator';
  // "who had the most casualties"
  if (!verb || (isKind(verb, 'toll') && verb.form === 'noun')) return 'target';
  return (isKind(verb, 'event') || isKind(verb, 'toll')) && verb.form === 'passive' ? 'target' : 'perpetrator';
}

/** مين نفذها: whoever carried it out. */
const isDoneBy = (sentence: Sentence, item: Item) =>
  isKind(item, 'connective') && item.connective === 'by' && sentence.text.tokens[item.start]?.script === 'arabic';

const isDeed = (item: Item) =>
  (isKind(item, 'superlative') && (item.of !== undefined || item.measure !== null)) ||
  isKind(item, 'event') ||
  isKind(item, 'toll') ||
  isKind(item, 'evidence') ||
  (isKind(item, 'auxiliary') && (item.auxiliary === 'agent' || item.auxiliary === 'patient'));

const ONE = new Set(['it', 'this', 'that']);
const ARABIC_SUFFIX = /ه(?:ا)?$/u;

/** "who claimed it", مين تبناها: one that was spoken of before. */
export function speaksOfOne({ text }: Sentence, rest: readonly Item[]): boolean {
  const claim = rest.find((item) => isKind(item, 'evidence'));
  if (!claim) return false;
  const word = text.tokens[claim.end - 1];
  return word?.script === 'arabic'
    ? ARABIC_SUFFIX.test(word.norm)
    : text.tokens.slice(claim.end).some(({ norm }) => ONE.has(norm));
}

/** A "who" with a deed: attacked, carried out, was targeted. Not "who is Liwa al-Quds", and not "who claimed the ambush": that is looked up. */
export function whoDid(sentence: Sentence): FindingOf<'asker'> | undefined {
  const who = allOf(sentence, 'asker').find((asker) => asker.asks === 'who');
  if (!who) return undefined;
  const rest = sentence.items.slice(sentence.items.indexOf(who));
  const events = rest.filter((item) => isKind(item, 'event'));
  const claims = rest.some((item) => isKind(item, 'evidence') || (isKind(item, 'auxiliary') && item.auxiliary === 'agent'));
  const isOne = claims && (events.length > 0 ? events.every((item) => item.form === 'deed') : speaksOfOne(sentence, rest));
  const isSuperlative = rest.some((item) => item.kind === 'superlative');
  return rest.some((item) => isDeed(item) || isDoneBy(sentence, item)) && (!isOne || isSuperlative) ? who : undefined;
}
