import { once } from 'node:events';
import { beforeAll, describe, expect, it } from 'vitest';
import { inTurn } from '../../src/bots/turn.ts';
import type { Store } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { freshStore } from '../support/store.ts';

let store: Store;
beforeAll(async () => {
  store = await freshStore();
});

/** How many sessions have the turn. */
async function holders(): Promise<number> {
  const held = await store.sql`
    select 1 from pg_locks
    where locktype = 'advisory' and classid = ${0x7475726e} and granted
      and database = (select oid from pg_database where datname = current_database())`;
  return held.length;
}

/** Ends the sessions that have the turn; returns how many there were. */
async function endHolders(): Promise<number> {
  const ended = await store.sql`
    select pg_terminate_backend(pid) from pg_locks
    where locktype = 'advisory' and classid = ${0x7475726e} and granted
      and database = (select oid from pg_database where datname = current_database())`;
  return ended.length;
}

/** A process that wants its turn at the same work. */
function contender(name: string, working: string[]) {
  const stopping = new AbortController();
  const deps = { store, log: createLog('silent'), stop: stopping.signal, random: () => 0 };
  let begun = 0;
  const over = inTurn('work', deps, async (mine) => {
    begun++;
    working.push(name);
    if (!mine.aborted) await once(mine, 'abort');
    working.splice(working.indexOf(name), 1);
  });
  return {
    begun: () => begun,
    async stop() {
      stopping.abort();
      await over;
    },
  };
}

describe('a turn', () => {
  it('is one process’s at a time, and another’s when that one ends', async () => {
    const working: string[] = [];
    const contenders = ['a', 'b', 'c'].map((name) => contender(name, working));
    await expect.poll(() => working.length).toBe(1);
    const [first] = working;
    const holder = contenders['abc'.indexOf(first ?? 'a')];
    await holder?.stop();
    expect(working).not.toContain(first);
    await expect.poll(() => working.length, { timeout: 5_000 }).toBe(1);
    await Promise.all(contenders.map((one) => one.stop()));
    expect(working).toEqual([]);
  });

  it('is lost with the connection that holds it, and taken again', async () => {
    const working: string[] = [];
    const contenders = ['a', 'b'].map((name) => contender(name, working));
    for (let round = 0; round < 5; round++) {
      // the one that has it may not know yet that it lost it
      await expect.poll(endHolders, { timeout: 5_000 }).toBe(1);
      await expect.poll(() => working.length).toBeLessThan(2);
    }
    await expect.poll(() => working.length, { timeout: 5_000 }).toBe(1);
    await Promise.all(contenders.map((one) => one.stop()));
  });

  it('does not end the work where the connection alone was lost', async () => {
    const working: string[] = [];
    const alone = contender('alone', working);
    await expect.poll(() => working).toEqual(['alone']);
    await expect.poll(endHolders, { timeout: 5_000 }).toBe(1);
    // taken again, by the same work
    await expect.poll(holders, { timeout: 5_000 }).toBe(1);
    expect(working).toEqual(['alone']);
    expect(alone.begun()).toBe(1);
    await alone.stop();
  });

  it('passes on what the work throws, and lets go', async () => {
    const deps = { store, log: createLog('silent'), stop: new AbortController().signal, random: () => 0 };
    const failing = inTurn('failing', deps, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const working: string[] = [];
    const next = contender('next', working);
    await expect.poll(() => working, { timeout: 5_000 }).toEqual(['next']);
    await next.stop();
  });
});
