import { sql } from 'drizzle-orm';
import { bigint, boolean, check, date, index, jsonb, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import { instant, oneOf, type Tolls } from './columns.ts';
import { incident } from './incident.ts';
import { document, source } from './source.ts';
import { LANGUAGES, type Language, STANCES, type Stance } from './vocabulary.ts';

/** What one source says: its own figures, of one incident or of several together. */
export const account = pgTable(
  'account',
  {
    id: text().primaryKey(),
    sourceId: text()
      .notNull()
      .references(() => source.id),
    documentId: text().references(() => document.id),
    stance: text().$type<Stance>().notNull(),
    tolls: jsonb().$type<Tolls>().notNull().default({}),
    /**
     * True where the covered incidents have no toll of their own and this joint figure stands for them: it is then counted once,
     * when all that it covers is counted. False: the figure is evidence beside the incidents' own and is never added.
     */
    jointToll: boolean().notNull().default(false),
    /** "around", "about", "more than": said so by the source. */
    approximate: boolean().notNull().default(false),
    /** The source's own wording where it gives no number, in our words: "a number of dead and wounded". */
    wordsEn: text(),
    wordsAr: text(),
    noteEn: text(),
    noteAr: text(),
    url: text(),
    archiveUrl: text(),
    sha256: text(),
    published: date({ mode: 'string' }),
    language: text().$type<Language>(),
    /** Admiralty code for information: 1 confirmed by others … 5 improbable, 6 cannot be judged. */
    credibility: smallint().notNull().default(6),
    recordedAt: instant().notNull(),
    retractedAt: instant(),
  },
  (t) => [
    oneOf('account_stance_known', t.stance, STANCES),
    oneOf('account_language_known', t.language, LANGUAGES),
    check('account_credibility_admiralty', sql`${t.credibility} between 1 and 6`),
    check('account_tolls_in_order', sql`tolls_in_order(${t.tolls})`),
    check('account_sha256_shape', sql`${t.sha256} ~ '^[0-9a-f]{64}$'`),
    index('account_source').on(t.sourceId),
    // figures that several incidents share are few
    index('account_joint').on(t.id).where(sql`joint_toll`),
  ],
);

/** Which incidents an account covers. */
export const accountIncident = pgTable(
  'account_incident',
  {
    accountId: text()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    incidentId: bigint({ mode: 'number' })
      .notNull()
      .references(() => incident.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.accountId, t.incidentId] }),
    // the accounts behind one incident
    index('account_incident_incident').on(t.incidentId),
  ],
);
