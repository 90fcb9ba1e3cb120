import { eq } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { posted } from '../schema/delivery.ts';

/** What stands in a place of a chat, sealed; undefined: nothing that is known. `slot`: a keyed hash. */
export async function readPosted(db: Database, slot: string): Promise<Uint8Array | undefined> {
  const [row] = await db.select({ messages: posted.messages }).from(posted).where(eq(posted.slot, slot));
  return row?.messages;
}

export async function savePosted(tx: Database, row: typeof posted.$inferInsert): Promise<void> {
  const { messages, forgetAt } = row;
  await tx.insert(posted).values(row).onConflictDoUpdate({ target: posted.slot, set: { messages, forgetAt } });
}
