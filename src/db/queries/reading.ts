import type { Sql } from 'postgres';
import type { Session } from './incident-version.ts';

/**
 * Reads in one transaction that sees one moment and writes nothing. The planner is told to look at each statement's own values, as a
 * search is a statement of its own kind each time, with lists of cells that a general plan would walk for every row; and not to compile,
 * which takes longer than any of them.
 */
export async function readingSession<T>(sql: Sql, read: (session: Session) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await sql.begin('isolation level repeatable read read only', async (transaction) => {
    const settings = transaction`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)`;
    [, result] = await Promise.all([settings, read(transaction).then((value) => ({ value }))]);
  });
  if (!result) throw new Error('the transaction ended without its result');
  return result.value;
}
