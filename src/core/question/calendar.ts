/**
 * Arithmetic on calendar days, written as ISO days (`2023-04-06`) and meant in Asia/Damascus. Weeks run Monday to Sunday.
 */
export interface DaySpan {
  from: string;
  to: string;
}

export const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const;
export type Season = (typeof SEASONS)[number];
export const UNITS = ['hour', 'day', 'week', 'month', 'quarter', 'year'] as const;
export type Unit = (typeof UNITS)[number];

const DAY_MS = 86_400_000;
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const two = (n: number) => String(n).padStart(2, '0');

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));
export const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Null for a day that does not exist (31 April). */
export const dayOf = (year: number, month: number, day: number): string | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month) ? `${year}-${two(month)}-${two(day)}` : null;

export const addDays = (day: string, n: number): string => iso(at(day) + n * DAY_MS);

/** The same day of another month, or that month's last day where it has no such day. */
export function addMonths(day: string, n: number): string {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + n;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return `${year}-${two(month)}-${two(Math.min(Number(day.slice(8)), lastDayOf(year, month)))}`;
}

export const yearSpan = (year: number): DaySpan => ({ from: `${year}-01-01`, to: `${year}-12-31` });
export const monthSpan = (year: number, month: number): DaySpan => ({
  from: `${year}-${two(month)}-01`,
  to: `${year}-${two(month)}-${two(lastDayOf(year, month))}`,
});
export const monthsSpan = (year: number, first: number, last: number): DaySpan => ({
  from: monthSpan(year, first).from,
  to: monthSpan(year, last).to,
});
export const quarterSpan = (year: number, quarter: number): DaySpan => monthsSpan(year, quarter * 3 - 2, quarter * 3);

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay();
export const weekSpan = (day: string): DaySpan => {
  const from = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { from, to: addDays(from, 6) };
};

/** Meteorological seasons; the winter of a year is the one that ends in it. */
export const seasonSpan = (season: Season, year: number): DaySpan =>
  ({
    winter: { from: `${year - 1}-12-01`, to: monthSpan(year, 2).to },
    spring: monthsSpan(year, 3, 5),
    summer: monthsSpan(year, 6, 8),
    autumn: monthsSpan(year, 9, 11),
  })[season];

/** The calendar unit that holds `day`, `offset` units on. An hour's unit is its day. */
export function unitSpan(unit: Unit, day: string, offset: number): DaySpan {
  if (unit === 'hour' || unit === 'day') return { from: addDays(day, offset), to: addDays(day, offset) };
  if (unit === 'week') return weekSpan(addDays(day, 7 * offset));
  if (unit === 'year') return yearSpan(yearOf(day) + offset);
  const first = addMonths(`${day.slice(0, 8)}01`, unit === 'month' ? offset : 3 * offset);
  return unit === 'month' ? monthSpan(yearOf(first), monthOf(first)) : quarterSpan(yearOf(first), Math.ceil(monthOf(first) / 3));
}

/** The day that lies so many units back; hours count as begun days. */
export function back(day: string, n: number, unit: Unit): string {
  if (unit === 'hour') return addDays(day, -Math.ceil(n / 24));
  if (unit === 'day' || unit === 'week') return addDays(day, -n * (unit === 'week' ? 7 : 1));
  return addMonths(day, -n * { month: 1, quarter: 3, year: 12 }[unit]);
}

/** Months of the Umm al-Qura calendar, found by walking a Gregorian year's days; each year is walked once per calendar. */
export function createIslamicCalendar() {
  const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const years = new Map<number, { day: string; year: number; month: number; date: number }[]>();
  const daysOf = (year: number) => {
    const known = years.get(year);
    if (known) return known;
    const days: { day: string; year: number; month: number; date: number }[] = [];
    for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += DAY_MS) {
      const parts = format.formatToParts(new Date(ms));
      const number = (type: string) => Number(parts.find((p) => p.type === type)?.value);
      days.push({ day: iso(ms), year: number('year'), month: number('month'), date: number('day') });
    }
    years.set(year, days);
    return days;
  };
  const spanFrom = (first: { day: string; month: number } | undefined, year: number): DaySpan | null => {
    if (!first) return null;
    const rest = [...daysOf(year), ...daysOf(year + 1)].filter((d) => d.day >= first.day);
    const end = rest.findIndex((d) => d.month !== first.month);
    return { from: first.day, to: rest[end - 1]?.day ?? first.day };
  };
  return {
    /** The Islamic month (9: Ramadan) that begins in a Gregorian year, the first of two where two do; null where none does. */
    month(year: number, month: number): DaySpan | null {
      return spanFrom(
        daysOf(year).find((d) => d.month === month && d.date === 1),
        year,
      );
    },
    /** A month of a year of the Islamic calendar itself: Ramadan 1444. */
    monthOfYear(hijriYear: number, month: number): DaySpan | null {
      // an Islamic year is about 0.97 of a Gregorian one, and the first began in 622
      const about = Math.floor(hijriYear * 0.970229 + 621.5);
      for (const year of [about, about + 1]) {
        const first = daysOf(year).find((d) => d.year === hijriYear && d.month === month && d.date === 1);
        if (first) return spanFrom(first, year);
      }
      return null;
    },
  };
}
export type IslamicCalendar = ReturnType<typeof createIslamicCalendar>;
