import fc from 'fast-check';
import {
  ASKED_TACTICS,
  emptyQuestion,
  GROUPINGS,
  INTENTS,
  ORDERS,
  type Question,
  RELATIONS,
  type Understanding,
} from '../../src/core/question/question.ts';
import type { Found, FoundStatistic, Row, TollTotal, Totals } from '../../src/core/search/found.ts';
import { EVIDENCE, PARTIES, STATISTIC_METRICS, TACTICS, TARGET_OBJECTS } from '../../src/db/schema/vocabulary.ts';
import { actorIds, actorNames, askedPlaces, sourceIds } from './found-land.ts';
import { account, day, dead, hostile, incident, ref, some, span, tolls, words } from './found-records.ts';

/** Findings of any shape, with totals that need not agree: what an answer says must come from here all the same. */

const total: fc.Arbitrary<TollTotal> = fc
  .tuple(dead, fc.nat(900), fc.option(fc.nat(900)), fc.nat(3))
  .map(([low, up, more, unknown]) => ({ low, best: low + up, high: more === null ? null : low + up + more, unknown }));
const measures = fc.record({ killed: total, wounded: total, captured: total, missing: total });

const totals: fc.Arbitrary<Totals> = fc.record({
  incidents: fc.nat(40),
  possible: fc.nat(12),
  measures,
  byParty: fc.dictionary(fc.constantFrom(...PARTIES), fc.record({ killed: total, wounded: total }, { requiredKeys: [] }), {
    maxKeys: 3,
  }),
  asked: fc.option<NonNullable<Totals['asked']>>(
    fc.record({
      role: fc.constantFrom('target' as const, 'perpetrator' as const),
      parties: some(PARTIES),
      exact: fc.boolean(),
      measures,
    }),
  ),
  byEvidence: fc.record({
    confirmed: fc.nat(9),
    fair: fc.nat(9),
    weak: fc.nat(9),
    contested: fc.nat(9),
    discounted: fc.constant(0),
  }),
  vagueDate: fc.nat(40),
  vaguePlace: fc.nat(40),
});

const keysOf = (grouping: Question['group_by']): readonly string[] => {
  if (grouping === 'tactic') return TACTICS;
  if (grouping === 'event_type') return ['Battles', 'Explosions/Remote violence'];
  return grouping === 'perpetrator' || grouping === 'target' ? actorIds : ['homs', 'sukhnah', 'Elsewhere'];
};

const rows = (question: Question): fc.Arbitrary<Row[]> => {
  const timed =
    question.intent === 'trend' &&
    (question.group_by === null || ['day', 'week', 'month', 'quarter', 'year'].includes(question.group_by));
  const figures = { incidents: fc.nat(20), killed: total, wounded: total };
  const row: fc.Arbitrary<Row> = timed
    ? fc.record({ key: day, period: span, ...figures })
    : fc
        .record({ keys: some(keysOf(question.group_by)), naming: fc.nat(20), ...figures })
        .map(({ keys, ...rest }) => ({ key: keys.length > 0 ? keys.join('+') : null, keys, ...rest }));
  return timed || question.group_by !== null ? fc.array(row, { maxLength: 40 }) : fc.constant([]);
};

const statistic: fc.Arbitrary<FoundStatistic> = fc
  .record({
    id: fc.uuid(),
    sourceId: fc.constantFrom(...sourceIds),
    documentTitle: words,
    metric: fc.constantFrom(...STATISTIC_METRICS),
    low: fc.nat(900),
    more: fc.option(fc.nat(90)),
    approximate: fc.boolean(),
    period: span,
    areaEn: hostile,
    areaAr: hostile,
    areaPlaceIds: fc.constant<string[]>([]),
    perpetrators: some(actorIds),
    subjects: some(actorIds),
    subjectEn: words,
    subjectAr: words,
    breakdown: fc.array(
      fc.record({
        label: hostile,
        labelAr: hostile,
        value: fc.nat(400),
        ofWhich: fc.array(fc.record({ label: hostile, labelAr: hostile, low: fc.nat(9), high: fc.nat(99) }), { maxLength: 2 }),
      }),
      { maxLength: 2 },
    ),
    noteEn: words,
    noteAr: words,
    accountId: fc.constant(null),
    fit: fc.record({
      period: fc.constantFrom('exact', 'wider', 'narrower', 'overlaps'),
      area: fc.constantFrom('exact', 'wider', 'narrower', 'overlaps'),
    } as const),
  })
  .map(({ more, ...rest }) => ({ ...rest, high: more === null ? null : rest.low + more }));

