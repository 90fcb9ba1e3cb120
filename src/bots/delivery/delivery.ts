import { setTimeout } from 'node:timers/promises';
import type { Core } from '../../core/core.ts';
import { keepArrivals, readPositions } from '../../db/queries/inbox.ts';
import type { Adapter, Arrival } from './adapter.ts';
import { answerNext } from './answering.ts';
import { fetchNext } from './fetching.ts';
import { type Loop, startLoop } from './loop.ts';
import { createSealed } from './sealed.ts';
import { createSender } from './sending.ts';

/** Messages of different chats that one process answers at once; each holds one connection of the pool's ten and needs a second one. */
const WORKERS = 3;
/** Other processes' work is found by looking; our own wakes us at once. */
const IDLE_MS = 1_000;

export interface DeliveryDeps {
  core: Core;
  adapter: Adapter;
  clock(): Date;
  random(): number;
  /** What went wrong, by kind and id, never with text. */
  report(trouble: {
    kind: 'store' | 'answering' | 'sending' | 'fetching';
    id: number | null;
    error: unknown;
    dead: boolean;
  }): void;
}

/** What makes intake and answers survive a crash. */
export interface Delivery {
  /** Keeps what arrived and how far was read; when it resolves the platform may be told. */
  keep(arrivals: readonly Arrival[], read?: { scope: string; position: string }[]): Promise<number>;
  /** How far was read, by scope. */
  positions(): Promise<Map<string, string>>;
  /** Begins to answer and send. */
  start(): void;
  /** Ends after what is under way. */
  stop(): Promise<void>;
}

export function createDelivery({ core, adapter, clock, random, report }: DeliveryDeps): Delivery {
  const { db } = core.store;
  const bot = { platform: adapter.platform, bot: adapter.bot };
  const stopping = new AbortController();
  const sealed = createSealed(core.vault, bot);
  let answerers: Loop[] = [];
  let sendLoop: Loop | null = null;
  let fetchLoop: Loop | null = null;
  // cut short when delivery stops
  const pause = (ms: number) => setTimeout(ms, undefined, { signal: stopping.signal }).catch(() => {});
  const onTrouble = (error: unknown) => report({ kind: 'store', id: null, error, dead: false });
  const hurried = new Set<string>();
  const sender = createSender({
    hurried,
    db,
    adapter,
    sealed,
    newId: core.newId,
    clock,
    random,
    pause,
    stopped: () => stopping.signal.aborted,
    onGivenUp: (id, trouble) => report({ kind: 'sending', id, error: trouble, dead: true }),
    onTrouble,
    onFree: () => sendLoop?.wake(),
  });
  const answering = {
    hurried,
    rota: { after: '' },
    core,
    adapter,
    sealed,
    clock,
    random,
    onFailure: (id: number, error: unknown, dead: boolean) => report({ kind: 'answering', id, error, dead }),
    onAnswered() {
      sendLoop?.wake();
      fetchLoop?.wake();
    },
  };
  const fetching = {
    ...answering,
    onFailure: (id: number, error: unknown, dead: boolean) => report({ kind: 'fetching', id, error, dead }),
  };
  return {
    async keep(arrivals, read = []) {
      const now = clock();
      const rows = arrivals.map((arrival) => sealed.arrival(arrival, now));
      const fresh = await keepArrivals(db, bot, rows, { now, read: read.map((one) => sealed.position(one, now)) });
      if (fresh > 0) for (const answerer of answerers) answerer.wake();
      return fresh;
    },
    async positions() {
      const rows = await readPositions(db, bot);
      const known = rows.flatMap(({ scope, position }) => sealed.openPosition(scope, position) ?? []);
      return new Map(known.map(({ scope, position }) => [scope, position]));
    },
    start() {
      const quietFirst = { ...answering, quiet: { after: '' } };
      answerers = Array.from({ length: WORKERS }, (_, at) =>
        startLoop({ turn: () => answerNext(at === 0 ? quietFirst : answering), onTrouble, idleMs: IDLE_MS }),
      );
      sendLoop = startLoop({ turn: () => sender.sendNext(), onTrouble, idleMs: IDLE_MS });
      if (adapter.fetch) fetchLoop = startLoop({ turn: () => fetchNext(fetching), onTrouble, idleMs: IDLE_MS });
    },
    async stop() {
      stopping.abort();
      await Promise.all(answerers.map((answerer) => answerer.stop()));
      await sendLoop?.stop();
      await fetchLoop?.stop();
      await sender.settled();
    },
  };
}
