import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, smallint, text } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { allOf, instant, oneOf } from './columns.ts';
import { contact, TRUST, type Trust } from './contact.ts';
import { incident } from './incident.ts';
import { moderator } from './moderator.ts';
import { LANGUAGES, type Language } from './vocabulary.ts';

export const TIP_STATES = [
  'received',
  'claimed',
  'needs_info',
  'accepted',
  'merged',
  'declined',
  'spam',
  'expired',
  'withdrawn',
] as const;
export type TipState = (typeof TIP_STATES)[number];

/** What the machine noticed; a moderator judges. */
export const TIP_FLAGS = ['first_time', 'burst', 'reused_image', 'mixed_script', 'place_differs', 'time_differs'] as const;
export type TipFlag = (typeof TIP_FLAGS)[number];

/** What a contact can be told became of their tip; reopened: a decision was taken back. */
export const TOLD_OF_TIPS = ['accepted', 'declined', 'reopened'] as const;
export type ToldOfTip = (typeof TOLD_OF_TIPS)[number];

/**
 * What a contact sent, gathered from several messages. Everything that they wrote, and all that was read from it, is sealed with a week
 * key and bound to its row and column: destroying the key is what deletes it.
 */
export const tip = pgTable(
  'tip',
  {
    id: text().primaryKey(),
    /** `T-7K3Q9F`, no look-alikes: what people call it. */
    ref: text().notNull().unique('tip_ref_once'),
    contactId: text().references(() => contact.id, { onDelete: 'set null' }),
    state: text().$type<TipState>().notNull().default('received'),
    /** Goes up with every change: who decides names the one they saw. */
    version: integer().notNull().default(1),
    claimedBy: text().references(() => moderator.id),
    /** The contact's at the time. */
    trust: text().$type<Trust>().notNull(),
    language: text().$type<Language>().notNull(),
    flags: text().array().$type<TipFlag[]>().notNull().default([]),
    /** Keyed hash of the six words. */
    receipt: bytes().unique('tip_receipt_once'),
    /** Sealed JSON: what was understood, as moderators may have corrected it. */
    draft: bytes(),
    /** Rounded down to the hour. */
    receivedAt: instant().notNull(),
    /** Further messages of the contact still belong to it until then; null: it is complete. */
    gatheringUntil: instant(),
    decidedAt: instant(),
    /** What its contact was last told of it; null: nothing since they sent it. */
    told: text().$type<ToldOfTip>(),
    /** What it became or was merged into. */
    incidentId: bigint({ mode: 'number' }).references(() => incident.id),
    /** When what is sealed goes. */
    expiresAt: instant().notNull(),
  },
  (t) => [
    oneOf('tip_state_known', t.state, TIP_STATES),
    oneOf('tip_trust_known', t.trust, TRUST),
    oneOf('tip_language_known', t.language, LANGUAGES),
    oneOf('tip_told_known', t.told, TOLD_OF_TIPS),
    allOf('tip_flags_known', t.flags, TIP_FLAGS),
    check('tip_ref_shape', sql`${t.ref} ~ '^T-[0-9A-Z]{6}$'`),
    check('tip_version_positive', sql`${t.version} >= 1`),
    check('tip_received_by_the_hour', sql`date_trunc('hour', ${t.receivedAt}) = ${t.receivedAt}`),
    check('tip_incident_when_published', sql`${t.state} not in ('accepted', 'merged') or ${t.incidentId} is not null`),
    check('tip_claimed_by_somebody', sql`${t.state} <> 'claimed' or ${t.claimedBy} is not null`),
    check('tip_asked_by_somebody', sql`${t.state} <> 'needs_info' or ${t.claimedBy} is not null`),
    // the queue, oldest first
    index('tip_queue').on(t.state, t.receivedAt, t.id),
    index('tip_contact').on(t.contactId),
    index('tip_expiry').on(t.expiresAt),
  ],
);

/** Who said a part: the contact, or the team through the relay. */
export const PART_KINDS = ['words', 'pin', 'question', 'answer'] as const;

/** One message of a tip's conversation. */
export const tipPart = pgTable(
  'tip_part',
  {
    id: text().primaryKey(),
    tipId: text()
      .notNull()
      .references(() => tip.id, { onDelete: 'cascade' }),
    ordinal: smallint().notNull(),
    kind: text().$type<(typeof PART_KINDS)[number]>().notNull(),
    /** Keyed hash of the update that brought it: the same message is not kept twice, an edit finds what it edits. */
    cause: bytes().unique('tip_part_cause_once'),
    /** Sealed: the words, or the pin as JSON. */
    content: bytes().notNull(),
    /** Rounded down to the hour. */
    at: instant().notNull(),
  },
  (t) => [oneOf('tip_part_kind_known', t.kind, PART_KINDS), index('tip_part_tip').on(t.tipId, t.ordinal)],
);

/** waiting: still with the platform; unseen: kept for the coordinators alone; refused: not kept; gone: destroyed. */
export const MEDIA_STATES = ['waiting', 'clean', 'unseen', 'refused', 'gone'] as const;
export const MEDIA_KINDS = ['photo', 'video', 'audio', 'file'] as const;
/** How what a file says of its place or time fits what the tip says; the place and time themselves are not kept. */
export const AGREEMENT = ['agrees', 'differs', 'none'] as const;
export type Agreement = (typeof AGREEMENT)[number];

export const tipMedia = pgTable(
  'tip_media',
  {
    id: text().primaryKey(),
    tipId: text()
      .notNull()
      .references(() => tip.id, { onDelete: 'cascade' }),
    ordinal: smallint().notNull(),
    state: text().$type<(typeof MEDIA_STATES)[number]>().notNull().default('waiting'),
    kind: text().$type<(typeof MEDIA_KINDS)[number]>().notNull(),
    cause: bytes().unique('tip_media_cause_once'),
    /** Sealed: how the platform hands it out; gone once it is here. */
    fetch: bytes(),
    /** Sealed: cleaned, as moderators see it. */
    clean: bytes(),
    mime: text(),
    /** Encrypted by age to the coordinators' offline keys: dalil cannot open it. */
    original: bytes(),
    /** Perceptual hash of a photo, 16 hex digits. */
    looks: text(),
    place: text().$type<Agreement>().notNull().default('none'),
    time: text().$type<Agreement>().notNull().default('none'),
  },
  (t) => [
    oneOf('tip_media_state_known', t.state, MEDIA_STATES),
    oneOf('tip_media_kind_known', t.kind, MEDIA_KINDS),
    oneOf('tip_media_place_known', t.place, AGREEMENT),
    oneOf('tip_media_time_known', t.time, AGREEMENT),
    check('tip_media_looks_shape', sql`${t.looks} ~ '^[0-9a-f]{16}$'`),
    check('tip_media_not_fetched_twice', sql`${t.state} = 'waiting' or ${t.fetch} is null`),
    index('tip_media_tip').on(t.tipId, t.ordinal),
    index('tip_media_looks').on(t.looks),
  ],
);
