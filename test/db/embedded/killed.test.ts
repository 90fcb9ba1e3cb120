import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dalilHome, killServer, scratchIn, serverPid, until } from '../../support/dalil-home.ts';
import { bundleOpenStore, leftAfterAnother, startDalil } from '../../support/dalil-process.ts';

let bundle: string;
beforeAll(async () => {
  bundle = await bundleOpenStore();
});

const write = (who: string) =>
  `insert into edit (at, who, why, subject, subject_id, changes) values (now(), '${who}', '-', 'store', '-', '{}') returning who`;

/** The killed dalil's initdb may still be at work when the next one sweeps. */
const PATIENCE = { timeout: 30_000 };

describe('kill -9 during the first start', () => {
  const scratch = (directory: string, ...path: string[]) =>
    scratchIn(directory).some((name) => !name.endsWith('.password') && existsSync(join(directory, name, ...path)));
  const moments: Record<string, (directory: string) => boolean> = {
    'as initdb begins': (directory) => scratch(directory, 'base'),
    'as initdb ends': (directory) => scratch(directory, 'base', '5', 'PG_VERSION'),
    'when the database is in its place': (directory) => existsSync(join(directory, 'cluster')),
    'as the server begins': (directory) => existsSync(join(directory, 'cluster', 'postmaster.pid')),
    'as the server listens': (directory) => existsSync(join(directory, '.s.PGSQL.5432')),
  };
  it.each(Object.entries(moments))('%s: the next start is whole, and sweeps up', async (_, moment) => {
    const home = dalilHome();
    const directory = join(home, 'db');
    const killed = startDalil(bundle, home);
    await until(() => moment(directory));
    await killed.kill();
    const next = startDalil(bundle, home);
    await next.hear('open');
    expect(await next.ask(write('next'))).toEqual([{ who: 'next' }]);
    await next.close();
    expect(serverPid(directory)).toBeNull();
    await expect.poll(() => leftAfterAnother(bundle, home), PATIENCE).toEqual([]);
  });
});

describe('Ctrl-C during the first start', () => {
  it('stops at once, and the next start is whole', async () => {
    const home = dalilHome();
    const stopped = startDalil(bundle, home);
    await stopped.hear('said');
    await stopped.interrupt();
    expect(serverPid(join(home, 'db'))).toBeNull();
    await expect.poll(() => leftAfterAnother(bundle, home), PATIENCE).toEqual([]);
  });
});

describe('kill -9 of server and dalil', () => {
  it('loses nothing that was written', async () => {
    const home = dalilHome();
    const first = startDalil(bundle, home);
    await first.hear('open');
    await first.ask(write('kept'));
    await first.kill();
    await killServer(join(home, 'db'));
    const second = startDalil(bundle, home);
    await second.hear('open');
    expect(await second.ask('select who from edit')).toEqual([{ who: 'kept' }]);
    await second.close();
  });

  it('leaves a lock that no other program can hold, whichever got the number since', async () => {
    const home = dalilHome();
    const lock = join(home, 'db', 'cluster', 'postmaster.pid');
    const first = startDalil(bundle, home);
    await first.hear('open');
    await first.kill();
    await killServer(join(home, 'db'));
    const bystander = sleeper();
    const [, ...rest] = readFileSync(lock, 'utf8').split('\n');
    writeFileSync(lock, [bystander.pid, ...rest].join('\n'));
    const second = startDalil(bundle, home);
    await second.hear('open');
    await second.close();
    bystander.kill();
  });
});

/** Runs as the server's user, for Postgres heeds only numbers of its own user's processes. */
function sleeper(): ChildProcess {
  return spawn('sleep', ['120'], { stdio: 'ignore', ...(process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}) });
}
