import { z } from 'zod';
import { readHtml, visible } from './read-html.ts';
import type { FakeTelegram } from './server.ts';
import type { BotMessage, FakeChat } from './state.ts';

const buttonsSchema = z.object({
  inline_keyboard: z.array(z.array(z.object({ text: z.string(), callback_data: z.string() }))),
});

/** A message of the bot as a person sees it. */
export interface Reply {
  id: number;
  /** Text or caption, without markup. */
  text: string;
  buttons: string[];
  photo: { name: string; data: Buffer } | null;
  params: Record<string, unknown>;
}

const fileSchema = z.object({ name: z.string(), data: z.instanceof(Buffer) });

function seenAs({ message_id, params }: BotMessage): Reply {
  const html = z
    .string()
    .catch('')
    .parse(params.text ?? params.caption);
  const keyboard = buttonsSchema.safeParse(params.reply_markup).data?.inline_keyboard ?? [];
  return {
    id: message_id,
    text: visible(readHtml(html).text),
    buttons: keyboard.flat().map(({ text }) => text),
    photo: fileSchema.safeParse(params.photo).data ?? null,
    params,
  };
}

export interface PersonOptions {
  id: number;
  language?: string;
  /** Where they speak; a private chat with the bot if not said. */
  group?: number;
  thread?: number;
}

/** Somebody in a chat with the bot. Each word waits for the bot's next message there. */
export function person(telegram: FakeTelegram, { id, language = 'en', group, thread }: PersonOptions) {
  const { state } = telegram;
  const from = { id, is_bot: false, first_name: 'Person', language_code: language };
  const chat: FakeChat =
    group === undefined ? { id, type: 'private', first_name: 'Person' } : { id: group, type: 'supergroup', title: 'Team' };
  const topic = thread === undefined ? {} : { message_thread_id: thread, is_topic_message: true };
  let lastSaid: { message_id: number; text: string } | null = null;

  const inChat = () => state.sent.filter((message) => message.chat === chat.id);
  const standing = () => inChat().filter(({ gone }) => !gone);
  const messageOf = (text: string, message_id: number, more: Record<string, unknown> = {}) => ({
    message_id,
    date: state.seconds(),
    from,
    chat,
    text,
    ...topic,
    ...(text.startsWith('/') ? { entities: [{ type: 'bot_command', offset: 0, length: text.split(' ')[0]?.length ?? 1 }] } : {}),
    ...more,
  });

  async function replyAfter(doing: () => void, what: string): Promise<Reply> {
    const before = inChat().length;
    doing();
    return seenAs(await telegram.until(() => inChat()[before], what));
  }

  return {
    from,
    chat,
    /** What the bot said that still stands there. */
    replies: (): Reply[] => standing().map(seenAs),
    /** Something without words, such as a photo or a pin; returns the message's id. */
    shares(more: Record<string, unknown>): number {
      const message_id = state.messageId();
      const { text: _, ...message } = messageOf('', message_id, more);
      telegram.push({ message });
      return message_id;
    },
    /** Says it without waiting; returns the update's number. */
    sends(text: string, more: Record<string, unknown> = {}): number {
      lastSaid = { message_id: state.messageId(), text };
      return telegram.push({ message: messageOf(text, lastSaid.message_id, more) });
    },
    /** The same, and the bot's next message. */
    answered(more: Record<string, unknown>): Promise<Reply> {
      return replyAfter(() => this.shares(more), `an answer to ${Object.keys(more).join(' and ')}`);
    },
    says(text: string, more: Record<string, unknown> = {}): Promise<Reply> {
      return replyAfter(() => this.sends(text, more), `an answer to "${text}"`);
    },
    /** Answers the bot's last message. */
    answers(text: string): Promise<Reply> {
      const last = inChat().at(-1);
      const reply_to_message = { message_id: last?.message_id ?? 0, date: state.seconds(), chat, from: state.bot };
      return this.says(text, { reply_to_message });
    },
    /** Resolves with the last message that stands once anything is shown otherwise. */
    edits(text: string, later = 1): Promise<Reply> {
      const { message_id } = lastSaid ?? { message_id: 0 };
      const shown = () => JSON.stringify(standing().map(({ params }) => params.text ?? params.caption));
      const before = shown();
      telegram.push({ edited_message: messageOf(text, message_id, { edit_date: state.seconds() + later }) });
      return telegram.until(() => {
        const last = standing().at(-1);
        return last && shown() !== before && seenAs(last);
      }, `an answer to the edit "${text}"`);
    },
    /** Presses a button of the chat by its label. */
    presses(label: string): Promise<Reply> {
      const shown = inChat()
        .toReversed()
        .flatMap(({ message_id, params }) =>
          (buttonsSchema.safeParse(params.reply_markup).data?.inline_keyboard.flat() ?? []).map((button) => ({
            ...button,
            message_id,
          })),
        );
      const button = shown.find(({ text }) => text === label || text.startsWith(label));
      if (!button) throw new Error(`no button "${label}" among ${shown.map(({ text }) => text).join(', ')}`);
      const message = { message_id: button.message_id, date: state.seconds(), chat, from: state.bot, ...topic };
      return replyAfter(
        () =>
          telegram.push({
            callback_query: { id: state.pressId(), from, chat_instance: '1', data: button.callback_data, message },
          }),
        `an answer to pressing "${label}"`,
      );
    },
  };
}
