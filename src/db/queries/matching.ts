import type { Party } from '../schema/vocabulary.ts';
import { endOfDay, incidentsAt } from './incident-version.ts';
import { allOf, anyOf, possiblyThere, surelyThere } from './place-test.ts';
import type { ActorTest, PlaceTest, Selection, TacticTest, TollTest, TotalMeasure } from './selection.ts';
import type { Fragment, Session } from './session.ts';
import { daysBefore } from './tally-scope.ts';

/** A selection as SQL, over the incidents named `i`. */
export interface Matching {
  asOf: string | null;
  from: Fragment;
  /** All but day and place. */
  fits: Fragment;
  /** Null for neither yes nor no: use `is true`. */
  daySure: Fragment;
  placeSure: Fragment;
  /** The day reaches into the period: what is worth judging by outline. */
  dayOpen: Fragment;
  placeOpen: Fragment;
}

export function matching(sql: Session, selection: Selection): Matching {
  const { from, to, longest } = selection;
  const fits = allOf(sql, contentTests(sql, selection));
  // the first test on the start bounds the walk of the index by date
  const until = to === null ? [] : [sql`i.event_date_start <= ${to}::text::date`];
  const daySure = allOf(sql, [
    ...(from === null ? [] : [sql`i.event_date_start >= ${from}::text::date`]),
    ...(to === null ? [] : [...until, sql`i.event_date_end <= ${to}::text::date`]),
  ]);
  const dayOpen = allOf(sql, [
    ...until,
    ...(from === null || longest === null ? [] : [sql`i.event_date_start >= ${earliest(sql, from, longest)}`]),
    ...(from === null ? [] : [sql`i.event_date_end >= ${from}::text::date`]),
  ]);

  const { places, withoutPlaces } = selection;
  const surely = (tests: readonly PlaceTest[]) => anyOf(sql, tests.map(surelyThere(sql)));
  const anyhow = (tests: readonly PlaceTest[]) => anyOf(sql, [...tests.map(surelyThere(sql)), ...tests.map(possiblyThere(sql))]);
  const placeSure = allOf(sql, [
    ...(places ? [surely(places)] : []),
    ...(withoutPlaces.length > 0 ? [sql`(${anyhow(withoutPlaces)}) is not true`] : []),
  ]);
  const placeOpen = allOf(sql, [
    ...(places ? [anyhow(places)] : []),
    ...(withoutPlaces.length > 0 ? [sql`(${surely(withoutPlaces)}) is not true`] : []),
  ]);
  return {
    asOf: selection.asOf,
    from: sql`${incidentsAt(sql, selection.asOf)} i`,
    fits,
    daySure,
    placeSure,
    dayOpen,
    placeOpen,
  };
}

const earliest = (sql: Session, from: string, longest: number | 'left'): Fragment =>
  longest === 'left'
    ? sql`(${from}::text::date - (select max(event_date_end - event_date_start) from incident))`
    : sql`${daysBefore(from, longest)}::text::date`;

function contentTests(sql: Session, selection: Selection): Fragment[] {
  const s = selection;
  const tests = [sql`i.status = 'published'`, sql`i.evidence <> 'discounted'`];
  if (s.ref !== null) tests.push(sql`i.ref = ${s.ref}`);
  if (s.country !== null) tests.push(sql`i.country = ${s.country}`);
  if (s.withoutEventTypes.length > 0) tests.push(sql`i.event_type <> all(${s.withoutEventTypes}::text[])`);
  for (const test of s.actors) tests.push(actorTest(sql, test));
  if (s.withoutActors.length > 0) {
    tests.push(sql`not (i.attributed_to || i.targets || i.claimed_by && ${s.withoutActors}::text[])`);
  }
  if (s.tactics) tests.push(anyOf(sql, s.tactics.map(tacticTest(sql))));
  if (s.withoutTactics.length > 0) tests.push(sql`not ${anyOf(sql, s.withoutTactics.map(tacticTest(sql)))}`);
  if (s.targetObjects) tests.push(sql`i.target_objects && ${s.targetObjects}::text[]`);
  if (s.means) tests.push(sql`i.means && ${s.means}::text[]`);
  if (s.timeOfDay !== null) tests.push(sql`i.time_of_day = ${s.timeOfDay}`);
  if (s.claim) tests.push(claimTest(sql, s.claim));
  if (s.evidence) tests.push(sql`i.evidence = any(${s.evidence}::text[])`);
  if (s.whereExact) tests.push(sql`i.where_prec = 1`);
  if (s.sources) {
    tests.push(sql`exists (select from account_incident ai join account a on a.id = ai.account_id
      where ai.incident_id = i.id and a.source_id = any(${s.sources}::text[]) and ${accountHolds(sql, s.asOf)})`);
  }
  if (s.toll) tests.push(tollTest(sql, s.toll));
  return tests;
}

