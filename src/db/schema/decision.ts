import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { instant, oneOf } from './columns.ts';
import { moderator } from './moderator.ts';
import { TIP_STATES, type TipState } from './tip.ts';

/** What a decision is about. */
export const DECISION_SUBJECTS = ['tip', 'incident', 'contact', 'moderator', 'place', 'actor', 'source', 'store'] as const;
/** Who decided: a member of the team, the contact themselves, or time. */
export const DECIDERS = ['moderator', 'contact', 'clock'] as const;

/**
 * Append-only: every decision, in order, each row holding the hash of the one before. What was said and changed is sealed and goes with
 * its week key; who decided what, and when, stays.
 */
export const decision = pgTable(
  'decision',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    subject: text().$type<(typeof DECISION_SUBJECTS)[number]>().notNull(),
    subjectId: text().notNull(),
    event: text().notNull(),
    fromState: text().$type<TipState>(),
    toState: text().$type<TipState>(),
    by: text().$type<(typeof DECIDERS)[number]>().notNull(),
    moderatorId: text().references(() => moderator.id),
    /** Keyed hash of the update that asked for it: what is delivered again has one effect. */
    cause: bytes().unique('decision_cause_once'),
    /** Sealed JSON: old and new values, reason, private note. */
    content: bytes(),
    previousHash: bytes().notNull(),
    hash: bytes().notNull(),
  },
  (t) => [
    oneOf('decision_subject_known', t.subject, DECISION_SUBJECTS),
    oneOf('decision_by_known', t.by, DECIDERS),
    oneOf('decision_from_known', t.fromState, TIP_STATES),
    oneOf('decision_to_known', t.toState, TIP_STATES),
    check('decision_by_somebody', sql`(${t.by} = 'moderator') = (${t.moderatorId} is not null)`),
    index('decision_subject').on(t.subject, t.subjectId, t.id),
  ],
);

export const CONSENTS = ['reveal', 'wipe', 'export', 'publish'] as const;

/** What takes two people: asked by one, granted by another. */
export const consent = pgTable(
  'consent',
  {
    id: text().primaryKey(),
    kind: text().$type<(typeof CONSENTS)[number]>().notNull(),
    subjectId: text().notNull(),
    askedBy: text()
      .notNull()
      .references(() => moderator.id),
    askedAt: instant().notNull(),
    expiresAt: instant().notNull(),
    grantedBy: text().references(() => moderator.id),
    grantedAt: instant(),
  },
  (t) => [
    oneOf('consent_kind_known', t.kind, CONSENTS),
    check('consent_of_another', sql`${t.grantedBy} <> ${t.askedBy}`),
    index('consent_open').on(t.kind, t.subjectId),
  ],
);
