import type { Role } from '../../core/commands/command.ts';
import type { Adapter } from '../delivery/adapter.ts';
import { actionFits } from './actions.ts';
import { hear, type Me, movementOf } from './inbound.ts';
import { LIMITS } from './limits.ts';
import type { Presences } from './presence.ts';
import { type Route, renderTelegram } from './render.ts';
import { deletion, deletionOf } from './standing.ts';
import { readUpdate } from './updates.ts';
import type { Wire } from './wire.ts';

export interface TelegramDeps {
  me: Me;
  wire: Pick<Wire, 'send' | 'fetch'>;
  /** A conversation's key from chat and person; keyed, so that it names nobody. */
  conversation(chat: string, person: string): string;
  role(person: string): Role;
  /** Left out: whoever writes in a group counts as being in it. */
  presences?: Pick<Presences, 'of'>;
  menus?: NonNullable<Adapter['menus']>;
}

// groups have negative ids and a slower pace
const PACE: Adapter['pace'] = {
  chatMs: (chat) => (chat.startsWith('-') ? LIMITS.groupMs : LIMITS.chatMs),
  allMs: LIMITS.allMs,
};

/** Telegram as delivery sees it. */
export const createTelegram = ({ me, wire, conversation, role, presences, menus }: TelegramDeps, pace = PACE): Adapter => ({
  platform: 'telegram',
  bot: me.id,
  read({ payload, kind, message }) {
    const heard = hear(payload, me);
    if (!heard) return null;
    const { said, person, chat, alone, carriage, language, route, attachments, pin } = heard;
    return {
      conversation: conversation(chat, person),
      role: role(person),
      speaker: {
        platform: 'telegram',
        bot: me.id,
        person,
        chat,
        alone,
        carriage,
        ...(presences && !alone ? { presence: () => presences.of(chat, person) } : {}),
        here: { ...route, replyTo: null },
        // a person's private chat has the person's own id: https://core.telegram.org/bots/api#chat
        reach: { chat: person, thread: null, replyTo: null },
      },
      said,
      ...(attachments.length > 0 ? { attachments } : {}),
      ...(pin ? { pin } : {}),
      ...(kind === 'edit' ? { corrects: message } : {}),
      language,
      route,
    };
  },
  moved({ payload }) {
    const message = readUpdate(payload)?.message;
    const move = message && movementOf(message);
    // a route of ours: a supergroup that was a group has no topics
    return move ? { ...move, reach: (former) => ({ ...(former as Route), chat: move.to, thread: null }) } : null;
  },
  ...(menus ? { menus } : {}),
  fits: actionFits,
  // a route of ours, as `read` gave it
  render: (reply, route, occasion) => renderTelegram(reply, route as Route, occasion),
  send: (outgoing) => wire.send(outgoing),
  takeBack: deletionOf,
  // https://core.telegram.org/bots/api#deletemessage: incoming messages in private chats, for 48 hours
  erase: ({ chat, message, kind }) =>
    chat.startsWith('-') || (kind !== 'message' && kind !== 'edit') ? null : deletion(chat, message),
  fetch: (ref, signal) => wire.fetch(ref, signal),
  pace,
});
