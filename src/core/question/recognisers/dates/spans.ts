import { back, type DaySpan, dayOf, lastDayOf, monthsSpan, type Season, seasonSpan, type Unit, yearOf } from '../../calendar.ts';
import type { Part } from '../../lexicon/date-lexicon.ts';

export const oneDay = (day: string | null): DaySpan | null => (day === null ? null : { from: day, to: day });
export const between = (from: string | null, to: string | null): DaySpan | null =>
  from && to && from <= to ? { from, to } : null;

export function partOfMonth(part: Part, year: number, month: number): DaySpan | null {
  const last = lastDayOf(year, month);
  const [a, b] = (
    {
      start: [1, 10],
      early: [1, 10],
      mid: [11, 20],
      late: [21, last],
      end: [21, last],
      first_half: [1, 15],
      second_half: [16, last],
    } as const
  )[part];
  return between(dayOf(year, month, a), dayOf(year, month, b));
}

export const partOfYear = (part: Part, year: number): DaySpan => {
  const [a, b] = (
    {
      start: [1, 1],
      early: [1, 3],
      mid: [5, 8],
      late: [10, 12],
      end: [12, 12],
      first_half: [1, 6],
      second_half: [7, 12],
    } as const
  )[part];
  return monthsSpan(year, a, b);
};

export function weekOfMonth(ordinal: number, year: number, month: number): DaySpan | null {
  const last = lastDayOf(year, month);
  const first = ordinal < 0 ? last - 6 : 1 + (ordinal - 1) * 7;
  return between(dayOf(year, month, first), dayOf(year, month, Math.min(first + 6, last)));
}

/** Days of a month that a part of it takes; 0: to its end. */
export const THIRDS: Readonly<Record<Part, readonly [number, number]>> = {
  start: [1, 10],
  early: [1, 10],
  mid: [11, 20],
  late: [21, 0],
  end: [21, 0],
  first_half: [1, 15],
  second_half: [16, 0],
};

export const recentSeason = (season: Season, now: string, complete: boolean): DaySpan => {
  for (let year = yearOf(now) + 1; ; year--) {
    const span = seasonSpan(season, year);
    if (complete ? span.to < now : span.from <= now) return span;
  }
};

export const rolling = (now: string, n: number | undefined, unit: Unit | undefined): DaySpan | null =>
  n !== undefined && unit && n >= 1 && n <= 1000 ? { from: back(now, n, unit), to: now } : null;

/** As many as "a few days" are. */
export const A_FEW = 3;

/** A unit that still runs ends today: nothing later is known. */
export const running = (span: DaySpan, now: string): DaySpan => ({ from: span.from, to: span.to < now ? span.to : now });
