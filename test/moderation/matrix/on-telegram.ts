import { encodeAction } from '../../../src/bots/telegram/actions.ts';
import { readHtml, visible } from '../../fakes/telegram/read-html.ts';
import type { FakeTelegram } from '../../fakes/telegram/server.ts';
import type { BotMessage } from '../../fakes/telegram/state.ts';
import { type Place, WHO, type Who } from './cells.ts';
import type { Hand, Words } from './said.ts';

const CHATS: Record<Exclude<Place, 'private'>, number> = { bound: -100_111, group: -100_222, foreign: -100_333 };
export const BOUND = String(CHATS.bound);
export const personOf = (who: Who): number => 7_000 + WHO.indexOf(who);
/** https://core.telegram.org/bots/api#message: administrators who hide behind their group are this bot. */
const GROUP_ANONYMOUS_BOT = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
const TOPICS = 1_000;

/** Every cell is said in a topic of its own, by which its answer is known. */
export function createTelegramHand(fake: FakeTelegram): Hand {
  const { state } = fake;
  const { bot } = state;
  /** The first one in each topic, of as many messages as were looked at. */
  const answers = new Map<number, BotMessage>();
  let read = 0;

  function say({ command, args, data, who, place, way }: Words, n: number): void {
    const id = personOf(who);
    const chat =
      place === 'private'
        ? { id, type: 'private', first_name: 'Person' }
        : { id: CHATS[place], type: 'supergroup', title: 'A group' };
    const from = { id, is_bot: false, first_name: 'Person', language_code: 'en' };
    const topic = { message_thread_id: TOPICS + n, is_topic_message: true };
    const at = { message_id: state.messageId(), date: state.seconds(), chat, ...topic };
    const text = `/${command}@${bot.username} ${Object.values(args).join(' ')}`;
    const origin = { type: 'user', date: state.seconds(), sender_user: from };
    const words = { ...at, from, text };
    const press = (more: Record<string, unknown>) => ({
      callback_query: {
        id: state.pressId(),
        from,
        chat_instance: '1',
        data: data ?? encodeAction({ command, args }),
        ...more,
      },
    });
    const stranger = { id: 99, is_bot: true, first_name: 'Other', username: 'other_bot' };
    const updates: Record<string, () => Record<string, unknown>[]> = {
      typed: () => [{ message: words }],
      replayed: () => [{ message: words }, { message: words }],
      edited: () => [{ edited_message: { ...words, edit_date: state.seconds() } }],
      forwarded: () => [{ message: { ...words, forward_origin: origin } }],
      'via a bot': () => [{ message: { ...words, via_bot: stranger } }],
      anonymous: () => [{ message: { ...words, from: GROUP_ANONYMOUS_BOT, sender_chat: chat } }],
      pressed: () => [press({ message: { ...at, from: bot, text: 'A card' } })],
      'pressed again': () => {
        const pressed = press({ message: { ...at, from: bot, text: 'A card' } });
        return [pressed, pressed];
      },
      'pressed elsewhere': () => [press({ message: { ...at, from: stranger, text: 'A card' } })],
      'pressed on a forward': () => [press({ message: { ...at, from: bot, text: 'A card', forward_origin: origin } })],
      inline: () => [press({ inline_message_id: `inline${n}` })],
    };
    for (const update of updates[way]?.() ?? []) fake.push(update);
  }

  return {
    say,
    answer(n) {
      for (; read < state.sent.length; read++) {
        const one = state.sent[read];
        const topic = Number(one?.params.message_thread_id ?? 0) - TOPICS;
        if (one && !answers.has(topic)) answers.set(topic, one);
      }
      const found = answers.get(n);
      return found ? { text: visible(readHtml(String(found.params.text ?? '')).text) } : null;
    },
  };
}
