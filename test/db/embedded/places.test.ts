import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { pool } from '../../../src/db/client.ts';
import { type EmbeddedServer, joinEmbeddedServer } from '../../../src/db/embedded-server.ts';
import { dalilHome } from '../../support/dalil-home.ts';
import { bundleOpenStore, startDalil } from '../../support/dalil-process.ts';

const asRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65534, gid: 65534 };

const said: string[] = [];
const servers: EmbeddedServer[] = [];
const joinIn = async (home: string, shelter = join(home, 'shelter')) => {
  const server = await joinEmbeddedServer({ home, shelter, say: (line) => said.push(line), durable: false });
  servers.push(server);
  return server;
};
afterEach(async () => {
  for (const server of servers.splice(0)) await server.leave();
  said.splice(0);
});

async function answers(url: string): Promise<boolean> {
  const sql = pool(url, { max: 1 });
  const [row] = await sql<{ one: number }[]>`select 1 as one`;
  await sql.end();
  return row?.one === 1;
}

describe('where the server listens', () => {
  it('on a socket in its own directory, which is closed to others', async () => {
    const server = await joinIn(dalilHome());
    expect(new URL(server.url).searchParams.get('host')).toBe(server.directory);
    expect(statSync(server.directory).mode & 0o077).toBe(0);
    expect(await answers(server.url)).toBe(true);
  });

  it.each([`it's "one" home, 100% $HOME\\`, 'بيت دليل'])('in a directory named %s', async (name) => {
    const server = await joinIn(join(dalilHome(), name));
    expect(await answers(server.url)).toBe(true);
  });

  it('on a socket in a short directory where the path of its own is too long for one', async () => {
    const server = await joinIn(join(dalilHome(), 'a-directory-with-a-very-long-name'.repeat(4)));
    const short = new URL(server.url).searchParams.get('host') ?? '';
    expect(short).toMatch(/^\/tmp\/dalil-[0-9a-f]{16}$/);
    expect(statSync(short).mode & 0o077).toBe(0);
    expect(await answers(server.url)).toBe(true);
  });

  it('on a port of this machine, with a password, where somebody else has taken the short directory', async () => {
    const home = join(dalilHome(), 'a-directory-with-a-very-long-name'.repeat(4));
    const first = await joinIn(home);
    const short = new URL(first.url).searchParams.get('host') ?? '';
    await first.leave();
    expect(existsSync(short)).toBe(false);
    writeFileSync(short, 'taken');
    const [second, third] = [await joinIn(home), await joinIn(home)];
    const url = new URL(second.url);
    expect([url.hostname, url.password.length]).toEqual(['127.0.0.1', 32]);
    expect(third.url).toBe(second.url);
    expect(await answers(second.url)).toBe(true);
    url.password = 'wrong';
    await expect(answers(url.href)).rejects.toMatchObject({ code: '28P01' });
    rmSync(short);
  });
});

describe.skipIf(!asRoot)('started by root', () => {
  it('runs the server as another user, in DALIL_HOME where that user can reach it', async () => {
    const home = dalilHome();
    const server = await joinIn(home);
    expect(server.directory).toBe(join(home, 'db'));
    expect(statSync(join(server.directory, 'cluster')).uid).toBe(NOBODY.uid);
  });

  it('keeps the database elsewhere where DALIL_HOME is closed to others, says so, and finds it again', async () => {
    const home = dalilHome({ mode: 0o700 });
    const shelter = join(dalilHome(), 'shelter');
    const first = await joinIn(home, shelter);
    expect(first.directory.startsWith(join(shelter, 'dalil-home-'))).toBe(true);
    expect(said[0]).toBe(
      `The database is in ${first.directory}: the server does not run as root, and ${home} is closed to others.`,
    );
    await first.leave();
    expect((await joinIn(home, shelter)).directory).toBe(first.directory);
    expect(existsSync(join(home, 'db'))).toBe(false);
  });

  it('lets the user who began a database keep it', async () => {
    const home = dalilHome({ mode: 0o700, ...NOBODY });
    const bundle = await bundleOpenStore();
    const ordinary = startDalil(bundle, home, { user: NOBODY });
    await ordinary.hear('open');
    const root = await joinIn(home);
    expect(root.directory).toBe(join(home, 'db'));
    await ordinary.close();
    expect(await answers(root.url)).toBe(true);
    await root.leave();
    expect(statSync(join(home, 'db', 'cluster')).uid).toBe(NOBODY.uid);
  });
});
