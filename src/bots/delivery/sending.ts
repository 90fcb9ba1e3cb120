import type { Database } from '../../db/client.ts';
import { giveUp, markSent, putBack, type TakenOutgoing, takeOutgoing } from '../../db/queries/outbox.ts';
import type { Adapter, Sent } from './adapter.ts';
import { backoffMs } from './backoff.ts';
import { createPace } from './pace.ts';

/** Longer than any one request may take: after it, whoever was sending is taken for dead. */
const LEASE_MS = 30_000;
const MOST_ATTEMPTS = 8;
/** Messages under way at once; one to a chat. */
const AT_ONCE = 8;

export interface SendingDeps {
  db: Database;
  adapter: Adapter;
  clock(): Date;
  random(): number;
  /** Resolves after so many ms, or when delivery stops. */
  pause(ms: number): Promise<void>;
  stopped(): boolean;
  /** Told of each message that was given up. */
  onGivenUp(outboxId: number, trouble: string): void;
  /** The store did not take down what became of a message. */
  onTrouble(error: unknown): void;
  /** There may be something to send again. */
  onFree(): void;
}

/** Sends what is in the outbox: per chat in order, at the platform's pace, a slow chat holding up no other. */
export function createSender({ db, adapter, clock, random, pause, stopped, onGivenUp, onTrouble, onFree }: SendingDeps) {
  const bot = { platform: adapter.platform, bot: adapter.bot };
  const rota = { after: '' };
  const underWay = new Map<string, Promise<void>>();
  const pace = createPace({ pace: adapter.pace, clock, onFree });

  async function settle(taken: TakenOutgoing, sent: Sent): Promise<void> {
    const now = clock();
    if (sent.kind === 'sent') return markSent(db, taken.id, sent.message, now);
    if (sent.kind === 'never' || taken.attempts >= MOST_ATTEMPTS) {
      await giveUp(db, taken.id, sent.trouble);
      return onGivenUp(taken.id, sent.trouble);
    }
    const wait = Math.max(sent.afterMs, backoffMs(taken.attempts - 1, random));
    if (sent.all) pace.holdAll(sent.afterMs);
    return putBack(db, taken.id, { dueAt: new Date(now.getTime() + wait), trouble: sent.trouble, unsure: sent.unsure });
  }

  /** What became of it must be taken down, or it would be sent again: a store that is away is waited for. */
  async function deliver(taken: TakenOutgoing): Promise<void> {
    const sent = await adapter.send(taken);
    for (let failures = 0; ; failures++) {
      try {
        return await settle(taken, sent);
      } catch (error) {
        onTrouble(error);
        if (stopped()) return;
        await pause(backoffMs(failures, random, { firstMs: 100, mostMs: 5_000 }));
      }
    }
  }

  return {
    /** Begins to send one message; false: nothing is due, all chats rest, or enough is under way. */
    async sendNext(): Promise<boolean> {
      if (underWay.size >= AT_ONCE || !pace.mayAny()) return false;
      const busy = [...underWay.keys(), ...pace.resting()];
      const taken = await takeOutgoing(db, bot, { busy, now: clock(), leaseMs: LEASE_MS, rota });
      if (!taken) return false;
      pace.begin(taken.chat);
      const task = deliver(taken)
        .catch(onTrouble)
        .finally(() => {
          underWay.delete(taken.chat);
          onFree();
        });
      underWay.set(taken.chat, task);
      return true;
    },
    /** Resolves when nothing is under way. */
    async settled(): Promise<void> {
      pace.stop();
      await Promise.all(underWay.values());
    },
  };
}
