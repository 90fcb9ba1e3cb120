import { eq } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { posted } from '../schema/delivery.ts';
import { byTheHour } from './by-the-hour.ts';

/** What stands in a place of a chat, sealed; undefined: nothing that is known. `slot`: a keyed hash. */
export async function readPosted(db: Database, slot: string): Promise<Uint8Array | undefined> {
  const [row] = await db.select({ messages: posted.messages }).from(posted).where(eq(posted.slot, slot));
  return row?.messages;
}

export async function savePosted(tx: Database, row: typeof posted.$inferInsert): Promise<void> {
  const { messages } = row;
  const forgetAt = byTheHour(row.forgetAt);
  await tx
    .insert(posted)
    .values({ ...row, forgetAt })
    .onConflictDoUpdate({ target: posted.slot, set: { messages, forgetAt } });
}
