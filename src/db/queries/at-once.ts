import { plannedFor } from './reading.ts';
import type { Fragment, Session } from './session.ts';

/**
 * Several statements as one, each with its rows as a list: one way to the server and back, and one row to read. Values come as JSON has
 * them, so days and bigints must be cast to what they shall be. A statement may read what an earlier one found, under its name.
 * @param how `planned`: for the values at hand, see `plannedFor`.
 */
export async function atOnce<R extends Record<string, readonly unknown[]>>(
  sql: Session,
  statements: { [K in keyof R]: Fragment | null },
  how: 'planned' | 'plain' = 'plain',
): Promise<R> {
  const asked = Object.entries<Fragment | null>(statements);
  const steps = asked.flatMap(([name, statement]) => (statement ? [sql`${sql(name)} as materialized (${statement})`] : []));
  const columns = asked.map(([name, statement]) =>
    statement ? sql`(select coalesce(json_agg(a), '[]') from ${sql(name)} a) as ${sql(name)}` : sql`'[]'::json as ${sql(name)}`,
  );
  const listed = (all: Fragment[]) => all.reduce((before, one) => sql`${before}, ${one}`);
  const query = sql`${steps.length > 0 ? sql`with ${listed(steps)}` : sql``} select ${listed(columns)}`;
  const [found] = await (how === 'planned' ? plannedFor<R>(sql, query) : sql.run<R>(query));
  if (!found) throw new Error('a select without a table gives a row');
  return found;
}

export type Ask = <R>(statement: Fragment) => Promise<R[]>;

/**
 * A statement, with those of others that ask in the same turn, as one. Whoever asks later is answered later, so that all of a question
 * that depends on nothing goes together, wherever in the program it is asked.
 */
export function togetherOn(sql: Session): Ask {
  interface Waiting {
    statement: Fragment;
    resolve(rows: unknown): void;
    reject(error: unknown): void;
  }
  let waiting: Waiting[] = [];
  const send = () => {
    const all = waiting;
    waiting = [];
    const names = Object.fromEntries(all.map(({ statement }, i) => [`s${i}`, statement]));
    atOnce<Record<string, unknown[]>>(sql, names).then(
      (found) => {
        for (const [i, { resolve }] of all.entries()) resolve(found[`s${i}`]);
      },
      (error) => {
        for (const { reject } of all) reject(error);
      },
    );
  };
  return <R>(statement: Fragment) =>
    new Promise<R[]>((resolve, reject) => {
      // after all that is ready to run has run
      if (waiting.length === 0) process.nextTick(send);
      waiting.push({ statement, resolve: (rows) => resolve(rows as R[]), reject });
    });
}
