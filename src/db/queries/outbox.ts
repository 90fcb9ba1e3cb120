import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { outbox, outboxFile } from '../schema/delivery.ts';
import { byTheHour } from './by-the-hour.ts';
import { headIds, inTurn } from './chat-heads.ts';
import type { BotName } from './inbox.ts';

type OutboxRow = typeof outbox.$inferSelect;

/** The chat as a keyed hash; payload and files sealed. */
export interface NewOutgoing {
  chat: string;
  payload: Uint8Array;
  nonce: string;
  /** Keyed hash of its place in the chat, if it has one. */
  slot: string | null;
  files: readonly Uint8Array[];
}

export interface TakenOutgoing extends Pick<OutboxRow, 'id' | 'inboxId' | 'chat' | 'payload' | 'nonce' | 'attempts'> {
  files: Uint8Array[];
  /** It was being sent when its process ended, or the platform's answer was lost: it may have arrived. */
  repeated: boolean;
}

/**
 * Written in the transaction of their cause. `from`: the ordinal of the first. What waits for the same places and was
 * never tried is overtaken and not sent: a card that changes often does not hold up its chat with what it said before. What was tried
 * stays, as its chat rests until it is due.
 */
export async function addOutgoing(
  tx: Database,
  bot: BotName,
  inboxId: number | null,
  messages: readonly NewOutgoing[],
  { now, from = 0 }: { now: Date; from?: number },
): Promise<void> {
  const slots = [...new Set(messages.flatMap(({ slot }) => slot ?? []))];
  if (slots.length > 0)
    await tx.delete(outbox).where(and(inArray(outbox.slot, slots), eq(outbox.state, 'waiting'), eq(outbox.attempts, 0)));
  for (const [at, { files, ...message }] of messages.entries()) {
    const [row] = await tx
      .insert(outbox)
      .values({ ...message, ...bot, inboxId, ordinal: from + at, createdAt: byTheHour(now), dueAt: now })
      .returning({ id: outbox.id });
    if (row && files.length > 0) {
      await tx.insert(outboxFile).values(files.map((file, ordinal) => ({ file, outboxId: row.id, ordinal })));
    }
  }
}

export interface TakingOutgoing {
  busy: readonly string[];
  /** Of these chats alone. */
  only?: readonly string[];
  now: Date;
  leaseMs: number;
  rota: { after: string };
}

/**
 * The oldest unsent message of a chat that is not in `busy`, marked as being sent for `leaseMs`: whoever dies while sending loses it to
 * another after that. Undefined: nothing is due.
 */
export async function takeOutgoing(
  db: Database,
  bot: BotName,
  { busy, only, now, leaseMs, rota }: TakingOutgoing,
): Promise<TakenOutgoing | undefined> {
  return db.transaction(async (tx) => {
    const row = await inTurn(rota, async (after) => {
      const heads = headIds(outbox, bot, {
        waiting: sql`state in ('waiting', 'sending')`,
        now,
        after,
        busy,
        ...(only ? { only } : {}),
      });
      const [found] = await tx
        .select()
        .from(outbox)
        .where(
          and(
            sql`${outbox.id} = ${heads}`,
            inArray(outbox.state, ['waiting', 'sending']),
            sql`${outbox.dueAt} <= ${now.toISOString()}`,
          ),
        )
        // by chat: see takeArrival
        .orderBy(asc(outbox.chat))
        .limit(1)
        .for('update', { skipLocked: true });
      return found;
    });
    if (!row) return undefined;
    await tx
      .update(outbox)
      .set({ state: 'sending', attempts: row.attempts + 1, dueAt: new Date(now.getTime() + leaseMs) })
      .where(eq(outbox.id, row.id));
    const files = await tx
      .select({ file: outboxFile.file })
      .from(outboxFile)
      .where(eq(outboxFile.outboxId, row.id))
      .orderBy(outboxFile.ordinal);
    const { id, inboxId, chat, payload, nonce, attempts, state } = row;
    const taken = { id, inboxId, chat, payload, nonce, attempts: attempts + 1 };
    return { ...taken, files: files.map(({ file }) => file), repeated: state === 'sending' };
  });
}

/** Sent: neither text nor files are kept. `also` is written with it. */
export async function markSent(db: Database, id: number, now: Date, also?: (tx: Database) => Promise<void>): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(outboxFile).where(eq(outboxFile.outboxId, id));
    await tx
      .update(outbox)
      .set({ state: 'sent', payload: null, dueAt: byTheHour(now), sentAt: byTheHour(now) })
      .where(eq(outbox.id, id));
    await also?.(tx);
  });
}

/** To be sent again. `unsure`: it may have arrived. */
export async function putBack(
  db: Database,
  id: number,
  { dueAt, trouble, unsure }: { dueAt: Date; trouble: string; unsure: boolean },
): Promise<void> {
  await db
    .update(outbox)
    .set({ state: unsure ? 'sending' : 'waiting', dueAt, trouble })
    .where(eq(outbox.id, id));
}

/** Given up: it stays, for a moderator to see, and no longer holds up its chat. */
export async function giveUp(db: Database, id: number, trouble: string): Promise<void> {
  await db.update(outbox).set({ state: 'dead', trouble }).where(eq(outbox.id, id));
}

export async function countUnsent(db: Database, bot: BotName): Promise<number> {
  return db.$count(
    outbox,
    and(eq(outbox.platform, bot.platform), eq(outbox.bot, bot.bot), inArray(outbox.state, ['waiting', 'sending'])),
  );
}
