import type { OwnRow, OwnTotals } from '../../db/queries/survey.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { remembered } from '../gazetteer/remembered.ts';
import type { Grouping, Question } from '../question/question.ts';
import { type Bucket, bucketFor, bucketsIn } from './buckets.ts';
import type { Row, TollTotal } from './found.ts';
import { addition, type Shared, withShared } from './joint.ts';
import { ownTotal, sum } from './tolls.ts';

const BUCKETS: readonly Grouping[] = ['day', 'week', 'month', 'quarter', 'year'] satisfies Bucket[];
export const isBucket = (grouping: Grouping): grouping is Bucket => BUCKETS.includes(grouping);

/** What an answer is broken down by: as asked, or for a trend without a unit by time. */
export function groupingOf({ group_by, intent, time, compare }: Question, now: string): Grouping | null {
  // places side by side have totals of their own
  if (compare?.by === 'place' && group_by === 'place') return null;
  return group_by ?? (intent === 'trend' ? bucketFor(time ?? { from: null, to: now }) : null);
}

interface Group {
  /** Empty: nothing to sort them by. */
  keys: string[];
  incidents: number;
  killed: TollTotal;
  wounded: TollTotal;
}

const none = (): TollTotal => ({ low: 0, best: 0, high: 0, unknown: 0 });
const plus = (a: TollTotal, b: TollTotal): TollTotal => ({ ...sum(a, b), unknown: a.unknown + b.unknown });
interface Parts {
  gazetteer: Gazetteer;
  grouping: Grouping;
  question: Question;
  own: OwnTotals;
  shared: readonly Shared[];
}

/** The lines of a series or breakdown. They add up to the totals, each shared figure on the line that holds all it counts. */
export function rowsOf({ gazetteer, grouping, question, own, shared }: Parts): Row[] {
  const groups = new Map<string, Group>();
  const groupOf = (keys: string[]): Group => {
    const id = JSON.stringify(keys);
    const group = groups.get(id) ?? { keys, incidents: 0, killed: none(), wounded: none() };
    groups.set(id, group);
    return group;
  };
  const keysOf = (raw: unknown) => keysFrom(gazetteer, grouping, raw);
  for (const row of own.rows) addOwn(groupOf(keysOf(row.key)), row);
  for (const figure of shared) addShared(figure, keysOf, groupOf);
  if (isBucket(grouping)) return series(grouping, groups, question, own);
  return ranked(grouping, [...groups.values()], question.order);
}

function addOwn(group: Group, row: OwnRow) {
  group.incidents += row.incidents;
  group.killed = plus(group.killed, ownTotal(row.killed, row.incidents));
  group.wounded = plus(group.wounded, ownTotal(row.wounded, row.incidents));
}

/** The figure goes to one line; its incidents stop being unknown each on its own. */
function addShared(figure: Shared, keysOf: (raw: unknown) => string[], groupOf: (keys: string[]) => Group) {
  const counted = figure.covered.filter((one) => one.counted).map((one) => ({ one, keys: keysOf(one.key) }));
  const [first] = counted;
  const together = counted.every(({ keys }) => JSON.stringify(keys) === JSON.stringify(first?.keys));
  for (const measure of ['killed', 'wounded'] as const) {
    if (!addition(figure, measure, null)) continue;
    const home = groupOf(together ? (first?.keys ?? []) : []);
    home[measure] = withShared(home[measure], [figure], measure, { hits: () => false });
    for (const { one, keys } of counted) {
      const group = groupOf(keys);
      const told = { ...none(), unknown: group[measure].unknown };
      const { unknown } = withShared(told, [figure], measure, { hits: (hit) => hit === one });
      const elsewhere = together ? 0 : told.unknown - unknown;
      group[measure] = { ...group[measure], unknown, together: (group[measure].together ?? 0) + elsewhere };
    }
  }
}

