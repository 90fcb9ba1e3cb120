import type { FindingOf } from '../finding.ts';
import type { Grouping, Period, Question } from '../question.ts';
import { type Assembly, use } from './assembly.ts';
import { allOf, beyond, has, type Item, isKind, joins, type Sentence } from './sentence.ts';

type Comparison = NonNullable<Question['compare']>;
type By = Comparison['by'];

const LOOKED_THROUGH = new Set<Item['kind']>(['filler', 'people', 'relation', 'auxiliary', 'countryside', 'unit', 'sector']);
const isLookedThrough = (sentence: Sentence, item: Item) =>
  LOOKED_THROUGH.has(item.kind) ||
  (isKind(item, 'event') && item.tactics.length === 0) ||
  (isKind(item, 'connective') && !joins(sentence, item));

/** A country is one by name, and by "all over Syria". */
const kindOf = (item: Item): Item['kind'] =>
  isKind(item, 'place') && item.candidates[0]?.entity.kind === 'country' ? 'country' : item.kind;

/** The kind of value that stands on both sides of a "vs", "than", "or". */
function kindBeside(sentence: Sentence, connective: Item): Item['kind'] | null {
  const at = sentence.items.indexOf(connective);
  const isPassed = (item: Item) => isLookedThrough(sentence, item) || item.kind === 'superlative';
  const [left, right] = ([-1, 1] as const).map((step) => sentence.items[beyond(sentence, at, step, isPassed)]);
  if (!left || !right || kindOf(left) !== kindOf(right)) return null;
  return kindOf(left) === 'country' ? 'place' : left.kind;
}

/** "2022 or 2023" is read as one date that has both. */
const OR: readonly string[] = ['or', 'او', 'ام', 'ولا'];
const hasPeriodsWith = (sentence: Sentence, words: readonly string[]) =>
  allOf(sentence, 'time').some(
    ({ periods, start, end }) => periods && sentence.text.tokens.slice(start, end).some((token) => words.includes(token.norm)),
  );

/** "ISIS vs SAA clashes" are clashes between them. */
const isClash = (sentence: Sentence) => {
  const events = allOf(sentence, 'event');
  return events.length > 0 && events.every((event) => event.tactics.includes('clash'));
};

/** "which of Homs, Hama and Raqqa had most attacks" */
function comparesListed(sentence: Sentence): boolean {
  const which = allOf(sentence, 'asker').find(({ asks }) => asks === 'which');
  if (!which || !has(sentence, 'superlative') || allOf(sentence, 'place').length < 2) return false;
  const next = sentence.items[beyond(sentence, sentence.items.indexOf(which), 1, (item) => isLookedThrough(sentence, item))];
  return isKind(next, 'place') && !has(sentence, 'unit');
}

/** أكثر دموية من حمص: than, where a superlative stands before it. */
const isArabicThan = (sentence: Sentence, connective: FindingOf<'connective'>): boolean =>
  connective.connective === 'from' && isKind(sentence.items[sentence.items.indexOf(connective) - 1], 'superlative');

/** "Between Homs and Hama, which saw more", بين حمص وحماة مين فيها هجمات أكتر. */
function isChoiceOfPlaces(sentence: Sentence): boolean {
  const isArabic = (item: Item) => sentence.text.tokens[item.start]?.script === 'arabic';
  const isMore = allOf(sentence, 'superlative').some((one) => one.comparative || isArabic(one));
  const asks = allOf(sentence, 'asker').some(({ asks }) => asks === 'which' || asks === 'who');
  const isBetween = allOf(sentence, 'connective').some(({ connective }) => connective === 'between');
  return isMore && asks && isBetween && allOf(sentence, 'place').length > 1;
}

const areApart = (a: Period, b: Period): boolean => a.to < (b.from ?? '') || b.to < (a.from ?? '');
/** A rise or fall between two periods that are named apart: هل زادت هالسنة عن السنة الماضية. */
function isRiseBetweenPeriods(sentence: Sentence): boolean {
  const [a, b, ...more] = allOf(sentence, 'time');
  // هل 2023 أسوأ من 2022
  const isRise =
    allOf(sentence, 'intent').some(({ intent }) => intent === 'trend') ||
    allOf(sentence, 'superlative').some(
      ({ start }) => a !== undefined && b !== undefined && a.end <= start && start < b.start && !has(sentence, 'unit'),
    );
  const isAlike = a !== undefined && b !== undefined && unitOf([a.period, b.period]) !== null;
  return isRise && isAlike && a !== undefined && b !== undefined && more.length === 0 && areApart(a.period, b.period);
}

