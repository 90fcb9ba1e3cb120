import type { FindingOf } from '../finding.ts';
import type { Grouping, Question } from '../question.ts';
import { isKindWord, unitAsked, whoAsked, whoDid } from './asked-unit.ts';
import { type Assembly, open, use } from './assembly.ts';
import { allOf, beyond, has, type Item, isKind, normOf, type Sentence } from './sentence.ts';
import { LOST } from './tolls.ts';

type Superlative = FindingOf<'superlative'>;
type Measure = 'killed' | 'killed_or_wounded' | null;

const WHERE_AND_WHEN = { where: 'place', when: 'month' } as const;

function groupingAsked(
  sentence: Sentence,
  unit: FindingOf<'unit'> | null,
  superlative: Superlative | undefined,
): Grouping | null {
  if (unit) return unit.either ? whoAsked(sentence, unit) : unit.grouping;
  const who = whoDid(sentence);
  if (who) return whoAsked(sentence, who);
  if (superlative?.of) return superlative.of;
  const which = allOf(sentence, 'asker').find(({ asks }) => asks === 'which');
  const next = which && sentence.items[beyond(sentence, sentence.items.indexOf(which), 1, ({ kind }) => kind === 'filler')];
  if (superlative && which && next?.kind === 'people') return whoAsked(sentence, which);
  const asker = allOf(sentence, 'asker').find(({ asks }) => asks === 'where' || asks === 'when');
  if (!superlative || !asker || (asker.asks !== 'where' && asker.asks !== 'when')) return null;
  return WHERE_AND_WHEN[asker.asks];
}

/** The toll that a superlative is about: "most deaths", "most people killed", أكثر شهر دموية. */
function tollBeside(sentence: Sentence, superlative: Item): FindingOf<'toll'> | FindingOf<'deadly'> | null {
  const at = sentence.items.indexOf(superlative);
  for (const step of [1, -1] as const) {
    const item =
      sentence.items[beyond(sentence, at, step, (one) => ['filler', 'people', 'actor', 'auxiliary'].includes(one.kind))];
    if (isKind(item, 'toll')) return item;
  }
  return allOf(sentence, 'deadly')[0] ?? null;
}

/** "rank the governorates by deaths", أكثر هجوم أوقع قتلى: the toll stands further off. */
function tollFurther(assembly: Assembly, unit: Item | null): FindingOf<'toll'> | FindingOf<'casualties'> | null {
  const some = open(assembly, 'casualties').find(({ casualties: { op, value } }) => op === '>=' && value === 1);
  if (!unit) return some ?? null;
  const tolls = open(assembly, 'toll');
  // أكتر يوم مات فيه ناس
  const onlyToll = has(assembly.sentence, 'event') ? undefined : tolls[0];
  return tolls.find(({ form }) => form === 'noun') ?? onlyToll ?? some ?? null;
}

const fieldOf = (toll: FindingOf<'toll'> | FindingOf<'casualties'> | FindingOf<'deadly'>) =>
  isKind(toll, 'deadly') ? 'killed' : isKind(toll, 'toll') ? toll.field : toll.casualties.field;

function measureOf(
  superlative: Superlative | undefined,
  toll: FindingOf<'toll'> | FindingOf<'casualties'> | FindingOf<'deadly'> | null,
  grouping: Grouping | null,
  isLost: boolean,
): Measure {
  if (superlative?.measure === 'worst') return grouping ? null : 'killed';
  if (superlative?.measure) return superlative.measure;
  if (!toll) return isLost ? 'killed_or_wounded' : null;
  return fieldOf(toll) === 'killed' ? 'killed' : 'killed_or_wounded';
}

const orderOf = (measure: Measure, most: boolean): Question['order'] => {
  if (measure) return `${measure}_desc`;
  return most ? 'count_desc' : 'count_asc';
};

