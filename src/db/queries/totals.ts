import type { Evidence, Party } from '../schema/vocabulary.ts';
import type { Fragment, Session } from './incident-version.ts';
import type { Matching } from './matching.ts';
import type { TotalMeasure } from './selection.ts';

/** Sums of the incidents' own tolls, before shared figures are added. */
export interface OwnToll {
  /** Incidents whose own toll in this measure is known: "some" without a number, 0 to open, is not. */
  known: number;
  /** Tolls that are open above. */
  open: number;
  low: number;
  best: number;
  high: number;
}

/** What separates the rows of a breakdown: the key of one incident, as JSON (null: no row of its own). */
export interface OwnRow {
  key: unknown;
  incidents: number;
  killed: OwnToll;
  wounded: OwnToll;
}

export interface OwnTotals {
  incidents: number;
  vagueDate: number;
  vaguePlace: number;
  measures: Record<TotalMeasure, OwnToll>;
  byEvidence: Partial<Record<Evidence, number>>;
  byParty: { party: Party; measure: TotalMeasure; toll: OwnToll }[];
  /** Incidents that hit the party, or say that it lost some, and whose toll of it is not known. */
  unknownOfParty: { party: Party; measure: TotalMeasure; incidents: number }[];
  /** Incidents in which the toll of at least one of the asked parties is known. */
  knownOfAsked: Partial<Record<TotalMeasure, number>>;
  rows: OwnRow[];
  firstDay: string | null;
  lastDay: string | null;
}

/**
 * Everything that is added up over what counts, in one statement: the incidents are looked up once.
 * @param key expression over `i` that separates rows; null: no breakdown.
 * @param asked the parties whose losses are asked for.
 */
export async function ownTotals(
  sql: Session,
  { from, counted }: Matching,
  key: Fragment | null,
  asked: readonly Party[],
): Promise<OwnTotals> {
  const rows = key
    ? sql`(select coalesce(json_agg(json_build_object('key', key, 'incidents', n, 'killed', killed, 'wounded', wounded)), '[]') from
        (select key, count(*)::int n, ${ownToll(sql, 'killed')} killed, ${ownToll(sql, 'wounded')} wounded from c group by key) r)`
    : sql`'[]'::json`;
  const [totals] = await sql<OwnTotals[]>`
    with c as materialized (
      select i.id, i.event_date_start, i.event_date_end, i.date_prec, i.where_prec, i.evidence, i.tolls, i.targets,
        i.killed_low, i.killed_best, i.killed_high, i.wounded_low, i.wounded_high,
        i.captured_low, i.captured_high, i.missing_low, i.missing_high, ${key ?? sql`null`} as key
      from ${from} where ${counted}
    ),
    losses as materialized (
      select c.id, p.key as party, m.key as measure, coalesce((m.value ->> 'low')::int, 0) as low,
        coalesce(case when m.key = 'killed' then (m.value ->> 'best')::int end, (m.value ->> 'low')::int, 0) as best,
        (m.value ->> 'high')::int as high
      from c, jsonb_each(c.tolls) p, jsonb_each(p.value) m
      where m.key in ('killed', 'wounded', 'captured', 'missing')
    )
    select count(*)::int as incidents,
      count(*) filter (where date_prec >= 3)::int as "vagueDate",
      count(*) filter (where where_prec >= 3)::int as "vaguePlace",
      min(event_date_start)::text as "firstDay",
      max(event_date_end)::text as "lastDay",
      json_build_object('killed', ${ownToll(sql, 'killed')}, 'wounded', ${ownToll(sql, 'wounded')},
        'captured', ${ownToll(sql, 'captured')}, 'missing', ${ownToll(sql, 'missing')}) as measures,
      (select coalesce(json_object_agg(evidence, n), '{}') from (select evidence, count(*)::int n from c group by 1) e) as "byEvidence",
      (select coalesce(json_agg(json_build_object('party', party, 'measure', measure, 'toll', json_build_object(
          'known', known, 'open', open, 'low', low, 'best', best, 'high', high))), '[]')
        from (select party, measure, count(*) as known, count(*) filter (where high is null) as open,
            sum(low) as low, sum(best) as best, coalesce(sum(high), 0) as high
          from losses group by party, measure) p) as "byParty",
      (select coalesce(json_agg(json_build_object('party', party, 'measure', measure, 'incidents', n)), '[]')
        from (select party, measure, sum(n)::int as n from (
          select party, measure, count(*) as n from losses where best = 0 and high is null group by 1, 2
          union all
          select t.party, m.measure, count(*) as n
          from (select distinct c.id, a.party, c.tolls -> a.party as toll
            from c, unnest(c.targets) as u (target) join actor a on a.id = u.target) t
          cross join (values ('killed'), ('wounded'), ('captured'), ('missing')) m (measure)
          where not coalesce(t.toll ? m.measure, false) group by 1, 2) u group by 1, 2) u) as "unknownOfParty",
      (select coalesce(json_object_agg(measure, n), '{}') from (select measure, count(*)::int n from (
          select id, measure from losses where party = any(${asked}::text[])
          group by id, measure having sum(best) > 0 or bool_and(high is not null)) k group by 1) a) as "knownOfAsked",
      ${rows} as rows
    from c`;
  if (!totals) throw new Error('an aggregate gives a row');
  return totals;
}

/** Sums over `c`. Only the killed have a best estimate of their own; of the others the least stands for it. */
function ownToll(sql: Session, measure: TotalMeasure): Fragment {
  const low = sql(`${measure}_low`);
  const best = sql(measure === 'killed' ? 'killed_best' : `${measure}_low`);
  const high = sql(`${measure}_high`);
  return sql`json_build_object('known', count(*) filter (where ${best} > 0 or ${high} is not null), 'open', count(*) filter (where ${low} is not null and ${high} is null),
    'low', coalesce(sum(${low}), 0), 'best', coalesce(sum(${best}), 0), 'high', coalesce(sum(${high}), 0))`;
}
