import { and, asc, desc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { tip, tipMedia } from '../schema/tip.ts';

/** Kept as it came: encrypted for the coordinators; or, where there were none, sealed alone and shown to nobody. */
const KEPT = or(isNotNull(tipMedia.original), and(eq(tipMedia.state, 'unseen'), isNotNull(tipMedia.clean)));

/** Tips of which anything is kept as it came, the newest first, with how many files of which kind. Nothing of their contacts. */
export const readTipsWithOriginals = (db: Database) =>
  db
    .select({
      id: tip.id,
      ref: tip.ref,
      state: tip.state,
      receivedAt: tip.receivedAt,
      kind: tipMedia.kind,
      files: sql<number>`count(*)::int`,
    })
    .from(tipMedia)
    .innerJoin(tip, eq(tip.id, tipMedia.tipId))
    .where(KEPT)
    .groupBy(tip.id, tipMedia.kind)
    .orderBy(desc(tip.receivedAt), asc(tip.ref), asc(tipMedia.kind));

/** Of these tips, which files there are; what is in them is read one at a time, as they are large. */
export const readOriginalIds = (db: Database, tipIds: readonly string[]) =>
  db
    .select({ id: tipMedia.id, tipId: tipMedia.tipId, kind: tipMedia.kind })
    .from(tipMedia)
    .where(and(inArray(tipMedia.tipId, [...tipIds]), KEPT))
    .orderBy(asc(tipMedia.tipId), asc(tipMedia.ordinal), asc(tipMedia.id));

export async function readOriginal(db: Database, id: string) {
  const [row] = await db.select({ original: tipMedia.original, clean: tipMedia.clean }).from(tipMedia).where(eq(tipMedia.id, id));
  return row ?? null;
}
