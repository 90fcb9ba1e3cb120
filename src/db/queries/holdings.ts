import type { Sql } from 'postgres';

export interface Holdings {
  /** Published incidents. */
  incidents: number;
  /** The last day of the latest; null where there is none. */
  until: string | null;
  /** Of the server: `18.0`. */
  postgres: string;
  /** What time it is there. */
  now: Date;
}

/** What the store holds, and that it answers. */
export async function readHoldings(sql: Sql): Promise<Holdings> {
  const [row] = await sql<{ incidents: number; until: string | null; postgres: string; now: number }[]>`
    select count(*)::int as incidents, max(event_date_end)::text as until,
      current_setting('server_version') as postgres, extract(epoch from clock_timestamp())::float8 * 1000 as now
    from incident where status = 'published'`;
  if (!row) throw new Error('a count gives a row');
  return { ...row, now: new Date(row.now) };
}
