import { sql } from 'drizzle-orm';
import { boolean, check, date, doublePrecision, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { account } from './account.ts';
import { oneOf } from './columns.ts';
import { document, source } from './source.ts';
import { STATISTIC_METRICS, type StatisticMetric } from './vocabulary.ts';

/** One line of a published breakdown, as published; `ofWhich` are subsets and never added. */
export interface BreakdownLine {
  label: string;
  labelAr: string;
  value?: number;
  low?: number;
  high?: number;
  approximate?: boolean;
  ofWhich?: BreakdownLine[];
}

/** A published aggregate: shown beside the store's own count, never merged with it. */
export const statistic = pgTable(
  'statistic',
  {
    id: text().primaryKey(),
    sourceId: text()
      .notNull()
      .references(() => source.id),
    documentId: text().references(() => document.id),
    metric: text().$type<StatisticMetric>().notNull(),
    low: doublePrecision(),
    high: doublePrecision(),
    approximate: boolean().notNull().default(false),
    periodFrom: date({ mode: 'string' }).notNull(),
    periodTo: date({ mode: 'string' }).notNull(),
    areaEn: text().notNull(),
    areaAr: text().notNull(),
    /** The places that the area is made of. */
    areaPlaceIds: text().array().notNull(),
    /** Who did it, and to whom or of whom; actor ids, empty where the source does not narrow it. */
    perpetrators: text().array().notNull().default([]),
    subjects: text().array().notNull().default([]),
    subjectEn: text(),
    subjectAr: text(),
    breakdown: jsonb().$type<BreakdownLine[]>().notNull().default([]),
    noteEn: text(),
    noteAr: text(),
    /** The joint account that states this very figure, so that it is said once. */
    accountId: text().references(() => account.id),
  },
  (t) => [
    oneOf('statistic_metric_known', t.metric, STATISTIC_METRICS),
    check('statistic_low_not_above_high', sql`${t.low} <= ${t.high}`),
    check('statistic_says_something', sql`${t.low} is not null or ${t.high} is not null`),
    check('statistic_period_in_order', sql`${t.periodFrom} <= ${t.periodTo}`),
    index('statistic_period').on(t.periodFrom, t.periodTo),
  ],
);
