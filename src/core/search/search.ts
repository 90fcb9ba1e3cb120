import type { Store } from '../../db/client.ts';
import { accountsOf, jointAccounts } from '../../db/queries/accounts.ts';
import { storeState } from '../../db/queries/history.ts';
import type { Session } from '../../db/queries/incident-version.ts';
import { countedPage, type ListingOrder, possibleCount, possiblePage } from '../../db/queries/incidents.ts';
import { type Matching, matching } from '../../db/queries/matching.ts';
import { readingSession } from '../../db/queries/reading.ts';
import { statisticsOn } from '../../db/queries/statistics.ts';
import { ownTotals } from '../../db/queries/totals.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Question } from '../question/question.ts';
import { askedLosses } from './asked-losses.ts';
import { groupingOf, keyOf, rowsOf } from './breakdown.ts';
import { comparedQuestions } from './compare.ts';
import { contentOf } from './content.ts';
import type { Found, JointToll, Row, SearchRequest, Totals } from './found.ts';
import { jointToll, sharedFigures } from './joint.ts';
import { placeTest } from './judge.ts';
import { excludedReaches, type Reach, reachesOf } from './reach.ts';
import { accountsByRef, foundIncident, possibleIncident } from './shown.ts';
import { matchStatistics, metricsFor } from './statistics.ts';
import { totalsOf } from './totals.ts';

/** Of the incidents that only may belong, so many are named. */
export const POSSIBLE_SHOWN = 10;

/** What a question finds. All figures are of one moment: they are read in one read-only transaction. */
export const search = (store: Store, gazetteer: Gazetteer, request: SearchRequest): Promise<Found> =>
  readingSession(store.sql, (sql) => find(sql, gazetteer, request));

async function find(sql: Session, gazetteer: Gazetteer, request: SearchRequest): Promise<Found> {
  const { question, asOf, now } = request;
  const reaches = reachesOf(gazetteer, question);
  const grouping = groupingOf(question, now);
  const metrics = metricsFor(question);
  const [state, published, match] = await Promise.all([
    storeState(sql, asOf),
    metrics.length > 0 ? statisticsOn(sql, metrics, question.time ?? { from: null, to: null }) : [],
    resolve(sql, gazetteer, question, reaches, asOf),
  ]);
  const [measured, page, possible, compared] = await Promise.all([
    measure(sql, gazetteer, question, match, { asOf, grouping }),
    countedPage(sql, match, listing(request)),
    possiblePage(sql, match, POSSIBLE_SHOWN),
    Promise.all(comparedQuestions(question).map((one) => comparedTotals(sql, gazetteer, one, asOf))),
  ]);
  const accounts = await accountsOf(
    sql,
    [...page, ...possible.rows].map((row) => row.id),
    asOf,
  );
  const told = new Set(measured.jointTolls.map((joint) => joint.accountId));
  const statistics = matchStatistics(gazetteer, question, reaches, published).filter((s) => !told.has(s.accountId ?? ''));
  return {
    request,
    radiusKm: reaches?.find((reach) => reach.km !== null)?.km ?? null,
    totals: { ...measured.totals, possible: possible.count },
    jointTolls: measured.jointTolls,
    incidents: page.map((row) => foundIncident(row, reaches)),
    possible: possible.rows.map((row) => possibleIncident(row, reaches)),
    accounts: accountsByRef([...page, ...possible.rows], accounts),
    rows: measured.rows,
    compared,
    statistics,
    sourceIds: [...new Set([...accounts, ...measured.jointTolls, ...statistics].map((one) => one.sourceId))],
    storeVersion: state.version,
    dataEnds: state.dataEnds,
  };
}

/** Turns a question into what the database can test. */
async function resolve(
  sql: Session,
  gazetteer: Gazetteer,
  question: Question,
  reaches: readonly Reach[] | null,
  asOf: string | null,
): Promise<Matching> {
  const content = contentOf(gazetteer, question, asOf);
  const anywhere = matching(sql, { ...content, places: null, withoutPlaces: [] });
  const test = (reach: Reach) => placeTest(sql, gazetteer, reach, anywhere);
  const [places, withoutPlaces] = await Promise.all([
    reaches && Promise.all(reaches.map(test)),
    Promise.all(excludedReaches(gazetteer, question).map(test)),
  ]);
  return matching(sql, { ...content, places, withoutPlaces });
}

interface Measured {
  totals: Totals;
  jointTolls: JointToll[];
  rows: Row[];
}

async function measure(
  sql: Session,
  gazetteer: Gazetteer,
  question: Question,
  match: Matching,
  { asOf, grouping }: { asOf: string | null; grouping: ReturnType<typeof groupingOf> },
): Promise<Measured> {
  const asked = askedLosses(gazetteer, question.actors);
  const key = keyOf(sql, grouping);
  const [own, joint] = await Promise.all([
    ownTotals(sql, match, key, asked?.parties ?? []),
    jointAccounts(sql, match, key, asOf),
  ]);
  const shared = sharedFigures(joint);
  return {
    totals: totalsOf({ gazetteer, own, shared, possible: 0, asked }),
    jointTolls: shared.map(jointToll),
    rows: grouping ? rowsOf({ gazetteer, grouping, question, own, shared }) : [],
  };
}

async function comparedTotals(
  sql: Session,
  gazetteer: Gazetteer,
  one: { label: string; question: Question },
  asOf: string | null,
) {
  const match = await resolve(sql, gazetteer, one.question, reachesOf(gazetteer, one.question), asOf);
  const [{ totals }, possible] = await Promise.all([
    measure(sql, gazetteer, one.question, match, { asOf, grouping: null }),
    possibleCount(sql, match),
  ]);
  return { label: one.label, totals: { ...totals, possible } };
}

const LISTINGS: Record<NonNullable<Question['order']>, ListingOrder> = {
  // a ranking by count is one of rows; its incidents are listed as ever
  count_desc: 'date_asc',
  count_asc: 'date_asc',
  killed_desc: 'killed_desc',
  killed_or_wounded_desc: 'killed_or_wounded_desc',
  date_desc: 'date_desc',
  date_asc: 'date_asc',
};

/** "the last five" lists five, however many pages are turned; a limit on rows is none on incidents. */
function listing({ question, offset, limit }: SearchRequest): { order: ListingOrder; offset: number; limit: number } {
  const most = question.limit !== null && question.group_by === null ? question.limit - offset : limit;
  return { order: LISTINGS[question.order ?? 'date_asc'], offset, limit: Math.max(0, Math.min(limit, most)) };
}
