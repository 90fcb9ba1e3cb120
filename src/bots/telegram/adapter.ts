import type { Role } from '../../core/commands/command.ts';
import type { Adapter } from '../delivery/adapter.ts';
import { actionFits } from './actions.ts';
import { hear, type Me } from './inbound.ts';
import { LIMITS } from './limits.ts';
import { type Route, renderTelegram } from './render.ts';
import type { Wire } from './wire.ts';

export interface TelegramDeps {
  me: Me;
  wire: Pick<Wire, 'send'>;
  /** A conversation's key from chat and person; keyed, so that it names nobody. */
  conversation(chat: string, person: string): string;
  role(person: string): Role;
}

// groups have negative ids and a slower pace
const PACE: Adapter['pace'] = {
  chatMs: (chat) => (chat.startsWith('-') ? LIMITS.groupMs : LIMITS.chatMs),
  allMs: LIMITS.allMs,
};

/** Telegram as delivery sees it. */
export const createTelegram = ({ me, wire, conversation, role }: TelegramDeps, pace = PACE): Adapter => ({
  platform: 'telegram',
  bot: me.id,
  read({ payload }) {
    const heard = hear(payload, me);
    if (!heard) return null;
    const { said, person, chat, alone, language, route } = heard;
    return {
      conversation: conversation(chat, person),
      role: role(person),
      speaker: {
        platform: 'telegram',
        bot: me.id,
        person,
        chat,
        alone,
        here: { ...route, replyTo: null },
        // a person's private chat has the person's own id: https://core.telegram.org/bots/api#chat
        reach: { chat: person, thread: null, replyTo: null },
      },
      said,
      language,
      route,
    };
  },
  fits: actionFits,
  // a route of ours, as `read` gave it
  render: (reply, route) => renderTelegram(reply, route as Route),
  send: (outgoing) => wire.send(outgoing),
  pace,
});
