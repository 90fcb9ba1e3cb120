import { atOnce } from './at-once.ts';
import type { Fragment, Session } from './incident-version.ts';
import { accountHolds, type Matching } from './matching.ts';
import { isTallied, leftovers, maybesOf, onlyPossible } from './period-edges.ts';
import { allOf } from './place-test.ts';
import { plannedFor } from './reading.ts';
import { rowKey } from './row-key.ts';
import type { Selection } from './selection.ts';
import {
  type JointRow,
  LISTING_ORDERS,
  type Listing,
  type OwnToll,
  type OwnTotals,
  type Survey,
  type Surveyed,
  surveyOf,
} from './survey.ts';
import { readTally, type Sums, tallySums } from './tally.ts';
import { elsewhereOf, groundsOf, type TallyScope } from './tally-scope.ts';

type Possible = Pick<Survey, 'possible' | 'firstPossible'>;

/**
 * The same survey without a look at each incident: sums of whole months come from the tallies, what is only possible from indexes alone,
 * the little that is outside of both is looked at, and pages are walked in order up to their end.
 */
export async function surveyByTally(
  sql: Session,
  match: Matching,
  { selection, scope }: { selection: Selection; scope: TallyScope },
  surveyed: Surveyed,
): Promise<Survey> {
  const { listing } = surveyed;
  const left = leftovers(sql, selection, scope, match);
  const open = onlyPossible(sql, selection, scope, match);
  const [page, days, all] = await Promise.all([
    listing.limit === 0 ? [] : pageOf(sql, match, scope, listing),
    surveyed.open ? daysOf(sql, match) : null,
    atOnce<{ sums: Sums[]; left: Survey[]; possible: Possible[]; joint: JointRow[] }>(sql, {
      sums: tallySums(sql, scope, surveyed),
      left:
        left &&
        leftSurvey(sql, match, {
          surveyed,
          among: allOf(sql, [sql`i.id = any(${left})`, sql`${isTallied(sql, scope)} is not true`]),
        }),
      possible: open && countedPossible(sql, open, listing),
      joint: jointRows(sql, match, surveyed),
    }),
  ]);
  const [rest] = all.left;
  const [others] = all.possible;
  const maybes = maybesOf(selection).map((one) => ({ ...one, placeSure: false }));
  const inside = readTally(all.sums, surveyed);
  return {
    ...(rest ? together(inside, rest) : inside),
    possible: (others?.possible ?? 0) + maybes.length,
    firstPossible: [...(others?.firstPossible ?? []), ...maybes].sort(byDay).slice(0, listing.possible),
    page,
    joint: all.joint,
    firstDay: days?.first ?? null,
    lastDay: days?.last ?? null,
  };
}

const byDay = (a: Survey['firstPossible'][number], b: Survey['firstPossible'][number]) =>
  a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id;

/** What surely belongs and is not tallied: nothing of its place or days is in question. */
const leftSurvey = (sql: Session, match: Matching, { surveyed, among }: { surveyed: Surveyed; among: Fragment }): Fragment => {
  const sure = sql`true`;
  const listing: Listing = { ...surveyed.listing, limit: 0, possible: 0 };
  return surveyOf(
    sql,
    { ...match, daySure: sure, dayOpen: sure, placeSure: sure, placeOpen: sure },
    { ...surveyed, listing },
    among,
  );
};

const countedPossible = (sql: Session, open: Fragment, { possible }: Listing): Fragment => sql`
  with open as materialized (${open})
  select (select count(*)::int from open) as possible,
    (select coalesce(json_agg(o), '[]') from (select * from open order by start, id limit ${possible}::int) o) as "firstPossible"`;

/** Each ground is walked in order by its own index, and no further than the page can reach. */
async function pageOf(
  sql: Session,
  { fits, daySure }: Matching,
  scope: TallyScope,
  { order, offset, limit }: Listing,
): Promise<number[]> {
  const elsewhere = elsewhereOf(sql, scope);
  const by = LISTING_ORDERS[order](sql);
  const walks = [...groundsOf(sql, scope), ...(elsewhere ? [elsewhere] : [])].map(
    (
      ground,
    ) => sql`(select i.id, i.event_date_start, i.killed_best, i.wounded_low from incident i where ${fits} and ${daySure} and ${ground}
      order by ${by} limit ${offset + limit}::int)`,
  );
  const query = sql<{ id: number }[]>`
    select id::int as id from (${walks.reduce((all, walk) => sql`${all} union all ${walk}`)}) i
    order by ${by} offset ${offset}::int limit ${limit}::int`;
  const rows = await plannedFor(sql, query);
  return rows.map(({ id }) => id);
}

