import type { PendingQuery, Row, Sql } from 'postgres';
import type { Session } from './incident-version.ts';

/**
 * Reads in one transaction that sees one moment and writes nothing. Statements are planned once for all values, as planning takes longer
 * than most of them: see `plannedFor`. None is compiled, which takes longer than any of them.
 */
export async function readingSession<T>(sql: Sql, read: (session: Session) => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await sql.begin('isolation level repeatable read read only', async (transaction) => {
    const settings = transaction`select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('jit', 'off', true)`;
    [, result] = await Promise.all([settings, read(transaction).then((value) => ({ value }))]);
  });
  if (!result) throw new Error('the transaction ended without its result');
  return result.value;
}

/**
 * A statement whose plan depends on its values: lists of cells that a general plan would walk for every row, a page whose end comes soon or
 * late. The settings go to the server together with it.
 */
export async function plannedFor<R extends readonly Row[]>(sql: Session, query: PendingQuery<R>): Promise<R> {
  const plans = (mode: string) => sql`select set_config('plan_cache_mode', ${mode}, true)`.execute();
  const [, rows] = await Promise.all([plans('force_custom_plan'), query.execute(), plans('force_generic_plan')]);
  return rows;
}
