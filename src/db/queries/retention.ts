import { and, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { allowance, contact, invite } from '../schema/contact.ts';
import { conversation, shownAnswer, shownIncident } from '../schema/conversation.ts';
import { cursor, inbox, keptAction, outbox, posted } from '../schema/delivery.ts';
import { enrolment, moderatorAccount, teamPlace } from '../schema/moderator.ts';
import { type TipState, tip, tipMedia, tipPart } from '../schema/tip.ts';

/** "reta" in ASCII: one process at a time lets time do its work. It goes with its transaction. */
const RETAINING = 0x72657461;

/** False: another process is at it. */
export async function holdRetention(tx: Database): Promise<boolean> {
  const [row] = await tx.execute<{ held: boolean }>(sql`select pg_try_advisory_xact_lock(${RETAINING}) as held`);
  return row?.held === true;
}

const OPEN: readonly TipState[] = ['received', 'claimed', 'needs_info'];
const TURNED_DOWN: readonly TipState[] = ['declined', 'spam'];
const OVER: readonly TipState[] = ['expired', 'withdrawn'];

/** Undecided tips whose time is over, oldest first. */
export async function tipsToExpire(tx: Database, now: Date, receivedBefore: Date, most: number): Promise<string[]> {
  const rows = await tx
    .select({ id: tip.id })
    .from(tip)
    .where(and(inArray(tip.state, [...OPEN]), or(lte(tip.expiresAt, now), lte(tip.receivedAt, receivedBefore))))
    .orderBy(tip.receivedAt, tip.id)
    .limit(most);
  return rows.map(({ id }) => id);
}

/**
 * Takes away all that contacts wrote and sent, and the receipt, from tips that are over, that were turned down before `turnedDownBefore`,
 * or that came before `receivedBefore`; those lose their contact too. What was decided, and the incident, stays. Returns how many tips.
 */
export async function emptyTips(
  tx: Database,
  { turnedDownBefore, receivedBefore }: { turnedDownBefore: Date; receivedBefore: Date },
): Promise<number> {
  const aged = lte(tip.receivedAt, receivedBefore);
  const due = or(
    inArray(tip.state, [...OVER]),
    and(inArray(tip.state, [...TURNED_DOWN]), lte(tip.decidedAt, turnedDownBefore)),
    aged,
  );
  const parts = sql`exists (select 1 from ${tipPart} where ${tipPart.tipId} = ${tip.id})`;
  const media = sql`exists (select 1 from ${tipMedia} where ${tipMedia.tipId} = ${tip.id})`;
  const holds = or(isNotNull(tip.draft), isNotNull(tip.receipt), and(aged, isNotNull(tip.contactId)), parts, media);
  const emptied = await tx
    .update(tip)
    .set({
      draft: null,
      receipt: null,
      gatheringUntil: null,
      contactId: sql`case when ${aged} then null else ${tip.contactId} end`,
    })
    .where(and(due, holds))
    .returning({ id: tip.id });
  const ids = emptied.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(tipPart).where(inArray(tipPart.tipId, ids));
  await tx.delete(tipMedia).where(inArray(tipMedia.tipId, ids));
  return ids.length;
}

/** No way leads any more to who was not heard of since. Returns how many. */
export async function dropRoutes(tx: Database, seenBefore: Date): Promise<number> {
  const dropped = await tx
    .update(contact)
    .set({ route: null })
    .where(and(lte(contact.lastSeen, seenBefore), isNotNull(contact.route)))
    .returning({ id: contact.id });
  return dropped.length;
}

/** Contacts that nobody heard of since are no more, but for blocks. Returns how many. */
export async function dropContacts(tx: Database, seenBefore: Date): Promise<number> {
  const dropped = await tx
    .delete(contact)
    .where(and(lte(contact.lastSeen, seenBefore), isNull(contact.blockedAt)))
    .returning({ id: contact.id });
  return dropped.length;
}

export async function dropSpent(tx: Database, now: Date): Promise<void> {
  await tx.delete(allowance).where(lte(allowance.until, now));
  await tx.delete(invite).where(or(lte(invite.expiresAt, now), isNotNull(invite.spentAt)));
}

/**
 * Clears away what is unreadable without keys, what was found by keyed hashes, and what was asked. Incidents, members of the team and
 * the log of decisions stay.
 */
export async function dropAllSealed(tx: Database): Promise<void> {
  for (const table of [outbox, inbox, cursor, keptAction, posted, conversation, shownAnswer, shownIncident])
    await tx.delete(table);
  for (const table of [tipPart, tipMedia, allowance, invite, enrolment, moderatorAccount, teamPlace]) await tx.delete(table);
  await tx.update(tip).set({ draft: null, receipt: null, gatheringUntil: null, contactId: null });
  await tx.update(contact).set({ route: null, lookup: null });
}
