import { sql } from 'drizzle-orm';
import { char, check, date, pgTable, text } from 'drizzle-orm/pg-core';
import { oneOf } from './columns.ts';
import { PARTIES, type Party, RELIABILITY, type Reliability, SOURCE_KINDS, type SourceKind } from './vocabulary.ts';

/** Who tells. Reliability belongs to the source, credibility to each account (Admiralty code: the two are judged apart). */
export const source = pgTable(
  'source',
  {
    id: text().primaryKey(),
    name: text().notNull(),
    nameAr: text(),
    kind: text().$type<SourceKind>().notNull(),
    affiliation: text().notNull(),
    /** The party that the source speaks for or leans to; null where it is independent. */
    side: text().$type<Party>(),
    reliability: char({ length: 1 }).$type<Reliability>().notNull(),
    note: text().notNull().default(''),
  },
  (t) => [
    oneOf('source_kind_known', t.kind, SOURCE_KINDS),
    oneOf('source_reliability_admiralty', t.reliability, RELIABILITY),
    oneOf('source_side_known', t.side, PARTIES),
    check('source_name_said', sql`length(${t.name}) > 0`),
  ],
);

/** A published text that accounts and statistics were read from. */
export const document = pgTable('document', {
  id: text().primaryKey(),
  sourceId: text()
    .notNull()
    .references(() => source.id),
  title: text().notNull(),
  /** First day of the day, month or stretch that `publishedPrec` names. */
  published: date({ mode: 'string' }).notNull(),
  publishedPrec: text().notNull(),
  url: text(),
});
