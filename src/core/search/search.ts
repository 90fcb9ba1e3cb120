import type { Store } from '../../db/client.ts';
import { type Ask, togetherOn } from '../../db/queries/at-once.ts';
import { type Cursor, cursorAt } from '../../db/queries/cursor.ts';
import { type StoreState, storeState } from '../../db/queries/history.ts';
import { type Matching, matching } from '../../db/queries/matching.ts';
import { readingSession } from '../../db/queries/reading.ts';
import type { PlaceTest, Selection } from '../../db/queries/selection.ts';
import type { Session } from '../../db/queries/session.ts';
import type { Cards } from '../../db/queries/shown-cards.ts';
import { type StatisticRow, statisticsOn } from '../../db/queries/statistics.ts';
import { type Listing, type ListingOrder, type Survey, type Surveyed, survey } from '../../db/queries/survey.ts';
import { type Counts, countByLand, landOf, surveyByLand } from '../../db/queries/survey-by-land.ts';
import { surveyByTally } from '../../db/queries/survey-by-tally.ts';
import { tallyScope } from '../../db/queries/tally-scope.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Grouping, Question } from '../question/question.ts';
import { askedLosses } from './asked-losses.ts';
import { groupingOf, rowsOf } from './breakdown.ts';
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
  const metrics = metricsFor(question);
  const ask = togetherOn(sql);
  const searching: Searching = {
    sql,
    ask,
    gazetteer,
    asOf,
    state: ask<StoreState>(storeState(sql, asOf)).then(stateOf),
    tests: new Map(),
  };
  const grouping = groupingOf(question, now);
  const [measured, wider, compared, state, published] = await Promise.all([
    measure(searching, question, reaches, { grouping, listing: listing(request), after: request.after ?? null }),
    widerCounts(searching, request),
    Promise.all(comparedQuestions(question).map((one) => comparedTotals(searching, one))),
    searching.state,
    metrics.length > 0 ? ask<StatisticRow>(statisticsOn(sql, metrics, question.time ?? { from: null, to: null })) : [],
  ]);
  const { own, jointTolls } = measured;
  const shown = new Set([...own.page, ...own.firstPossible.map((one) => one.id)]);
  const cards = own.cards.filter(({ id }) => shown.has(id));
  const accounts = own.accounts.filter(({ of }) => of.some((id) => shown.has(id)));
  const byId = new Map(cards.map((row) => [row.id, foundIncident(row, reaches)]));
  const told = new Set(jointTolls.map((joint) => joint.accountId));
  const statistics = matchStatistics(gazetteer, question, reaches, published).filter((s) => !told.has(s.accountId ?? ''));
  return {
    request,
    radiusKm: reaches?.find((reach) => reach.km !== null)?.km ?? null,
    totals: measured.totals,
    wider,
    jointTolls,
    incidents: own.page.flatMap((id) => byId.get(id) ?? []),
    possible: own.firstPossible.flatMap((one) => possibleIncident(byId.get(one.id), one)),
    accounts: accountsByRef(cards, accounts),
    rows: measured.rows,
    compared,
    statistics,
    sourceIds: [...new Set([...accounts, ...jointTolls, ...statistics].map((one) => one.sourceId))],
    storeVersion: state.version,
    dataEnds: state.dataEnds,
  };
}

/** What all parts of one search share. */
interface Searching {
  sql: Session;
  ask: Ask;
  gazetteer: Gazetteer;
  asOf: string | null;
  state: Promise<StoreState>;
  /** Places that were judged, by what is asked of them, for the sides of a comparison ask the same of the same places. */
  tests: Map<string, Map<Reach, Promise<PlaceTest>>>;
}

function stateOf([state]: readonly StoreState[]): StoreState {
  if (!state) throw new Error('a select without a table gives a row');
  return state;
}

interface Resolved {
  selection: Selection;
  match: Matching;
}

