import { and, eq, lte, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { cursor, inbox, keptAction, outbox, posted } from '../schema/delivery.ts';

const DAY_MS = 86_400_000;
/** Platforms deliver again for a day (Telegram), and dalil itself looks back seven days (Discord): what is known must be known longer. */
const DONE_DAYS = 14;
/** What failed can be looked into as long as its key can be there. */
const DEAD_DAYS = 90;
/** A channel that was silent so long is read from the last seven days on, as an unknown one. */
const CURSOR_DAYS = 30;

/** Deletes what delivery no longer needs; returns how many rows. Rows that wait stay, whatever their age. */
export async function forgetDone(db: Database, now: Date): Promise<number> {
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return db.transaction(async (tx) => {
    const gone = await Promise.all([
      tx
        .delete(outbox)
        .where(and(eq(outbox.state, 'sent'), lte(outbox.sentAt, ago(DONE_DAYS))))
        .returning({ id: outbox.id }),
      tx
        .delete(outbox)
        .where(and(eq(outbox.state, 'dead'), lte(outbox.createdAt, ago(DEAD_DAYS))))
        .returning({ id: outbox.id }),
      tx
        .delete(cursor)
        .where(lte(cursor.updatedAt, ago(CURSOR_DAYS)))
        .returning({ id: cursor.scope }),
      tx.delete(keptAction).where(lte(keptAction.expiresAt, now)).returning({ id: keptAction.id }),
      tx.delete(posted).where(lte(posted.forgetAt, now)).returning({ id: posted.slot }),
    ]);
    // what is still to be sent names its cause
    const unneeded = sql`not exists (select 1 from ${outbox} where ${outbox.inboxId} = ${inbox.id})`;
    const done = and(eq(inbox.state, 'done'), lte(inbox.doneAt, ago(DONE_DAYS)), unneeded);
    const dead = and(eq(inbox.state, 'dead'), lte(inbox.receivedAt, ago(DEAD_DAYS)), unneeded);
    const causes = [
      await tx.delete(inbox).where(done).returning({ id: inbox.id }),
      await tx.delete(inbox).where(dead).returning({ id: inbox.id }),
    ];
    return [...gone, ...causes].reduce((sum, rows) => sum + rows.length, 0);
  });
}
