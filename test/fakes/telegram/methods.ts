import { type MethodName, REQUESTS } from './requests.ts';
import type { BotMessage, FakeState } from './state.ts';

/** A refusal as Telegram words it. */
export class Refused extends Error {
  readonly code: number;
  readonly parameters: Record<string, number> | undefined;

  constructor(code: number, description: string, parameters?: Record<string, number>) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

type Effect = (state: FakeState, params: Record<string, unknown>) => unknown;

/** Ids that a message of the bot gets, as in https://core.telegram.org/bots/api#message */
const send =
  (method: string): Effect =>
  (state, params) => {
    const chat = Number(params.chat_id);
    const message_id = state.messageId();
    state.sent.push({ message_id, chat, method, params, gone: false });
    const type = chat < 0 ? 'supergroup' : 'private';
    return { message_id, date: state.seconds(), from: state.bot, chat: { id: chat, type } };
  };

/** The message that an edit names. */
function standing(state: FakeState, params: Record<string, unknown>): BotMessage {
  const chat = Number(params.chat_id);
  const found = state.sent.find((one) => one.chat === chat && one.message_id === params.message_id && !one.gone);
  if (!found) throw new Refused(400, 'Bad Request: message to edit not found');
  return found;
}

const seen = ({ params }: BotMessage) => JSON.stringify([params.text, params.reply_markup ?? null]);

const MOST_FETCHED = 20 * 1024 * 1024;

/** Every method but getUpdates, which waits. */
export const METHODS: Record<Exclude<MethodName, 'getUpdates'>, Effect> = {
  getMe: ({ bot }) => ({ ...bot, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }),
  deleteWebhook(state, params) {
    state.webhook = null;
    if (params.drop_pending_updates === true) state.queue = [];
    return true;
  },
  getWebhookInfo: ({ webhook, queue, hookTrouble }) => ({
    url: String(webhook?.url ?? ''),
    has_custom_certificate: false,
    pending_update_count: queue.length,
    ...(hookTrouble === null ? {} : { last_error_message: hookTrouble }),
  }),
  setWebhook(state, params) {
    state.webhook = params;
    return true;
  },
  sendMessage: send('sendMessage'),
  sendPhoto: send('sendPhoto'),
  sendDocument: send('sendDocument'),
  editMessageText(state, params) {
    const message = standing(state, params);
    if (message.method !== 'sendMessage') throw new Refused(400, 'Bad Request: there is no text in the message to edit');
    const before = seen(message);
    const { message_id: _, ...said } = params;
    const { reply_markup: __, ...kept } = message.params;
    message.params = { ...kept, ...said };
    if (seen(message) === before) throw new Refused(400, 'Bad Request: message is not modified');
    return { message_id: message.message_id };
  },
  editMessageMedia(state, params) {
    const message = standing(state, params);
    if (message.method === 'sendMessage') throw new Refused(400, "Bad Request: message can't be edited");
    const { media, media_file, reply_markup } = REQUESTS.editMessageMedia.parse(params);
    const { chat_id } = message.params;
    message.params = { chat_id, reply_markup, caption: media.caption, [media.type]: media_file };
    return { message_id: message.message_id };
  },
  deleteMessage(state, params) {
    const { chat_id, message_id } = REQUESTS.deleteMessage.parse(params);
    if (!state.erase(Number(chat_id), message_id)) throw new Refused(400, 'Bad Request: message to delete not found');
    return true;
  },
  getFile(state, { file_id }) {
    const name = String(file_id).replace(/-secret$/u, '');
    const file_path = `media/${name}.bin`;
    const data = state.files.get(file_path);
    if (!data) throw new Refused(400, 'Bad Request: invalid file_id');
    if (data.length > MOST_FETCHED) throw new Refused(400, 'Bad Request: file is too big');
    return { file_id, file_unique_id: name, file_size: data.length, file_path };
  },
  getChatMember(state, { chat_id, user_id }) {
    const status = state.standings.get(`${chat_id}/${user_id}`) ?? 'member';
    return {
      status,
      user: { id: user_id, is_bot: false, first_name: 'Person' },
      ...(status === 'restricted' ? { is_member: false } : {}),
    };
  },
  answerCallbackQuery(state, { callback_query_id: id }) {
    if (state.answered.includes(String(id))) {
      throw new Refused(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid');
    }
    state.answered.push(String(id));
    return true;
  },
  setMyCommands(state, params) {
    state.menus.push(params);
    return true;
  },
  deleteMyCommands(state, params) {
    const of = (menu: Record<string, unknown>) => JSON.stringify([menu.scope, menu.language_code ?? null]);
    state.menus = state.menus.filter((menu) => of(menu) !== of(params));
    return true;
  },
};
