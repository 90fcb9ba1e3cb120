import type { PgDatabase } from 'drizzle-orm/pg-core';
import type { PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { outliveLostTransactions } from './lost-transactions.ts';
import * as schema from './schema/index.ts';

/** The store by the query builder: the pool or one transaction of it, so that a function takes either. */
export type Database = PgDatabase<PostgresJsQueryResultHKT, typeof schema>;

/**
 * One pool, in two guises. Drizzle rewrites the pool's own parsers and serializers, so both read and write alike:
 * - dates and instants come as text (`2023-04-08`, `2023-04-08 06:00:00+00`); the builder's `instant()` columns come as Date;
 * - a JS array bound as `date[]` throws: write `${days}::text[]::date[]`;
 * - JSON is written as text: `${JSON.stringify(value)}::jsonb`, never `sql.json(value)`;
 * - bigint, so also `count(*)`, comes as text: cast `::int`.
 */
export interface Store {
  db: Database;
  sql: Sql;
  /** As libpq writes it, with a socket directory as `?host=`. May hold a password: never log it. */
  url: string;
  /** Waits for running queries, at most five seconds. Closing twice is fine. */
  close(): Promise<void>;
}

export interface ConnectOptions {
  /** Most connections at once. */
  max?: number;
  /** What `pg_stat_activity` shows. */
  applicationName?: string;
  /** Runs whenever one of the pool's connections has closed, for whatever reason. */
  onClosed?: () => void;
  /** One session for the pool's whole life: it is never renewed by age and reads no types first. For locks. */
  lasting?: boolean;
  /** How long one attempt to connect may take, in seconds. */
  patience?: number;
}

/** Opens no connection by itself: the first query does. A connection that dies while idle is replaced in silence. */
export function connect(url: string, options: ConnectOptions = {}): Store {
  const sql = pool(url, options);
  const db: Database = drizzle(sql, { schema, casing: 'snake_case' });
  return { db, sql, url, close: () => sql.end({ timeout: 5 }) };
}

/** The bare postgres.js pool, with its own parsers. */
export function pool(url: string, options: ConnectOptions = {}): Sql {
  const { target, socketDirectory } = splitSocket(url);
  const sql = postgres(target, {
    max: options.max ?? 10,
    connect_timeout: options.patience ?? 10,
    connection: { application_name: options.applicationName ?? 'dalil' },
    onnotice: () => {},
    ...(socketDirectory === null ? {} : { host: socketDirectory, ssl: false }),
    ...(options.lasting ? { max_lifetime: null, fetch_types: false } : {}),
    ...(options.onClosed ? { onclose: options.onClosed } : {}),
  });
  return outliveLostTransactions(sql);
}

/** libpq names a socket directory as `?host=/directory`; postgres.js takes it only as an option and sends the rest to the server. */
function splitSocket(url: string): { target: string; socketDirectory: string | null } {
  const at = new URL(url);
  const socketDirectory = at.searchParams.get('host');
  if (socketDirectory === null) return { target: url, socketDirectory };
  at.searchParams.delete('host');
  return { target: at.href, socketDirectory };
}
