import type { Tolls } from '../schema/columns.ts';
import type { Stance } from '../schema/vocabulary.ts';
import { type Fragment, incidentsAt, type Session } from './incident-version.ts';
import { accountHolds, type Matching } from './matching.ts';

export interface AccountRow {
  id: string;
  sourceId: string;
  documentId: string | null;
  documentTitle: string | null;
  documentPublished: string | null;
  documentPublishedPrec: string | null;
  documentSourceId: string | null;
  url: string | null;
  stance: Stance;
  tolls: Tolls;
  jointToll: boolean;
  approximate: boolean;
  wordsEn: string | null;
  wordsAr: string | null;
  noteEn: string | null;
  noteAr: string | null;
  /** Refs of the published incidents that it covers, oldest first. */
  covers: string[];
  /** Those of the asked incidents that it covers. */
  of: number[];
}

/** The accounts of some incidents, by source and id. What is not published is not named, not even by its ref. */
export async function accountsOf(sql: Session, incidentIds: readonly number[], asOf: string | null): Promise<AccountRow[]> {
  if (incidentIds.length === 0) return [];
  return sql<AccountRow[]>`
    select a.id, a.source_id as "sourceId", a.document_id as "documentId", d.title as "documentTitle",
      d.published::text as "documentPublished", d.published_prec as "documentPublishedPrec", d.source_id as "documentSourceId",
      a.url, a.stance, a.tolls, a.joint_toll as "jointToll", a.approximate, a.words_en as "wordsEn", a.words_ar as "wordsAr",
      a.note_en as "noteEn", a.note_ar as "noteAr",
      array(select i.ref from account_incident ai join ${incidentsAt(sql, asOf)} i on i.id = ai.incident_id
        where ai.account_id = a.id and i.status = 'published' order by i.event_date_start, i.id) as covers,
      array(select ai.incident_id::int from account_incident ai
        where ai.account_id = a.id and ai.incident_id = any(${incidentIds}::int[])) as of
    from account a left join document d on d.id = a.document_id
    where a.id in (select ai.account_id from account_incident ai where ai.incident_id = any(${incidentIds}::int[]))
      and ${accountHolds(sql, asOf)}
    order by a.source_id, a.id`;
}

/** An incident that a shared figure covers, with what the arithmetic needs. */
export interface CoveredIncident {
  id: number;
  /** Null where it is not published: it takes part in the arithmetic without being named. */
  ref: string | null;
  counted: boolean;
  possible: boolean;
  targets: string[];
  tolls: Tolls;
  key: unknown;
}

export interface JointRow {
  accountId: string;
  sourceId: string;
  approximate: boolean;
  tolls: Tolls;
  covered: CoveredIncident[];
}

/** Shared figures that cover at least one incident which counts or may belong, by account id. */
export async function jointAccounts(
  sql: Session,
  { from, counted, possible }: Matching,
  key: Fragment | null,
  asOf: string | null,
): Promise<JointRow[]> {
  return sql<JointRow[]>`
    select a.id as "accountId", a.source_id as "sourceId", a.approximate, a.tolls, c.covered
    from account a, lateral (
      select bool_or(v.counted or v.possible) as any, jsonb_agg(jsonb_build_object('id', v.id, 'ref', v.ref, 'counted', v.counted,
        'possible', v.possible, 'targets', v.targets, 'tolls', v.tolls, 'key', v.key) order by v.event_date_start, v.id) as covered
      from (
        select i.id, i.event_date_start, case when i.status = 'published' then i.ref end as ref, i.targets, i.tolls, ${key ?? sql`null`} as key,
          ${counted} is true as counted, ${possible} is true as possible
        from account_incident ai join ${from} on i.id = ai.incident_id where ai.account_id = a.id
      ) v
    ) c
    where a.joint_toll and ${accountHolds(sql, asOf)} and c.any
    order by a.id`;
}
