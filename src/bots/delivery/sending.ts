import type { Database } from '../../db/client.ts';
import { giveUp, markSent, putBack, type TakenOutgoing, takeOutgoing } from '../../db/queries/outbox.ts';
import type { Adapter, Sent } from './adapter.ts';
import { backoffMs } from './backoff.ts';

/** Longer than any one request may take: after it, whoever was sending is taken for dead. */
const LEASE_MS = 45_000;
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
  /** Told of each message that was given up. */
  onGivenUp(outboxId: number, trouble: string): void;
  /** A chat is free again. */
  onFree(): void;
}

/** Sends what is in the outbox: per chat in order, at the platform's pace, a slow chat holding up no other. */
export function createSender({ db, adapter, clock, random, pause, onGivenUp, onFree }: SendingDeps) {
  const bot = { platform: adapter.platform, bot: adapter.bot };
  const busy = new Map<string, Promise<void>>();
  /** When the next message may go: to a chat, and to anybody. */
  const chatFrom = new Map<string, number>();
  let allFrom = 0;

  async function paced(chat: string): Promise<void> {
    const now = clock().getTime();
    const at = Math.max(now, allFrom, chatFrom.get(chat) ?? 0);
    allFrom = Math.max(allFrom, now) + adapter.pace.allMs;
    chatFrom.set(chat, at + adapter.pace.chatMs(chat));
    if (chatFrom.size > 10_000) for (const [key, from] of chatFrom) if (from < now) chatFrom.delete(key);
    if (at > now) await pause(at - now);
  }

  async function settle(taken: TakenOutgoing, sent: Sent): Promise<void> {
    const now = clock();
    if (sent.kind === 'sent') return markSent(db, taken.id, sent.message, now);
    if (sent.kind === 'never' || taken.attempts >= MOST_ATTEMPTS) {
      onGivenUp(taken.id, sent.trouble);
      return giveUp(db, taken.id, sent.trouble);
    }
    const wait = Math.max(sent.afterMs, backoffMs(taken.attempts - 1, random));
    if (sent.all) allFrom = Math.max(allFrom, now.getTime() + sent.afterMs);
    return putBack(db, taken.id, { dueAt: new Date(now.getTime() + wait), trouble: sent.trouble, unsure: sent.unsure });
  }

  async function deliver(taken: TakenOutgoing): Promise<void> {
    await paced(taken.chat);
    await settle(taken, await adapter.send(taken));
  }

  return {
    /** Begins to send one message; false: nothing is due or enough is under way. */
    async sendNext(): Promise<boolean> {
      if (busy.size >= AT_ONCE) return false;
      const taken = await takeOutgoing(db, bot, { busy: [...busy.keys()], now: clock(), leaseMs: LEASE_MS });
      if (!taken) return false;
      // a failure here is the store's: the lease runs out and the message is taken again
      const task = deliver(taken)
        .catch(() => {})
        .finally(() => {
          busy.delete(taken.chat);
          onFree();
        });
      busy.set(taken.chat, task);
      return true;
    },
    /** Resolves when nothing is under way. */
    async settled(): Promise<void> {
      await Promise.all(busy.values());
    },
  };
}
