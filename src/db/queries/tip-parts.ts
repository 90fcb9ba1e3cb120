import { and, asc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { tip, tipMedia, tipPart } from '../schema/tip.ts';

export type TipPartRow = typeof tipPart.$inferSelect;
export type TipMediaRow = typeof tipMedia.$inferSelect;

/** In order. */
export const readParts = (db: Database, tipId: string): Promise<TipPartRow[]> =>
  db.select().from(tipPart).where(eq(tipPart.tipId, tipId)).orderBy(asc(tipPart.ordinal), asc(tipPart.id));

/** In order, without what they hold. */
export const readMedia = (db: Database, tipId: string): Promise<TipMediaRow[]> =>
  db.select().from(tipMedia).where(eq(tipMedia.tipId, tipId)).orderBy(asc(tipMedia.ordinal), asc(tipMedia.id));

/** Undefined: it is here already. */
export async function insertPart(tx: Database, row: typeof tipPart.$inferInsert): Promise<TipPartRow | undefined> {
  const [inserted] = await tx.insert(tipPart).values(row).onConflictDoNothing({ target: tipPart.cause }).returning();
  return inserted;
}

/** False: it is here already. */
export async function insertMedia(tx: Database, row: typeof tipMedia.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(tipMedia)
    .values(row)
    .onConflictDoNothing({ target: tipMedia.cause })
    .returning({ id: tipMedia.id });
  return inserted.length > 0;
}

export async function readPartByCause(db: Database, cause: Uint8Array): Promise<TipPartRow | undefined> {
  const [row] = await db.select().from(tipPart).where(eq(tipPart.cause, cause));
  return row;
}

export async function readTipOfMediaCause(db: Database, cause: Uint8Array): Promise<string | undefined> {
  const [row] = await db.select({ tipId: tipMedia.tipId }).from(tipMedia).where(eq(tipMedia.cause, cause));
  return row?.tipId;
}

export async function savePart(tx: Database, id: string, content: Uint8Array): Promise<void> {
  await tx.update(tipPart).set({ content }).where(eq(tipPart.id, id));
}

export async function deletePart(tx: Database, id: string): Promise<void> {
  await tx.delete(tipPart).where(eq(tipPart.id, id));
}

/** The file and its tip, held until the transaction ends. */
export async function holdMedia(tx: Database, id: string) {
  const [row] = await tx
    .select({ media: tipMedia, tip })
    .from(tipMedia)
    .innerJoin(tip, eq(tip.id, tipMedia.tipId))
    .where(eq(tipMedia.id, id))
    .for('update');
  return row;
}

export async function saveMedia(tx: Database, id: string, change: Partial<TipMediaRow>): Promise<void> {
  await tx.update(tipMedia).set(change).where(eq(tipMedia.id, id));
}

/** What the photos of other tips look like. */
export async function readLooks(db: Database, notOfTip: string): Promise<string[]> {
  const rows = await db
    .select({ looks: tipMedia.looks })
    .from(tipMedia)
    .where(and(isNotNull(tipMedia.looks), ne(tipMedia.tipId, notOfTip)));
  return rows.flatMap(({ looks }) => (looks === null ? [] : [looks]));
}
