import fc from 'fast-check';
import type { Tolls } from '../../src/db/schema/columns.ts';
import type { EventType, SubEventType } from '../../src/db/schema/vocabulary.ts';
import { ACTORS, PLACES, SOURCES } from '../support/land.ts';
import type { AccountRecord, IncidentRecord, Records, VersionRecord } from '../support/records.ts';

/** Random stores over the made-up land: few places, few days, so that most questions find something. */

const FIRST_DAY = Date.parse('2023-01-01');
export const DAYS = 75;
export const dayAt = (n: number) => new Date(FIRST_DAY + n * 86_400_000).toISOString().slice(0, 10);
export const day = fc.integer({ min: 0, max: DAYS }).map(dayAt);
/** Within minutes of midnight in Damascus (21:00 UTC) as often as not. */
const instant = fc
  .tuple(fc.integer({ min: 0, max: DAYS }), fc.constantFrom('06:00:00', '20:59:59', '21:00:00', '21:00:01', '23:30:00'))
  .map(([n, time]) => `${dayAt(n)}T${time}Z`);

export const often = <T>(value: T, other: fc.Arbitrary<T>, weight = 3) =>
  fc.oneof({ weight, arbitrary: fc.constant(value) }, { weight: 1, arbitrary: other });
export const some = <T>(values: readonly T[], maxLength: number) => fc.uniqueArray(fc.constantFrom(...values), { maxLength });

const bound = fc.option(fc.integer({ min: 0, max: 9 }), { freq: 5 });
const range = fc.tuple(bound, bound, bound, fc.boolean()).map(([a, b, c, hasBest]) => {
  const [low, best, high] = [a, b, c].filter((n) => n !== null).sort((x, y) => x - y);
  if (low === undefined) return { low: null, high: null };
  if (best === undefined) return { low, high: null };
  return high === undefined ? { low, high: best } : { low, high, ...(hasBest ? { best } : {}) };
});
const PARTIES = ['isis', 'government', 'civilians', 'sdf', 'iran_backed'] as const;
const tolls: fc.Arbitrary<Tolls> = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(...PARTIES),
      fc.constantFrom('killed', 'killed', 'wounded', 'captured', 'missing', 'escaped'),
      range,
    ),
    {
      maxLength: 4,
      selector: ([party, measure]) => `${party} ${measure}`,
    },
  )
  .map((entries) => {
    const made: Record<string, Record<string, unknown>> = {};
    for (const [party, measure, toll] of entries) made[party] = { ...made[party], [measure]: toll };
    return made;
  });

const event = fc.constantFrom<{ type: EventType; sub: SubEventType }>(
  { type: 'Battles', sub: 'Armed clash' },
  { type: 'Explosions/Remote violence', sub: 'Remote explosive/landmine/IED' },
  { type: 'Explosions/Remote violence', sub: 'Air/drone strike' },
  { type: 'Strategic developments', sub: 'Arrests' },
  { type: 'Strategic developments', sub: 'Other' },
);
const tactics = some(['ambush', 'ied', 'drone', 'airstrike', 'clash', 'kidnapping', 'siege', 'landmine'] as const, 2);

/** On a place, near one, or anywhere in the land and a little beyond. */
const point = fc.oneof(
  fc.constantFrom(...PLACES).map(({ lat, lon }) => ({ lat, lon })),
  fc
    .tuple(fc.constantFrom(...PLACES), fc.integer({ min: -60, max: 60 }), fc.integer({ min: -60, max: 60 }))
    .map(([{ lat, lon }, a, b]) => ({ lat: lat + a / 97, lon: lon + b / 103 })),
  fc
    .record({ lat: fc.integer({ min: 33_700, max: 37_300 }), lon: fc.integer({ min: 37_700, max: 42_300 }) })
    .map(({ lat, lon }) => ({
      lat: lat / 1000,
      lon: lon / 1000,
    })),
);

