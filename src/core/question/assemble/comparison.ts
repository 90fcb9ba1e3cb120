import type { Grouping, Period, Question } from '../question.ts';
import { type Assembly, use } from './assembly.ts';
import { allOf, beyond, type Item, isKind, joins, type Sentence } from './sentence.ts';

type Comparison = NonNullable<Question['compare']>;
type By = Comparison['by'];

const LOOKED_THROUGH = new Set<Item['kind']>([
  'filler',
  'people',
  'relation',
  'event',
  'auxiliary',
  'countryside',
  'unit',
  'sector',
]);

/** What stands on both sides of a "vs", "than", "or". */
function kindBeside(sentence: Sentence, at: number): Item['kind'] | null {
  const through = (item: Item) => LOOKED_THROUGH.has(item.kind) || (isKind(item, 'connective') && !joins(sentence, item));
  const left = sentence.items[beyond(sentence, at, -1, through)];
  const right = sentence.items[beyond(sentence, at, 1, through)];
  if (left && right && left.kind === right.kind) return left.kind;
  return null;
}

/** Whether two or more values are to be set side by side, and which kind of value the words point at. */
export function comparisonWanted(sentence: Sentence): { wanted: boolean; kind: Item['kind'] | null } {
  const asked = sentence.items.some((item) => isKind(item, 'intent') && item.intent === 'compare');
  const comparative = sentence.items.some(
    (item) =>
      isKind(item, 'superlative') &&
      (item.comparative || !sentence.items.some((other) => other.kind === 'unit' || other.kind === 'grouping')),
  );
  let wanted = asked;
  let kind: Item['kind'] | null = null;
  sentence.items.forEach((item, i) => {
    if (!isKind(item, 'connective')) return;
    const beside = kindBeside(sentence, i);
    const isCue = item.connective === 'vs' || item.connective === 'than' || (item.connective === 'or' && comparative);
    if (isCue && beside !== null) {
      wanted = true;
      kind = beside;
    } else if (item.connective === 'than' && comparative) wanted = true;
    else if (
      asked &&
      beside !== null &&
      (item.connective === 'and' || item.connective === 'with' || item.connective === 'to' || item.connective === 'or')
    )
      kind ??= beside;
  });
  return { wanted, kind };
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
  for (const item of allOf(sentence, 'intent')) if (item.intent === 'compare') use(assembly, item);
  for (const item of allOf(sentence, 'superlative')) if (by) use(assembly, item);
  if (!by || !values) return;
  question.compare = { by, values, ...(by === 'period' ? { periods: [...periods] } : {}) };
  question.group_by = grouping ?? null;
  question.intent = 'compare';
  for (const slot of ['compare', 'group_by', 'intent'] as const) said.add(slot);
}
