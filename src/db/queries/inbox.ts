import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { cursor, inbox, type Platform } from '../schema/delivery.ts';
import { headIds, inTurn } from './chat-heads.ts';

/** A bot on a platform. */
export interface BotName {
  platform: Platform;
  bot: string;
}

type InboxRow = typeof inbox.$inferSelect;
export type NewArrival = Pick<InboxRow, 'chat' | 'message' | 'revision' | 'kind' | 'payload'>;
export type KeptArrival = NewArrival & Pick<InboxRow, 'id' | 'attempts'>;

const of = ({ platform, bot }: BotName) => and(eq(inbox.platform, platform), eq(inbox.bot, bot));

/**
 * Keeps what arrived, and how far the bot has read, in one transaction: when this resolves it is safe to tell the platform. What is
 * known already is left as it is. Returns how many were new.
 */
export async function keepArrivals(
  db: Database,
  bot: BotName,
  arrivals: readonly NewArrival[],
  at: { now: Date; read?: { scope: string; position: string }[] },
): Promise<number> {
  return db.transaction(async (tx) => {
    // one at a time for each bot: two processes that keep the same messages in another order would wait for each other, and a chat's
    // messages would not be committed in the order of their ids
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`${bot.platform}:${bot.bot}`}))`);
    const kept =
      arrivals.length === 0
        ? []
        : await tx
            .insert(inbox)
            .values(arrivals.map((arrival) => ({ ...arrival, ...bot, receivedAt: at.now, dueAt: at.now })))
            .onConflictDoNothing()
            .returning({ id: inbox.id });
    for (const { scope, position } of at.read ?? []) {
      const row = { ...bot, scope, position, updatedAt: at.now };
      await tx
        .insert(cursor)
        .values(row)
        .onConflictDoUpdate({
          target: [cursor.platform, cursor.bot, cursor.scope],
          set: { position, updatedAt: at.now },
          // never backwards: positions are numbers written out, of any length
          setWhere: sql`${cursor.position}::numeric < ${position}::numeric`,
        });
    }
    return kept.length;
  });
}

export async function readPositions(db: Database, { platform, bot }: BotName): Promise<Map<string, string>> {
  const rows = await db
    .select({ scope: cursor.scope, position: cursor.position })
    .from(cursor)
    .where(and(eq(cursor.platform, platform), eq(cursor.bot, bot)));
  return new Map(rows.map(({ scope, position }) => [scope, position]));
}

/**
 * The oldest waiting row of some chat, locked until the transaction ends; others skip it and, as it is still the oldest, its chat.
 * Undefined: nothing is due.
 */
export function takeArrival(tx: Database, bot: BotName, now: Date, rota: { after: string }): Promise<KeptArrival | undefined> {
  return inTurn(rota, async (after) => {
    const heads = headIds(inbox, bot, { waiting: sql`state = 'waiting'`, now, after });
    const [row] = await tx
      .select()
      .from(inbox)
      .where(and(sql`${inbox.id} = ${heads}`, eq(inbox.state, 'waiting'), sql`${inbox.dueAt} <= ${now.toISOString()}`))
      .orderBy(inbox.id)
      .limit(1)
      .for('update', { skipLocked: true });
    return row;
  });
}

/** Done: what was said is no longer kept. */
export async function finishArrival(tx: Database, id: number, now: Date): Promise<void> {
  await tx.update(inbox).set({ state: 'done', payload: null, doneAt: now }).where(eq(inbox.id, id));
}

/** Counts a failure: the row waits until `dueAt`, or is dead and out of its chat's way. */
export async function failArrival(
  db: Database,
  id: number,
  failure: { dueAt: Date; trouble: string; dead: boolean },
): Promise<void> {
  const { dueAt, trouble, dead } = failure;
  await db
    .update(inbox)
    .set({ attempts: sql`${inbox.attempts} + 1`, dueAt, trouble, ...(dead ? { state: 'dead' as const } : {}) })
    .where(and(eq(inbox.id, id), eq(inbox.state, 'waiting')));
}

export async function countWaiting(db: Database, bot: BotName): Promise<number> {
  return db.$count(inbox, and(of(bot), eq(inbox.state, 'waiting')));
}
