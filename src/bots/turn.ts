import { setTimeout } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { pool, type Store } from '../db/client.ts';
import { describeError, type Log } from '../log.ts';
import { backoffMs } from './delivery/backoff.ts';

/** "turn" in ASCII: a class of advisory locks of our own. */
const TURN = 0x7475726e;
/** How soon another process takes over. */
const LOOK_MS = 1_000;

export interface TurnDeps {
  store: Pick<Store, 'url'>;
  log: Log;
  stop: AbortSignal;
  random(): number;
}

/**
 * Does the work in one process of all that share the store, until `stop`. The turn is a lock of a session of its own: it ends with the
 * process or its connection, then `mine` aborts, and whichever process looks next takes over. Throws what the work throws.
 */
export async function inTurn(what: string, deps: TurnDeps, work: (mine: AbortSignal) => Promise<void>): Promise<void> {
  const { store, stop } = deps;
  while (!stop.aborted) {
    const lost = new AbortController();
    const session = pool(store.url, { max: 1, lasting: true, applicationName: 'dalil turn', onClosed: () => lost.abort() });
    try {
      const mine = AbortSignal.any([stop, lost.signal]);
      if (await takeTurn(session, what, mine, deps)) await work(mine);
    } finally {
      await session.end({ timeout: 1 }).catch(() => {});
    }
  }
}

/** Waits for the turn; false: it is stopped, or there is no asking any more. */
async function takeTurn(session: Sql, what: string, mine: AbortSignal, { log, random }: TurnDeps): Promise<boolean> {
  const rest = (ms: number) => setTimeout(ms, undefined, { signal: mine }).catch(() => {});
  for (let failures = 0; !mine.aborted; ) {
    try {
      const [row] = await session<{ mine: boolean }[]>`select pg_try_advisory_lock(${TURN}, hashtext(${what})) as mine`;
      if (row?.mine) return true;
      failures = 0;
      await rest(LOOK_MS);
    } catch (error) {
      log.event('turn_trouble', describeError(error));
      await rest(backoffMs(failures++, random, { firstMs: 200, mostMs: 10_000 }));
      // a session that has failed holds nothing
      return false;
    }
  }
  return false;
}
