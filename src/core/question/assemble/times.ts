import { addDays, addMonths, unitSpan, yearOf } from '../calendar.ts';
import type { FindingOf } from '../finding.ts';
import type { Period } from '../question.ts';
import { type Assembly, open, use } from './assembly.ts';

const START = '0000-01-01';
const startOf = (period: Period) => period.from ?? START;
const holds = (outer: Period, inner: Period) => startOf(outer) <= startOf(inner) && inner.to <= outer.to;
export const envelopeOf = (periods: readonly [Period, ...Period[]]): Period => ({
  from: periods.some((p) => p.from === null) ? null : periods.map(startOf).reduce((a, b) => (a < b ? a : b)),
  to: periods.map((p) => p.to).reduce((a, b) => (a > b ? a : b)),
});

/** Winter lies in two years: both ends move alike. */
const atYear = ({ from, to }: { from: string; to: string }, year: number): Period => {
  const months = 12 * (year - yearOf(from));
  return { from: addMonths(from, months), to: addMonths(to, months) };
};

/** "April or May 2023": the year that only the last one names goes for all. */
function spreadYear(times: readonly FindingOf<'time'>[]): Period[] {
  const last = times.at(-1);
  const periods = times.map((t) => t.period);
  const year = last?.period.from ? yearOf(last.period.from) : null;
  const isAssumed = (t: FindingOf<'time'>) => t.assumptions.some((a) => a.kind === 'year');
  if (!last || !year || isAssumed(last) || yearOf(last.period.to) !== year) return periods;
  return times.map((t) => (isAssumed(t) && t.period.from ? atYear({ from: t.period.from, to: t.period.to }, year) : t.period));
}

/** لحد هلق بالـ 2024: "until now" says nothing beside another period. */
const sayingSomething = (times: FindingOf<'time'>[], now: string): FindingOf<'time'>[] => {
  const some = times.filter(({ period }) => period.from !== null || period.to !== now);
  return some.length > 0 ? some : times;
};

/** Every period that was named, in order: for comparisons. */
export function periodsOf(assembly: Assembly, comparing: boolean): Period[] {
  const times = sayingSomething(open(assembly, 'time'), assembly.sentence.now);
  const spread = spreadYear(times);
  const named: Period[] = [];
  times.forEach((t, i) => {
    const last = named.at(-1);
    // "last month with the month before"
    if (t.unitBefore && last?.from) named.push(unitSpan(t.unitBefore, last.from, -1));
    else named.push(...(t.periods ?? (comparing && times.length === 1 ? t.ends : null) ?? [spread[i] ?? t.period]));
  });
  return named;
}

/** April and May, but not April and June. */
const areAdjacent = (periods: readonly Period[]): boolean => {
  const sorted = [...periods].sort((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
  return sorted.every((period, i) => {
    const before = sorted[i - 1];
    return !before || startOf(period) <= addDays(before.to, 1);
  });
};

/** One period: the narrower of two that nest, else the stretch from the first to the last. */
export function assembleTime(assembly: Assembly, periods: readonly Period[], comparing: boolean): void {
  const all = open(assembly, 'time');
  for (const time of all) use(assembly, time);
  const times = sayingSomething(all, assembly.sentence.now);
  for (const item of open(assembly, 'as_of')) {
    assembly.question.as_of = item.day;
    assembly.said.add('as_of');
    use(assembly, item);
  }
  const [first, ...rest] = periods;
  if (!first) return;
  assembly.said.add('time');
  const only = times.length === 1 ? times[0]?.period : undefined;
  const narrowest = periods.find((p) => periods.every((other) => holds(other, p)));
  assembly.question.time = only ?? narrowest ?? envelopeOf([first, ...rest]);
  const isBroken = times.length === 1 && !times[0]?.isStretch && !areAdjacent(times[0]?.periods ?? []);
  if (((!only && !narrowest) || isBroken) && !comparing)
    assembly.assumptions.push({ kind: 'envelope', ...assembly.question.time });
}
