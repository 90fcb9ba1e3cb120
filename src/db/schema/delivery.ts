import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { bytes } from './bytes.ts';
import { instant, oneOf } from './columns.ts';

/** The console is one too: words of ours wait there until its person is back. */
export const PLATFORMS = ['discord', 'telegram', 'console'] as const;
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
 * platform delivers again is not handled again. The payload goes when the row is done, the row a while later.
 *
 * Neither this nor any other table here names a chat or anybody in it: ids are keyed hashes, all else is sealed with a week key.
 */
export const inbox = pgTable(
  'inbox',
  {
    id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    platform: text().$type<Platform>().notNull(),
    /** The bot's own id on the platform. */
    bot: text().notNull(),
    /** Keyed hash. */
    chat: text().notNull(),
    /** Keyed hash of the platform's id of the message, interaction or callback, or of the name of a word of ours. */
    message: text().notNull(),
    revision: integer().notNull().default(0),
    kind: text().$type<(typeof ARRIVALS)[number]>().notNull(),
    /** Sealed JSON: the chat, the message and the platform's own update. */
    payload: bytes(),
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
    index('inbox_waiting').on(t.platform, t.bot, t.chat, t.id).where(sql`state = 'waiting' and kind <> 'fetch'`),
    index('inbox_to_fetch').on(t.platform, t.bot, t.dueAt).where(sql`state = 'waiting' and kind = 'fetch'`),
    index('inbox_done').on(t.doneAt),
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
    /** Keyed hash. */
    chat: text().notNull(),
    /** Sealed JSON, bound to the nonce: the chat and the adapter's own description of the request, without files. */
    payload: bytes(),
    /** What makes a repeated request harmless where the platform supports it. */
    nonce: text().notNull(),
    /** Keyed hash of the place of the chat that it is for: what comes later for that place is sent instead of it. */
    slot: text(),
    state: text().$type<(typeof OUTBOX_STATES)[number]>().notNull().default('waiting'),
    attempts: smallint().notNull().default(0),
    createdAt: instant().notNull(),
    dueAt: instant().notNull(),
    sentAt: instant(),
    trouble: text(),
  },
  (t) => [
    uniqueIndex('outbox_nonce').on(t.nonce),
    uniqueIndex('outbox_once').on(t.inboxId, t.ordinal),
    // the oldest unsent row of each chat
    index('outbox_unsent').on(t.platform, t.bot, t.chat, t.id).where(sql`state in ('waiting', 'sending')`),
    index('outbox_unsent_slot').on(t.slot).where(sql`state = 'waiting' and slot is not null`),
    index('outbox_sent').on(t.sentAt),
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
    /** Sealed: name, type and bytes. */
    file: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.outboxId, t.ordinal] })],
);

/** How far a bot has read: Telegram's update offset, Discord's last message per channel. */
export const cursor = pgTable(
  'cursor',
  {
    platform: text().$type<Platform>().notNull(),
    bot: text().notNull(),
    /** Keyed hash of a channel, or of '' for the bot as a whole. */
    scope: text().notNull(),
    /** Sealed JSON: the scope, and the number of the last update or message. */
    position: bytes().notNull(),
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
    /** Sealed JSON: a command and its arguments. */
    action: bytes().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('kept_action_expiry').on(t.expiresAt)],
);

/** What stands in a place of a chat, such as a tip's card: what is posted there later is put in its place. */
export const posted = pgTable(
  'posted',
  {
    /** Keyed hash of platform, bot, chat and place. */
    slot: text().primaryKey(),
    /** Sealed JSON: the platform's own names of the messages. */
    messages: bytes().notNull(),
    forgetAt: instant().notNull(),
  },
  (t) => [index('posted_forget').on(t.forgetAt)],
);
