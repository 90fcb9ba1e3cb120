import { z } from 'zod';
import { readHtml } from './read-html.ts';

/**
 * The requests that Telegram takes, of those that the bot makes, with all limits; a field that is not here is refused by name. From
 * https://core.telegram.org/bots/api, its prose-only rules included, not from the bot.
 */
const chatId = z.union([z.number().int(), z.string().regex(/^-?\d{1,15}$/u)]);

function htmlWithin(longest: number, least: number) {
  return z.string().superRefine((html, refused) => {
    try {
      const { length } = readHtml(html).text.trim();
      if (length < least) refused.addIssue(`a text of ${length} characters`);
      if (length > longest) refused.addIssue(`a text of ${length} characters, ${longest} is the most`);
    } catch (error) {
      refused.addIssue(`can't parse entities: ${error instanceof Error ? error.message : ''}`);
    }
  });
}

const button = z.strictObject({
  text: z.string().refine((text) => text.trim() !== '', 'a button without text'),
  callback_data: z
    .string()
    .refine((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64, 'callback_data of other than 1–64 bytes'),
});
const keyboard = z.strictObject({
  inline_keyboard: z
    .array(z.array(button).min(1).max(8))
    .min(1)
    .refine((rows) => rows.flat().length <= 100, 'more than 100 buttons'),
});
const addressed = {
  chat_id: chatId,
  message_thread_id: z.number().int().positive().optional(),
  reply_parameters: z
    .strictObject({ message_id: z.number().int().positive(), allow_sending_without_reply: z.boolean().optional() })
    .optional(),
  reply_markup: keyboard.optional(),
  protect_content: z.boolean().optional(),
};
const standing = { chat_id: chatId, message_id: z.number().int().positive() };
const previews = z.strictObject({ is_disabled: z.boolean() });
const caption = { caption: htmlWithin(1024, 1).optional(), parse_mode: z.literal('HTML').optional() };
/** Uploaded in the form. */
const upload = z.object({ name: z.string().min(1).max(255), mime: z.string(), data: z.instanceof(Buffer) });
const MIB = 1024 * 1024;
const language = z.string().regex(/^[a-z]{2}$/u);

const scope = z.union([
  z.strictObject({ type: z.enum(['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators']) }),
  z.strictObject({ type: z.literal('chat'), chat_id: chatId }),
]);

export const REQUESTS = {
  getMe: z.strictObject({}),
  deleteWebhook: z.strictObject({ drop_pending_updates: z.boolean().optional() }),
  getWebhookInfo: z.strictObject({}),
  setWebhook: z.strictObject({
    url: z.string(),
    secret_token: z.string().regex(/^[A-Za-z0-9_-]{1,256}$/u),
    allowed_updates: z.array(z.string()),
    max_connections: z.number().int().min(1).max(100).optional(),
  }),
  getUpdates: z.strictObject({
    offset: z.number().int().optional(),
    limit: z.number().int().min(1).max(100).optional(),
    timeout: z.number().int().min(0).max(50).optional(),
    allowed_updates: z.array(z.enum(['message', 'edited_message', 'callback_query', 'chat_member'])).optional(),
  }),
  sendMessage: z.strictObject({
    ...addressed,
    text: htmlWithin(4096, 1),
    parse_mode: z.literal('HTML'),
    link_preview_options: previews,
  }),
  editMessageText: z.strictObject({
    ...standing,
    text: htmlWithin(4096, 1),
    parse_mode: z.literal('HTML'),
    link_preview_options: previews,
    reply_markup: keyboard.optional(),
  }),
  editMessageMedia: z.strictObject({
    ...standing,
    media: z.strictObject({ ...caption, type: z.enum(['photo', 'document']), media: z.literal('attach://media_file') }),
    media_file: upload.refine(({ data }) => data.length <= 10 * MIB, 'a file of more than 10 MB'),
    reply_markup: keyboard.optional(),
  }),
  deleteMessage: z.strictObject(standing),
  getChatMember: z.strictObject({ chat_id: chatId, user_id: z.number().int().positive() }),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
  sendPhoto: z.strictObject({
    ...addressed,
    ...caption,
    photo: upload.refine(({ data }) => data.length <= 10 * MIB, 'a photo of more than 10 MB'),
  }),
  sendDocument: z.strictObject({
    ...addressed,
    ...caption,
    document: upload.refine(({ data }) => data.length <= 50 * MIB, 'a file of more than 50 MB'),
  }),
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string().min(1) }),
  setMyCommands: z.strictObject({
    commands: z
      .array(z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/u), description: z.string().min(1).max(256) }))
      .max(100)
      .refine((all) => new Set(all.map(({ command }) => command)).size === all.length, 'a command twice'),
    scope: scope.optional(),
    language_code: language.optional(),
  }),
  deleteMyCommands: z.strictObject({ scope: scope.optional(), language_code: language.optional() }),
} as const satisfies Record<string, z.ZodType>;
export type MethodName = keyof typeof REQUESTS;
export type Params<M extends MethodName> = z.infer<(typeof REQUESTS)[M]>;

export const isMethod = (name: string): name is MethodName => Object.hasOwn(REQUESTS, name);

/** What is wrong with a request, by field; empty: nothing. */
export function faultsOf(method: string, params: unknown): string[] {
  if (!isMethod(method)) return [`unknown method ${method}`];
  const result = REQUESTS[method].safeParse(params);
  return result.success ? [] : result.error.issues.map(({ path, message }) => `${method}.${path.join('.')}: ${message}`);
}
