import { z } from 'zod';
import type { Presence } from '../../core/moderation/policy.ts';
import { departureOf } from './updates.ts';
import type { Wire } from './wire.ts';

/** For so long what Telegram said holds: nobody waits for it at every tap, and who was put out of the chat decides no longer than that. */
export const PRESENCE_LASTS_MS = 30_000;
/** Asked while a message is being answered: a chat waits so long at most. */
const PATIENCE_MS = 4_000;
const MOST_REMEMBERED = 1_000;

/** https://core.telegram.org/bots/api#chatmember */
const memberSchema = z.object({
  status: z.enum(['creator', 'administrator', 'member', 'restricted', 'left', 'kicked']),
  is_member: z.boolean().optional(),
});

export interface Presences {
  /** Whether somebody is in a group now. Never rejects: `unknown` where Telegram does not say. */
  of(chat: string, person: string): Promise<Presence>;
  /** Takes note of who left, as an update says. */
  note(update: unknown): void;
}

/**
 * Telegram is sure to say who is in a group only to a bot that is an administrator of it (https://core.telegram.org/bots/api#getchatmember),
 * and to that bot alone it tells of each who was put out. Only "there" is remembered.
 */
export function createPresences({ call }: Pick<Wire, 'call'>, clock: () => Date): Presences {
  const seen = new Map<string, number>();
  const keyOf = (chat: string, person: string) => `${chat}/${person}`;

  async function ask(chat: string, person: string): Promise<Presence> {
    try {
      const body = { chat_id: chat, user_id: Number(person) };
      const { status, is_member } = memberSchema.parse(await call('getChatMember', body, AbortSignal.timeout(PATIENCE_MS)));
      const isThere = status === 'restricted' ? is_member === true : status !== 'left' && status !== 'kicked';
      return isThere ? 'there' : 'gone';
    } catch {
      return 'unknown';
    }
  }

  return {
    async of(chat, person) {
      const key = keyOf(chat, person);
      const now = clock().getTime();
      if (now - (seen.get(key) ?? Number.NEGATIVE_INFINITY) < PRESENCE_LASTS_MS) return 'there';
      seen.delete(key);
      const presence = await ask(chat, person);
      const [oldest] = seen.keys();
      if (seen.size >= MOST_REMEMBERED && oldest !== undefined) seen.delete(oldest);
      if (presence === 'there') seen.set(key, now);
      return presence;
    },
    note(update) {
      const left = departureOf(update);
      if (left) seen.delete(keyOf(left.chat, left.person));
    },
  };
}
