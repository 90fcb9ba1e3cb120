import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { decision } from '../schema/decision.ts';
import { moderator } from '../schema/moderator.ts';
import { tip } from '../schema/tip.ts';

type DecisionRow = typeof decision.$inferSelect;
type TipRow = typeof tip.$inferSelect;
export type NewDecision = Omit<DecisionRow, 'id'>;

/** "decision chain" in ASCII, shortened: decisions are appended one after another. */
const CHAIN = 0x64636368;

/** What was decided for this cause before; null: nothing. Until the transaction ends nobody else decides for the same cause. */
export async function decidedBefore(tx: Database, cause: Uint8Array): Promise<DecisionRow | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${Buffer.from(cause).toString('hex')}, 0))`);
  const [row] = await tx.select().from(decision).where(eq(decision.cause, cause));
  return row ?? null;
}

/** The member of the team as they are now; a revocation waits until the transaction ends, or has come before it. */
export async function holdModerator(tx: Database, id: string) {
  const [row] = await tx.select().from(moderator).where(eq(moderator.id, id)).for('share');
  return row ?? null;
}

/** The tip, which nobody else changes until the transaction ends. */
export async function holdTip(tx: Database, id: string): Promise<TipRow | null> {
  const [row] = await tx.select().from(tip).where(eq(tip.id, id)).for('update');
  return row ?? null;
}

export async function changeTip(tx: Database, id: string, change: Partial<TipRow>): Promise<void> {
  await tx.update(tip).set(change).where(eq(tip.id, id));
}

/** The last decision's hash; null: there is none. Until the transaction ends nobody else appends. */
export async function lastHash(tx: Database): Promise<Uint8Array | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${CHAIN})`);
  const [row] = await tx.select({ hash: decision.hash }).from(decision).orderBy(desc(decision.id)).limit(1);
  return row?.hash ?? null;
}

export async function appendDecision(tx: Database, row: NewDecision): Promise<number> {
  const [added] = await tx.insert(decision).values(row).returning({ id: decision.id });
  if (!added) throw new Error('a decision was not written');
  return added.id;
}

/** All decisions on one subject, in order. */
export const readDecisions = (db: Database, subject: DecisionRow['subject'], subjectId: string): Promise<DecisionRow[]> =>
  db
    .select()
    .from(decision)
    .where(and(eq(decision.subject, subject), eq(decision.subjectId, subjectId)))
    .orderBy(asc(decision.id));

/** The whole log, in order. */
export const readLog = (db: Database): Promise<DecisionRow[]> => db.select().from(decision).orderBy(asc(decision.id));
