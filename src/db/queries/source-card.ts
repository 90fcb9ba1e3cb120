import { and, asc, countDistinct, eq, isNull } from 'drizzle-orm';
import type { Database } from '../client.ts';
import { account, accountIncident } from '../schema/account.ts';
import { document, source } from '../schema/source.ts';
import { statistic } from '../schema/statistic.ts';

/** One source with what the store has from it, retracted accounts apart. Undefined: there is none of this id. */
export async function readSourceCard(db: Database, id: string) {
  const [[row], [accounts], [statistics], documents] = await Promise.all([
    db.select().from(source).where(eq(source.id, id)),
    db
      .select({ accounts: countDistinct(account.id), incidents: countDistinct(accountIncident.incidentId) })
      .from(account)
      .leftJoin(accountIncident, eq(accountIncident.accountId, account.id))
      .where(and(eq(account.sourceId, id), isNull(account.retractedAt))),
    db
      .select({ statistics: countDistinct(statistic.id) })
      .from(statistic)
      .where(eq(statistic.sourceId, id)),
    db.select().from(document).where(eq(document.sourceId, id)).orderBy(asc(document.published)),
  ]);
  if (!row) return undefined;
  return {
    source: row,
    accounts: Number(accounts?.accounts ?? 0),
    incidents: Number(accounts?.incidents ?? 0),
    statistics: Number(statistics?.statistics ?? 0),
    documents,
  };
}
