import {
  addDays,
  back,
  type DaySpan,
  dayOf,
  type IslamicCalendar,
  lastDayOf,
  monthSpan,
  monthsSpan,
  quarterSpan,
  type Season,
  seasonSpan,
  type Unit,
  unitSpan,
  weekdayOf,
  weekSpan,
  yearOf,
  yearSpan,
} from '../../calendar.ts';
import type { DateRule, Feast, Part } from '../../lexicon/date-lexicon.ts';
import type { Assumption } from '../../question.ts';
import { A_FEW, between, oneDay, partOfMonth, partOfYear, recentSeason, rolling, running, THIRDS, weekOfMonth } from './spans.ts';

/** The named parts of a wording. */
export interface Parts {
  day?: number;
  d2?: number;
  d3?: number;
  month?: number;
  other?: number;
  monthNumber?: number;
  m2?: number;
  twoDigitMonth?: number;
  year?: number;
  y2?: number;
  shortYear?: number;
  relativeYear?: number;
  weekday?: number;
  unit?: Unit;
  dual?: Unit;
  many?: Unit;
  thisUnit?: Unit;
  n?: number;
  ordinal?: number;
  part?: Part;
  season?: Season;
  quarter?: number;
  oneToFour?: number;
  half?: number;
  feast?: Feast;
  shift?: number;
  pastOne?: boolean;
  currentOne?: boolean;
  daysBack?: number;
  islamicMonth?: number;
  /** Of the Islamic calendar: 1444. */
  hijriYear?: number;
}

export interface Moment {
  now: string;
  islamic: IslamicCalendar;
}

type Kind = Assumption['kind'];
type Assumed = Extract<Kind, 'part_of_period' | 'season' | 'calendar' | 'day_first'>;

/** `inYear`: the wording leaves the year open, and means the latest that has begun. `at`: it stands by itself. */
export type DateRuleRow = {
  assumes?: Assumed;
  /** A wording of this shape that names no real day (31 April) is no date at all, nor is a part of it. */
  strict?: true;
} & ({ inYear: (p: Parts, year: number, m: Moment) => DaySpan | null } | { at: (p: Parts, m: Moment) => DaySpan | null });

const monthIn = (p: Parts) => p.month ?? p.monthNumber ?? 0;
const full = (short: number) => (short >= 90 ? 1900 : 2000) + short;

/** A month of the Islamic calendar: of its own year where one was said, else the one that begins in a Gregorian year. */
const islamicMonth = (p: Parts, month: number, year: number, islamic: IslamicCalendar): DaySpan | null =>
  p.hijriYear === undefined ? islamic.month(year, month) : islamic.monthOfYear(p.hijriYear, month);

