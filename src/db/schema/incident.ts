import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { allOf, instant, oneOf, type Tolls } from './columns.ts';
import { place } from './place.ts';
import {
  ATTRIBUTION,
  type Attribution,
  EVENT_TYPES,
  EVIDENCE,
  type EventType,
  type Evidence,
  INCIDENT_STATUS,
  type IncidentStatus,
  MEANS,
  type Means,
  SUB_EVENT_TYPES,
  type SubEventType,
  TACTICS,
  TARGET_OBJECTS,
  type Tactic,
  type TargetObject,
} from './vocabulary.ts';

/**
 * A total over the parties of `tolls`, made by the database so that best = sum over parties holds by construction (UCDP's rule).
 * Null: not known for any party; a high of null beside a known low: open above.
 */
const total = (measure: string, bound: 'low' | 'best' | 'high') => (): SQL =>
  sql.raw(`toll_total(tolls, '${measure}', '${bound}')`);

/** What the store says of one incident, in one row, so that a past version is a plain copy of it. */
const content = () => ({
  /** What people call it: `BDY-7K3Q9F`. */
  ref: text().notNull(),
  eventDateStart: date({ mode: 'string' }).notNull(),
  eventDateEnd: date({ mode: 'string' }).notNull(),
  /** UCDP: 1 the day, 2 within 2–6 days, 3 a week, 4 up to a month, 5 up to a year. */
  datePrec: smallint().notNull(),
  placeId: text().references(() => place.id),
  placeEn: text().notNull(),
  placeAr: text(),
  country: text().$type<'SY' | 'IQ'>().notNull(),
  /** Short canonical English names of the administrative units; null where the sources leave it open. */
  admin1: text(),
  admin2: text(),
  admin3: text(),
  lat: doublePrecision().notNull(),
  lon: doublePrecision().notNull(),
  /** UCDP: 1 exact, 2 within 25 km, 3 district, 4 governorate, 5 line or fuzzy area, 6 country, 7 international. */
  wherePrec: smallint().notNull(),
  /** Radius in km round the point that surely holds it; null where the outline of `placeId` says it better. */
  extentKm: real(),
  eventType: text().$type<EventType>().notNull(),
  subEventType: text().$type<SubEventType>().notNull(),
  tactics: text().array().$type<Tactic[]>().notNull().default([]),
  targetObjects: text().array().$type<TargetObject[]>().notNull().default([]),
  means: text().array().$type<Means[]>().notNull().default([]),
  timeOfDay: text().$type<'day' | 'night'>(),
  /** Actor ids. Attribution and claim are different facts, countable each for itself. */
  attributedTo: text().array().notNull().default([]),
  attributionCertainty: text().$type<Attribution>().notNull(),
  claimedBy: text().array().notNull().default([]),
  targets: text().array().notNull().default([]),
  tolls: jsonb().$type<Tolls>().notNull().default({}),
  /** Computed from its accounts by docs/evidence.md; written by the same writer that writes the accounts. */
  evidence: text().$type<Evidence>().notNull(),
  /** UCDP: 1 the reporting tells this incident apart, 2 the source had already lumped several together. */
  eventClarity: smallint().notNull().default(1),
  summaryEn: text().notNull(),
  summaryAr: text(),
  status: text().$type<IncidentStatus>().notNull(),
  version: integer().notNull().default(1),
  /** When the store first said anything of it; for as-of questions. */
  recordedAt: instant().notNull(),
  /** When this version began to hold. */
  changedAt: instant().notNull(),
});

/** What no answer counts nor names: see core/search. */
const COUNTABLE = sql.raw(`status = 'published' and evidence <> 'discounted'`);

