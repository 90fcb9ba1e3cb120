import { bigint, index, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { instant, oneOf } from './columns.ts';

/** Field → [old value, new value]. */
export type Changes = Record<string, [before: unknown, after: unknown]>;

export const EDIT_SUBJECTS = ['incident', 'account', 'source', 'statistic', 'place', 'actor', 'store'] as const;

/** Append-only: who changed what, when and why. Its highest id is the store's version, which every answer names. */
export const edit = pgTable(
  'edit',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: instant().notNull(),
    who: text().notNull(),
    why: text().notNull(),
    subject: text().$type<(typeof EDIT_SUBJECTS)[number]>().notNull(),
    subjectId: text().notNull(),
    changes: jsonb().$type<Changes>().notNull(),
  },
  (t) => [
    oneOf('edit_subject_known', t.subject, EDIT_SUBJECTS),
    // the history of one thing, in order
    index('edit_subject').on(t.subject, t.subjectId, t.id),
    // the store's version on a past day
    index('edit_at').on(t.at),
  ],
);
