import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dalilHome, killServer, serverPid, until } from '../../support/dalil-home.ts';
import { bundleOpenStore, startDalil } from '../../support/dalil-process.ts';

let bundle: string;
beforeAll(async () => {
  bundle = await bundleOpenStore();
});

const note = (who: string) =>
  `insert into edit (at, who, why, subject, subject_id, changes) values (now(), '${who}', '-', 'store', '-', '{}')`;
const NOTES = 'select who from edit order by id';

describe('one directory', () => {
  it('keeps what was written, and no server runs between two dalils', async () => {
    const home = dalilHome();
    const first = startDalil(bundle, home);
    await first.hear('open');
    await first.ask(note('first'));
    await first.close();
    expect(serverPid(join(home, 'db'))).toBeNull();
    const second = startDalil(bundle, home);
    await second.hear('open');
    expect(await second.ask(NOTES)).toEqual([{ who: 'first' }]);
    await second.close();
    expect(serverPid(join(home, 'db'))).toBeNull();
  });

  it('is made once by two dalils that start at the same moment, and stopped by the last one out', async () => {
    const home = dalilHome();
    const [one, two] = [startDalil(bundle, home), startDalil(bundle, home)];
    expect(await one.hear('open')).toBe(await two.hear('open'));
    await one.ask(note('one'));
    expect(await two.ask(NOTES)).toEqual([{ who: 'one' }]);
    await one.close();
    expect(serverPid(join(home, 'db'))).not.toBeNull();
    expect(await two.ask(NOTES)).toEqual([{ who: 'one' }]);
    await two.close();
    expect(serverPid(join(home, 'db'))).toBeNull();
  });

  it('has its left-over server used again after kill -9 of its dalil, and stopped by the next', async () => {
    const home = dalilHome();
    const killed = startDalil(bundle, home);
    await killed.hear('open');
    const server = serverPid(join(home, 'db'));
    await killed.kill();
    expect(serverPid(join(home, 'db'))).toBe(server);
    const next = startDalil(bundle, home);
    await next.hear('open');
    expect(serverPid(join(home, 'db'))).toBe(server);
    await next.close();
    expect(serverPid(join(home, 'db'))).toBeNull();
  });

  it('keeps its server through Ctrl-C in the terminal that started it', async () => {
    const home = dalilHome();
    const first = startDalil(bundle, home);
    await first.hear('open');
    const second = startDalil(bundle, home);
    await second.hear('open');
    await second.ask(note('second'));
    await first.interrupt();
    expect(await second.ask(NOTES)).toEqual([{ who: 'second' }]);
    await second.close();
    expect(serverPid(join(home, 'db'))).toBeNull();
  });

  it('opens for who comes while the last one leaves', async () => {
    const home = dalilHome();
    let here = startDalil(bundle, home);
    await here.hear('open');
    for (let round = 0; round < 5; round++) {
      const next = startDalil(bundle, home);
      await here.close();
      await next.hear('open');
      expect(await next.ask('select 1 as one')).toEqual([{ one: 1 }]);
      here = next;
    }
    await here.close();
    expect(serverPid(join(home, 'db'))).toBeNull();
  });

  it('gets its server back after kill -9 of the server, under a dalil that runs on', async () => {
    const home = dalilHome();
    const dalil = startDalil(bundle, home);
    await dalil.hear('open');
    await dalil.ask(note('before'));
    const server = serverPid(join(home, 'db'));
    await killServer(join(home, 'db'));
    await until(() => ![server, null].includes(serverPid(join(home, 'db'))));
    // it holds its place again: another one that comes and goes does not stop the server
    const guest = startDalil(bundle, home);
    await guest.hear('open');
    expect(await guest.ask(NOTES)).toEqual([{ who: 'before' }]);
    await guest.close();
    expect(await dalil.ask(NOTES)).toEqual([{ who: 'before' }]);
    await dalil.close();
    expect(serverPid(join(home, 'db'))).toBeNull();
  });
});
