import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { conversation, shownAnswer, shownIncident } from '../schema/conversation.ts';

type ConversationRow = typeof conversation.$inferSelect;
type ShownAnswerRow = typeof shownAnswer.$inferSelect;

/** The conversation's row unless it has expired. */
export async function readConversation(db: Database, key: string, now: Date): Promise<ConversationRow | undefined> {
  const [row] = await db
    .select()
    .from(conversation)
    .where(and(eq(conversation.key, key), gt(conversation.expiresAt, now)));
  return row;
}

/** Writes the named columns of the conversation's row and leaves the others as they are. */
export async function saveConversation(
  db: Database,
  row: Pick<ConversationRow, 'key' | 'updatedAt' | 'expiresAt'> & Partial<Pick<ConversationRow, 'language' | 'previous'>>,
): Promise<void> {
  const { key, ...columns } = row;
  await db.insert(conversation).values(row).onConflictDoUpdate({ target: conversation.key, set: columns });
}

export async function readShownAnswer(db: Database, id: string, now: Date): Promise<ShownAnswerRow | undefined> {
  const [row] = await db
    .select()
    .from(shownAnswer)
    .where(and(eq(shownAnswer.id, id), gt(shownAnswer.expiresAt, now)));
  return row;
}

export async function saveShownAnswer(db: Database, row: ShownAnswerRow): Promise<void> {
  await db.insert(shownAnswer).values(row);
}

const SHOWN_DAYS = 30;

/** Destroys what has expired. */
export async function deleteExpired(db: Database, now: Date): Promise<void> {
  await db.delete(conversation).where(lte(conversation.expiresAt, now));
  await db.delete(shownAnswer).where(lte(shownAnswer.expiresAt, now));
  await db.delete(shownIncident).where(lte(shownIncident.shownAt, new Date(now.getTime() - SHOWN_DAYS * 86_400_000)));
}

/** Nothing of the conversation is remembered any more. */
export async function forgetConversation(db: Database, key: string): Promise<void> {
  await db.delete(shownAnswer).where(eq(shownAnswer.conversationKey, key));
  await db.delete(shownIncident).where(eq(shownIncident.conversationKey, key));
  await db.delete(conversation).where(eq(conversation.key, key));
}