/** Any question that finds something to say. */
export const question: fc.Arbitrary<Question> = fc
  .record({
    intent: fc.constantFrom(...INTENTS.filter((intent) => intent !== 'help')),
    time: fc.option(
      fc.oneof(
        span,
        day.map((to) => ({ from: null, to })),
      ),
    ),
    places: fc.shuffledSubarray(askedPlaces),
    relation: fc.option(fc.constantFrom(...RELATIONS)),
    near_km: fc.option(fc.integer({ min: 1, max: 99 })),
    actors: fc.record({ perpetrator: some(actorNames), target: some(actorNames), any: some(actorNames) }),
    tactics: some(ASKED_TACTICS),
    casualties: fc.option(
      fc.record({
        field: fc.constantFrom('killed', 'wounded', 'killed_or_wounded', 'captured', 'missing'),
        op: fc.constantFrom('sum', 'avg', '>=', '>', '=', '<', '<='),
        value: fc.option(fc.nat(30)),
      }),
    ),
    group_by: fc.option(fc.constantFrom(...GROUPINGS)),
    order: fc.option(fc.constantFrom(...ORDERS)),
    limit: fc.option(fc.integer({ min: 1, max: 9 })),
    evidence: fc.constantFrom(null, 'claimed', 'geolocated'),
    sources: some(['Amaq']),
    target_objects: some(TARGET_OBJECTS),
    sector: fc.constantFrom(null, 'east', 'north'),
    time_of_day: fc.constantFrom(null, 'night'),
    country: fc.constantFrom(null, 'SY'),
    grades: fc.option(some(EVIDENCE)),
    subject: fc.constantFrom('attacks', 'incidents'),
    leftover: fc.array(hostile, { maxLength: 2 }),
  })
  .map((slots): Question => ({ ...emptyQuestion(), ...slots }));

export const understandingOf = (asked: Question): Understanding => ({
  question: asked,
  assumptions: [{ kind: 'radius', place: 'As-Sukhnah', km: 30 }],
  clarification: null,
  language: 'en',
  nothing: false,
  trace: [],
});

export const found: fc.Arbitrary<Found> = question.chain((asked) =>
  fc
    .record({
      request: fc.record({
        question: fc.constant(asked),
        now: day,
        asOf: fc.option(day),
        offset: fc.constantFrom(0, 10),
        limit: fc.constant(10),
      }),
      radiusKm: fc.constant(asked.relation === 'near' ? (asked.near_km ?? 30) : null),
      totals,
      jointTolls: fc.array(
        fc.record({
          accountId: fc.uuid(),
          sourceId: fc.constantFrom(...sourceIds),
          approximate: fc.boolean(),
          covers: fc.array(ref, { minLength: 2, maxLength: 3 }),
          amongCounted: fc.nat(2),
          amongPossible: fc.nat(2),
          counted: fc.boolean(),
          tolls,
        }),
        { maxLength: 2 },
      ),
      incidents: fc.array(incident, { maxLength: 10 }),
      possible: fc.array(
        incident.chain((one) => fc.constantFrom('date', 'place', 'both').map((because) => ({ ...one, because }))),
        { maxLength: 10 },
      ),
      rows: rows(asked),
      compared:
        asked.intent === 'compare'
          ? fc.array(fc.record({ label: fc.constantFrom(...actorNames), totals }), { maxLength: 3 })
          : fc.constant([]),
      statistics: fc.array(statistic, { maxLength: 3 }),
      sourceIds: some(sourceIds, 3),
      storeVersion: fc.integer({ min: 1, max: 9999 }),
      dataEnds: fc.option(day),
    } as const)
    .chain((made) =>
      fc.array(fc.array(account, { maxLength: 3 }), { minLength: 20, maxLength: 20 }).map((accounts) => ({
        ...made,
        accounts: Object.fromEntries([...made.incidents, ...made.possible].map((one, i) => [one.ref, accounts[i] ?? []])),
      })),
    ),
) as fc.Arbitrary<Found>;
