import { setTimeout } from 'node:timers/promises';
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
 * process or its connection, then `mine` aborts, and whichever process looks next takes over.
 */
export async function inTurn(what: string, { store, log, stop, random }: TurnDeps, work: (mine: AbortSignal) => Promise<void>): Promise<void> {
  for (let failures = 0; !stop.aborted; ) {
    const lost = new AbortController();
    const session = pool(store.url, { max: 1, lasting: true, applicationName: 'dalil turn', onClosed: () => lost.abort() });
    try {
      const mine = AbortSignal.any([stop, lost.signal]);
      while (!mine.aborted) {
        const [row] = await session<{ mine: boolean }[]>`select pg_try_advisory_lock(${TURN}, hashtext(${what})) as mine`;
        failures = 0;
        if (row?.mine) await work(mine);
        else await setTimeout(LOOK_MS, undefined, { signal: mine }).catch(() => {});
      }
    } catch (error) {
      log.event('turn_trouble', describeError(error));
      const wait = backoffMs(failures++, random, { firstMs: 200, mostMs: 10_000 });
      await setTimeout(wait, undefined, { signal: stop }).catch(() => {});
    } finally {
      await session.end({ timeout: 1 }).catch(() => {});
    }
  }
}
