import { z } from 'zod';
import { WrongUse } from './cli-command.ts';

const isoDay = z.iso.date();

/** The day that an option names, or null. Throws WrongUse for what is no calendar day. */
export function readDay(option: string, value: string | undefined): string | null {
  if (value === undefined) return null;
  if (!isoDay.safeParse(value).success) throw new WrongUse(`--${option} must be a calendar day such as 2023-05-02`);
  return value;
}