/** Whether two or more values are to be set side by side, and which kind of value the words point at. */
export function comparisonWanted(sentence: Sentence): { wanted: boolean; kind: Item['kind'] | null } {
  const asked = allOf(sentence, 'intent').some(({ intent }) => intent === 'compare');
  const isRanked = has(sentence, 'unit', 'grouping');
  const comparative = allOf(sentence, 'superlative').some((one) => one.comparative || !isRanked);
  const connectives = allOf(sentence, 'connective');
  const isCue = ({ connective }: FindingOf<'connective'>) =>
    connective === 'vs' || connective === 'than' || (connective === 'or' && comparative);
  const cue = connectives.find((one) => (isCue(one) || isArabicThan(sentence, one)) && kindBeside(sentence, one) !== null);
  if (cue && !(isClash(sentence) && !asked)) return { wanted: true, kind: kindBeside(sentence, cue) };
  if (allOf(sentence, 'time').some(({ isSetBeside }) => isSetBeside) || (comparative && hasPeriodsWith(sentence, OR)))
    return { wanted: true, kind: 'time' };
  // "compared to 2022", "vs Palmyra": with what was asked before
  const [opening] = sentence.items.filter(({ kind }) => kind !== 'filler' && kind !== 'mark' && kind !== 'patch');
  if (isKind(opening, 'connective') && (opening.connective === 'vs' || opening.connective === 'than'))
    return { wanted: true, kind: null };
  if (comparesListed(sentence)) return { wanted: true, kind: 'place' };
  // "between Homs and Hama, which saw more attacks"
  if (isChoiceOfPlaces(sentence) && !isRanked) return { wanted: true, kind: 'place' };
  const thanOthers = comparative && connectives.some(({ connective }) => connective === 'than');
  const joined = asked ? connectives.map((one) => kindBeside(sentence, one)).find((kind) => kind !== null) : null;
  const hasPeriods = asked && allOf(sentence, 'time').some(({ periods, ends }) => periods ?? ends);
  // "did attacks rise this year from last year"
  if (isRiseBetweenPeriods(sentence)) return { wanted: true, kind: 'time' };
  return { wanted: asked || thanOthers, kind: joined ?? (hasPeriods ? 'time' : null) };
}

const UNITS: readonly [Grouping, (p: Period) => boolean][] = [
  [
    'year',
    ({ from, to }) =>
      from?.slice(5) === '01-01' && (to.slice(5) === '12-31' || to.slice(0, 4) === from.slice(0, 4)) && days(from, to) > 92,
  ],
  ['quarter', ({ from, to }) => from?.slice(8) === '01' && days(from, to) > 85 && days(from, to) < 93],
  ['month', ({ from, to }) => from?.slice(8) === '01' && from.slice(0, 7) === to.slice(0, 7)],
  ['week', ({ from, to }) => from !== null && days(from, to) === 7],
  ['day', ({ from, to }) => from === to],
];
const days = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
const unitOf = (periods: readonly Period[]): Grouping | null => UNITS.find(([, fits]) => periods.every(fits))?.[0] ?? null;
const label = ({ from, to }: Period) => (from === to ? to : `${from ?? ''}/${to}`);

/** Two or more values of one slot; what they are grouped by. Periods are kept one by one, `time` is their envelope. */
export function assembleComparison(assembly: Assembly, periods: readonly Period[], kind: Item['kind'] | null): void {
  const { sentence, question, said } = assembly;
  assembly.comparing = true;
  const { actors, places, tactics } = question;
  const dimensions: [By, Item['kind'], string[], Grouping | null][] = [
    ['period', 'time', periods.map(label), unitOf(periods)],
    ['place', 'place', places.map((p) => p.name), 'place'],
    ['perpetrator', 'actor', actors.perpetrator, 'perpetrator'],
    ['target', 'actor', actors.target, 'target'],
    ['actor', 'actor', actors.any, null],
    ['tactic', 'event', tactics, 'tactic'],
  ];
  const several = dimensions.filter(([, , values]) => values.length > 1);
  const [by, , values, grouping] = several.find(([, of]) => of === kind) ?? several[0] ?? [];
  // "more than in Hama?": the other value is in the question before
  const saysValue = said.has('time') || said.has('places');
  for (const item of allOf(sentence, 'intent')) if (item.intent === 'compare') use(assembly, item);
  for (const item of allOf(sentence, 'superlative')) if (by || (item.comparative && saysValue)) use(assembly, item);
  if (!by || !values) return;
  question.compare = { by, values, ...(by === 'period' ? { periods: [...periods] } : {}) };
  question.group_by = grouping ?? null;
  question.intent = 'compare';
  for (const slot of ['compare', 'group_by', 'intent'] as const) said.add(slot);
}
