import { and, eq, gt, lte } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { keptAction } from '../schema/delivery.ts';
import { byTheHour } from './by-the-hour.ts';

type KeptAction = typeof keptAction.$inferSelect;

/** Keeps what buttons stand for, sealed; what has expired goes. */
export async function keepActions(tx: Database, actions: readonly KeptAction[], now: Date): Promise<void> {
  if (actions.length === 0) return;
  await tx.delete(keptAction).where(lte(keptAction.expiresAt, now));
  await tx.insert(keptAction).values(actions.map((action) => ({ ...action, expiresAt: byTheHour(action.expiresAt) })));
}

export async function readKeptAction(db: Database, id: string, now: Date): Promise<Uint8Array | undefined> {
  const [row] = await db
    .select({ action: keptAction.action })
    .from(keptAction)
    .where(and(eq(keptAction.id, id), gt(keptAction.expiresAt, now)));
  return row?.action;
}
