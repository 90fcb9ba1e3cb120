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
}

/**
 * The ids of the oldest waiting row of each chat, of some chats, where that is due. Goes from chat to chat in the index: a chat with
 * thousands of rows costs no more than one with a single row.
 */
export function headIds(table: typeof inbox | typeof outbox, bot: BotName, { waiting, now, after, busy = [] }: HeadsWanted): SQL {
  const first = (behind: SQL) => sql`
    select id, chat, due_at from ${table}
    where platform = ${bot.platform} and bot = ${bot.bot} and ${waiting} and chat > ${behind} order by chat, id limit 1`;
  return sql`any(array(
    with recursive head as (
      (${first(sql`${after}`)})
      union all
      select later.* from head, lateral (${first(sql`head.chat`)}) later
    )
    select id from head where due_at <= ${now.toISOString()} and chat <> all(${sql.param([...busy])}::text[]) limit ${MOST_HEADS}
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