/** The database's key as ids or names: none for what it leaves open, several where an incident names several. */
function keysFrom(gazetteer: Gazetteer, grouping: Grouping, raw: unknown): string[] {
  const values = (Array.isArray(raw) ? raw : [raw]).filter((value): value is string => typeof value === 'string');
  if (values.length === 0) return [];
  if (grouping === 'governorate' || grouping === 'district') return [unitId(gazetteer, grouping, values)];
  return [...new Set(values)].sort();
}

/** The gazetteer's unit of that name; a unit that it does not know keeps its name. */
function unitId(gazetteer: Gazetteer, kind: 'governorate' | 'district', [country, ...names]: string[]): string {
  return unitsByName(gazetteer).get(JSON.stringify([kind, country, ...names])) ?? names.at(-1) ?? '';
}

/** Ids of governorates and districts by kind, country and name, of districts also below the name of what holds them. */
const unitsByName = remembered(({ places }: Gazetteer) => {
  const units = new Map<string, string>();
  for (const { id, kind, country, name, parentId } of places.values()) {
    if (kind !== 'governorate' && kind !== 'district') continue;
    for (const names of [[name], [places.get(parentId ?? '')?.name, name]]) {
      const key = JSON.stringify([kind, country, ...names]);
      if (!units.has(key)) units.set(key, id);
    }
  }
  return units;
});

const rowOf = ({ keys, incidents, killed, wounded }: Group): Row => ({
  key: keys.length === 0 ? null : keys.join('+'),
  incidents,
  killed,
  wounded,
});

function series(bucket: Bucket, groups: Map<string, Group>, { time, order }: Question, own: OwnTotals): Row[] {
  const from = time?.from ?? own.firstDay;
  const to = time?.to ?? own.lastDay;
  const spans = from === null || to === null ? [] : bucketsIn(bucket, from, to);
  const rows = spans.map(({ key, period }) => {
    const group = groups.get(JSON.stringify([key])) ?? { keys: [key], incidents: 0, killed: none(), wounded: none() };
    return { ...rowOf(group), period };
  });
  const undated = groups.get('[]');
  return [...sorted(rows, order), ...(undated ? [rowOf(undated)] : [])];
}

const SEVERAL: readonly Grouping[] = ['perpetrator', 'target', 'tactic'];

function ranked(grouping: Grouping, groups: Group[], order: Question['order']): Row[] {
  const open = groups.filter((group) => group.keys.length === 0).map(rowOf);
  const named = groups.filter((group) => group.keys.length > 0);
  if (!SEVERAL.includes(grouping)) return [...sorted(named.map(rowOf), order ?? 'count_desc'), ...open];
  const alone = new Map(named.filter((g) => g.keys.length === 1).map((g) => [g.keys[0], g]));
  const singles = [...new Set(named.flatMap((g) => g.keys))].map((key) => ({
    ...rowOf(alone.get(key) ?? { keys: [key], incidents: 0, killed: none(), wounded: none() }),
    keys: [key],
    naming: named.filter((g) => g.keys.includes(key)).reduce((n, g) => n + g.incidents, 0),
  }));
  const together = named.filter((g) => g.keys.length > 1).map((g) => ({ ...rowOf(g), keys: g.keys }));
  return [...sorted(singles, order ?? 'count_desc'), ...sorted(together, order ?? 'count_desc'), ...open];
}

const weight = {
  count_desc: (row: Row) => -(row.naming ?? row.incidents),
  count_asc: (row: Row) => row.naming ?? row.incidents,
  killed_desc: (row: Row) => -row.killed.best,
  killed_or_wounded_desc: (row: Row) => -(row.killed.best + row.wounded.best),
  date_desc: () => 0,
  date_asc: () => 0,
} satisfies Record<NonNullable<Question['order']>, (row: Row) => number>;

/** Ties go by time or by name, so that the same question gives the same order. */
function sorted<R extends Row>(rows: R[], order: Question['order']): R[] {
  const compareKeys = (a: R, b: R) => ((a.key ?? '') < (b.key ?? '') ? -1 : 1);
  const direction = order === 'date_desc' ? -1 : 1;
  return [...rows].sort((a, b) => (order ? weight[order](a) - weight[order](b) : 0) || direction * compareKeys(a, b));
}
