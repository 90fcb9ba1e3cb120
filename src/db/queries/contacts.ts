import { and, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { contact, TRUST, type Trust } from '../schema/contact.ts';

export type ContactRow = typeof contact.$inferSelect;

export async function readContactByLookup(db: Database, lookup: Uint8Array): Promise<ContactRow | undefined> {
  const [row] = await db.select().from(contact).where(eq(contact.lookup, lookup));
  return row;
}

export async function readContact(db: Database, id: string): Promise<ContactRow | undefined> {
  const [row] = await db.select().from(contact).where(eq(contact.id, id));
  return row;
}

export async function readContactByCode(db: Database, code: string): Promise<ContactRow | undefined> {
  const [row] = await db.select().from(contact).where(eq(contact.code, code));
  return row;
}

/** Undefined: the codename is taken, or the same contact came at the same moment. */
export async function insertContact(db: Database, row: typeof contact.$inferInsert): Promise<ContactRow | undefined> {
  const [inserted] = await db.insert(contact).values(row).onConflictDoNothing().returning();
  return inserted;
}

export async function saveRoute(db: Database, id: string, route: Uint8Array | null): Promise<void> {
  await db.update(contact).set({ route }).where(eq(contact.id, id));
}

/** `hour` is rounded already. */
export async function saveLastSeen(db: Database, id: string, hour: Date): Promise<void> {
  await db
    .update(contact)
    .set({ lastSeen: hour })
    .where(and(eq(contact.id, id), lt(contact.lastSeen, hour)));
}

export type ContactChoices = Partial<Pick<ContactRow, 'language' | 'deletesMessages'>>;
export async function saveChoices(db: Database, id: string, choices: ContactChoices): Promise<void> {
  await db.update(contact).set(choices).where(eq(contact.id, id));
}

/** False: there is no such codename. */
export async function saveTrust(db: Database, code: string, trust: Trust): Promise<boolean> {
  const changed = await db.update(contact).set({ trust }).where(eq(contact.code, code)).returning({ id: contact.id });
  return changed.length > 0;
}

/** Never lowers it. */
export async function raiseTrust(db: Database, id: string, trust: Trust): Promise<void> {
  const rank = sql`array_position(${sql.raw(`array[${TRUST.map((each) => `'${each}'`).join(', ')}]`)}, ${contact.trust})`;
  await db
    .update(contact)
    .set({ trust })
    .where(and(eq(contact.id, id), lt(rank, TRUST.indexOf(trust) + 1)));
}

/** False: there is no such codename, or it is blocked already. */
export async function saveBlock(db: Database, code: string, by: string | null, now: Date): Promise<boolean> {
  const changed = await db
    .update(contact)
    .set({ blockedAt: now, blockedBy: by })
    .where(and(eq(contact.code, code), isNull(contact.blockedAt)))
    .returning({ id: contact.id });
  return changed.length > 0;
}

/** False: there is no such codename, or it is not blocked. */
export async function liftBlock(db: Database, code: string): Promise<boolean> {
  const changed = await db
    .update(contact)
    .set({ blockedAt: null, blockedBy: null })
    .where(and(eq(contact.code, code), isNotNull(contact.blockedAt)))
    .returning({ id: contact.id });
  return changed.length > 0;
}

/**
 * The codename stays, for what was decided about their tips; nothing leads from it to anybody any more. Of who is blocked the keyed hash
 * stays too, or being forgotten would lift the block.
 */
export async function eraseContact(db: Database, id: string): Promise<void> {
  const lookup = sql`case when ${contact.blockedAt} is null then null else ${contact.lookup} end`;
  await db.update(contact).set({ lookup, route: null, language: null, deletesMessages: false }).where(eq(contact.id, id));
}
