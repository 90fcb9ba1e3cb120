import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { invite, type Trust } from '../schema/contact.ts';

export async function insertInvite(db: Database, row: typeof invite.$inferInsert): Promise<void> {
  await db.insert(invite).values(row);
}

/** What it grants; null: there is none, it is spent, or its time is over. Of several at once, one gets it. */
export async function spendInvite(db: Database, code: Uint8Array, now: Date): Promise<Trust | null> {
  const [row] = await db
    .update(invite)
    .set({ spentAt: now })
    .where(and(eq(invite.code, code), isNull(invite.spentAt), gt(invite.expiresAt, now)))
    .returning({ trust: invite.trust });
  return row?.trust ?? null;
}
