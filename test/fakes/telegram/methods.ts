import type { MethodName } from './requests.ts';
import type { FakeState } from './state.ts';

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
    state.sent.push({ message_id, chat, method, params });
    const type = chat < 0 ? 'supergroup' : 'private';
    return { message_id, date: state.seconds(), from: state.bot, chat: { id: chat, type } };
  };

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
};
