import type { Changes } from '../schema/edit.ts';
import { endOfDay, incidentsAt } from './incident-version.ts';
import type { Fragment, Session } from './session.ts';

export interface StoreState {
  version: number;
  /** The last day on which the store holds anything. */
  dataEnds: string | null;
  /** Days from the first to the last of its longest incident; null: not known. */
  longest: number | null;
}

/** As `StoreState`: as it is now, or was at the end of a past day. */
export function storeState(sql: Session, asOf: string | null): Fragment {
  const then = asOf === null ? sql`` : sql`where at < ${endOfDay(sql, asOf)}`;
  return sql`select
    (select coalesce(max(id), 0)::int from edit ${then}) as version,
    (select max(i.event_date_end + 0)::text from ${incidentsAt(sql, asOf)} i where i.status = 'published') as "dataEnds",
    ${asOf === null ? sql`(select max(event_date_end - event_date_start) from incident)` : sql`null::int`} as longest`;
}

export interface EditRow {
  id: number;
  /** ISO instant, UTC. */
  at: string;
  who: string;
  why: string;
  subject: 'incident' | 'account';
  subjectId: string;
  changes: Changes;
}

/** Everything that was changed about an incident and its accounts, oldest first. */
export async function editsOf(
  sql: Session,
  { subjectIds, accountIds }: { subjectIds: readonly string[]; accountIds: readonly string[] },
  asOf: string | null,
): Promise<EditRow[]> {
  const then = asOf === null ? sql`true` : sql`at < ${endOfDay(sql, asOf)}`;
  return sql.run<EditRow>(sql`
    select id::int as id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at, who, why, subject,
      subject_id as "subjectId", changes
    from edit
    where ((subject = 'incident' and subject_id = any(${subjectIds}::text[]))
      or (subject = 'account' and subject_id = any(${accountIds}::text[]))) and ${then}
    order by id`);
}
