import { addDays, addMonths, type DaySpan, dayOf, lastDayOf, monthOf, monthsSpan, yearOf } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { compilePatterns, pattern } from '../phrases.ts';
import type { Period } from '../question.ts';
import type { Text } from '../text.ts';

/**
 * Periods said by way of the period before: "the month after", "the same period last year", "before that", "on the 6th", "the first week".
 * `half` and `week` are of the month or year that was asked about; a week of -1 is its last.
 */
export type Shift =
  | { years: number }
  | { months: number }
  | { toYear: true }
  | { side: 'before' | 'after' }
  | { byDays: number }
  | { days: true }
  | { half: 1 | 2 }
  | { week: number };

interface Said {
  now: string;
  number: number;
  /** The end of a stretch: "from the 5th to the 10th". */
  last: number;
}

/** A period that ends with its month still does: February after January. */
function move({ from, to }: Period, months: number): Period | null {
  if (!Number.isInteger(months)) return null;
  const moved = addMonths(to, months);
  const endsMonth = Number(to.slice(8)) === lastDayOf(yearOf(to), monthOf(to));
  const end = endsMonth ? dayOf(yearOf(moved), monthOf(moved), lastDayOf(yearOf(moved), monthOf(moved))) : null;
  return { from: from && addMonths(from, months), to: end ?? moved };
}

const DAY_MS = 86_400_000;
const YEARS = { first: 1900, last: 2100 };

/** The one month that a period lies in. */
const monthWithin = ({ from, to }: Period): { year: number; month: number } | null =>
  from !== null && from.slice(0, 7) === to.slice(0, 7) ? { year: yearOf(to), month: monthOf(to) } : null;

function daysWithin(period: Period, first: number, last: number): DaySpan | null {
  const within = monthWithin(period);
  const from = within && dayOf(within.year, within.month, first);
  const to = within && dayOf(within.year, within.month, last);
  return from && to && from <= to ? { from, to } : null;
}

function halfOf(period: Period, half: 1 | 2): Period | null {
  const within = monthWithin(period);
  if (within) return half === 1 ? daysWithin(period, 1, 15) : daysWithin(period, 16, lastDayOf(within.year, within.month));
  const year = yearOf(period.to);
  if (period.from !== `${year}-01-01`) return null;
  return half === 1 ? monthsSpan(year, 1, 6) : monthsSpan(year, 7, 12);
}

function weekOf(period: Period, week: number): Period | null {
  const within = monthWithin(period);
  if (!within) return null;
  const last = lastDayOf(within.year, within.month);
  const first = week < 0 ? last - 6 : 1 + (week - 1) * 7;
  return daysWithin(period, first, Math.min(first + 6, last));
}

const LONGEST_WEEK = 7;

/** The day before or after a day, the week before or after a week. */
function moveByDays({ from, to }: Period, days: number): Period | null {
  const length = from === null ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  const fits = Math.abs(days) === 1 ? length === 1 : length >= 1 && length <= LONGEST_WEEK;
  return fits && from !== null ? { from: addDays(from, days), to: addDays(from, days + length - 1) } : null;
}

/** The period that is meant; null where the one before allows none. */
function shifted(shift: Shift, before: Period, { now, number, last }: Said): Period | null {
  if ('months' in shift) return move(before, shift.months);
  if ('years' in shift) return move(before, shift.years * 12);
  if ('byDays' in shift) return moveByDays(before, shift.byDays);
  if ('half' in shift) return halfOf(before, shift.half);
  if ('week' in shift) return weekOf(before, shift.week);
  if ('days' in shift) return daysWithin(before, number, Number.isNaN(last) ? number : last);
  if ('side' in shift && shift.side === 'after') return before.to < now ? { from: addDays(before.to, 1), to: now } : null;
  if ('side' in shift) return before.from === null ? null : { from: null, to: addDays(before.from, -1) };
  return number >= YEARS.first && number <= YEARS.last ? move(before, (number - yearOf(before.to)) * 12) : null;
}

/** Makes the period that a follow-up means, from the one that it follows. */
export function shiftsRecogniser(lexicons: readonly Lexicon[]): (text: Text, previous: Period, now: string) => Finding[] {
  const patterns = lexicons.flatMap(({ shifts }) =>
    shifts.flatMap(([shift, wordings]) =>
      wordings.map((wording) =>
        pattern(wording, (values) => ({ shift, number: Number(values.number), last: Number(values.last) })),
      ),
    ),
  );
  const matcher = compilePatterns(patterns, {});
  return (text, previous, now) =>
    matcher(text).flatMap(({ match: { start, end }, value: { shift, number, last } }): Finding[] => {
      const period = shifted(shift, previous, { now, number, last });
      const common = { start, end, exactness: 'exact' as const, assumptions: [], by: 'shifts' };
      // "on the 30th", of February
      if (!period && 'days' in shift && monthWithin(previous) && number > 0)
        return [{ kind: 'impossible', about: 'no_such_date', ...common }];
      return period ? [{ kind: 'time', period, ...common }] : [];
    });
}
