import type { Session } from './incident-version.ts';
import { accountHolds, type Matching } from './matching.ts';
import { isTallied, maybesOf, outsideTallies } from './period-edges.ts';
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
  survey,
} from './survey.ts';
import { readTally } from './tally.ts';
import type { TallyScope } from './tally-scope.ts';

/**
 * The same survey without a look at each incident: sums of whole months come from the tallies, only what is outside of them is looked at,
 * and pages are walked in order up to their end.
 */
export async function surveyByTally(
  sql: Session,
  match: Matching,
  { selection, scope }: { selection: Selection; scope: TallyScope },
  surveyed: Surveyed,
): Promise<Survey> {
  const { listing } = surveyed;
  const outside = sql`i.id = any(${outsideTallies(sql, selection, scope, match.dayOpen)}) and ${isTallied(sql, scope)} is not true`;
  const [inside, rest, page, joint, days] = await Promise.all([
    readTally(sql, scope, surveyed),
    survey(sql, match, { ...surveyed, listing: { ...listing, limit: 0 } }, outside),
    listing.limit === 0 ? [] : pageOf(sql, match, listing),
    jointRows(sql, match, surveyed),
    surveyed.key === null || (selection.from !== null && selection.to !== null) ? null : daysOf(sql, match),
  ]);
  const maybes = maybesOf(selection).map((one) => ({ ...one, placeSure: false }));
  const possible = rest.possible + maybes.length;
  const firstPossible = [...rest.firstPossible, ...maybes].sort(byDay).slice(0, listing.possible);
  return {
    ...rest,
    ...together(inside, rest),
    possible,
    firstPossible,
    page,
    joint,
    firstDay: days?.first ?? null,
    lastDay: days?.last ?? null,
  };
}

const byDay = (a: Survey['firstPossible'][number], b: Survey['firstPossible'][number]) =>
  a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id;

async function pageOf(
  sql: Session,
  { from, fits, daySure, placeSure }: Matching,
  { order, offset, limit }: Listing,
): Promise<number[]> {
  const query = sql<{ id: number }[]>`
    select i.id::int as id from ${from} where ${fits} and ${daySure} and ${placeSure}
    order by ${LISTING_ORDERS[order](sql)} offset ${offset}::int limit ${limit}::int`;
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
async function jointRows(sql: Session, match: Matching, { key }: Surveyed): Promise<JointRow[]> {
  const { asOf, from, fits, dayOpen, placeOpen, daySure, placeSure } = match;
  return sql<JointRow[]>`
    select "accountId", "sourceId", approximate, tolls,
      json_agg(json_build_object('id', id, 'ref', ref, 'targets', targets, 'tolls', own, 'key', key, 'counted', fits and counted,
        'possible', fits and open and not counted) order by event_date_start, id) as covered
    from (
      select a.id as "accountId", a.source_id as "sourceId", a.approximate, a.tolls, i.id::int as id,
        case when i.status = 'published' then i.ref end as ref, i.targets, i.tolls as own, ${key === null ? sql`null::jsonb` : rowKey(sql, key)} as key,
        i.event_date_start, ${fits} is true as fits, (${daySure} and ${placeSure}) is true as counted,
        (${dayOpen} and ${placeOpen}) is true as open
      from account a join account_incident ai on ai.account_id = a.id join ${from} on i.id = ai.incident_id
      where a.joint_toll and ${accountHolds(sql, asOf)}
    ) one
    group by "accountId", "sourceId", approximate, tolls having bool_or(fits and open) order by "accountId"`;
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