export const incident = pgTable(
  'incident',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Where it came from: `dalil` for the shipped facts, an import format, or `tip`; with its id there. */
    origin: text().notNull(),
    originId: text().notNull(),
    /** What an import last made of its row, in short; null where none did. A row that gives the same says nothing new. */
    importDigest: text(),
    ...content(),
    killedLow: integer().generatedAlwaysAs(total('killed', 'low')),
    killedBest: integer().generatedAlwaysAs(total('killed', 'best')),
    killedHigh: integer().generatedAlwaysAs(total('killed', 'high')),
    woundedLow: integer().generatedAlwaysAs(total('wounded', 'low')),
    woundedHigh: integer().generatedAlwaysAs(total('wounded', 'high')),
    capturedLow: integer().generatedAlwaysAs(total('captured', 'low')),
    capturedHigh: integer().generatedAlwaysAs(total('captured', 'high')),
    missingLow: integer().generatedAlwaysAs(total('missing', 'low')),
    missingHigh: integer().generatedAlwaysAs(total('missing', 'high')),
    /** 0.05° grid cell of the point: row × 7200 + column (see research in docs/adr: near + period). */
    cell: integer().notNull().generatedAlwaysAs(sql`(floor((lat + 90) * 20)::int * 7200 + floor((lon + 180) * 20)::int)`),
  },
  (t) => [
    uniqueIndex('incident_ref').on(t.ref),
    uniqueIndex('incident_origin').on(t.origin, t.originId),
    // near + period: the cells of a circle, then the dates within each (plain ascending, read backwards for the newest)
    index('incident_cell_days').on(t.cell, t.eventDateStart, t.eventDateEnd, t.id),
    // period alone, and the newest or oldest first
    index('incident_date').on(t.eventDateStart, t.id),
    // one governorate or district over a period, page by page
    index('incident_admin1_days').on(t.admin1, t.eventDateStart, t.eventDateEnd, t.id),
    index('incident_admin2_days').on(t.admin2, t.eventDateStart, t.eventDateEnd, t.id),
    // the deadliest first
    index('incident_killed').on(sql`${t.killedBest} desc nulls last`, t.eventDateStart, t.id),
    // the deadliest of a governorate first
    index('incident_admin1_killed').on(t.admin1, sql`${t.killedBest} desc nulls last`, t.eventDateStart, t.id),
    // how far back an incident may begin that reaches into a period
    index('incident_length').on(sql`(${t.eventDateEnd} - ${t.eventDateStart})`),
    // what may cross the edge of a period; like all that is only possible it is counted and named from the index alone
    index('incident_several')
      .on(t.eventDateStart, t.eventDateEnd, t.id, t.country, t.eventType)
      .where(sql`event_date_start <> event_date_end and ${COUNTABLE}`),
    index('incident_admin1_several')
      .on(t.admin1, t.eventDateStart, t.eventDateEnd, t.id, t.country, t.placeId, t.eventType)
      .where(sql`event_date_start <> event_date_end and ${COUNTABLE}`),
    index('incident_long_days')
      .on(t.eventDateStart, t.eventDateEnd, t.id, t.country, t.admin1, t.placeId, t.eventType)
      .where(sql`event_date_end - event_date_start > 91 and ${COUNTABLE}`),
    // what leaves its governorate open
    index('incident_unplaced_days').on(t.country, t.eventDateStart, t.eventDateEnd).where(sql`admin1 is null`),
    index('incident_open_days')
      .on(t.placeId, t.eventDateStart, t.eventDateEnd, t.id, t.country, t.eventType)
      .where(sql`admin1 is null and where_prec >= 3 and extent_km is null and ${COUNTABLE}`),
    // of these, the few that an outline must judge one by one
    index('incident_open_spot')
      .on(t.country, t.eventDateStart, t.eventDateEnd)
      .where(sql`admin1 is null and (extent_km is not null or where_prec <= 2 or (place_id is null and where_prec <= 5))`),
    // the last day on which the store holds anything; as an expression, as no period is ever found by its end
    index('incident_last_day').on(sql`(${t.eventDateEnd} + 0)`),
    // what is known only by the name of its place: the Badia, a road
    index('incident_place_days').on(t.placeId, t.eventDateStart, t.eventDateEnd),
    // vague places: what is only possible is looked for among them alone
    index('incident_vague_days')
      .on(t.placeId, t.eventDateStart, t.eventDateEnd, t.id, t.country, t.eventType)
      .where(sql`where_prec >= 3 and extent_km is null and ${COUNTABLE}`),
    index('incident_vague_extent_days')
      .on(t.eventDateStart, t.eventDateEnd)
      .where(sql`where_prec >= 3 and (extent_km is not null or place_id is null)`),
    check('incident_ref_shape', sql`${t.ref} ~ '^[A-Z]{3}-[2-9A-HJKMNP-TV-Z]{6}$'`),
    check('incident_start_not_after_end', sql`${t.eventDateStart} <= ${t.eventDateEnd}`),
    check('incident_date_prec_ucdp', sql`${t.datePrec} between 1 and 5`),
    check('incident_day_is_one_day', sql`${t.datePrec} <> 1 or ${t.eventDateStart} = ${t.eventDateEnd}`),
    check('incident_where_prec_ucdp', sql`${t.wherePrec} between 1 and 7`),
    check('incident_on_earth', sql`${t.lat} between -90 and 90 and ${t.lon} between -180 and 180`),
    check('incident_extent_positive', sql`${t.extentKm} >= 0`),
    check('incident_clarity_ucdp', sql`${t.eventClarity} in (1, 2)`),
    check('incident_tolls_in_order', sql`tolls_in_order(${t.tolls})`),
    check('incident_version_positive', sql`${t.version} >= 1`),
    check('incident_changed_after_recorded', sql`${t.changedAt} >= ${t.recordedAt}`),
    oneOf('incident_country_known', t.country, ['SY', 'IQ']),
    oneOf('incident_event_type_acled', t.eventType, Object.keys(EVENT_TYPES)),
    oneOf('incident_sub_event_type_acled', t.subEventType, SUB_EVENT_TYPES),
    allOf('incident_tactics_known', t.tactics, TACTICS),
    allOf('incident_target_objects_known', t.targetObjects, TARGET_OBJECTS),
    allOf('incident_means_known', t.means, MEANS),
    oneOf('incident_time_of_day_known', t.timeOfDay, ['day', 'night']),
    oneOf('incident_attribution_known', t.attributionCertainty, ATTRIBUTION),
    oneOf('incident_evidence_known', t.evidence, EVIDENCE),
    oneOf('incident_status_known', t.status, INCIDENT_STATUS),
    check('incident_place_known', sql`${t.placeEn} <> ''`),
  ],
);

/** Versions that no longer hold, whole, with the instant at which they ceased to: what as-of questions read. */
export const incidentPast = pgTable(
  'incident_past',
  {
    id: bigint({ mode: 'number' })
      .notNull()
      .references(() => incident.id),
    origin: text().notNull(),
    originId: text().notNull(),
    ...content(),
    validTo: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.id, t.version] }),
    // as-of: what held on a day
    index('incident_past_valid').on(t.validTo, t.changedAt),
    check('incident_past_valid_after_change', sql`${t.validTo} >= ${t.changedAt}`),
  ],
);
