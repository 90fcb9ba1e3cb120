import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { Store } from '../db/client.ts';
import { openTurnSession, type TurnSession } from '../db/turn-session.ts';
import { describeError, type Log } from '../log.ts';
import { backoffMs } from './delivery/backoff.ts';

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
 * process or its connection. Then it is taken again, and the work goes on meanwhile, as nobody takes over from a store that is away and
 * what the work holds in memory is worth keeping; where another process was quicker, `mine` aborts. Throws what the work throws.
 */
export async function inTurn(what: string, deps: TurnDeps, work: (mine: AbortSignal) => Promise<void>): Promise<void> {
  const { stop } = deps;
  while (!stop.aborted) {
    const session = await takeTurn(what, deps, { until: stop, isPatient: true });
    if (!session) return;
    const [over, lost] = [new AbortController(), new AbortController()];
    const kept = keepTurn(session, what, deps, { over: over.signal, lost });
    try {
      await work(AbortSignal.any([stop, lost.signal]));
    } finally {
      over.abort();
      await kept;
    }
  }
}

/** Holds the turn until `over`, by one session after another; aborts `lost` where another process has it. */
async function keepTurn(
  first: TurnSession,
  what: string,
  deps: TurnDeps,
  { over, lost }: { over: AbortSignal; lost: AbortController },
): Promise<void> {
  const ended = over.aborted ? Promise.resolve() : once(over, 'abort');
  let session: TurnSession | null = first;
  while (session) {
    await Promise.race([session.closed, ended]);
    await session.end();
    if (over.aborted) return;
    session = await takeTurn(what, deps, { until: over, isPatient: false });
  }
  lost.abort();
}

/** Null: it is over, or another process has it and nobody is to wait. A store that is away is waited for in any case. */
async function takeTurn(
  what: string,
  deps: TurnDeps,
  { until, isPatient }: { until: AbortSignal; isPatient: boolean },
): Promise<TurnSession | null> {
  const rest = (ms: number) => setTimeout(ms, undefined, { signal: until }).catch(() => {});
  let session = openTurnSession(deps.store.url);
  for (let failures = 0; !until.aborted; ) {
    try {
      if (await session.take(what)) return session;
      if (!isPatient) break;
      failures = 0;
      await rest(LOOK_MS);
    } catch (error) {
      deps.log.event('turn_trouble', describeError(error));
      await session.end();
      await rest(backoffMs(failures++, deps.random, { firstMs: 200, mostMs: 10_000 }));
      // a session that has failed holds nothing
      session = openTurnSession(deps.store.url);
    }
  }
  await session.end();
  return null;
}
