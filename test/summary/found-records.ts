import fc from 'fast-check';
import type { FoundAccount, FoundIncident } from '../../src/core/search/found.ts';
import type { Range, Tolls } from '../../src/db/schema/columns.ts';
import { ATTRIBUTION, EVIDENCE, MEASURES, PARTIES, STANCES, TACTICS, TARGET_OBJECTS } from '../../src/db/schema/vocabulary.ts';
import { actorIds, sourceIds } from './found-land.ts';

/** Records of any shape that a search may hand over: far wilder than a store holds, so that no sentence relies on luck. */

export const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(Date.UTC(2017, 0, 1 + n)).toISOString().slice(0, 10));
export const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

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
export const words = fc.option(hostile);

/** Figures are large, so that none can be mistaken for a count of lines or a day. */
export const dead = fc.oneof(fc.constantFrom(0, 1, 2), fc.integer({ min: 1000, max: 8000 }));

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

export const ref = fc
  .array(fc.constantFrom(...'23456789ABCDEFGHJKMNPQRSTVWXYZ'), { minLength: 6, maxLength: 6 })
  .map((letters) => `BDY-${letters.join('')}`);
export const some = <T>(values: readonly T[], maxLength = 2) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });

export const incident: fc.Arbitrary<FoundIncident> = fc
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

export const account: fc.Arbitrary<FoundAccount> = fc.record({
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
