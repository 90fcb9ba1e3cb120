import fc from 'fast-check';
import { type Actor, createGazetteer, type Place, type SourceName } from '../../src/core/gazetteer/gazetteer.ts';
import {
  ASKED_TACTICS,
  type AskedPlace,
  emptyQuestion,
  GROUPINGS,
  INTENTS,
  ORDERS,
  type Question,
  RELATIONS,
  type Understanding,
} from '../../src/core/question/question.ts';
import type { Found, FoundAccount, FoundIncident, FoundStatistic, Row, TollTotal, Totals } from '../../src/core/search/found.ts';
import type { Range, Tolls } from '../../src/db/schema/columns.ts';
import {
  ATTRIBUTION,
  EVIDENCE,
  MEASURES,
  PARTIES,
  STANCES,
  STATISTIC_METRICS,
  TACTICS,
  TARGET_OBJECTS,
} from '../../src/db/schema/vocabulary.ts';

/** Values of any shape that a search may hand over: far wilder than a store holds, so that no sentence relies on luck. */

const place = (id: string, name: string, nameAr: string, kind: Place['kind']): Place => ({
  id,
  name,
  nameAr,
  kind,
  parentId: null,
  country: 'SY',
  lat: 34.9,
  lon: 38.9,
  extentKm: 2,
  outline: null,
  population: null,
  spellings: [],
});
const actor = (id: string, name: string, nameAr: string, party: Actor['party']): Actor => ({
  id,
  name,
  nameAr,
  parentId: null,
  party,
  kind: 'force',
  spellings: [],
});
const source = (id: string, name: string, nameAr: string | null): SourceName => ({
  id,
  name,
  nameAr,
  kind: 'media',
  side: null,
  reliability: 'C',
});

export const gazetteer = createGazetteer(
  [
    place('sukhnah', 'As-Sukhnah', 'السخنة', 'town'),
    place('homs', 'Homs', 'حمص', 'governorate'),
    place('badia', 'Badia', 'البادية', 'region'),
  ],
  [
    actor('isis', 'ISIS', 'تنظيم الدولة الإسلامية', 'isis'),
    actor('saa', 'SAA', 'الجيش السوري', 'government'),
    actor('liwa-al-quds', 'Liwa al-Quds', 'لواء القدس', 'government'),
  ],
  [
    source('arab-wall', 'The Arab Wall', 'الحائط العربي'),
    source('sohr', 'Syrian Observatory for Human Rights (SOHR)', null),
    source('amaq', 'Amaq', 'وكالة أعماق'),
  ],
);

const actorIds = [...gazetteer.actors.keys()];
const actorNames = [...gazetteer.actors.values()].map(({ name }) => name);
const sourceIds = [...gazetteer.sources.keys()];
const askedPlaces: AskedPlace[] = [...gazetteer.places.values()].map(({ id, name, nameAr, kind, lat, lon }) => ({
  id,
  name,
  name_ar: nameAr,
  kind,
  lat,
  lon,
}));

export const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(Date.UTC(2017, 0, 1 + n)).toISOString().slice(0, 10));
const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

/** What a source could have written to break a terminal, a message or a reader's eyes. */
export const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '\u001b[31mred\u001b[0m',
    '\u202egnp.exe',
    '**bold** <b>&amp;</b> @everyone',
    '⁦⁦⁦',
    'رجل مسلح (3)',
    'a\nb\r\nc',
    '\u0000\u0007',
    '{ $n } { killed }',
  ),
);
const words = fc.option(hostile);

/** Figures are large, so that none can be mistaken for a count of lines or a day. */
const dead = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 1000, max: 8000 }));

const range = fc.tuple(dead, fc.nat(900), fc.nat(900), fc.boolean(), fc.boolean()).map(
  ([low, up, more, open, unknown]): Range => ({
    low: unknown ? null : low,
    best: unknown ? null : low + up,
    high: open ? null : low + up + more,
  }),
);
export const tolls: fc.Arbitrary<Tolls> = fc
  .array(fc.tuple(fc.constantFrom(...PARTIES), fc.constantFrom(...MEASURES), range), { maxLength: 4 })
  .map((entries) => {
    const made: Tolls = {};
    for (const [party, measure, value] of entries) made[party] = { ...made[party], [measure]: value };
    return made;
  });

const ref = fc
  .array(fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 6, maxLength: 6 })
  .map((letters) => `BDY-${letters.join('')}`);
const some = <T>(values: readonly T[], maxLength = 2) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });

const incident: fc.Arbitrary<FoundIncident> = fc
  .record({
    id: fc.nat(),
    ref,
    dateStart: day,
    dateEnd: day,
    datePrec: fc.integer({ min: 1, max: 5 }),
    placeId: fc.constantFrom(null, 'sukhnah'),
    placeEn: hostile,
    placeAr: words,
    country: fc.constantFrom('SY' as const, 'IQ' as const),
    admin1: fc.constantFrom(null, 'Homs'),
    admin2: fc.constant(null),
    lat: fc.constant(34.8833),
    lon: fc.constant(38.8667),
    wherePrec: fc.integer({ min: 1, max: 7 }),
    extentKm: fc.constant(null),
    eventType: fc.constant('Battles' as const),
    subEventType: fc.constant('Armed clash' as const),
    tactics: some(TACTICS),
    targetObjects: some(TARGET_OBJECTS),
    attributedTo: some(actorIds),
    attributionCertainty: fc.constantFrom(...ATTRIBUTION),
    claimedBy: some(actorIds),
    targets: some(actorIds),
    tolls,
    evidence: fc.constantFrom(...EVIDENCE),
    eventClarity: fc.constantFrom(1, 2),
    summaryEn: hostile,
    summaryAr: words,
    version: fc.integer({ min: 1, max: 99 }),
    distanceKm: fc.option(fc.nat(100)),
  })
  .map((made) => (made.dateStart <= made.dateEnd ? made : { ...made, dateStart: made.dateEnd, dateEnd: made.dateStart }));

const account: fc.Arbitrary<FoundAccount> = fc.record({
  id: fc.uuid(),
  sourceId: fc.constantFrom(...sourceIds),
  documentId: fc.constant('seed'),
  documentTitle: words,
  documentPublished: fc.option(day),
  documentPublishedPrec: fc.constantFrom('day', 'month, inferred from the text', null),
  documentSourceId: fc.constantFrom(null, ...sourceIds),
  url: fc.option(fc.webUrl()),
  stance: fc.constantFrom(...STANCES),
  tolls,
  jointToll: fc.boolean(),
  approximate: fc.boolean(),
  wordsEn: words,
  wordsAr: words,
  noteEn: words,
  noteAr: words,
  covers: fc.array(ref, { minLength: 1, maxLength: 3 }),
});

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
