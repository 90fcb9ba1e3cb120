import { atOnce } from './at-once.ts';
import { jointRows } from './joint-rows.ts';
import type { Matching } from './matching.ts';
import { maybesOf, openTests } from './period-edges.ts';
import { nearby, reachesInto, vagueAt, within } from './place-test.ts';
import { countedPossible, inOrder, type Possible } from './possible.ts';
import type { CircleTest, PlaceTest, Selection } from './selection.ts';
import type { Fragment, Session } from './session.ts';
import { type Cards, cardsOf, firstPossibleIds, pageIds } from './shown-cards.ts';
import { type JointRow, type Survey, type Surveyed, surveyOf } from './survey.ts';
import { elsewhereOf, groundsOf, unitScope } from './tally-scope.ts';

/** Asked land as tests over `i`. No two of all of them hold for one incident, so that each is looked up by its own index. */
export interface Land {
  /** It surely lies there. */
  sure: Fragment[];
  /** It only may. */
  maybe: Fragment[];
}

/** Null: the selection asks for other land than one circle or governorates, for a past day, or for governorates without an end. */
export function landOf(sql: Session, selection: Selection): Land | null {
  const { asOf, places, withoutPlaces } = selection;
  if (asOf !== null || withoutPlaces.length > 0) return null;
  const [test, more] = places ?? [];
  return test?.circle && !more ? roundLand(sql, test, test.circle) : unitLand(sql, selection);
}

/** Squares inside need no distance, those on the edge do. Null: too wide for the grid. */
const roundLand = (sql: Session, { cells, reachingIn }: PlaceTest, circle: CircleTest): Land | null =>
  circle.edge && {
    sure: [nearby(sql, cells), sql`${nearby(sql, circle.edge)} and ${within(sql, circle)}`],
    maybe: [vagueAt(sql, reachingIn), reachesInto(sql, circle)],
  };

function unitLand(sql: Session, selection: Selection): Land | null {
  const scope = unitScope(selection);
  if (!scope?.units || selection.from === null) return null;
  const elsewhere = elsewhereOf(sql, scope);
  const spots = maybesOf(selection).map(({ id }) => id);
  return {
    sure: [...groundsOf(sql, scope), ...(elsewhere ? [elsewhere] : [])],
    maybe: [...openTests(sql, selection), ...(spots.length > 0 ? [sql`i.id = any(${spots}::bigint[])`] : [])],
  };
}

interface Found extends Cards, Record<string, readonly unknown[]> {
  surveys: Survey[];
  possible: Possible[];
  joint: JointRow[];
  shown: unknown[];
}

/**
 * The same survey, with a look only at what surely lies there: what only may is counted from indexes. One plan serves all land of a
 * kind and all periods.
 */
export async function surveyByLand(sql: Session, match: Matching, land: Land, surveyed: Surveyed): Promise<Survey & Cards> {
  const from = sql`(${there(sql, match, land.sure, sql`*`)}) i`;
  const sure = sql`true`;
  const maybe = land.maybe.length > 0 ? there(sql, match, land.maybe, open(sql, match)) : null;
  const named = maybe ? ['surveys', 'possible'] : ['surveys'];
  const ids = [pageIds(sql, 'surveys'), firstPossibleIds(sql, surveyed.listing, named)];
  const found = await atOnce<Found>(sql, {
    surveys: surveyOf(sql, { ...match, from, fits: sure, dayOpen: sure, placeOpen: sure, placeSure: sure }, surveyed, sure),
    possible: maybe && countedPossible(sql, maybe, surveyed.listing),
    joint: jointRows(sql, match, surveyed),
    ...cardsOf(sql, surveyed.listing, ids, null),
  });
  const [own] = found.surveys;
  const [others = { possible: 0, firstPossible: [] }] = found.possible;
  if (!own) throw new Error('an aggregate gives a row');
  return {
    ...own,
    possible: own.possible + others.possible,
    firstPossible: inOrder([...own.firstPossible, ...others.firstPossible], surveyed.listing),
    joint: found.joint,
    cards: found.cards,
    accounts: found.accounts,
  };
}

/** What fits and whose days reach into the period, by the tests: each once. */
const there = (sql: Session, { fits, dayOpen }: Matching, tests: readonly Fragment[], columns: Fragment): Fragment =>
  tests
    .map((test) => sql`select ${columns} from incident i where ${test} and ${dayOpen} and ${fits}`)
    .reduce((all, one) => sql`${all} union all ${one}`);

/** As `countedPossible` takes them. */
const open = (sql: Session, { daySure }: Matching): Fragment =>
  sql`i.id::int as id, i.event_date_start as start, ${daySure} is true as "daySure", false as "placeSure"`;

export interface Counts {
  incidents: number;
  possible: number;
}

/** How many count and how many are possible, without their figures. */
export async function countByLand(sql: Session, match: Matching, { sure, maybe }: Land): Promise<Counts> {
  const days = sql`${match.daySure} is true as sure`;
  const [counts] = await sql.run<Counts>(sql`
    select count(*) filter (where sure)::int as incidents,
      (count(*) filter (where not sure) + ${
        maybe.length > 0 ? sql`(select count(*) from (${there(sql, match, maybe, days)}) m)` : sql`0`
      })::int as possible
    from (${there(sql, match, sure, days)}) i`);
  if (!counts) throw new Error('an aggregate gives a row');
  return counts;
}
