import { bigint, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { instant, oneOf } from './columns.ts';
import { incident } from './incident.ts';
import { LANGUAGES, type Language } from './vocabulary.ts';

/** What a chat must remember between messages, by chat and person; it expires. */
export const conversation = pgTable(
  'conversation',
  {
    /** A keyed hash after the platform's name, so that the row names nobody. */
    key: text().primaryKey(),
    /** The language that the person chose; null: the question's own. */
    language: text().$type<Language>(),
    /** Sealed JSON: the question that a follow-up changes (core/question's Question), with the day it was asked on. */
    previous: bytes(),
    updatedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [oneOf('conversation_language_known', t.language, LANGUAGES), index('conversation_expiry').on(t.expiresAt)],
);

/** An answer that was shown, so that its buttons work after a restart: the question behind it and the day it stood for. */
export const shownAnswer = pgTable(
  'shown_answer',
  {
    /** Short and unguessable; it travels in buttons. */
    id: text().primaryKey(),
    conversationKey: text().notNull(),
    /** Sealed JSON. */
    question: bytes().notNull(),
    storeVersion: integer().notNull(),
    shownAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('shown_answer_expiry').on(t.expiresAt)],
);

/** Which incidents an asker was shown, and in which version: whoever was shown a figure that was wrong can be told. */
export const shownIncident = pgTable(
  'shown_incident',
  {
    incidentId: bigint({ mode: 'number' })
      .notNull()
      .references(() => incident.id, { onDelete: 'cascade' }),
    conversationKey: text().notNull(),
    version: integer().notNull(),
    /** Sealed with a week key: where they are reached, and in which language. */
    route: bytes().notNull(),
    shownAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.incidentId, t.conversationKey] }), index('shown_incident_shown').on(t.shownAt)],
);
