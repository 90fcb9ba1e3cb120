import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { cursor, inbox, type Platform } from '../schema/delivery.ts';
import { byTheHour } from './by-the-hour.ts';
import { headIds, inTurn } from './chat-heads.ts';

/** A bot on a platform. */
export interface BotName {
  platform: Platform;
  bot: string;
}

type InboxRow = typeof inbox.$inferSelect;
/** Chat and message as keyed hashes, the payload sealed. */
export type NewArrival = Pick<InboxRow, 'chat' | 'message' | 'revision' | 'kind' | 'payload'>;
export type KeptArrival = NewArrival & Pick<InboxRow, 'id' | 'attempts'>;

/** How far was read in a scope, sealed. */
export interface NewPosition {
  /** Keyed hash. */
  scope: string;
  position: Uint8Array;
  /** Whether it is further than what is known: sealed, only the caller can tell. */
  isBehind(known: Uint8Array): boolean;
}

const of = ({ platform, bot }: BotName) => and(eq(inbox.platform, platform), eq(inbox.bot, bot));

async function movePosition(tx: Database, bot: BotName, { scope, position, isBehind }: NewPosition, now: Date): Promise<void> {
  const [known] = await tx
    .select({ position: cursor.position })
    .from(cursor)
    .where(and(eq(cursor.platform, bot.platform), eq(cursor.bot, bot.bot), eq(cursor.scope, scope)));
  if (known && !isBehind(known.position)) return;
  await tx
    .insert(cursor)
    .values({ ...bot, scope, position, updatedAt: byTheHour(now) })
    .onConflictDoUpdate({ target: [cursor.platform, cursor.bot, cursor.scope], set: { position, updatedAt: byTheHour(now) } });
}

/**
 * Keeps what arrived, and how far the bot has read, in one transaction: when this resolves it is safe to tell the platform. What is
 * known already is left as it is. Returns how many were new.
 */
export async function keepArrivals(
  db: Database,
  bot: BotName,
  arrivals: readonly NewArrival[],
  at: { now: Date; read?: readonly NewPosition[] },
): Promise<number> {
  return db.transaction(async (tx) => {
    // one at a time for each bot: two processes that keep the same messages in another order would wait for each other, a chat's
    // messages would not be committed in the order of their ids, and a position could move backwards
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`${bot.platform}:${bot.bot}`}))`);
    const kept = await addArrivals(tx, bot, arrivals, at.now);
    for (const position of at.read ?? []) await movePosition(tx, bot, position, at.now);
    return kept;
  });
}

/** Keeps what is not known yet, in the transaction of its cause; returns how many were new. */
export async function addArrivals(
  tx: Database,
  { platform, bot }: BotName,
  arrivals: readonly NewArrival[],
  now: Date,
): Promise<number> {
  if (arrivals.length === 0) return 0;
  const kept = await tx
    .insert(inbox)
    .values(arrivals.map((arrival) => ({ ...arrival, platform, bot, receivedAt: byTheHour(now), dueAt: now })))
    .onConflictDoNothing()
    .returning({ id: inbox.id });
  return kept.length;
}

/** Sealed, by hashed scope. */
export async function readPositions(
  db: Database,
  { platform, bot }: BotName,
): Promise<{ scope: string; position: Uint8Array }[]> {
  return db
    .select({ scope: cursor.scope, position: cursor.position })
    .from(cursor)
    .where(and(eq(cursor.platform, platform), eq(cursor.bot, bot)));
}

/** As the partial index says it. */
const ANSWERED = sql`state = 'waiting' and kind <> 'fetch'`;

/**
 * The oldest waiting row of some chat, locked until the transaction ends; others skip it and, as it is still the oldest, its chat.
 * `quiet`: of chats alone in which nothing else waits. Undefined: nothing is due.
 */
export function takeArrival(
  tx: Database,
  bot: BotName,
  { now, rota, quiet = false }: { now: Date; rota: { after: string }; quiet?: boolean },
): Promise<KeptArrival | undefined> {
  return inTurn(rota, async (after) => {
    const heads = headIds(inbox, bot, { waiting: ANSWERED, now, after, quiet });
    const [row] = await tx
      .select()
      .from(inbox)
      .where(and(sql`${inbox.id} = ${heads}`, eq(inbox.state, 'waiting'), sql`${inbox.dueAt} <= ${now.toISOString()}`))
      // by chat, as the heads are gone through: by age a crowd's old messages would always come before somebody's new one
      .orderBy(inbox.chat)
      .limit(1)
      .for('update', { skipLocked: true });
    return row;
  });
}

/**
 * The file that is due first, left to the caller for `leaseMs`: fetching takes longer than a transaction should. Whoever dies meanwhile
 * loses it to another after that. Undefined: nothing is due.
 */
export async function takeToFetch(
  db: Database,
  bot: BotName,
  { now, leaseMs }: { now: Date; leaseMs: number },
): Promise<KeptArrival | undefined> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(inbox)
      .where(and(of(bot), sql`state = 'waiting' and kind = 'fetch'`, sql`${inbox.dueAt} <= ${now.toISOString()}`))
      .orderBy(inbox.dueAt)
      .limit(1)
      .for('update', { skipLocked: true });
    if (!row) return undefined;
    await tx
      .update(inbox)
      .set({ attempts: row.attempts + 1, dueAt: new Date(now.getTime() + leaseMs) })
      .where(eq(inbox.id, row.id));
    return { ...row, attempts: row.attempts + 1 };
  });
}

/** Locks a row that was left to the caller; false: another has finished it since. */
export async function stillWaits(tx: Database, id: number): Promise<boolean> {
  const rows = await tx
    .select({ id: inbox.id })
    .from(inbox)
    .where(and(eq(inbox.id, id), eq(inbox.state, 'waiting')))
    .for('update');
  return rows.length > 0;
}

/** Words of ours that wait for somebody in a chat, in order, locked until the transaction ends. */
export function takePosts(tx: Database, bot: BotName, chat: string): Promise<KeptArrival[]> {
  return tx
    .select()
    .from(inbox)
    .where(and(of(bot), eq(inbox.chat, chat), eq(inbox.kind, 'post'), eq(inbox.state, 'waiting')))
    .orderBy(inbox.id)
    .for('update', { skipLocked: true });
}

/** Done: what was said is no longer kept. */
export async function finishArrival(tx: Database, id: number, now: Date): Promise<void> {
  await tx
    .update(inbox)
    .set({ state: 'done', payload: null, dueAt: byTheHour(now), doneAt: byTheHour(now) })
    .where(eq(inbox.id, id));
}

/** Out of its chat's way: it stays, sealed, until its key or a moderator lets it go. */
export async function setDead(db: Database, id: number, trouble: string): Promise<void> {
  await db.update(inbox).set({ state: 'dead', trouble }).where(eq(inbox.id, id));
}

/** To be fetched again, from then on. */
export async function fetchAgain(db: Database, id: number, { dueAt, trouble }: { dueAt: Date; trouble: string }): Promise<void> {
  await db
    .update(inbox)
    .set({ dueAt, trouble })
    .where(and(eq(inbox.id, id), eq(inbox.state, 'waiting')));
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
