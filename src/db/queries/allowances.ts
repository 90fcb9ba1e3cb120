import { lte, sql } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { allowance } from '../schema/contact.ts';

/**
 * Takes one of `most` that there are until the window ends; false: none is left. One statement, so that however many take at once,
 * exactly `most` get one. The row stays locked until the transaction ends.
 */
export async function takeOne(
  db: Database,
  id: Uint8Array,
  { most, windowMs }: { most: number; windowMs: number },
  now: Date,
): Promise<boolean> {
  if (most < 1) return false;
  const over = lte(allowance.until, now);
  const taken = await db
    .insert(allowance)
    .values({ id, used: 1, until: new Date(now.getTime() + windowMs) })
    .onConflictDoUpdate({
      target: allowance.id,
      set: {
        used: sql`case when ${over} then 1 else ${allowance.used} + 1 end`,
        until: sql`case when ${over} then excluded.until else ${allowance.until} end`,
      },
      setWhere: sql`${over} or ${allowance.used} < ${most}`,
    })
    .returning({ used: allowance.used });
  return taken.length > 0;
}