/** "the 5 deadliest attacks", "deadliest 5", آخر 5. */
export function numberBeside(assembly: Assembly, item: Item | undefined): FindingOf<'quantity'> | null {
  if (!item) return null;
  const { items } = assembly.sentence;
  const at = items.indexOf(item);
  const beside = [items[at + 1], items[at - 1]].find(
    (one) => isKind(one, 'quantity') && one.op === '=' && one.value > 0 && !assembly.used.has(one),
  );
  return isKind(beside, 'quantity') ? beside : null;
}

const PLURAL = /s$/u;
const isPlural = ({ text }: Sentence, item: Item): boolean => {
  const last = text.tokens[item.end - 1];
  return last?.script === 'latin' && PLURAL.test(last.norm);
};

/** "which of the governorates" is one of them. */
function isOneOf(sentence: Sentence, unit: Item): boolean {
  const left = sentence.items[beyond(sentence, sentence.items.indexOf(unit), -1, ({ kind }) => kind === 'filler')];
  return isKind(left, 'connective') && left.connective === 'of';
}

/** One, unless several were spoken of: "which month", "deadliest attacks". */
function limitOf(
  sentence: Sentence,
  superlative: Superlative | undefined,
  unit: Item | null,
  grouping: Grouping | null,
): number | null {
  if (!superlative || allOf(sentence, 'superlative').some(({ all }) => all)) return null;
  if (unit) return isPlural(sentence, unit) && !isOneOf(sentence, unit) ? null : 1;
  const isSeveral = allOf(sentence, 'event').some((event) => event.form === 'deeds');
  return grouping === null && isSeveral ? null : 1;
}

/** "who lost the most" */
const speaksOfLosses = (sentence: Sentence) =>
  sentence.items.some((item) => isKind(item, 'auxiliary') && LOST.has(normOf(sentence, item)));

/** Superlatives and "who attacked": by what, in which order, how many. */
export function assembleTop(assembly: Assembly): void {
  const { sentence, question, said } = assembly;
  const superlatives = open(assembly, 'superlative').filter((item) => !item.comparative || has(sentence, 'unit'));
  // "rank the targets by casualties"
  const superlative = superlatives.find(({ measure }) => measure !== null) ?? superlatives[0];
  const limit = open(assembly, 'limit')[0] ?? null;
  const number = limit ? null : numberBeside(assembly, superlative);
  const unit = unitAsked(sentence, superlative ?? limit ?? undefined);
  const isAsked = has(sentence, 'asker') || limit !== null || superlative !== undefined;
  const grouping = isAsked ? groupingAsked(sentence, unit, superlative) : null;
  const ranked = superlative ?? limit;
  const toll = ranked ? (tollBeside(sentence, ranked) ?? tollFurther(assembly, unit)) : null;
  const measure = measureOf(superlative, toll, grouping, superlative !== undefined && speaksOfLosses(sentence));
  const isWorst = superlative?.measure === 'worst' && !has(sentence, 'event');
  if (grouping === null && (measure === null || isWorst)) return;
  question.intent = 'top';
  question.group_by = grouping;
  question.order = orderOf(measure, superlative?.most ?? true);
  question.limit = limit?.limit ?? number?.value ?? limitOf(sentence, superlative, unit, grouping);
  for (const item of [...superlatives, limit, number, unit, toll]) if (item) use(assembly, item);
  for (const slot of ['intent', 'group_by', 'order', 'limit'] as const) said.add(slot);
}

/** Per month, by type; a word that only says what a name is goes with the name. */
export function assembleGrouping(assembly: Assembly): void {
  const { sentence, question, said } = assembly;
  const grouping = open(assembly, 'grouping')[0];
  if (grouping) {
    question.group_by = grouping.grouping;
    use(assembly, grouping);
    said.add('group_by');
  }
  for (const unit of open(assembly, 'unit')) {
    if (isKindWord(sentence, unit) || unit.grouping === grouping?.grouping) use(assembly, unit);
  }
}