/** What each wording means: the rules of docs/questions.md, row by row. Umm al-Qura feast days: 1 Shawwal and 10 Dhu al-Hijja, three and four days long. */
export const RULES = {
  day: { strict: true, inYear: (p, y) => oneDay(dayOf(y, monthIn(p), p.day ?? 0)) },
  days: { strict: true, inYear: (p, y) => between(dayOf(y, monthIn(p), p.day ?? 0), dayOf(y, monthIn(p), p.d2 ?? 0)) },
  three_days: { strict: true, inYear: (p, y) => between(dayOf(y, monthIn(p), p.day ?? 0), dayOf(y, monthIn(p), p.d3 ?? 0)) },
  month: {
    inYear: (p, y) => (monthIn(p) >= 1 && monthIn(p) <= 12 && (p.other ?? p.month) === p.month ? monthSpan(y, monthIn(p)) : null),
  },
  two_months: {
    inYear: (p, y) => (p.monthNumber && p.m2 && p.m2 > p.monthNumber ? monthsSpan(y, p.monthNumber, p.m2) : null),
  },
  part_of_month: { inYear: (p, y) => (p.part ? partOfMonth(p.part, y, monthIn(p)) : null), assumes: 'part_of_period' },
  part_of_year: { at: (p) => (p.part && p.year ? partOfYear(p.part, p.year) : null), assumes: 'part_of_period' },
  part_of_unit: {
    at: (p, { now }) => {
      const unit = p.unit ?? p.thisUnit;
      if (unit !== 'month' && unit !== 'year') return null;
      const span = unitSpan(unit, now, p.shift ?? (p.pastOne ? -1 : 0));
      if (!p.part) return running(span, now);
      return unit === 'year'
        ? partOfYear(p.part, yearOf(span.from))
        : partOfMonth(p.part, yearOf(span.from), Number(span.from.slice(5, 7)));
    },
    assumes: 'part_of_period',
  },
  week_of_month: { inYear: (p, y) => (p.ordinal ? weekOfMonth(p.ordinal, y, monthIn(p)) : null), assumes: 'part_of_period' },
  weeks_of_month: {
    inYear: (p, y) => {
      const last = lastDayOf(y, monthIn(p));
      const days = 7 * (p.dual ? 2 : (p.n ?? 0));
      if (days < 7 || days > 28) return null;
      return (p.ordinal ?? 1) < 0
        ? between(dayOf(y, monthIn(p), last - days + 1), dayOf(y, monthIn(p), last))
        : between(dayOf(y, monthIn(p), 1), dayOf(y, monthIn(p), days));
    },
    assumes: 'part_of_period',
  },
  days_of_month: {
    inYear: (p, y) => {
      const last = lastDayOf(y, monthIn(p));
      const n = p.n ?? 10;
      return (p.ordinal ?? 1) < 0
        ? between(dayOf(y, monthIn(p), last - n + 1), dayOf(y, monthIn(p), last))
        : between(dayOf(y, monthIn(p), 1), dayOf(y, monthIn(p), n));
    },
    assumes: 'part_of_period',
  },
  months_of_year: {
    at: (p, { now }) => {
      const year = p.year ?? yearOf(now) + (p.relativeYear ?? 0);
      const n = p.n ?? 0;
      if (n < 1 || n > 12) return null;
      return (p.ordinal ?? 1) < 0 ? monthsSpan(year, 13 - n, 12) : monthsSpan(year, 1, n);
    },
  },
  quarter: {
    inYear: (p, y) => {
      const said = p.quarter ?? p.oneToFour ?? p.ordinal ?? 0;
      const hasYear = p.year !== undefined || p.relativeYear !== undefined || p.shortYear !== undefined;
      // "the last quarter" of no year is the one before this
      const quarter = said < 0 && hasYear ? 4 : said;
      return quarter >= 1 && quarter <= 4 ? quarterSpan(y, quarter) : null;
    },
  },
  half_year: { inYear: (p, y) => partOfYear(p.half === 1 ? 'first_half' : 'second_half', y) },
  season: { inYear: (p, y) => (p.season ? seasonSpan(p.season, y) : null), assumes: 'season' },
  recent_season: { at: (p, { now }) => (p.season ? recentSeason(p.season, now, true) : null), assumes: 'season' },
  // "this summer", asked in June, has begun
  current_season: { at: (p, { now }) => (p.season ? recentSeason(p.season, now, false) : null), assumes: 'season' },
  winter_over: {
    at: (p) => {
      const end = p.y2 ?? (p.shortYear === undefined ? 0 : full(p.shortYear));
      return p.year && end === p.year + 1 ? seasonSpan('winter', end) : null;
    },
    assumes: 'season',
  },
  year: { at: (p) => (p.year ? yearSpan(p.year) : null) },
  decade: { at: (p) => (p.year && p.year % 10 === 0 ? { from: `${p.year}-01-01`, to: `${p.year + 9}-12-31` } : null) },
  part_of_islamic_month: {
    inYear: (p, y, { islamic }) => {
      const month = islamicMonth(p, p.islamicMonth ?? 0, y, islamic);
      const [first, last] = (p.part && THIRDS[p.part]) ?? [0, 0];
      if (!month || first < 1) return null;
      const to = addDays(month.from, last - 1);
      return { from: addDays(month.from, first - 1), to: last === 0 || to > month.to ? month.to : to };
    },
    assumes: 'calendar',
  },
  days_of_islamic_month: {
    inYear: (p, y, { islamic }) => {
      const month = islamicMonth(p, p.islamicMonth ?? 0, y, islamic);
      const n = p.n ?? 10;
      if (!month || n < 1 || n > 30) return null;
      return (p.ordinal ?? 1) < 0
        ? { from: addDays(month.to, 1 - n), to: month.to }
        : { from: month.from, to: addDays(month.from, n - 1) };
    },
    assumes: 'calendar',
  },
  // "last April", asked in April, is that of last year
  last_named_month: {
    at: (p, { now }) => {
      const month = monthIn(p);
      if (month < 1 || month > 12) return null;
      const span = monthSpan(yearOf(now), month);
      return span.to < now ? span : monthSpan(yearOf(now) - 1, month);
    },
  },
  day_of_unit: {
    strict: true,
    at: (p, { now }) => {
      const { from } = unitSpan('month', now, p.shift ?? (p.pastOne ? -1 : 0));
      return oneDay(dayOf(yearOf(from), Number(from.slice(5, 7)), p.day ?? 0));
    },
  },
  islamic_month: { inYear: (p, y, { islamic }) => islamicMonth(p, p.islamicMonth ?? 0, y, islamic), assumes: 'calendar' },
  feast: {
    inYear: (p, y, { islamic }) => {
      if (p.feast === 'new_year') return oneDay(dayOf(y, 1, 1));
      if (p.feast === 'christmas') return oneDay(dayOf(y, 12, 25));
      const month = islamicMonth(p, p.feast === 'fitr' ? 10 : 12, y, islamic);
      if (!month) return null;
      return p.feast === 'fitr'
        ? { from: month.from, to: addDays(month.from, 2) }
        : { from: addDays(month.from, 9), to: addDays(month.from, 12) };
    },
    assumes: 'calendar',
  },
  iso_day: { strict: true, at: (p) => oneDay(dayOf(p.year ?? 0, p.monthNumber ?? 0, p.day ?? 0)) },
  numeric_day: {
    strict: true,
    at: (p) => oneDay(dayOf(p.year ?? full(p.shortYear ?? 0), p.monthNumber ?? 0, p.day ?? 0)),
    assumes: 'day_first',
  },
  numeric_day_month: { strict: true, inYear: (p, y) => oneDay(dayOf(y, p.monthNumber ?? 0, p.day ?? 0)), assumes: 'day_first' },
  year_month: { at: (p) => (p.year ? monthSpan(p.year, p.twoDigitMonth ?? p.month ?? 1) : null) },
  month_year: { at: (p) => (p.year && p.monthNumber ? monthSpan(p.year, p.monthNumber) : null) },
  short_years: {
    at: (p) => {
      const end = full(p.shortYear ?? 0);
      return p.year && end > p.year && end - p.year < 10 ? { from: `${p.year}-01-01`, to: `${end}-12-31` } : null;
    },
  },
  rolling: { at: (p, { now }) => (p.dual ? rolling(now, 2, p.dual) : rolling(now, p.n, p.unit)) },
  // "recent weeks": a few of them
  recent_units: { at: (p, { now }) => rolling(now, A_FEW, p.many), assumes: 'part_of_period' },
  rolling_one: { at: (p, { now }) => rolling(now, 1, p.unit) },
  previous_unit: { at: (p, { now }) => (p.unit && p.unit !== 'hour' ? unitSpan(p.unit, now, -1) : null) },
  // beside another period it is the one before that (join.ts)
  unit_before: { at: (p, { now }) => unitSpan(p.unit ?? 'month', now, -1) },
  current_unit: { at: (p, { now }) => unitSpan(p.unit ?? p.thisUnit ?? 'day', now, 0) },
  unit_to_date: { at: (p, { now }) => running(unitSpan(p.unit ?? 'year', now, 0), now) },
  days_back: { at: (p, { now }) => oneDay(addDays(now, -(p.daysBack ?? 0))) },
  weekday: {
    // the last one before today; on the day itself, a week ago
    at: (p, { now }) => (p.weekday === undefined ? null : oneDay(addDays(now, -((weekdayOf(now) - p.weekday + 7) % 7 || 7)))),
  },
  ago: {
    at: (p, { now }) => oneDay(p.dual ? back(now, 2, p.dual) : p.unit && (p.n ?? 1) <= 1000 ? back(now, p.n ?? 1, p.unit) : null),
  },
  weekend: {
    at: (_, { now }) => {
      const monday = weekSpan(now).from;
      return { from: addDays(monday, -2), to: addDays(monday, -1) };
    },
    assumes: 'part_of_period',
  },
  now: { at: (_, { now }) => oneDay(now) },
  // shapes of dates that no calendar has: "32 March", "99/99/2023", "April 1823"
  no_such_date: { strict: true, at: () => null },
} satisfies Record<DateRule, DateRuleRow>;