const names = (kind: string) => PLACES.filter((place) => place.kind === kind).map((place) => place.name);
const placeId = fc.option(fc.constantFrom(...PLACES.map((place) => place.id)), { freq: 2 });
const unit = (kind: string) => fc.option(fc.constantFrom(...names(kind)), { freq: 2 });
const actorIds = some(
  ACTORS.map((actor) => actor.id),
  2,
);

const version: fc.Arbitrary<Omit<VersionRecord, 'changedAt'>> = fc
  .record({
    start: fc.integer({ min: 0, max: DAYS }),
    length: often(0, fc.integer({ min: 1, max: 45 })),
    vague: fc.integer({ min: 2, max: 5 }),
    placeId,
    point,
    country: often<'SY' | 'IQ'>('SY', fc.constant('IQ')),
    admin1: unit('governorate'),
    admin2: unit('district'),
    admin3: unit('subdistrict'),
    wherePrec: fc.constantFrom(1, 1, 2, 2, 3, 4, 5, 6, 7),
    extentKm: fc.option(fc.integer({ min: 0, max: 120 }), { freq: 3 }),
    event,
    tactics,
    targetObjects: some(['checkpoint', 'bus'] as const, 1),
    means: some(['motorcycle', 'pickup'] as const, 1),
    timeOfDay: fc.constantFrom(null, 'day' as const, 'night' as const),
    attributedTo: often(['isis'], actorIds),
    claimedBy: often<string[]>([], actorIds),
    targets: actorIds,
    tolls,
    evidence: fc.constantFrom('confirmed', 'fair', 'weak', 'contested', 'fair', 'discounted'),
    status: often('published', fc.constantFrom('draft', 'archived', 'retracted', 'published'), 9),
  })
  .map(({ start, length, vague, point: at, event, ...rest }) => ({
    ...rest,
    ...at,
    eventDateStart: dayAt(start),
    eventDateEnd: dayAt(start + length),
    datePrec: length === 0 ? 1 : vague,
    placeEn: rest.placeId ?? 'somewhere',
    eventType: event.type,
    subEventType: event.sub,
    attributionCertainty: 'confirmed',
  }));

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const refOf = (id: number) => `BDY-2222${LETTERS[Math.floor(id / LETTERS.length)]}${LETTERS[id % LETTERS.length]}`;

const history = fc
  .tuple(
    instant,
    fc.array(fc.tuple(version, instant), { minLength: 1, maxLength: 3, size: 'max' }).filter((all) => all.length > 0),
  )
  .map(([recorded, all]) => {
    const times = [recorded, ...all.slice(1).map(([, at]) => at)].sort();
    const [first, ...rest] = all.map(([content], i) => ({ ...content, changedAt: times[i] ?? recorded }));
    return { recordedAt: times[0] ?? recorded, versions: first ? ([first, ...rest] as const) : null };
  });

const account = (incidents: number): fc.Arbitrary<Omit<AccountRecord, 'id'>> =>
  fc.record({
    sourceId: fc.constantFrom(...SOURCES.map((source) => source.id)),
    tolls,
    jointToll: often(false, fc.constant(true), 1),
    covers: fc.uniqueArray(fc.integer({ min: 1, max: incidents }), { minLength: 1, maxLength: 3 }),
    recordedAt: instant,
    retractedAt: often<string | null>(null, instant),
  });

export const anyStore: fc.Arbitrary<Records> = fc
  .array(history, { minLength: 1, maxLength: 150, size: 'max' })
  .chain((histories) =>
    fc.record({
      incidents: fc.constant(
        histories.flatMap(({ recordedAt, versions }, i): IncidentRecord[] =>
          versions ? [{ id: i + 1, ref: refOf(i), recordedAt, versions: [...versions] }] : [],
        ),
      ),
      accounts: fc.array(account(histories.length), { maxLength: 14, size: 'max' }),
      edits: fc.array(instant, { maxLength: 5 }),
    }),
  )
  .map(({ incidents, accounts, edits }) => ({
    places: PLACES,
    actors: ACTORS,
    sources: SOURCES,
    incidents,
    accounts: accounts.map((one, i) => ({ ...one, id: `a${String(i).padStart(2, '0')}` })),
    statistics: [],
    edits: edits.sort(),
  }));
