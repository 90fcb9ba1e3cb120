import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { consent } from '../schema/decision.ts';

type ConsentRow = typeof consent.$inferSelect;
export type ConsentKind = ConsentRow['kind'];

interface About {
  kind: ConsentKind;
  subjectId: string;
}

const open = ({ kind, subjectId }: About, now: Date) =>
  and(eq(consent.kind, kind), eq(consent.subjectId, subjectId), isNull(consent.grantedAt), gt(consent.expiresAt, now));

/** Grants what somebody else asked for, once; null: nobody else has, or it is over. */
export async function grantConsent(tx: Database, about: About, by: string, now: Date): Promise<ConsentRow | null> {
  const [asked] = await tx
    .select()
    .from(consent)
    .where(and(open(about, now), ne(consent.askedBy, by)))
    .orderBy(desc(consent.askedAt))
    .limit(1)
    .for('update');
  if (!asked) return null;
  const [granted] = await tx.update(consent).set({ grantedBy: by, grantedAt: now }).where(eq(consent.id, asked.id)).returning();
  return granted ?? null;
}

/** What they ask for: now, or already before. */
export async function askConsent(
  tx: Database,
  row: Omit<ConsentRow, 'grantedBy' | 'grantedAt'>,
): Promise<{ isNew: boolean; expiresAt: Date }> {
  const [asked] = await tx
    .select({ expiresAt: consent.expiresAt })
    .from(consent)
    .where(and(open(row, row.askedAt), eq(consent.askedBy, row.askedBy)));
  if (asked) return { isNew: false, ...asked };
  await tx.insert(consent).values(row);
  return { isNew: true, expiresAt: row.expiresAt };
}
