import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { pool } from '../../src/db/client.ts';
import { joinEmbeddedServer } from '../../src/db/embedded-server.ts';
import { migrate } from '../../src/db/migrate.ts';
import { databaseIn } from './database-in.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where databases are made and dropped. */
    serverUrl: string;
    /** The name of the migrated empty database that tests clone. */
    emptyTemplate: string;
  }
}

/** One server for the whole run: TEST_DATABASE_URL's, or an own one in a temp directory without fsync. */
export default async function setup(project: TestProject) {
  const server = await testServer();
  const emptyTemplate = `dalil_test_${process.pid}_${Date.now().toString(36)}`;
  await command(server.url, `create database ${emptyTemplate}`);
  await migrate(databaseIn(server.url, emptyTemplate));
  project.provide('serverUrl', server.url);
  project.provide('emptyTemplate', emptyTemplate);
  return async () => {
    const sql = pool(server.url, { max: 1 });
    // clones of test files that were killed, too: their names begin with the template's
    const left = await sql<
      { name: string }[]
    >`select datname as name from pg_database where starts_with(datname, ${emptyTemplate})`;
    for (const { name } of left) await sql.unsafe(`drop database if exists ${name} with (force)`);
    await sql.end();
    await server.end();
  };
}

async function command(url: string, statement: string): Promise<void> {
  const sql = pool(url, { max: 1 });
  await sql.unsafe(statement);
  await sql.end();
}

async function testServer(): Promise<{ url: string; end: () => Promise<void> }> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) return { url: given, end: async () => {} };
  const home = mkdtempSync(join(tmpdir(), 'dalil-test-'));
  // root's server runs as another user, who must reach it
  chmodSync(home, 0o711);
  const server = await joinEmbeddedServer({ home, say: () => {}, durable: false });
  return {
    url: server.url,
    async end() {
      await server.leave();
      rmSync(server.directory, { recursive: true, force: true });
      rmSync(home, { recursive: true, force: true });
    },
  };
}
