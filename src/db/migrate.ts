import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/postgres-js';
import { migrate as applyMigrations } from 'drizzle-orm/postgres-js/migrator';
import type { Sql } from 'postgres';
import { z } from 'zod';
import { packageRoot } from '../package-root.ts';
import { pool } from './client.ts';
import { errorCode, StoreUnavailable } from './unavailable.ts';

const FOLDER = join(packageRoot, 'migrations');
const journal = z.object({ entries: z.array(z.object({ when: z.number() })) });

/** Drizzle's migrator takes no lock; this one keeps two processes from migrating at once. It goes with its session. */
const MIGRATING = 0x6d696772;

/**
 * Brings the schema up to this dalil's. All steps that are missing are one transaction, so a killed migration leaves nothing.
 * Throws StoreUnavailable where a newer dalil has been here.
 */
export async function migrate(url: string): Promise<void> {
  const sql = pool(url, { max: 1, lasting: true, applicationName: 'dalil migration' });
  try {
    if (isCurrent(await lastApplied(sql))) return;
    await sql`select pg_advisory_lock(${MIGRATING})`;
    await applyMigrations(drizzle(sql), { migrationsFolder: FOLDER });
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** When the newest applied migration was written, by drizzle's own table; null: none is. */
async function lastApplied(sql: Sql): Promise<number | null> {
  try {
    const [row] = await sql<{ last: string | null }[]>`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
    return row?.last == null ? null : Number(row.last);
  } catch (error) {
    // undefined table or schema: an empty database
    if (errorCode(error) === '42P01' || errorCode(error) === '3F000') return null;
    throw error;
  }
}

function isCurrent(last: number | null): boolean {
  const { entries } = journal.parse(JSON.parse(readFileSync(join(FOLDER, 'meta', '_journal.json'), 'utf8')));
  const ours = Math.max(...entries.map((entry) => entry.when));
  if (last !== null && last > ours) {
    throw new StoreUnavailable(
      'A newer dalil has used this store, and this one does not know its form. Start the newer one, or export there and import here.',
    );
  }
  return last === ours;
}
