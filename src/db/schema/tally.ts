import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { oneOf } from './columns.ts';

const TALLY_PARTS = ['incidents', 'measure', 'party', 'hit', 'losers'] as const;
type TallyPart = (typeof TALLY_PARTS)[number];

/**
 * What the published incidents of each governorate and each country come to by month, so that wide questions need not look at each.
 * Triggers on `incident` (migration tally_triggers) add rows in the same transaction that changes an incident, negative ones for what no
 * longer holds: rows of one key are summed by whoever reads. incident_tally_merge() makes one of them, some at a time, and
 * incident_tally_fold() all at once. No writer waits for another.
 */
export const incidentTally = pgTable(
  'incident_tally',
  {
    /** All incidents are tallied by the months and once more by the years that they reach over. */
    unit: text().$type<'month' | 'year'>().notNull().default('month'),
    level: text().$type<'country' | 'governorate'>().notNull(),
    country: text().$type<'SY' | 'IQ'>().notNull(),
    /** Null: not known; always null on the level of the country. */
    admin1: text(),
    /** On the level of governorates, where `admin1` is not known: the place that is named, which may lie in one. */
    placeId: text(),
    /**
     * First days of the months in which its incidents begin and end. By years, and for an incident of more than 92 days by months too:
     * January and December of these years.
     */
    firstMonth: date({ mode: 'string' }).notNull(),
    lastMonth: date({ mode: 'string' }).notNull(),
    strategic: boolean().notNull(),
    attributedTo: text().array().notNull(),
    /**
     * incidents: themselves. measure: their whole toll. party: the losses of one. hit: those that aim at a party. losers: those in which
     * just these parties lost some (`sdf+` a known number, `sdf0` none, `sdf?` some).
     */
    part: text().$type<TallyPart>().notNull(),
    measure: text(),
    party: text(),
    incidents: integer().notNull(),
    known: integer().notNull(),
    open: integer().notNull(),
    low: integer().notNull(),
    best: integer().notNull(),
    high: integer().notNull(),
    /** Of `incidents`, those that aim at the party. */
    hit: integer().notNull(),
    confirmed: integer().notNull(),
    fair: integer().notNull(),
    weak: integer().notNull(),
    contested: integer().notNull(),
    vagueDate: integer().notNull(),
    vaguePlace: integer().notNull(),
    /** False as long as another row may have its key: whatever the triggers add. */
    merged: boolean().notNull().default(false),
  },
  (t) => [
    index('incident_tally_part').on(t.unit, t.level, t.part, t.country, t.admin1, t.firstMonth),
    // what is still to be merged, keys side by side
    index('incident_tally_loose').on(t.unit, t.level, t.part, t.country, t.admin1, t.firstMonth).where(sql`not merged`),
    oneOf('incident_tally_unit_known', t.unit, ['month', 'year']),
    oneOf('incident_tally_level_known', t.level, ['country', 'governorate']),
    oneOf('incident_tally_part_known', t.part, TALLY_PARTS),
    check('incident_tally_months', sql`${t.firstMonth} <= ${t.lastMonth}`),
  ],
);

/**
 * Every combination of named place and units that an incident has ever had; empty for none. It only grows: what lies in a governorate by
 * the name of its place, and says another governorate or none, is found by it without a look at each incident of these places.
 */
export const incidentGround = pgTable(
  'incident_ground',
  {
    placeId: text().notNull(),
    country: text().notNull(),
    admin1: text().notNull(),
    admin2: text().notNull(),
    admin3: text().notNull(),
  },
  (t) => [uniqueIndex('incident_ground_once').on(t.placeId, t.country, t.admin1, t.admin2, t.admin3)],
);
