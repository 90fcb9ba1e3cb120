import type { Sql } from 'postgres';
import { type Fragment, type Session, sessionOn } from './session.ts';

/** How statements are planned; helpers are processes that the server starts to share the work. */
const planning = (sql: Session, mode: 'force_generic_plan' | 'force_custom_plan', helpers: 0 | 2): Fragment =>
  sql`set_config('plan_cache_mode', ${mode}, true), set_config('max_parallel_workers_per_gather', ${String(helpers)}, true)`;

/**
 * Reads in one transaction that sees one moment and writes nothing. Statements are planned once for all values, as planning takes longer
 * than most of them: see `plannedFor`. None is compiled nor shared among helpers, which takes longer to begin than they take. What was
 * read is given at once: nothing is left to be decided at the end of such a transaction.
 */
export const readingSession = <T>(sql: Sql, read: (session: Session) => Promise<T>): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const reading = sql.begin('isolation level repeatable read read only', async (transaction) => {
      const session = sessionOn(transaction);
      const settings = session.run(session`select ${planning(session, 'force_generic_plan', 0)}, set_config('jit', 'off', true)`);
      const [, result] = await Promise.all([settings, read(session)]);
      resolve(result);
    });
    reading.catch(reject);
  });

/**
 * A statement whose plan depends on its values: lists of cells that a general plan would walk for every row, a page whose end comes soon or
 * late. The settings go to the server together with it.
 */
export async function plannedFor<R>(sql: Session, statement: Fragment): Promise<R[]> {
  const [, rows] = await Promise.all([
    sql.run(sql`select ${planning(sql, 'force_custom_plan', 2)}`),
    sql.run<R>(statement),
    sql.run(sql`select ${planning(sql, 'force_generic_plan', 0)}`),
  ]);
  return rows;
}
