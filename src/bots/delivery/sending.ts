import type { Database } from '../../db/client.ts';
import { addOutgoing, giveUp, markSent, putBack, type TakenOutgoing, takeOutgoing } from '../../db/queries/outbox.ts';
import { readPosted, savePosted } from '../../db/queries/posted.ts';
import type { Adapter, Sent } from './adapter.ts';
import { backoffMs } from './backoff.ts';
import { createPace } from './pace.ts';
import type { Letter, Sealed, Standing } from './sealed.ts';

/** Longer than any one request may take: after it, whoever was sending is taken for dead. */
const LEASE_MS = 30_000;
const MOST_ATTEMPTS = 8;
/** Messages under way at once; one to a chat. */
const AT_ONCE = 8;

export interface SendingDeps {
  db: Database;
  adapter: Adapter;
  sealed: Sealed;
  newId(): string;
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
  /** Chats that come before all others; each once. */
  hurried: Set<string>;
}

/** Sends what is in the outbox: per chat in order, at the platform's pace, a slow chat holding up no other. */
export function createSender(deps: SendingDeps) {
  const { db, adapter, sealed, newId, clock, random, pause, stopped, onGivenUp, onTrouble, onFree, hurried } = deps;
  const bot = { platform: adapter.platform, bot: adapter.bot };
  const rota = { after: '' };
  const underWay = new Map<string, Promise<void>>();
  const pace = createPace({ pace: adapter.pace, clock, onFree });

  const standingAt = async (at: Database, slot: string) => sealed.openMessages(slot, await readPosted(at, slot));

  /** Takes down what stands in a place now; what is left there of a longer one before is deleted. */
  async function place(tx: Database, { slot, part, parts, forgetAt }: Standing, chat: string, message: string | null) {
    const now = clock();
    const standing = await standingAt(tx, slot);
    while (standing.length < part) standing.push(null);
    standing[part] = message;
    const left = part === parts - 1 ? standing.splice(parts).filter((one) => one !== null) : [];
    const gone = left.map((one) => sealed.outgoing(adapter.takeBack(chat, one), newId(), now));
    await addOutgoing(tx, bot, null, gone, { now });
    await savePosted(tx, { slot, messages: sealed.messages(slot, standing, now), forgetAt: new Date(forgetAt) });
  }

  async function dropped(id: number, trouble: string): Promise<void> {
    await giveUp(db, id, trouble);
    onGivenUp(id, trouble);
  }

  async function settle(taken: TakenOutgoing, { chat, standing }: Letter, sent: Sent): Promise<void> {
    const now = clock();
    if (sent.kind === 'sent') return markSent(db, taken.id, now, standing && ((tx) => place(tx, standing, chat, sent.message)));
    if (sent.kind === 'never' || taken.attempts >= MOST_ATTEMPTS) return dropped(taken.id, sent.trouble);
    const wait = Math.max(sent.afterMs, backoffMs(taken.attempts - 1, random));
    if (sent.all) pace.holdAll(sent.afterMs);
    return putBack(db, taken.id, { dueAt: new Date(now.getTime() + wait), trouble: sent.trouble, unsure: sent.unsure });
  }

  /** What became of it must be taken down, or it would be sent again: a store that is away is waited for. */
  async function deliver(taken: TakenOutgoing, letter: Letter): Promise<void> {
    const { nonce, repeated } = taken;
    const { standing } = letter;
    const former = standing ? ((await standingAt(db, standing.slot))[standing.part] ?? null) : null;
    const sent = await adapter.send({ ...letter, nonce, repeated, former });
    for (let failures = 0; ; failures++) {
      try {
        return await settle(taken, letter, sent);
      } catch (error) {
        onTrouble(error);
        if (stopped()) return;
        await pause(backoffMs(failures, random, { firstMs: 100, mostMs: 5_000 }));
      }
    }
  }

  /** Null: its key is gone, or it was tampered with. */
  function opened(taken: TakenOutgoing): Letter | null {
    try {
      return sealed.openOutgoing(taken);
    } catch (error) {
      onTrouble(error);
      return null;
    }
  }

  async function takeHurried(busy: readonly string[]) {
    const only = [...hurried].filter((chat) => !busy.includes(chat));
    if (only.length === 0) return undefined;
    for (const chat of only) hurried.delete(chat);
    const taken = await takeOutgoing(db, bot, { busy, only, now: clock(), leaseMs: LEASE_MS, rota: { after: '' } });
    if (taken) for (const chat of only) if (chat !== taken.chat) hurried.add(chat);
    return taken;
  }

  return {
    /** Begins to send one message; false: nothing is due, all chats rest, or enough is under way. */
    async sendNext(): Promise<boolean> {
      if (underWay.size >= AT_ONCE || !pace.mayAny()) return false;
      const busy = [...underWay.keys(), ...pace.resting()];
      const taken = (await takeHurried(busy)) ?? (await takeOutgoing(db, bot, { busy, now: clock(), leaseMs: LEASE_MS, rota }));
      if (!taken) return false;
      const letter = opened(taken);
      if (!letter) {
        await dropped(taken.id, 'key-gone');
        return true;
      }
      pace.begin(taken.chat, letter.chat);
      const task = deliver(taken, letter)
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