/** Turns a question into what the database can test. */
async function resolve(searching: Searching, question: Question, reaches: readonly Reach[] | null): Promise<Resolved> {
  const { sql, ask, gazetteer, asOf, state } = searching;
  const content = contentOf(gazetteer, question, { asOf, longest: null });
  const anywhere = { ...content, places: null, withoutPlaces: [] };
  const bounded = state.then(({ longest }) => matching(sql, { ...anywhere, longest }));
  const name = JSON.stringify(content);
  const known = searching.tests.get(name) ?? new Map<Reach, Promise<PlaceTest>>();
  searching.tests.set(name, known);
  const test = (reach: Reach) => {
    const made = known.get(reach) ?? placeTest(sql, gazetteer, reach, { ask, match: matching(sql, anywhere), bounded });
    known.set(reach, made);
    return made;
  };
  const round = isRound(question, reaches) && asOf === null;
  const [places, withoutPlaces, { longest, dataEnds }] = await Promise.all([
    reaches && Promise.all(reaches.map(test)),
    Promise.all(excludedReaches(gazetteer, question).map(test)),
    // a circle's statements need nothing that must be read before
    round ? ({ longest: 'left', dataEnds: null } as const) : state,
  ]);
  // nothing that counts reaches beyond the last day of the store
  const to = content.to !== null && dataEnds !== null && dataEnds <= content.to ? null : content.to;
  const selection = { ...content, to, longest, places, withoutPlaces };
  return { selection, match: matching(sql, selection) };
}

const isRound = ({ exclude }: Question, reaches: readonly Reach[] | null) =>
  reaches?.length === 1 && reaches.every(({ circle }) => circle !== null) && (exclude?.places ?? []).length === 0;

interface Measured {
  own: Survey & Cards;
  totals: Totals;
  jointTolls: JointToll[];
  rows: Row[];
}

async function measure(
  searching: Searching,
  question: Question,
  reaches: readonly Reach[] | null,
  { grouping, listing, after }: { grouping: Grouping | null; listing: Listing; after: string | null },
): Promise<Measured> {
  const { sql, ask, gazetteer } = searching;
  const [{ selection, match }, [cursor = null]] = await Promise.all([
    resolve(searching, question, reaches),
    after === null ? [] : ask<Cursor>(cursorAt(sql, after)),
  ]);
  const asked = askedLosses(gazetteer, question.actors);
  const open = grouping !== null && (question.time === null || question.time.from === null);
  const wanted: Surveyed = { key: grouping, asked: asked?.parties ?? [], listing: { ...listing, after: cursor }, open };
  const own = await surveyed(sql, { selection, match }, wanted);
  const shared = sharedFigures(own.joint);
  return {
    own,
    totals: totalsOf({ gazetteer, own, shared, asked }),
    jointTolls: shared.map(jointToll),
    rows: grouping ? rowsOf({ gazetteer, grouping, question, own, shared }) : [],
  };
}

/** In the way that looks at the fewest incidents. */
async function surveyed(sql: Session, { selection, match }: Resolved, wanted: Surveyed): Promise<Survey & Cards> {
  const tallied = tallyScope(selection, wanted.key);
  if (tallied) return surveyByTally(sql, match, { selection, scope: tallied }, wanted);
  const land = landOf(sql, selection);
  return land ? surveyByLand(sql, match, land, wanted) : survey(sql, match, wanted);
}

const NO_LIST: Listing = { order: 'date_asc', offset: 0, limit: 0, possible: 0 };

/** What the next larger circle holds, of the same moment; null: none is asked for. */
async function widerCounts(searching: Searching, { question, wider }: SearchRequest): Promise<(Counts & { km: number }) | null> {
  if (wider === undefined || wider === null) return null;
  const widened: Question = { ...question, near_km: wider, intent: 'count' };
  const resolved = await resolve(searching, widened, reachesOf(searching.gazetteer, widened));
  const land = landOf(searching.sql, resolved.selection);
  const unlisted: Surveyed = { key: null, asked: [], listing: NO_LIST, open: false };
  const { incidents, possible } = land
    ? await countByLand(searching.sql, resolved.match, land)
    : await surveyed(searching.sql, resolved, unlisted);
  return { km: wider, incidents, possible };
}

async function comparedTotals(searching: Searching, { label, question }: { label: string; question: Question }) {
  const reaches = reachesOf(searching.gazetteer, question);
  const { totals } = await measure(searching, question, reaches, { grouping: null, listing: NO_LIST, after: null });
  return { label, totals };
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
function listing({ question, offset, limit }: SearchRequest): Listing {
  const most = question.limit !== null && question.group_by === null ? question.limit - offset : limit;
  const order = LISTINGS[question.order ?? 'date_asc'];
  return { order, offset, limit: Math.max(0, Math.min(limit, most)), possible: POSSIBLE_SHOWN };
}
