import type { Period } from '../question/question.ts';

/** Units of a time series. Weeks run from Monday to Sunday. */
export type Bucket = 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAY_MS = 86_400_000;
const iso = (at: Date) => at.toISOString().slice(0, 10);
const date = (day: string) => new Date(`${day}T00:00:00Z`);

export const daysAfter = (day: string, days: number): string => iso(new Date(date(day).getTime() + days * DAY_MS));
export const daysBetween = (from: string, to: string): number => Math.round((date(to).getTime() - date(from).getTime()) / DAY_MS);

/** First day of the month so many months after the one of `day`. */
const monthAfter = (day: string, months: number) => {
  const at = date(day);
  return iso(new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1)));
};
const month = (day: string) => date(day).getUTCMonth();

const STARTS: Record<Bucket, (day: string) => string> = {
  day: (day) => day,
  week: (day) => daysAfter(day, -((date(day).getUTCDay() + 6) % 7)),
  month: (day) => monthAfter(day, 0),
  quarter: (day) => monthAfter(day, -(month(day) % 3)),
  year: (day) => monthAfter(day, -month(day)),
};

const NEXT: Record<Bucket, (start: string) => string> = {
  day: (start) => daysAfter(start, 1),
  week: (start) => daysAfter(start, 7),
  month: (start) => monthAfter(start, 1),
  quarter: (start) => monthAfter(start, 3),
  year: (start) => monthAfter(start, 12),
};

export interface BucketPeriod {
  /** First day of the whole unit. */
  key: string;
  /** The part of it that lies in the asked period. */
  period: Period & { from: string };
}

/** Every unit from one day to another, without gaps. */
export function bucketsIn(bucket: Bucket, from: string, to: string): BucketPeriod[] {
  const found: BucketPeriod[] = [];
  for (let key = STARTS[bucket](from); key <= to; key = NEXT[bucket](key)) {
    const end = daysAfter(NEXT[bucket](key), -1);
    found.push({ key, period: { from: key < from ? from : key, to: end > to ? to : end } });
  }
  return found;
}

/** Where a trend was asked for without a unit: so that it has some ten to some sixty points. */
export function bucketFor({ from, to }: { from: string | null; to: string }): Bucket {
  const days = from === null ? Number.POSITIVE_INFINITY : daysBetween(from, to) + 1;
  if (days <= 31) return 'day';
  if (days <= 120) return 'week';
  return days <= 5 * 366 ? 'month' : 'year';
}
