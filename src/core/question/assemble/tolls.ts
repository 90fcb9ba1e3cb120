import type { FindingOf } from '../finding.ts';
import { type Assembly, open, use } from './assembly.ts';
import { beyond, has, type Item, isKind, normOf, type Sentence } from './sentence.ts';

const COUNTED = new Set<Item['kind']>(['filler', 'people', 'actor', 'auxiliary', 'target_object', 'country']);
const WITH = new Set(['with', 'causing', 'caused', 'that', 'which', 'مع', 'فيها']);

/** The toll that a number belongs to: "5 soldiers killed", "killed at least 5". */
function tollOf(sentence: Sentence, quantity: Item): FindingOf<'toll'> | null {
  const at = sentence.items.indexOf(quantity);
  for (const step of [1, -1] as const) {
    const item = sentence.items[beyond(sentence, at, step, (one) => COUNTED.has(one.kind))];
    if (isKind(item, 'toll')) return item;
  }
  return null;
}

function suffixOf(sentence: Sentence, quantity: Item, toll: Item): FindingOf<'quantity_suffix'> | null {
  const at = Math.max(sentence.items.indexOf(quantity), sentence.items.indexOf(toll));
  const item = sentence.items[beyond(sentence, at, 1, (one) => COUNTED.has(one.kind))];
  return isKind(item, 'quantity_suffix') ? item : null;
}

const isNoun = (toll: FindingOf<'toll'>) => toll.form === 'noun';

/** "how many attacks killed civilians" counts attacks; "how many were killed" counts the dead. */
function countsEvents(sentence: Sentence): boolean {
  const at = sentence.items.findIndex((item) => isKind(item, 'intent') && item.intent === 'count');
  if (at < 0) return false;
  const counted =
    sentence.items[
      beyond(
        sentence,
        at,
        1,
        (item) =>
          ['filler', 'quantity', 'time_of_day', 'evidence', 'means', 'asker'].includes(item.kind) ||
          (isKind(item, 'connective') && item.connective === 'of'),
      )
    ];
  if (isKind(counted, 'actor')) {
    const next =
      sentence.items[
        beyond(sentence, sentence.items.indexOf(counted), 1, (item) => item.kind === 'filler' || item.kind === 'people')
      ];
    return isKind(next, 'event') && (next.form === 'deed' || next.form === 'deeds');
  }
  const next = counted && sentence.items[sentence.items.indexOf(counted) + 1];
  // "how many landmine deaths" counts deaths
  return isKind(counted, 'event') && counted.form !== 'past' && !isKind(next, 'toll');
}

/** "attacks with losses": there were some. */
function isCondition(sentence: Sentence, toll: FindingOf<'toll'>): boolean {
  const at = sentence.items.indexOf(toll);
  const left = sentence.items[beyond(sentence, at, -1, (one) => ['actor', 'people'].includes(one.kind))];
  return (
    left !== undefined &&
    normOf(sentence, left)
      .split(' ')
      .some((word) => WITH.has(word))
  );
}

/** "ISIS Hama 2023 killed?": a number is wanted, in as few words as can be. */
function isTerse(sentence: Sentence, toll: FindingOf<'toll'>): boolean {
  const asked = sentence.text.tokens.at(-1)?.norm === '?';
  return (
    asked &&
    !has(sentence, 'event', 'asker', 'intent', 'quantity', 'people') &&
    !isKind(sentence.items[sentence.items.indexOf(toll) - 1], 'auxiliary')
  );
}

function measured(field: FindingOf<'toll'>['field'], tolls: readonly FindingOf<'toll'>[]) {
  const fields = new Set(tolls.map((t) => t.field));
  const both = fields.size > 1 && [...fields].every((f) => f === 'killed' || f === 'wounded' || f === 'killed_or_wounded');
  return { field: both ? ('killed_or_wounded' as const) : field, op: 'sum' as const, value: null };
}

/** A filter on the toll ("at least 5 killed") or the toll as what is wanted ("how many were killed"). */
export function assembleCasualties(assembly: Assembly): void {
  const { sentence, question, said } = assembly;
  const set = (casualties: NonNullable<typeof question.casualties>) => {
    question.casualties = casualties;
    said.add('casualties');
  };
  for (const item of open(assembly, 'casualties')) {
    if (question.casualties === null) set(item.casualties);
    use(assembly, item);
  }
  for (const deadly of open(assembly, 'deadly')) {
    if (question.casualties === null) set({ field: 'killed', op: '>=', value: 1 });
    use(assembly, deadly);
  }
  const whole = question.casualties;
  for (const quantity of open(assembly, 'quantity')) {
    const toll = tollOf(sentence, quantity);
    if (!toll || assembly.used.has(toll)) continue;
    if (question.casualties !== null && question.casualties !== whole) continue;
    const suffix = suffixOf(sentence, quantity, toll);
    set({ field: toll.field, op: suffix?.op ?? quantity.op, value: quantity.value });
    for (const item of [quantity, toll, suffix]) if (item) use(assembly, item);
    if (quantity.partial) assembly.reported.add(quantity);
  }
  const tolls = open(assembly, 'toll');
  const [first] = tolls;
  if (!first) return;
  if (question.casualties !== null) {
    // "how many killed per attack", "no casualties … killed": one measure or filter holds them all, a second field it cannot
    for (const toll of tolls)
      if (toll.field === question.casualties.field || question.casualties.field === 'killed_or_wounded') use(assembly, toll);
    return;
  }
  for (const toll of tolls) use(assembly, toll);
  const asksNumber = sentence.items.some((item) => isKind(item, 'intent') && item.intent === 'count') && !countsEvents(sentence);
  const nouns = tolls.filter((toll) => isNoun(toll) && !isCondition(sentence, toll));
  if (asksNumber || (nouns.length > 0 && !countsEvents(sentence)) || isTerse(sentence, first))
    set(measured(first.field, asksNumber ? tolls : nouns.length > 0 ? nouns : tolls));
  else set({ field: first.field, op: '>=', value: 1 });
}
