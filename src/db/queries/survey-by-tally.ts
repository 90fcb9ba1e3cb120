import { atOnce } from './at-once.ts';
import { afterCursor } from './cursor.ts';
import { jointRows } from './joint-rows.ts';
import type { Matching } from './matching.ts';
import { isTallied, leftovers, maybesOf, onlyPossible } from './period-edges.ts';
import { allOf } from './place-test.ts';
import { countedPossible, inOrder, type Possible } from './possible.ts';
import { plannedFor } from './reading.ts';
import type { Selection } from './selection.ts';
import type { Fragment, Session } from './session.ts';
import { type Cards, cardsOf, firstPossibleIds, listedIds } from './shown-cards.ts';
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

/**
 * The same survey without a look at each incident: sums of whole months come from the tallies, what is only possible from indexes alone,
 * the little that is outside of both is looked at, and pages are walked in order up to their end.
 */
export async function surveyByTally(
  sql: Session,
  match: Matching,
  { selection, scope }: { selection: Selection; scope: TallyScope },
  surveyed: Surveyed,
): Promise<Survey & Cards> {
  const { listing } = surveyed;
  const left = leftovers(sql, selection, scope, match);
  const open = onlyPossible(sql, selection, scope, match);
  const maybes = maybesOf(selection).map((one) => ({ ...one, placeSure: false }));
  // by day any plan serves; how far the deadliest are to be walked for hangs on the period, so that they are looked for beforehand
  const walk = listing.limit === 0 ? null : pageOf(sql, match, scope, listing);
  const page = walk && !isByDay(listing) ? listedIds(sql, await idsOf(sql, walk)) : walk;
  const ids = [
    ...(page ? [sql`select id from page`] : []),
    ...(open ? [firstPossibleIds(sql, listing, ['possible'])] : []),
    ...(maybes.length > 0
      ? [
          listedIds(
            sql,
            inOrder(maybes, listing).map(({ id }) => id),
          ),
        ]
      : []),
  ];
  const [days, all] = await Promise.all([
    surveyed.open ? daysOf(sql, match) : null,
    atOnce<Found>(sql, {
      page,
      sums: tallySums(sql, scope, surveyed),
      left:
        left &&
        leftSurvey(sql, match, {
          surveyed,
          among: allOf(sql, [sql`i.id = any(${left})`, sql`${isTallied(sql, scope)} is not true`]),
        }),
      possible: open && countedPossible(sql, open, listing),
      joint: jointRows(sql, match, surveyed),
      ...cardsOf(sql, listing, ids, match.asOf),
    }),
  ]);
  const [rest] = all.left;
  const [others] = all.possible;
  const inside = readTally(all.sums, surveyed);
  return {
    ...(rest ? together(inside, rest) : inside),
    possible: (others?.possible ?? 0) + maybes.length,
    firstPossible: inOrder([...(others?.firstPossible ?? []), ...maybes], listing),
    page: all.page.map(({ id }) => id),
    joint: all.joint,
    cards: all.cards,
    accounts: all.accounts,
    firstDay: days?.first ?? null,
    lastDay: days?.last ?? null,
  };
}

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

interface Found extends Cards, Record<string, readonly unknown[]> {
  page: { id: number }[];
  sums: Sums[];
  left: Survey[];
  possible: Possible[];
  joint: JointRow[];
  shown: unknown[];
}

const isByDay = ({ order }: Listing) => order === 'date_asc' || order === 'date_desc';

async function idsOf(sql: Session, walk: Fragment): Promise<number[]> {
  const rows = await plannedFor<{ id: string }>(sql, walk);
  return rows.map(({ id }) => Number(id));
}

/** Each ground is walked in order by its own index, from where the page begins and no further than it can reach. */
function pageOf(sql: Session, { fits, daySure }: Matching, scope: TallyScope, listing: Listing): Fragment {
  const { order, limit, after = null } = listing;
  const elsewhere = elsewhereOf(sql, scope);
  const by = LISTING_ORDERS[order](sql);
  const onward = after && afterCursor(sql, order, after);
  const offset = onward ? 0 : listing.offset;
  const grounds = [...groundsOf(sql, scope), ...(elsewhere ? [elsewhere] : [])];
  const walks = grounds.flatMap((ground) =>
    (onward ?? [sql`true`]).map(
      (there) => sql`(select i.id, i.event_date_start, i.killed_best, i.wounded_low from incident i
        where ${fits} and ${daySure} and ${ground} and ${there} order by ${by} limit ${offset + limit}::int)`,
    ),
  );
  return sql`
    select id from (${walks.reduce((all, walk) => sql`${all} union all ${walk}`)}) i
    order by ${by} offset ${offset}::int limit ${limit}::int`;
}

/** First and last day of what counts, for a series without ends of its own. */
async function daysOf(sql: Session, { from, fits, daySure, placeSure }: Matching) {
  const sure = sql`${fits} and ${daySure} and ${placeSure}`;
  const query = sql`select
    (select event_date_start::text from ${from} where ${sure} order by event_date_start limit 1) as first,
    (select event_date_end::text from ${from} where ${sure} order by event_date_end + 0 desc limit 1) as last`;
  const [days] = await plannedFor<{ first: string | null; last: string | null }>(sql, query);
  return days;
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
