import { sql } from 'drizzle-orm';
import { check, type PgColumn, timestamp } from 'drizzle-orm/pg-core';
import type { Measure, Party } from './vocabulary.ts';

/** An instant, UTC. Calendar days are `date` columns and mean days in Asia/Damascus. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** `low` null: no lower bound is known. `high` null: open above ("at least"). A missing measure is unknown, not zero. */
export interface Range {
  low: number | null;
  best?: number | null;
  high: number | null;
}

/** A toll by party and measure. `best` is kept for `killed` alone. */
export type Tolls = Partial<Record<Party, Partial<Record<Measure, Range>>>>;

/** Named CHECK that a text column holds one of a closed list. Null passes. */
export const oneOf = (name: string, column: PgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((v) => `'${v.replaceAll("'", "''")}'`).join(', '))})`);

/** Named CHECK that every element of a text array is of a closed list. */
export const allOf = (name: string, column: PgColumn, values: readonly string[]) =>
  check(name, sql`${column} <@ array[${sql.raw(values.map((v) => `'${v}'`).join(', '))}]::text[]`);
