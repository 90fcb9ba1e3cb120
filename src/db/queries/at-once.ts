import type { Row } from 'postgres';
import type { Fragment, Session } from './incident-version.ts';

/**
 * Several statements as one, each with its rows as a list: one way to the server and back, and one row to read. Values come as JSON has
 * them, so days and bigints must be cast to what they shall be.
 */
export async function atOnce<R extends Record<string, readonly unknown[]>>(
  sql: Session,
  statements: { [K in keyof R]: Fragment | null },
): Promise<R> {
  const asked = Object.entries<Fragment | null>(statements);
  const columns = asked.map(([name, statement]) =>
    statement === null
      ? sql`'[]'::json as ${sql(name)}`
      : sql`(select coalesce(json_agg(a), '[]') from (${statement}) a) as ${sql(name)}`,
  );
  const [found] = await sql<(R & Row)[]>`select ${columns.reduce((all, column) => sql`${all}, ${column}`)}`;
  if (!found) throw new Error('a select without a table gives a row');
  return found;
}
