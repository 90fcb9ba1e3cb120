import { type SQL, sql } from 'drizzle-orm';
import type { inbox, outbox } from '../schema/delivery.ts';
import type { BotName } from './inbox.ts';

/** More than are locked or under way at any time. */
const MOST_HEADS = 50;

export interface HeadsWanted {
  /** Which rows wait; as the partial index says it. */
  waiting: SQL;
  now: Date;
  /** Chats are gone through in order, from behind this one on: each has its turn. */
  after: string;
  /** Chats that are left out. */
  busy?: readonly string[];
  /** Of these chats alone. */
  only?: readonly string[];
  /** Of chats alone in which nothing else waits: whoever wrote one message, and no flood. */
  quiet?: boolean;
}

/**
 * The ids of the oldest waiting row of each chat, of some chats, where that is due. Goes from chat to chat in the index: a chat with
 * thousands of rows costs no more than one with a single row.
 */
export function headIds(table: typeof inbox | typeof outbox, bot: BotName, wanted: HeadsWanted): SQL {
  const { waiting, now, after, busy = [], only, quiet = false } = wanted;
  const first = (behind: SQL) => sql`
    select id, chat, due_at from ${table}
    where platform = ${bot.platform} and bot = ${bot.bot} and ${waiting} and chat > ${behind} order by chat, id limit 1`;
  const another = sql`
    select 1 from ${table} where platform = ${bot.platform} and bot = ${bot.bot} and ${waiting} and chat = head.chat and id > head.id`;
  return sql`any(array(
    with recursive head as (
      (${first(sql`${after}`)})
      union all
      select later.* from head, lateral (${first(sql`head.chat`)}) later
    )
    select id from head where due_at <= ${now.toISOString()} and chat <> all(${sql.param([...busy])}::text[])
      ${only ? sql`and chat = any(${sql.param([...only])}::text[])` : sql``}
      ${quiet ? sql`and not exists (${another})` : sql``}
    limit ${MOST_HEADS}
  ))`;
}

/** Looks behind the chat of the last time, then from the first chat on. */
export async function inTurn<T extends { chat: string }>(
  rota: { after: string },
  take: (after: string) => Promise<T | undefined>,
): Promise<T | undefined> {
  const taken = (await take(rota.after)) ?? (rota.after === '' ? undefined : await take(''));
  rota.after = taken?.chat ?? '';
  return taken;
}
