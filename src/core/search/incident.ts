import type { Store } from '../../db/client.ts';
import { type AccountRow, accountsOf } from '../../db/queries/accounts.ts';
import { atOnce } from '../../db/queries/at-once.ts';
import { type EditRow, editsOf } from '../../db/queries/history.ts';
import { incidentByRef } from '../../db/queries/incidents.ts';
import { readingSession } from '../../db/queries/reading.ts';
import type { IncidentStatus } from '../../db/schema/vocabulary.ts';
import type { FoundAccount, FoundIncident } from './found.ts';
import { accountsByRef, foundIncident } from './shown.ts';

export interface IncidentFile {
  incident: FoundIncident;
  /** archived and retracted ones are shown to those who know the ref, and must be said to be so. */
  status: Exclude<IncidentStatus, 'draft'>;
  accounts: FoundAccount[];
  /** Its own edits and those of its accounts, oldest first. */
  edits: EditRow[];
}

/** One incident with everything that is said of it, as the store had it at the end of a day (null: now). Null: none, or only a draft. */
export const findIncident = (store: Store, ref: string, { asOf }: { asOf: string | null }): Promise<IncidentFile | null> =>
  readingSession(store.sql, async (sql) => {
    const row = await incidentByRef(sql, ref.toUpperCase(), asOf);
    if (!row || row.status === 'draft') return null;
    const { accounts } = await atOnce<{ accounts: AccountRow[] }>(sql, {
      accounts: accountsOf(sql, sql`array[${row.id}::bigint]`, asOf),
    });
    const accountIds = accounts.map((account) => account.id);
    const edits = await editsOf(sql, { subjectIds: [row.ref, String(row.id)], accountIds }, asOf);
    return {
      incident: foundIncident(row, null),
      status: row.status,
      accounts: accountsByRef([row], accounts)[row.ref] ?? [],
      edits,
    };
  });
