import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { contact } from '../schema/contact.ts';
import { decision } from '../schema/decision.ts';
import { tip, tipMedia, tipPart } from '../schema/tip.ts';

export type TipRow = typeof tip.$inferSelect;

/** The contact's row, held until the transaction ends: their messages are taken one after the other. */
export async function holdContact(tx: Database, id: string): Promise<void> {
  await tx.select({ id: contact.id }).from(contact).where(eq(contact.id, id)).for('update');
}

export async function readContactRow(db: Database, id: string) {
  const [row] = await db.select({ blockedAt: contact.blockedAt }).from(contact).where(eq(contact.id, id));
  return row;
}

/** Undefined: the ref is taken. */
export async function insertTip(tx: Database, row: typeof tip.$inferInsert): Promise<TipRow | undefined> {
  const [inserted] = await tx.insert(tip).values(row).onConflictDoNothing({ target: tip.ref }).returning();
  return inserted;
}

export async function readTipRow(db: Database, id: string): Promise<TipRow | undefined> {
  const [row] = await db.select().from(tip).where(eq(tip.id, id));
  return row;
}

export async function readTipByReceipt(db: Database, receipt: Uint8Array): Promise<TipRow | undefined> {
  const [row] = await db.select().from(tip).where(eq(tip.receipt, receipt));
  return row;
}

/** Newest first. */
export const readTipsOf = (db: Database, contactId: string, most: number): Promise<TipRow[]> =>
  db.select().from(tip).where(eq(tip.contactId, contactId)).orderBy(desc(tip.receivedAt), desc(tip.expiresAt)).limit(most);

/** What the contact tells more or otherwise: whoever decides must have seen it. */
export async function saveTipContent(
  tx: Database,
  id: string,
  change: Partial<Pick<TipRow, 'draft' | 'flags' | 'gatheringUntil' | 'language'>>,
): Promise<void> {
  await tx
    .update(tip)
    .set({ ...change, version: sql`${tip.version} + 1` })
    .where(eq(tip.id, id));
}

/** Nothing that was sent is left; the row stays for what was decided about it, and is found by its receipt. */
export async function destroyTipContent(tx: Database, tipIds: readonly string[]): Promise<void> {
  if (tipIds.length === 0) return;
  const ids = [...tipIds];
  await tx.delete(tipPart).where(inArray(tipPart.tipId, ids));
  await tx.delete(tipMedia).where(inArray(tipMedia.tipId, ids));
  await tx.update(tip).set({ draft: null, gatheringUntil: null }).where(inArray(tip.id, ids));
}

/** Whose they were is no longer known, nor found by a receipt. */
export async function detachTips(tx: Database, contactId: string): Promise<void> {
  await tx.update(tip).set({ contactId: null, receipt: null }).where(eq(tip.contactId, contactId));
}

/** It never was one. */
export async function deleteTip(tx: Database, id: string): Promise<void> {
  await tx.delete(tip).where(eq(tip.id, id));
}

/** The last decision on a tip that holds words. */
export async function readLastDecision(db: Database, ref: string) {
  const [row] = await db
    .select({ content: decision.content, previousHash: decision.previousHash })
    .from(decision)
    .where(and(eq(decision.subject, 'tip'), eq(decision.subjectId, ref), eq(decision.by, 'moderator')))
    .orderBy(desc(decision.id))
    .limit(1);
  return row;
}