/** An account `a` that was told by the day and not taken back by its end. */
export const accountHolds = (sql: Session, asOf: string | null): Fragment =>
  asOf === null
    ? sql`a.retracted_at is null`
    : sql`(a.recorded_at < ${endOfDay(sql, asOf)} and (a.retracted_at is null or a.retracted_at >= ${endOfDay(sql, asOf)}))`;

function actorTest(sql: Session, { roles, ids, orLossOf }: ActorTest): Fragment {
  const ways = roles.map((role) => sql`${sql(`i.${role}`)} && ${ids}::text[]`);
  for (const party of orLossOf?.parties ?? []) {
    for (const measure of orLossOf?.measures ?? []) {
      const toll = sql`i.tolls -> ${party}::text -> ${measure}::text`;
      ways.push(sql`((${toll}) is not null and coalesce((${toll} ->> 'high')::int, 1) > 0)`);
    }
  }
  return anyOf(sql, ways);
}

const tacticTest =
  (sql: Session) =>
  ({ tactics, subEventTypes, unless }: TacticTest): Fragment =>
    subEventTypes.length === 0
      ? sql`i.tactics && ${tactics}::text[]`
      : sql`(i.tactics && ${tactics}::text[]
        or (i.sub_event_type = any(${subEventTypes}::text[]) and not i.tactics && ${unless}::text[]))`;

function claimTest(sql: Session, { by, is }: NonNullable<Selection['claim']>): Fragment {
  const claimed = by === null ? sql`cardinality(i.claimed_by) > 0` : sql`i.claimed_by && ${by}::text[]`;
  return is ? sql`(${claimed})` : sql`not (${claimed})`;
}

/** The store's single figure for an incident: the best estimate of the killed, the least of anything else. */
function tollTest(sql: Session, { parties, measures, op, value }: TollTest): Fragment {
  const tolls = measures.flatMap((measure) =>
    parties === null ? [wholeToll(sql, measure)] : parties.map((party) => partyToll(sql, party, measure)),
  );
  // "some" without a number, 0 to open, is no figure
  const known = anyOf(
    sql,
    tolls.map(({ figure, high }) => sql`(${figure} > 0 or ${high} is not null)`),
  );
  const sum = tolls.reduce((all, { figure }) => sql`${all} + coalesce(${figure}, 0)`, sql`0`);
  return sql`(${known} and ${sum} ${OPERATORS[op](sql)} ${value}::int)`;
}

const OPERATORS = {
  '>=': (sql) => sql`>=`,
  '>': (sql) => sql`>`,
  '=': (sql) => sql`=`,
  '<': (sql) => sql`<`,
  '<=': (sql) => sql`<=`,
} satisfies Record<TollTest['op'], (sql: Session) => Fragment>;

interface TollColumns {
  figure: Fragment;
  high: Fragment;
}

const wholeToll = (sql: Session, measure: TotalMeasure): TollColumns => ({
  figure: sql`${sql(`i.${measure}_${measure === 'killed' ? 'best' : 'low'}`)}`,
  high: sql`${sql(`i.${measure}_high`)}`,
});

function partyToll(sql: Session, party: Party, measure: TotalMeasure): TollColumns {
  const toll = sql`i.tolls -> ${party}::text -> ${measure}::text`;
  const best = measure === 'killed' ? sql`${toll} ->> 'best', ` : sql``;
  return { figure: sql`coalesce(${best}${toll} ->> 'low')::int`, high: sql`(${toll} ->> 'high')::int` };
}
