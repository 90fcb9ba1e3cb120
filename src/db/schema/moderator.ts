import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { instant, oneOf } from './columns.ts';

export const TEAM_ROLES = ['viewer', 'moderator', 'lead'] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** Where people write to dalil. */
export const SPEAKING_PLATFORMS = ['discord', 'telegram', 'console'] as const;
export type SpeakingPlatform = (typeof SPEAKING_PLATFORMS)[number];

/** A member of the team; one row for a person on all platforms. */
export const moderator = pgTable(
  'moderator',
  {
    id: text().primaryKey(),
    /** As colleagues call them; shown in the decision log. */
    name: text().notNull().unique('moderator_name_once'),
    role: text().$type<TeamRole>().notNull(),
    enrolledAt: instant().notNull(),
    /** From then on they decide nothing. */
    revokedAt: instant(),
  },
  (t) => [oneOf('moderator_role_known', t.role, TEAM_ROLES), check('moderator_named', sql`${t.name} <> ''`)],
);

/** A person's account on a platform, by keyed hash. */
export const moderatorAccount = pgTable(
  'moderator_account',
  {
    platform: text().$type<SpeakingPlatform>().notNull(),
    lookup: bytes().notNull(),
    moderatorId: text()
      .notNull()
      .references(() => moderator.id),
    linkedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.platform, t.lookup] }),
    oneOf('moderator_account_platform_known', t.platform, SPEAKING_PLATFORMS),
    index('moderator_account_moderator').on(t.moderatorId),
  ],
);

/** A one-time code by which somebody joins the team, or links a further account of theirs. */
export const enrolment = pgTable(
  'enrolment',
  {
    /** Keyed hash of the code. */
    code: bytes().primaryKey(),
    role: text().$type<TeamRole>().notNull(),
    /** Whose further account it links; null: a new member. */
    moderatorId: text().references(() => moderator.id),
    madeBy: text().references(() => moderator.id),
    expiresAt: instant().notNull(),
    spentAt: instant(),
  },
  (t) => [oneOf('enrolment_role_known', t.role, TEAM_ROLES)],
);

/** A chat that is bound to the team: cards go there, and decisions are taken from there alone. */
export const teamPlace = pgTable(
  'team_place',
  {
    id: text().primaryKey(),
    platform: text().$type<SpeakingPlatform>().notNull(),
    /** The bot's own id there. */
    bot: text().notNull(),
    /** Keyed hash of the chat. */
    chat: bytes().notNull(),
    /** Sealed with the standing key: the platform's own way to post there. */
    route: bytes().notNull(),
    boundBy: text().references(() => moderator.id),
    boundAt: instant().notNull(),
    unboundAt: instant(),
  },
  (t) => [
    oneOf('team_place_platform_known', t.platform, SPEAKING_PLATFORMS),
    index('team_place_chat').on(t.platform, t.bot, t.chat),
  ],
);
