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
  const { fits, dayOpen, daySure } = match;
  const look = (there: Fragment) => sql`select * from incident i where ${there} and ${dayOpen} and ${fits}`;
  const from = sql`(${look(nearby(sql, test.cells))} union all ${look(sql`${nearby(sql, circle.edge)} and ${within(sql, circle)}`)}) i`;
  const sure = sql`true`;
  const open = [vagueAt(sql, test.reachingIn), reachesInto(sql, circle)].map(
    (there) => sql`select i.id::int as id, i.event_date_start as start, ${daySure} is true as "daySure", false as "placeSure"
      from incident i where ${there} and ${dayOpen} and ${fits}`,
  );
  const found = await atOnce<Found>(sql, {
    surveys: surveyOf(sql, { ...match, from, fits: sure, dayOpen: sure, placeOpen: sure, placeSure: sure }, surveyed, sure),
    possible: countedPossible(
      sql,
      open.reduce((all, one) => sql`${all} union all ${one}`),
      surveyed.listing,
    ),
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
