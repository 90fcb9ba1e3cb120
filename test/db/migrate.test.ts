import { randomUUID } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { pool } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { databaseIn } from '../support/database-in.ts';

/** An empty database, gone with the run. */
async function emptyDatabase(): Promise<string> {
  const name = `${inject('emptyTemplate')}_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const server = pool(inject('serverUrl'), { max: 1 });
  await server.unsafe(`create database ${name} template template0`);
  await server.end();
  return databaseIn(inject('serverUrl'), name);
}

/** Tables, functions and applied migrations. */
async function stateOf(url: string) {
  const sql = pool(url, { max: 1 });
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const functions = await sql<{ name: string }[]>`
    select proname as name from pg_proc where pronamespace = 'public'::regnamespace order by 1`;
  const applied = await sql<{ n: number }[]>`
    select count(*)::int as n from information_schema.tables where table_schema = 'drizzle'`;
  const migrations = applied[0]?.n ? await sql`select hash from drizzle.__drizzle_migrations order by created_at` : [];
  await sql.end();
  return { tables: tables.map((row) => row.name), functions: functions.map((row) => row.name), migrations: migrations.length };
}

describe('the migrations', () => {
  it('make the schema from nothing, and nothing the second time', async () => {
    const url = await emptyDatabase();
    await migrate(url);
    const made = await stateOf(url);
    expect(made.tables).toEqual(
      expect.arrayContaining(['account', 'actor', 'edit', 'incident', 'incident_past', 'place', 'source', 'statistic']),
    );
    expect(made.functions).toEqual(expect.arrayContaining(['incident_parts', 'toll_total', 'tolls_in_order']));
    expect(made.migrations).toBeGreaterThanOrEqual(2);
    await migrate(url);
    expect(await stateOf(url)).toEqual(made);
  });

  it('run once where several dalils start on an empty store', async () => {
    const url = await emptyDatabase();
    await Promise.all(Array.from({ length: 4 }, () => migrate(url)));
    const alone = await emptyDatabase();
    await migrate(alone);
    expect(await stateOf(url)).toEqual(await stateOf(alone));
  });

  it('leave nothing behind when they are killed, and the next start makes all', async () => {
    const url = await emptyDatabase();
    const [saboteur, onlooker] = [pool(url, { max: 1 }), pool(url, { max: 1 })];
    // a table of that name that is not yet committed: the migration waits for it half-way, and dies there
    await saboteur`begin`;
    await saboteur`create table statistic ()`;
    const killed = expect(migrate(url)).rejects.toThrow();
    await expect
      .poll(
        () => onlooker`select pg_terminate_backend(pid) as dead from pg_stat_activity
        where datname = current_database() and application_name = 'dalil migration' and wait_event_type = 'Lock'`,
      )
      .toEqual([{ dead: true }]);
    await killed;
    await saboteur`rollback`;
    expect((await stateOf(url)).tables).toEqual([]);
    await migrate(url);
    expect((await stateOf(url)).tables).toContain('statistic');
    await Promise.all([saboteur.end(), onlooker.end()]);
  });
});
