import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { openStore } from '../../src/db/open-store.ts';
import { incident } from '../../src/db/schema/index.ts';
import { dalilHome } from '../support/dalil-home.ts';
import { bundleOpenStore, startDalil } from '../support/dalil-process.ts';
import { freshStore } from '../support/store.ts';

const asRoot = process.getuid?.() === 0;
const open = (databaseUrl: string) => openStore({ databaseUrl, home: '/nowhere', say: () => {} });

describe('a store at DATABASE_URL', () => {
  it('is migrated and open', async () => {
    const { url } = await freshStore();
    const store = await open(url);
    expect(await store.db.select().from(incident)).toEqual([]);
    await store.close();
    await store.close();
  });

  it('that nothing listens at is named without user or password', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const at = free.address();
    const port = typeof at === 'object' && at ? at.port : 0;
    await new Promise((resolve) => free.close(resolve));
    await expect(open(`postgres://someone:secret@127.0.0.1:${port}/dalil`)).rejects.toThrow(
      `The store at 127.0.0.1:${port}, as DATABASE_URL names it, cannot be reached: nothing listens there. ` +
        'Start that server or correct DATABASE_URL; without it dalil keeps a database of its own.',
    );
  });

  it('that has no such database is told apart', async () => {
    const url = new URL(inject('serverUrl'));
    url.pathname = '/no_such_database';
    await expect(open(url.href)).rejects.toThrow('it has no database of that name');
  });

  it.each(['', 'localhost:5432', 'mysql://localhost/dalil', 'postgres://'])(
    'that is no address (%j) is said to be none',
    async (address) => {
      await expect(open(address)).rejects.toThrow(/DATABASE_URL/);
    },
  );

  it('that a newer dalil has used is left alone', async () => {
    const { url, sql } = await freshStore();
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('of the future', 9999999999999)`;
    await expect(open(url)).rejects.toThrow('A newer dalil has used this store');
  });
});

describe("a store of dalil's own", () => {
  it('is refused where it cannot be written, with the way out', async () => {
    const home = dalilHome();
    writeFileSync(join(home, 'file'), '');
    await expect(openStore({ home: join(home, 'file', 'home'), say: () => {} })).rejects.toThrow(
      `The database cannot be kept in ${join(home, 'file', 'home')} (ENOTDIR). Name a directory that you may write to in DALIL_HOME, or a Postgres server in DATABASE_URL.`,
    );
  });

  it("is refused where it is another Postgres's", async () => {
    const home = dalilHome();
    mkdirSync(join(home, 'db', 'cluster'), { recursive: true });
    writeFileSync(join(home, 'db', 'cluster', 'PG_VERSION'), '17\n');
    await expect(openStore({ home, say: () => {} })).rejects.toThrow('is of Postgres 17; this dalil brings 18.');
  });

  it.skipIf(!asRoot)('is refused to who does not own it, and to a user that the system does not know', async () => {
    const bundle = await bundleOpenStore();
    const home = dalilHome({ mode: 0o777 });
    const stranger = startDalil(bundle, home, { user: { uid: 54321, gid: 54321 } });
    expect(await stranger.hear('failed')).toMatch(
      /initdb: could not look up effective user ID 54321: user does not exist\). Set DATABASE_URL/,
    );
    chmodSync(join(home, 'db'), 0o755);
    const other = startDalil(bundle, home, { user: { uid: 65534, gid: 65534 } });
    expect(await other.hear('failed')).toMatch(/belongs to another user \(number 54321\)/);
  });
});
