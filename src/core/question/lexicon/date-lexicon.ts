import type { Season, Unit } from '../calendar.ts';

/** Parts of a month or year. Of a month: 1–10, 11–20, 21–end, halves; of a year see the rules. */
export const PARTS = ['start', 'early', 'mid', 'late', 'end', 'first_half', 'second_half'] as const;
export type Part = (typeof PARTS)[number];

export const FEASTS = ['fitr', 'adha', 'new_year', 'christmas'] as const;
export type Feast = (typeof FEASTS)[number];

/** What a wording means, once its parts are known: the rows of the rule table in recognisers/dates/rules.ts. */
export const DATE_RULES = [
  'day',
  'days',
  'three_days',
  'month',
  'two_months',
  'part_of_month',
  'part_of_year',
  'part_of_unit',
  'week_of_month',
  'weeks_of_month',
  'days_of_month',
  'months_of_year',
  'quarter',
  'half_year',
  'season',
  'recent_season',
  'current_season',
  'winter_over',
  'year',
  'decade',
  'islamic_month',
  'part_of_islamic_month',
  'days_of_islamic_month',
  'last_named_month',
  'day_of_unit',
  'feast',
  'iso_day',
  'numeric_day',
  'numeric_day_month',
  'year_month',
  'month_year',
  'short_years',
  'rolling',
  'recent_units',
  'rolling_one',
  'previous_unit',
  'unit_before',
  'current_unit',
  'unit_to_date',
  'days_back',
  'weekday',
  'ago',
  'weekend',
  'now',
  'no_such_date',
] as const;
export type DateRule = (typeof DATE_RULES)[number];

/** How the words before or after a date bend it. */
export const MODES = ['at', 'since', 'after', 'before', 'until', 'from', 'between', 'week_of', 'as_of'] as const;
export type Mode = (typeof MODES)[number];

export interface DateLexicon {
  /** January first. */
  months: readonly (readonly string[])[];
  /** Month names that are also common words: they need a cue beside them. */
  weakMonths: readonly string[];
  /** Words before a weak name that make it a date. */
  cues: readonly string[];
  /** Words after a weak name or a weekday that make it no date, and words before one. */
  spoilers: readonly string[];
  /** Words after a weak month name that make it a verb or a noun, where nothing before it makes it a date: "may have". */
  weakSpoilers: readonly string[];
  /** What a number before it counts, so that it is no day: "in May 20 km from". */
  counted: readonly string[];
  /** What an ordinal behind it belongs to: الفيلق الخامس. */
  numbered: readonly string[];
  /** What behind a word for today makes it "the day". */
  notToday: readonly string[];
  spoilersBefore: readonly string[];
  /** Words that compare a number with another, and what stands between: "fewer than 3". */
  comparatives: readonly string[];
  thans: readonly string[];
  /** Sunday first. */
  weekdays: readonly (readonly string[])[];
  units: Readonly<Record<Unit, readonly string[]>>;
  numbers: readonly (readonly [number, readonly string[]])[];
  /** -1: the last one. */
  ordinals: readonly (readonly [number, readonly string[]])[];
  /** Days of a month by name: "the fifth of May". */
  ordinalDays: readonly (readonly [number, readonly string[]])[];
  parts: Readonly<Record<Part, readonly string[]>>;
  seasons: Readonly<Record<Season, readonly string[]>>;
  quarters: readonly (readonly [number, readonly string[]])[];
  halves: readonly (readonly [number, readonly string[]])[];
  /** `fitr` and `adha` come after "Eid", the others stand by themselves. */
  feasts: Readonly<Record<Feast, readonly string[]>>;
  /** Words that say which unit: "last", "this". */
  shifts: readonly (readonly [number, readonly string[]])[];
  /** Adjectives behind a unit, where a language sets them there: "الماضي". */
  pastOne: readonly string[];
  pastMany: readonly string[];
  currentOne: readonly string[];
  /** "last year" and the like behind a month: years to add. */
  relativeYears: readonly (readonly [number, readonly string[]])[];
  /** Days back: today 0, yesterday 1. */
  daysBack: readonly (readonly [number, readonly string[]])[];
  /** One word for two of a unit, where a language has it. */
  duals: readonly (readonly [Unit, readonly string[]])[];
  /** Several of a unit, without a number: "recent weeks". */
  manyUnits: readonly (readonly [Unit, readonly string[]])[];
  /** One word for "this month", where a language has it. */
  thisUnits: readonly (readonly [Unit, readonly string[]])[];
  /** Months of the Islamic year. */
  islamicMonths: readonly (readonly [number, readonly string[]])[];
  /** Wordings of each rule, as patterns (phrases.ts). */
  phrases: Readonly<Partial<Record<DateRule, readonly string[]>>>;
  /** How a year may follow a wording that takes one. */
  years: readonly string[];
  /** The same, of the Islamic calendar, behind its months and feasts. */
  hijriYears: readonly string[];
  /** Phrases right before a date, and right after it. */
  before: Readonly<Partial<Record<Mode, readonly string[]>>>;
  behind: Readonly<Partial<Record<Mode, readonly string[]>>>;
  /** Between two dates: a stretch from one to the other; both; one beside the other. */
  to: readonly string[];
  and: readonly string[];
  versus: readonly string[];
}
