import type { Tolls } from '../schema/columns.ts';
import type { Evidence, Party } from '../schema/vocabulary.ts';
import { atOnce } from './at-once.ts';
import type { Cursor } from './cursor.ts';
import { accountHolds, type Matching } from './matching.ts';
import { type RowKey, rowKey } from './row-key.ts';
import type { TotalMeasure } from './selection.ts';
import type { Fragment, Session } from './session.ts';
import { type Cards, cardsOf, firstPossibleIds, pageIds } from './shown-cards.ts';

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

/** Which of the incidents are to be shown. */
export interface Listing {
  order: ListingOrder;
  offset: number;
  limit: number;
  /** The incident before the first; null: so many are passed over as `offset` says. */
  after?: Cursor | null;
  /** How many of the possible ones, oldest first. */
  possible: number;
}

export interface Survey extends OwnTotals {
  /** The asked page of what counts, in order. */
  page: number[];
  possible: number;
  firstPossible: { id: number; start: string; daySure: boolean; placeSure: boolean }[];
  /** Figures that cover at least one incident which counts or may belong, by account id. */
  joint: JointRow[];
}

/** A figure that several incidents share. */
export interface JointRow {
  accountId: string;
  sourceId: string;
  approximate: boolean;
  tolls: Tolls;
  covered: CoveredIncident[];
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

/** What a survey is made for. */
export interface Surveyed {
  /** What separates rows; null: no breakdown. */
  key: RowKey | null;
  /** The parties whose losses are asked for. */
  asked: readonly Party[];
  listing: Listing;
  /** Whether its first and last day are wanted: of a series without ends of its own. */
  open: boolean;
}

/** Everything about a selection that takes a look at each of its incidents. */
export async function survey(sql: Session, match: Matching, surveyed: Surveyed): Promise<Survey & Cards> {
  const ids = [pageIds(sql, 'surveys'), firstPossibleIds(sql, surveyed.listing, ['surveys'])];
  const statements = { surveys: surveyOf(sql, match, surveyed), ...cardsOf(sql, surveyed.listing, ids, match.asOf) };
  const { surveys, cards, accounts } = await atOnce<Found>(sql, statements, 'planned');
  const [own] = surveys;
  if (!own) throw new Error('an aggregate gives a row');
  return { ...own, cards, accounts };
}

interface Found extends Cards, Record<string, readonly unknown[]> {
  surveys: Survey[];
  shown: unknown[];
}

/**
 * The survey as one statement, so that incidents are looked up once: sums, rows, the ids of a page.
 * @param among a test that all of them pass, where not the whole store is looked at. Shared figures are then not asked for.
 */
export function surveyOf(
  sql: Session,
  { asOf, from, fits, dayOpen, placeOpen, daySure, placeSure }: Matching,
  { key: by, asked, listing }: Surveyed,
  among: Fragment | null = null,
): Fragment {
  const key = by && rowKey(sql, by);
  return sql`
    with m as materialized (
      select i.id::int as id, i.event_date_start, i.event_date_end, i.date_prec, i.where_prec, i.evidence, i.tolls, i.targets,
        i.killed_low, i.killed_best, i.killed_high, i.wounded_low, i.wounded_high,
        i.captured_low, i.captured_high, i.missing_low, i.missing_high, ${key ?? sql`null`} as key,
        ${daySure} is true as day_sure, ${placeSure} is true as place_sure
      from ${from} where ${among ? sql`${among} and` : sql``} ${fits} and ${dayOpen} and ${placeOpen}
    ),
    c as (select * from m where day_sure and place_sure),
    -- incidents with the same toll of the same targets are added up together: there are far fewer kinds of them
    kinds as materialized (select tolls, targets, count(*) as n, row_number() over () as kind from c group by tolls, targets),
    losses as materialized (
      select k.kind, k.targets, k.n, p.key as party, t.key as measure, coalesce((t.value ->> 'low')::int, 0) as low,
        coalesce(case when t.key = 'killed' then (t.value ->> 'best')::int end, (t.value ->> 'low')::int, 0) as best,
        (t.value ->> 'high')::int as high
      from kinds k, jsonb_each(k.tolls) p, jsonb_each(p.value) t
      where t.key in ('killed', 'wounded', 'captured', 'missing')
    )
    select count(*)::int as incidents,
      count(*) filter (where date_prec >= 3)::int as "vagueDate",
      count(*) filter (where where_prec >= 3)::int as "vaguePlace",
      min(event_date_start)::text as "firstDay",
      max(event_date_end)::text as "lastDay",
      json_build_object('killed', ${ownToll(sql, 'killed')}, 'wounded', ${ownToll(sql, 'wounded')},
        'captured', ${ownToll(sql, 'captured')}, 'missing', ${ownToll(sql, 'missing')}) as measures,
      (select coalesce(json_object_agg(evidence, n), '{}') from (select evidence, count(*)::int n from c group by 1) e) as "byEvidence",
      ${byParty(sql)} as "byParty",
      ${unknownOfParty(sql)} as "unknownOfParty",
      ${knownOfAsked(sql, asked)} as "knownOfAsked",
      ${key ? rows(sql) : sql`'[]'::json`} as rows,
      array(select id from c order by ${LISTING_ORDERS[listing.order](sql)} offset ${listing.offset}::int limit ${listing.limit}::int) as page,
      (select count(*)::int from m where not (day_sure and place_sure)) as possible,
      (select coalesce(json_agg(json_build_object('id', id, 'start', event_date_start, 'daySure', day_sure, 'placeSure', place_sure)), '[]') from (
        select * from m where not (day_sure and place_sure) order by event_date_start, id limit ${listing.possible}::int) p) as "firstPossible",
      ${among ? sql`'[]'::json` : joint(sql, from, asOf)} as joint
    from c`;
}

const byParty = (sql: Session): Fragment => sql`
  (select coalesce(json_agg(json_build_object('party', party, 'measure', measure, 'toll', json_build_object(
      'known', known, 'open', open, 'low', low, 'best', best, 'high', high))), '[]')
    from (select party, measure, sum(n) as known, coalesce(sum(n) filter (where high is null), 0) as open,
        sum(low * n) as low, sum(best * n) as best, coalesce(sum(high * n), 0) as high
      from losses group by 1, 2) p)`;

const unknownOfParty = (sql: Session): Fragment => sql`
  (select coalesce(json_agg(json_build_object('party', party, 'measure', measure, 'incidents', n)), '[]') from (
    select party, measure, sum(n)::int as n from (
      select party, measure, sum(n) as n from losses where best = 0 and high is null group by 1, 2
      union all
      select t.party, t.measure, t.n - coalesce(l.n, 0)
      from (
        select k.targets, a.party, measure, k.n from (select targets, sum(n) as n from kinds group by 1) k,
          lateral (select distinct a.party from actor a where a.id = any(k.targets)) a,
          unnest(array['killed', 'wounded', 'captured', 'missing']) as measure
      ) t
      left join (select targets, party, measure, sum(n) as n from losses group by 1, 2, 3) l
        on l.targets = t.targets and l.party = t.party and l.measure = t.measure
    ) u group by 1, 2 having sum(n) > 0
  ) u)`;

const knownOfAsked = (sql: Session, asked: readonly Party[]): Fragment =>
  asked.length === 0
    ? sql`'{}'::json`
    : sql`(select coalesce(json_object_agg(measure, n), '{}') from (select measure, sum(n)::int as n from (
        select kind, n, measure from losses where party = any(${asked}::text[])
        group by kind, n, measure having sum(best) > 0 or bool_and(high is not null)) k group by 1) a)`;

const joint = (sql: Session, from: Fragment, asOf: string | null): Fragment => sql`
  (select coalesce(json_agg(j), '[]') from (
    select a.id as "accountId", a.source_id as "sourceId", a.approximate, a.tolls,
      json_agg(json_build_object('id', i.id::int, 'ref', case when i.status = 'published' then i.ref end, 'targets', i.targets,
        'tolls', i.tolls, 'key', m.key, 'counted', coalesce(m.day_sure and m.place_sure, false),
        'possible', coalesce(not (m.day_sure and m.place_sure), false)) order by i.event_date_start, i.id) as covered
    from account a join account_incident ai on ai.account_id = a.id join ${from} on i.id = ai.incident_id left join m on m.id = i.id
    where a.joint_toll and ${accountHolds(sql, asOf)}
    group by a.id having bool_or(m.id is not null) order by a.id
  ) j)`;

const rows = (sql: Session): Fragment => sql`
  (select coalesce(json_agg(json_build_object('key', key, 'incidents', n, 'killed', killed, 'wounded', wounded)), '[]') from (
    select key, count(*)::int n, ${ownToll(sql, 'killed')} killed, ${ownToll(sql, 'wounded')} wounded from c group by key) r)`;

/** Each order ends in the id, so that pages never overlap and the same question gives the same list. */
export const LISTING_ORDERS = {
  date_asc: (sql) => sql`event_date_start, id`,
  date_desc: (sql) => sql`event_date_start desc, id desc`,
  killed_desc: (sql) => sql`killed_best desc nulls last, event_date_start, id`,
  killed_or_wounded_desc: (sql) => sql`
    case when killed_best is not null or wounded_low is not null
      then coalesce(killed_best, 0) + coalesce(wounded_low, 0) end desc nulls last, event_date_start, id`,
} satisfies Record<string, (sql: Session) => Fragment>;
export type ListingOrder = keyof typeof LISTING_ORDERS;

/** Sums over `c`. Only the killed have a best estimate of their own; of the others the least stands for it. */
function ownToll(sql: Session, measure: TotalMeasure): Fragment {
  const low = sql(`${measure}_low`);
  const best = sql(measure === 'killed' ? 'killed_best' : `${measure}_low`);
  const high = sql(`${measure}_high`);
  return sql`json_build_object('known', count(*) filter (where ${best} > 0 or ${high} is not null), 'open', count(*) filter (where ${low} is not null and ${high} is null),
    'low', coalesce(sum(${low}), 0), 'best', coalesce(sum(${best}), 0), 'high', coalesce(sum(${high}), 0))`;
}
