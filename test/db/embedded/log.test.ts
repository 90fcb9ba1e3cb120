import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pool } from '../../../src/db/client.ts';
import { joinEmbeddedServer } from '../../../src/db/embedded-server.ts';
import { dalilHome } from '../../support/dalil-home.ts';

const SECRET = 'SAYS-WHO-SAW-IT';

describe("the server's log", () => {
  it('tells of starts, stops and crashes, and holds nothing that was asked or written', async () => {
    const server = await joinEmbeddedServer({ home: dalilHome(), say: () => {}, durable: false });
    const [asking, killing] = [pool(server.url, { max: 1 }), pool(server.url, { max: 1 })];
    await asking`create table tip (text text primary key)`;
    await asking`insert into tip values (${SECRET})`;
    await expect(asking`insert into tip values (${SECRET})`).rejects.toMatchObject({ code: '23505' });
    await expect(asking.unsafe(`select '${SECRET}'::int`)).rejects.toMatchObject({ code: '22P02' });
    await expect(asking.unsafe(`selec '${SECRET}'`)).rejects.toMatchObject({ code: '42601' });
    const [session] = await asking<{ pid: number }[]>`select pg_backend_pid() as pid`;
    const crash = expect(asking.unsafe(`select '${SECRET}', pg_sleep(60)`)).rejects.toThrow();
    await expect
      .poll(() => killing`select 1 from pg_stat_activity where query like ${'%pg_sleep(60)'} and state = 'active'`)
      .toHaveLength(1);
    process.kill(session?.pid ?? 0, 'SIGKILL');
    await crash;
    // the server recovers before it can be left
    const recovered = pool(server.url, { max: 1 });
    await expect
      .poll(
        () =>
          recovered`select 1`.then(
            () => 'up',
            () => 'not yet',
          ),
        { timeout: 30_000 },
      )
      .toBe('up');
    await recovered.end({ timeout: 0 });
    await Promise.all([asking.end({ timeout: 0 }), killing.end({ timeout: 0 })]);
    await server.leave();
    const log = readFileSync(join(server.directory, 'server.log'), 'utf8');
    expect(log).toMatch(/ready to accept connections/);
    expect(log).toMatch(/was terminated by signal 9/);
    expect(log).toMatch(/database system is shut down/);
    expect(log).not.toContain(SECRET);
  });
});
