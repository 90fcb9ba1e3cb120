import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { instant, oneOf } from './columns.ts';
import { moderator } from './moderator.ts';
import { LANGUAGES, type Language } from './vocabulary.ts';

/** How far a contact has proved themselves: never said to the contact, never enough to publish by itself. */
export const TRUST = ['unknown', 'known', 'trusted'] as const;
export type Trust = (typeof TRUST)[number];

/**
 * Somebody who sends tips: a codename and a sealed way to reach them. Who they are is in no column: `lookup` is a keyed hash, `route` is
 * sealed with a week key that is kept outside the database.
 */
export const contact = pgTable(
  'contact',
  {
    id: text().primaryKey(),
    /** What moderators call them, such as `amber-heron`. */
    code: text().notNull().unique('contact_code_once'),
    /** Keyed hash of platform and person; null once they asked to be forgotten. */
    lookup: bytes().unique('contact_lookup_once'),
    /** Sealed: platform, bot, chat, person. Null: they cannot be reached any more. */
    route: bytes(),
    trust: text().$type<Trust>().notNull().default('unknown'),
    language: text().$type<Language>(),
    /** Their messages are deleted from the chat once they are kept, where the platform can. */
    deletesMessages: boolean().notNull().default(false),
    /** Rounded down to the hour. */
    firstSeen: instant().notNull(),
    lastSeen: instant().notNull(),
    blockedAt: instant(),
    blockedBy: text().references(() => moderator.id),
  },
  (t) => [
    oneOf('contact_trust_known', t.trust, TRUST),
    oneOf('contact_language_known', t.language, LANGUAGES),
    check(
      'contact_seen_by_the_hour',
      sql`date_trunc('hour', ${t.firstSeen}) = ${t.firstSeen} and date_trunc('hour', ${t.lastSeen}) = ${t.lastSeen}`,
    ),
    index('contact_last_seen').on(t.lastSeen),
  ],
);

/** A coordinator's word for a new contact, spent once. */
export const invite = pgTable(
  'invite',
  {
    /** Keyed hash of the code. */
    code: bytes().primaryKey(),
    trust: text().$type<Trust>().notNull(),
    madeBy: text().references(() => moderator.id),
    expiresAt: instant().notNull(),
    spentAt: instant(),
  },
  (t) => [oneOf('invite_trust_known', t.trust, TRUST)],
);

/** What is left of a limit: one row per keyed name of who or what is limited. */
export const allowance = pgTable(
  'allowance',
  {
    /** Keyed hash of the limit's name and whom it is for. */
    id: bytes().primaryKey(),
    used: integer().notNull(),
    /** When the window ends and the count begins anew. */
    until: instant().notNull(),
  },
  (t) => [index('allowance_until').on(t.until)],
);
