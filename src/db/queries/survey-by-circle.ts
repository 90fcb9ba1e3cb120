import { atOnce } from './at-once.ts';
import { jointRows } from './joint-rows.ts';
import type { Matching } from './matching.ts';
import { nearby, reachesInto, vagueAt, within } from './place-test.ts';
import { countedPossible, inOrder, type Possible } from './possible.ts';
import type { CircleTest, PlaceTest, Selection } from './selection.ts';
import type { Fragment, Session } from './session.ts';
import { type Cards, cardsOf, firstPossibleIds, pageIds } from './shown-cards.ts';
import { type JointRow, type Survey, type Surveyed, surveyOf } from './survey.ts';

/** One circle whose squares are known, and nothing else about the place. */
export interface CircleScope {
  test: PlaceTest;
  circle: CircleTest & { edge: readonly number[] };
}

/** Null: the selection asks for other land than one circle, or for a past day. */
export function circleScope({ asOf, places, withoutPlaces }: Selection): CircleScope | null {
  const [test, more] = places ?? [];
  if (!test?.circle?.edge || more || withoutPlaces.length > 0 || asOf !== null) return null;
  return { test, circle: { ...test.circle, edge: test.circle.edge } };
}

interface Found extends Cards, Record<string, readonly unknown[]> {
  surveys: Survey[];
  possible: Possible[];
  joint: JointRow[];
  shown: unknown[];
}

/**
 * The same survey, with a look only at what surely lies in the circle: squares inside need no distance, those on the edge do, and no
 * incident is in both. What only may lie in it is counted from an index. One plan serves all circles and periods.
 */
export async function surveyByCircle(
  sql: Session,
  match: Matching,
  { test, circle }: CircleScope,
  surveyed: Surveyed,
): Promise<Survey & Cards> {
  const from = sql`(${inside(sql, match, { test, circle }, sql`*`)}) i`;
  const sure = sql`true`;
  const found = await atOnce<Found>(sql, {
    surveys: surveyOf(sql, { ...match, from, fits: sure, dayOpen: sure, placeOpen: sure, placeSure: sure }, surveyed, sure),
    possible: countedPossible(sql, maybeInside(sql, match, { test, circle }), surveyed.listing),
    joint: jointRows(sql, match, surveyed),
    ...cardsOf(
      sql,
      surveyed.listing,
      [pageIds(sql, 'surveys'), firstPossibleIds(sql, 'surveys'), firstPossibleIds(sql, 'possible')],
      null,
    ),
  });
  const [own] = found.surveys;
  const [others] = found.possible;
  if (!own || !others) throw new Error('an aggregate gives a row');
  return {
    ...own,
    possible: own.possible + others.possible,
    firstPossible: inOrder([...own.firstPossible, ...others.firstPossible], surveyed.listing),
    joint: found.joint,
    cards: found.cards,
    accounts: found.accounts,
  };
}

/** Incidents that surely lie in it, however their days lie: each once. */
function inside(sql: Session, { fits, dayOpen }: Matching, { test, circle }: CircleScope, columns: Fragment): Fragment {
  const look = (there: Fragment) => sql`select ${columns} from incident i where ${there} and ${dayOpen} and ${fits}`;
  return sql`${look(nearby(sql, test.cells))} union all ${look(sql`${nearby(sql, circle.edge)} and ${within(sql, circle)}`)}`;
}

/** Those that only may lie in it, as `countedPossible` takes them. */
function maybeInside(sql: Session, { fits, dayOpen, daySure }: Matching, { test, circle }: CircleScope): Fragment {
  const look = (there: Fragment) => sql`
    select i.id::int as id, i.event_date_start as start, ${daySure} is true as "daySure", false as "placeSure"
    from incident i where ${there} and ${dayOpen} and ${fits}`;
  return sql`${look(vagueAt(sql, test.reachingIn))} union all ${look(reachesInto(sql, circle))}`;
}

export interface Counts {
  incidents: number;
  possible: number;
}

/** How many count and how many are possible, without their figures. */
export async function countInCircle(sql: Session, match: Matching, scope: CircleScope): Promise<Counts> {
  const [counts] = await sql.run<Counts>(sql`
    select count(*) filter (where sure)::int as incidents,
      (count(*) filter (where not sure) + (select count(*) from (${maybeInside(sql, match, scope)}) m))::int as possible
    from (${inside(sql, match, scope, sql`${match.daySure} is true as sure`)}) i`);
  if (!counts) throw new Error('an aggregate gives a row');
  return counts;
}