/** First and last day of what counts, for a series without ends of its own. */
async function daysOf(sql: Session, { from, fits, daySure, placeSure }: Matching) {
  const sure = sql`${fits} and ${daySure} and ${placeSure}`;
  const query = sql<{ first: string | null; last: string | null }[]>`select
    (select event_date_start::text from ${from} where ${sure} order by event_date_start limit 1) as first,
    (select event_date_end::text from ${from} where ${sure} order by event_date_end + 0 desc limit 1) as last`;
  const [days] = await plannedFor(sql, query);
  return days;
}

/** Shared figures that cover at least one incident of the selection: there are few of them, so that each is judged. */
function jointRows(sql: Session, match: Matching, { key }: Surveyed): Fragment {
  const { asOf, from, fits, dayOpen, placeOpen, daySure, placeSure } = match;
  // offset 0: from the few figures to their incidents, never the other way
  return sql`
    with pairs as materialized (
      select a.id, ai.incident_id from account a join account_incident ai on ai.account_id = a.id where a.joint_toll and ${accountHolds(sql, asOf)}
    ),
    touched as materialized (
      select distinct p.id from pairs p,
        lateral (select from ${from} where i.id = p.incident_id and ${fits} and ${dayOpen} and ${placeOpen} offset 0) i
    )
    select "accountId", "sourceId", approximate, tolls,
      json_agg(json_build_object('id', id, 'ref', ref, 'targets', targets, 'tolls', own, 'key', key, 'counted', fits and counted,
        'possible', fits and open and not counted) order by event_date_start, id) as covered
    from (
      select a.id as "accountId", a.source_id as "sourceId", a.approximate, a.tolls, i.id::int as id,
        case when i.status = 'published' then i.ref end as ref, i.targets, i.tolls as own, ${key === null ? sql`null::jsonb` : rowKey(sql, key)} as key,
        i.event_date_start, ${fits} is true as fits, (${daySure} and ${placeSure}) is true as counted,
        (${dayOpen} and ${placeOpen}) is true as open
      from touched join account a on a.id = touched.id join account_incident ai on ai.account_id = a.id join ${from} on i.id = ai.incident_id
    ) one
    group by "accountId", "sourceId", approximate, tolls order by "accountId"`;
}

const sum = (a: OwnToll, b: OwnToll): OwnToll => ({
  known: a.known + b.known,
  open: a.open + b.open,
  low: a.low + b.low,
  best: a.best + b.best,
  high: a.high + b.high,
});

/** Rows of two lists with those of the same key made one. */
function merged<T>(all: readonly T[], key: (one: T) => unknown, add: (a: T, b: T) => T): T[] {
  const found = new Map<string, T>();
  for (const one of all) {
    const name = JSON.stringify(key(one));
    const before = found.get(name);
    found.set(name, before ? add(before, one) : one);
  }
  return [...found.values()];
}

/** Sums of two sets that have no incident in common. */
function together(a: Omit<OwnTotals, 'firstDay' | 'lastDay'>, b: OwnTotals): Omit<OwnTotals, 'firstDay' | 'lastDay'> {
  const numbers = <K extends string>(x: Partial<Record<K, number>>, y: Partial<Record<K, number>>) => {
    const all: Partial<Record<K, number>> = { ...x };
    for (const name in y) all[name] = (all[name] ?? 0) + (y[name] ?? 0);
    return all;
  };
  const { killed, wounded, captured, missing } = a.measures;
  return {
    incidents: a.incidents + b.incidents,
    vagueDate: a.vagueDate + b.vagueDate,
    vaguePlace: a.vaguePlace + b.vaguePlace,
    measures: {
      killed: sum(killed, b.measures.killed),
      wounded: sum(wounded, b.measures.wounded),
      captured: sum(captured, b.measures.captured),
      missing: sum(missing, b.measures.missing),
    },
    byEvidence: numbers(a.byEvidence, b.byEvidence),
    byParty: merged(
      [...a.byParty, ...b.byParty],
      ({ party, measure }) => [party, measure],
      (x, y) => ({ ...x, toll: sum(x.toll, y.toll) }),
    ),
    unknownOfParty: merged(
      [...a.unknownOfParty, ...b.unknownOfParty],
      ({ party, measure }) => [party, measure],
      (x, y) => ({
        ...x,
        incidents: x.incidents + y.incidents,
      }),
    ),
    knownOfAsked: numbers(a.knownOfAsked, b.knownOfAsked),
    rows: merged(
      [...a.rows, ...b.rows],
      ({ key }) => key,
      (x, y) => ({
        key: x.key,
        incidents: x.incidents + y.incidents,
        killed: sum(x.killed, y.killed),
        wounded: sum(x.wounded, y.wounded),
      }),
    ),
  };
}
