import type { Tolls } from '../schema/columns.ts';
import type { Stance } from '../schema/vocabulary.ts';
import { incidentsAt } from './incident-version.ts';
import { accountHolds } from './matching.ts';
import type { Fragment, Session } from './session.ts';

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

/** As `AccountRow`: the accounts of an array of incidents, by source and id. What is not published is not named, not even by its ref. */
export function accountsOf(sql: Session, incidentIds: Fragment, asOf: string | null): Fragment {
  return sql`
    select a.id, a.source_id as "sourceId", a.document_id as "documentId", d.title as "documentTitle",
      d.published::text as "documentPublished", d.published_prec as "documentPublishedPrec", d.source_id as "documentSourceId",
      a.url, a.stance, a.tolls, a.joint_toll as "jointToll", a.approximate, a.words_en as "wordsEn", a.words_ar as "wordsAr",
      a.note_en as "noteEn", a.note_ar as "noteAr",
      array(select i.ref from account_incident ai join ${incidentsAt(sql, asOf)} i on i.id = ai.incident_id
        where ai.account_id = a.id and i.status = 'published' order by i.event_date_start, i.id) as covers,
      array(select ai.incident_id::int from account_incident ai
        where ai.account_id = a.id and ai.incident_id = any(${incidentIds})) as of
    from account a left join document d on d.id = a.document_id
    where a.id in (select ai.account_id from account_incident ai where ai.incident_id = any(${incidentIds}))
      and ${accountHolds(sql, asOf)}
    order by a.source_id, a.id`;
}
