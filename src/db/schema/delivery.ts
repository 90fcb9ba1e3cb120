import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { instant, oneOf } from './columns.ts';

export const PLATFORMS = ['discord', 'telegram'] as const;
export type Platform = (typeof PLATFORMS)[number];

/**
 * What can arrive. A later edit or a deletion of a message is a further row with a higher revision. `post` is a word of ours to a chat
 * that nobody there asked for; `fetch` a file to be fetched from the platform.
 */
export const ARRIVALS = ['message', 'edit', 'delete', 'command', 'press', 'form', 'moved', 'post', 'fetch'] as const;
export const INBOX_STATES = ['waiting', 'done', 'dead'] as const;
export const OUTBOX_STATES = ['waiting', 'sending', 'sent', 'dead'] as const;

/**
 * Everything that came in, committed before anything is acknowledged. One row per platform, bot, chat, message and revision: what a
 * platform delivers again is not handled again. The payload goes when the row is done.
 */
export const inbox = pgTable(
  'inbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    platform: text().$type<Platform>().notNull(),
    /** The bot's own id on the platform. */
    bot: text().notNull(),
    chat: text().notNull(),
    /** The platform's id of the message, interaction or callback. */
    message: text().notNull(),
    revision: integer().notNull().default(0),
    kind: text().$type<(typeof ARRIVALS)[number]>().notNull(),
    payload: jsonb().$type<unknown>(),
    state: text().$type<(typeof INBOX_STATES)[number]>().notNull().default('waiting'),
    attempts: smallint().notNull().default(0),
    receivedAt: instant().notNull(),
    /** Not before then: after a failure, or while a worker holds it. */
    dueAt: instant().notNull(),
    doneAt: instant(),
    /** Code of the last failure; never its words. */
    trouble: text(),
  },
  (t) => [
    uniqueIndex('inbox_once').on(t.platform, t.bot, t.chat, t.message, t.kind, t.revision),
    // the oldest waiting row of each chat
    index('inbox_waiting').on(t.platform, t.bot, t.chat, t.id).where(sql`state = 'waiting'`),
    oneOf('inbox_platform_known', t.platform, PLATFORMS),
    oneOf('inbox_kind_known', t.kind, ARRIVALS),
    oneOf('inbox_state_known', t.state, INBOX_STATES),
    check('inbox_payload_gone_when_done', sql`${t.state} <> 'done' or ${t.payload} is null`),
  ],
);

/** Everything to be sent, written in the transaction of its cause. Per chat in order; the payload goes when it is sent. */
export const outbox = pgTable(
  'outbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    inboxId: bigint({ mode: 'number' }).references(() => inbox.id),
    /** Position among the messages of one cause: a cause is answered once. */
    ordinal: smallint().notNull(),
    platform: text().$type<Platform>().notNull(),
    bot: text().notNull(),
    chat: text().notNull(),
    /** The adapter's own description of the request, without files. */
    payload: jsonb().$type<unknown>(),
    /** What makes a repeated request harmless where the platform supports it. */
    nonce: text().notNull(),
    state: text().$type<(typeof OUTBOX_STATES)[number]>().notNull().default('waiting'),
    attempts: smallint().notNull().default(0),
    createdAt: instant().notNull(),
    dueAt: instant().notNull(),
    sentAt: instant(),
    /** The platform's id of what was sent. */
    sentMessage: text(),
    trouble: text(),
  },
  (t) => [
    uniqueIndex('outbox_nonce').on(t.nonce),
    uniqueIndex('outbox_once').on(t.inboxId, t.ordinal),
    // the oldest unsent row of each chat
    index('outbox_unsent').on(t.platform, t.bot, t.chat, t.id).where(sql`state in ('waiting', 'sending')`),
    oneOf('outbox_platform_known', t.platform, PLATFORMS),
    oneOf('outbox_state_known', t.state, OUTBOX_STATES),
    check('outbox_payload_gone_when_sent', sql`${t.state} <> 'sent' or ${t.payload} is null`),
  ],
);

/** Pictures and files of an outgoing message, until it is sent. */
export const outboxFile = pgTable(
  'outbox_file',
  {
    outboxId: bigint({ mode: 'number' })
      .notNull()
      .references(() => outbox.id, { onDelete: 'cascade' }),
    ordinal: smallint().notNull(),
    name: text().notNull(),
    mime: text().notNull(),
    data: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.outboxId, t.ordinal] })],
);

/** How far a bot has read: Telegram's update offset, Discord's last message per channel. */
export const cursor = pgTable(
  'cursor',
  {
    platform: text().$type<Platform>().notNull(),
    bot: text().notNull(),
    /** A channel, or '' for the bot as a whole. */
    scope: text().notNull(),
    position: text().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.platform, t.bot, t.scope] }), oneOf('cursor_platform_known', t.platform, PLATFORMS)],
);

/** What a button does where a platform gives it too little room to say so: the button carries the id. */
export const keptAction = pgTable(
  'kept_action',
  {
    /** Short and unguessable. */
    id: text().primaryKey(),
    command: text().notNull(),
    args: jsonb().$type<Record<string, string>>().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('kept_action_expiry').on(t.expiresAt)],
);
