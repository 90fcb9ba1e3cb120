import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { nameOf } from '../../../src/db/backup/tables.ts';
import { writeBackup } from '../../../src/db/backup/write-backup.ts';
import type { Store } from '../../../src/db/client.ts';
import type { Finder } from './needles.ts';

/** Bytes by where they are. */
export type Places = ReadonlyMap<string, Uint8Array>;

function* filesUnder(directory: string, but: string): Generator<[string, Uint8Array]> {
  for (const entry of readdirSync(directory, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || path.startsWith(but)) continue;
    try {
      yield [path, readFileSync(path)];
    } catch {
      // the server has taken it away meanwhile
    }
  }
}

async function backupOf({ sql }: Store): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const into = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  await writeBackup(sql, into);
  return Buffer.concat(chunks);
}

/** Every row of every table, the server's own tables and statistics with them, as Postgres writes it out. */
async function dumpOf({ sql }: Store): Promise<Uint8Array> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'm') and n.nspname not in ('information_schema', 'pg_toast')`;
  const written: string[] = [];
  for (const { schema, name } of tables) {
    const rows = await sql.unsafe(`select t::text as row from ${nameOf(schema)}.${nameOf(name)} as t`);
    written.push(...rows.map(({ row }) => String(row)));
  }
  const underWay = await sql<{ query: string }[]>`select query from pg_stat_activity`;
  return Buffer.from([...written, ...underWay.map(({ query }) => query)].join('\n'));
}

/** How many places were looked at, and in which of them which words stand. */
export async function look(home: string, keys: string, store: Store, more: Places, find: Finder) {
  await store.sql`checkpoint`;
  const leaks: string[] = [];
  let looked = 0;
  const see = (place: string, bytes: Uint8Array) => {
    looked++;
    leaks.push(...find(bytes).map((word) => `${place}: ${word}`));
  };
  for (const [place, bytes] of filesUnder(home, keys)) see(place, bytes);
  see('backup', await backupOf(store));
  see('dump', await dumpOf(store));
  for (const [place, bytes] of more) see(place, bytes);
  return { looked, leaks };
}
