import type { BreakdownLine } from '../schema/statistic.ts';
import type { StatisticMetric } from '../schema/vocabulary.ts';
import type { Fragment, Session } from './session.ts';

export interface StatisticRow {
  id: string;
  sourceId: string;
  documentTitle: string | null;
  metric: StatisticMetric;
  low: number | null;
  high: number | null;
  approximate: boolean;
  period: { from: string; to: string };
  areaEn: string;
  areaAr: string;
  areaPlaceIds: string[];
  perpetrators: string[];
  subjects: string[];
  subjectEn: string | null;
  subjectAr: string | null;
  breakdown: BreakdownLine[];
  noteEn: string | null;
  noteAr: string | null;
  accountId: string | null;
}

/** As `StatisticRow`: published figures of some metrics on a period that overlaps [from, to]; null: open. */
export function statisticsOn(
  sql: Session,
  metrics: readonly StatisticMetric[],
  { from, to }: { from: string | null; to: string | null },
): Fragment {
  return sql`
    select s.id, s.source_id as "sourceId", d.title as "documentTitle", s.metric, s.low, s.high, s.approximate,
      json_build_object('from', s.period_from, 'to', s.period_to) as period, s.area_en as "areaEn", s.area_ar as "areaAr",
      s.area_place_ids as "areaPlaceIds", s.perpetrators, s.subjects, s.subject_en as "subjectEn", s.subject_ar as "subjectAr",
      s.breakdown, s.note_en as "noteEn", s.note_ar as "noteAr", s.account_id as "accountId"
    from statistic s left join document d on d.id = s.document_id
    where s.metric = any(${metrics}::text[])
      and ${to === null ? sql`true` : sql`s.period_from <= ${to}::text::date`}
      and ${from === null ? sql`true` : sql`s.period_to >= ${from}::text::date`}
    order by s.period_from, s.id`;
}
