import type { CasualtyField, FindingOf } from '../finding.ts';
import type { Question } from '../question.ts';
import { type Assembly, open, use } from './assembly.ts';
import { allOf, attached, beyond, has, type Item, isKind, joins, normOf, type Sentence } from './sentence.ts';

const COUNTED = new Set<Item['kind']>(['filler', 'people', 'actor', 'auxiliary', 'target_object', 'country']);
const WITH = new Set(
  'with where causing caused cause that which resulting resulted result led leading inflicting inflicted مع فيها بيها خلفت خلف أوقعت اوقعت اوقع سببت ادت اسفرت'.split(
    ' ',
  ),
);

/** The toll that a number belongs to: "5 soldiers killed", "killed at least 5". */
function tollOf(sentence: Sentence, quantity: Item): FindingOf<'toll'> | null {
  const at = sentence.items.indexOf(quantity);
  for (const step of [1, -1] as const) {
    // "a death toll of at least 5"
    const isPassed = (one: Item) => COUNTED.has(one.kind) || (step < 0 && isKind(one, 'connective') && one.connective === 'of');
    const item = sentence.items[beyond(sentence, at, step, isPassed)];
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
  return isKind(counted, 'event') && counted.form !== 'past' && !(isKind(next, 'toll') && isNoun(next));
}

const isCount = (item: Item | undefined) => isKind(item, 'intent') && item.intent === 'count';

/** "how many attacks and how many killed", "number of attacks and deaths": the attacks and the dead are both counted. */
function countsBoth(sentence: Sentence, toll: FindingOf<'toll'>): boolean {
  const { items } = sentence;
  const at = items.indexOf(toll);
  if (toll.form === 'deed' || toll.form === 'deeds') return false;
  const isPassed = (one: Item) =>
    COUNTED.has(one.kind) || one.kind === 'quantity' || (isKind(one, 'connective') && one.connective === 'of');
  const left = beyond(sentence, at, -1, isPassed);
  if (isCount(items[left])) return items.slice(0, left).some((one) => isCount(one) || isKind(one, 'event'));
  const isJoined = attached(sentence, toll).includes('و') || (items[left] !== undefined && joins(sentence, items[left]));
  const before = items[beyond(sentence, at, -1, (one) => COUNTED.has(one.kind) || joins(sentence, one))];
  return isJoined && isKind(before, 'event') && before.form !== 'past';
}

/** "attacks with losses": there were some. */
function isCondition(sentence: Sentence, toll: FindingOf<'toll'>): boolean {
  const at = sentence.items.indexOf(toll);
  const left = sentence.items[beyond(sentence, at, -1, (one) => ['actor', 'people', 'unknown'].includes(one.kind))];
  return (
    left !== undefined &&
    normOf(sentence, left)
      .split(' ')
      .some((word) => WITH.has(word))
  );
}

const ASKS_FOR_A_LIST = new Set<Item['kind']>(['asker', 'event', 'intent']);

/**
 * "civilians killed by landmines", "ISIS Hama 2023 killed?", "killed per month": those who died are spoken of, not what happened to them.
 * Captives are listed by the event ("soldiers captured by ISIS").
 */
function isAboutToll({ sentence, question }: Assembly, toll: FindingOf<'toll'>): boolean {
  if (toll.field === 'captured' || (toll.form !== 'past' && toll.form !== 'passive')) return false;
  const before = sentence.items.slice(0, sentence.items.indexOf(toll));
  const actor = before.filter((item) => isKind(item, 'actor')).at(-1)?.candidates[0]?.entity.name;
  const isActive = actor !== undefined && question.actors.perpetrator.includes(actor) && question.actors.target.length > 0;
  return !isActive && !before.some((item) => ASKS_FOR_A_LIST.has(item.kind));
}

function measured(tolls: readonly FindingOf<'toll'>[]): NonNullable<Question['casualties']> | null {
  const fields = new Set(tolls.map((toll) => toll.field));
  const [first] = fields;
  if (!first) return null;
  const isBoth = fields.size > 1 && [...fields].every((f) => f === 'killed' || f === 'wounded' || f === 'killed_or_wounded');
  return { field: isBoth ? 'killed_or_wounded' : first, op: 'sum', value: null };
}

/** Whole wordings: "no casualties", "deadly", "average deaths per attack". */
function wholeFilter(assembly: Assembly): Question['casualties'] {
  const [first, ...rest] = open(assembly, 'casualties');
  const deadly = open(assembly, 'deadly');
  for (const item of [first, ...rest, ...deadly]) if (item) use(assembly, item);
  return first?.casualties ?? (deadly.length > 0 ? { field: 'killed', op: '>=', value: 1 } : null);
}

/** A number and the toll it belongs to; the first, where there are several. */
function numberFilter(assembly: Assembly): Question['casualties'] {
  const { sentence } = assembly;
  for (const quantity of open(assembly, 'quantity')) {
    // كم واحد مات
    if (quantity.value === 1 && isCount(sentence.items[sentence.items.indexOf(quantity) - 1])) {
      use(assembly, quantity);
      continue;
    }
    const toll = tollOf(sentence, quantity);
    if (!toll || assembly.used.has(toll)) continue;
    const suffix = suffixOf(sentence, quantity, toll);
    for (const item of [quantity, toll, suffix]) if (item) use(assembly, item);
    if (quantity.partial) assembly.reported.add(quantity);
    return { field: toll.field, op: suffix?.op ?? quantity.op, value: quantity.value };
  }
  return null;
}

/** "prisoners executed", إعدام أسرى. */
function isDoneTo(sentence: Sentence, toll: Item): boolean {
  const at = sentence.items.indexOf(toll);
  return ([1, -1] as const).some((step) => {
    const item =
      sentence.items[
        beyond(sentence, at, step, ({ kind }) => kind === 'filler' || kind === 'auxiliary' || (kind === 'connective' && step < 0))
      ];
    return isKind(item, 'event') && item.tactics.includes('execution');
  });
}

/** Words for a toll without a number: the toll as what is wanted, or that there was one. */
function tollAsked(assembly: Assembly): Question['casualties'] {
  const { sentence } = assembly;
  const all = open(assembly, 'toll');
  // "prisoners executed by ISIS": who they were, and no toll
  const people = all.filter((toll) => toll.field === 'captured' && isNoun(toll) && isDoneTo(sentence, toll));
  for (const one of people) assembly.reported.add(one);
  const tolls = all.filter((toll) => !people.includes(toll));
  const [first] = tolls;
  if (!first) return null;
  for (const toll of tolls) use(assembly, toll);
  const counts = allOf(sentence, 'intent').some(({ intent }) => intent === 'count');
  if (tolls.some((toll) => countsBoth(sentence, toll))) return measured(tolls);
  if (countsEvents(sentence)) return { field: first.field, op: '>=', value: 1 };
  // "did more soldiers die in 2022 or 2023"
  const isCompared = sentence.items.some((item) => isKind(item, 'superlative') && item.comparative) || !has(sentence, 'event');
  if (counts || (assembly.comparing && isCompared)) return measured(tolls);
  const nouns = tolls.filter((toll) => isNoun(toll) && !isCondition(sentence, toll));
  if (nouns.length > 0) return measured(nouns);
  return isAboutToll(assembly, first) ? measured(tolls) : { field: first.field, op: '>=', value: 1 };
}

export const LOST: ReadonlySet<string> = new Set(['lose', 'loses', 'lost', 'losing', 'خسر', 'خسرت', 'خسروا', 'يخسر']);

/** "how many did the SDF lose", "who lost more": losses, without the word. */
function lossesAsked({ sentence, question }: Assembly): Question['casualties'] {
  const isLost = sentence.items.some((item) => isKind(item, 'auxiliary') && LOST.has(normOf(sentence, item)));
  if (!isLost) return null;
  const counts = allOf(sentence, 'intent').some(({ intent }) => intent === 'count');
  if (counts || question.compare !== null) return { field: 'killed_or_wounded', op: 'sum', value: null };
  // "did the SDF lose anyone"
  const asksWhether = !has(sentence, 'event', 'toll') && question.intent === 'list' && question.actors.target.length > 0;
  return asksWhether ? { field: 'killed_or_wounded', op: '>=', value: 1 } : null;
}

const holds = (held: CasualtyField, field: CasualtyField): boolean =>
  held === field || (held === 'killed_or_wounded' && (field === 'killed' || field === 'wounded'));

/** A filter on the toll ("at least 5 killed") or the toll as what is wanted ("how many were killed"). */
export function assembleCasualties(assembly: Assembly): void {
  const { question, said } = assembly;
  if (question.casualties !== null) return;
  const filter = numberFilter(assembly) ?? wholeFilter(assembly);
  if (filter) {
    // "how many killed per attack", "no casualties … killed": one filter holds them all, a second field it cannot
    for (const toll of open(assembly, 'toll')) {
      if (toll.field === filter.field || filter.field === 'killed_or_wounded') use(assembly, toll);
    }
  }
  const tolls = open(assembly, 'toll');
  question.casualties = filter ?? tollAsked(assembly) ?? lossesAsked(assembly);
  // "killed or captured": one of the two is held
  const held = question.casualties?.field;
  for (const toll of filter ? [] : tolls) if (held && !holds(held, toll.field)) assembly.reported.add(toll);
  if (question.casualties) said.add('casualties');
}
