import { damascusDay } from '../damascus-day.ts';
import type { Voice } from '../summary/voice.ts';

const hours = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Damascus', hour: '2-digit', hourCycle: 'h23' });

const minutes = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Damascus',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** "14:32" in Damascus. */
export const minuteSaid = (at: Date): string => minutes.format(at);

/** "20 November 2026, 14:00": the hour in Damascus. */
export const hourSaid = (at: Date, { t, days }: Voice): string =>
  t('mod-hour', { day: days.day(damascusDay(at)), hour: hours.format(at) });

/** "3 hours", "2 days". */
export function waited(from: Date, now: Date, { t }: Voice): string {
  const passed = Math.max(0, Math.floor((now.getTime() - from.getTime()) / 3_600_000));
  return passed < 48 ? t('mod-hours', { n: passed }) : t('mod-days', { n: Math.floor(passed / 24) });
}
