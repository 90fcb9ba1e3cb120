import { BadCell, BadFile, type Row } from './row.ts';

/** The names that a column may have, by what it holds; `required` ones must be there. */
export type ColumnNames = Readonly<Record<string, readonly string[]>>;

/** What each column is called in this file; null where it has none. */
export type Found<C extends ColumnNames> = { readonly [K in keyof C]: string | null };

/** Letters of a header that are told: enough to see what file it is. */
const MOST_NAMED = 300;

const plain = (name: string) => name.trim().toLowerCase();

/** Names are found in any case. Throws BadFile where a required column is missing. */
export function findColumns<C extends ColumnNames>(
  header: readonly string[],
  names: C,
  { required, what }: { required: readonly (keyof C & string)[]; what: string },
): Found<C> {
  const held = new Map(header.map((name) => [plain(name), name]));
  const found: Record<string, string | null> = {};
  for (const [key, spellings] of Object.entries(names)) {
    found[key] = spellings.map((name) => held.get(plain(name))).find((name) => name !== undefined) ?? null;
  }
  const missing = required.filter((key) => found[key] === null).map((key) => names[key]?.[0] ?? key);
  if (missing.length > 0)
    throw new BadFile(
      `This is no ${what}: it has no column ${missing.join(', ')}. Its columns: ${header.join(', ').slice(0, MOST_NAMED)}.`,
    );
  return found as Found<C>;
}

/** The cells of one row by what they hold. Reading one that is not as it should be throws BadCell with the column's own name. */
export interface Cells<K extends string> {
  text(key: K): string;
  textOrNull(key: K): string | null;
  whole(key: K, from?: number, to?: number): number;
  /** Null where the cell is empty or NA. */
  wholeOrNull(key: K, from?: number, to?: number): number | null;
  number(key: K, from: number, to: number): number;
  numberOrNull(key: K, from: number, to: number): number | null;
  day(key: K): string;
  dayOrNull(key: K): string | null;
  bad(key: K, reason: string): BadCell;
}

const LONGEST_TEXT = 20_000;
const MOST = 2_000_000_000;
const NOTHING = new Set(['', 'na', 'n/a', 'null', 'nan', '-']);

const EASTERN_DIGIT = /[٠-٩۰-۹]/gu;

/** Sheets in Arabic may hold ٤ for 4. */
export const asciiDigits = (text: string): string =>
  text.replace(EASTERN_DIGIT, (digit) => String(((digit.codePointAt(0) ?? 0) - 0x660) % 0x90));

export function cellsOf<K extends string>({ cells }: Row, found: Readonly<Record<K, string | null>>, readDay = isoDay): Cells<K> {
  const raw = (key: K): string => {
    const column = found[key];
    return column === null ? '' : (cells[column] ?? '').trim();
  };
  const bad = (key: K, reason: string) => new BadCell(found[key] ?? key, reason, raw(key).slice(0, 80) || null);
  const isEmpty = (value: string) => NOTHING.has(value.toLowerCase());
  const textOrNull = (key: K): string | null => {
    const value = raw(key);
    if (value === '') return null;
    if (value.includes('\0')) throw bad(key, 'holds a NUL character');
    if (value.length > LONGEST_TEXT) throw bad(key, `is longer than ${LONGEST_TEXT} characters`);
    return value;
  };
  const numberOrNull = (key: K, from: number, to: number): number | null => {
    const value = asciiDigits(raw(key));
    if (isEmpty(value)) return null;
    if (/^[+-]?\d+,\d+$/u.test(value)) throw bad(key, `is not a number: write a point, ${value.replace(',', '.')}`);
    const number = /^[+-]?\d+(?:\.\d*)?(?:e[+-]?\d+)?$|^[+-]?\.\d+$/iu.test(value) ? Number(value) : Number.NaN;
    if (Number.isNaN(number)) throw bad(key, 'is not a number');
    if (number < from || number > to) throw bad(key, `is not between ${from} and ${to}`);
    return number;
  };
  const wholeOrNull = (key: K, from = 0, to = MOST): number | null => {
    const number = numberOrNull(key, from, to);
    if (number !== null && !Number.isInteger(number)) throw bad(key, 'is not a whole number');
    return number;
  };
  const dayOrNull = (key: K): string | null => {
    const value = asciiDigits(raw(key));
    if (isEmpty(value)) return null;
    const day = readDay(value);
    if (day === null) throw bad(key, 'is not a calendar day such as 2023-04-08');
    return day;
  };
  const needed = <T>(key: K, value: T | null): T => {
    if (value === null) throw bad(key, 'is empty');
    return value;
  };
  return {
    text: (key) => needed(key, textOrNull(key)),
    textOrNull,
    whole: (key, from, to) => needed(key, wholeOrNull(key, from, to)),
    wholeOrNull,
    number: (key, from, to) => needed(key, numberOrNull(key, from, to)),
    numberOrNull,
    day: (key) => needed(key, dayOrNull(key)),
    dayOrNull,
    bad,
  };
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/u;

/** A day as ISO writes it, with a time of day or without; null where it is none of the calendar's. */
export function isoDay(value: string): string | null {
  const [, year, month, day] = ISO.exec(value) ?? [];
  return year && month && day ? dayOf(Number(year), Number(month), Number(day)) : null;
}

const EARLIEST_YEAR = 1900;
const LATEST_YEAR = 2199;

/** ISO, or null where the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The day so many days later, ISO. */
export const daysAfter = (day: string, days: number): string => {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

/** First and last day of a day's month. */
export const monthOf = (day: string): [first: string, last: string] => {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() + 1, 0);
  return [`${day.slice(0, 7)}-01`, at.toISOString().slice(0, 10)];
};
