import { type AnyPgColumn, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { oneOf } from './columns.ts';
import { LANGUAGES, type Language, PARTIES, type Party } from './vocabulary.ts';

/** An armed group, force or victim group. A tree: a question about a parent finds its children. */
export const actor = pgTable(
  'actor',
  {
    id: text().primaryKey(),
    /** Canonical English name, as questions and answers say it. */
    name: text().notNull().unique(),
    nameAr: text().notNull(),
    parentId: text().references((): AnyPgColumn => actor.id),
    /** The party under which its dead are counted. */
    party: text().$type<Party>().notNull(),
    /** True for civilians, shepherds, truffle hunters: always a target, never a perpetrator. */
    kind: text().$type<'force' | 'group' | 'victims'>().notNull(),
  },
  (t) => [oneOf('actor_party_known', t.party, PARTIES), oneOf('actor_kind_known', t.kind, ['force', 'group', 'victims'])],
);

export const actorAlias = pgTable(
  'actor_alias',
  {
    actorId: text()
      .notNull()
      .references(() => actor.id, { onDelete: 'cascade' }),
    language: text().$type<Language>().notNull(),
    spelling: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.spelling, t.actorId] }),
    // aliases are read per actor when its card is shown
    index('actor_alias_actor').on(t.actorId),
    oneOf('actor_alias_language_known', t.language, LANGUAGES),
  ],
);
