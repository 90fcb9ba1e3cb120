import { z } from 'zod';

/** What is read of Telegram's updates: as much as answering takes, and no more of anybody's words or names than that. https://core.telegram.org/bots/api#update */

const idSchema = z.number().int();
const personSchema = z.object({ id: idSchema, is_bot: z.boolean(), language_code: z.string().max(35).optional() });
const chatSchema = z.object({ id: idSchema, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const threadShape = { message_thread_id: idSchema.optional(), is_topic_message: z.boolean().optional() };

const fileSchema = z.object({ file_id: z.string(), file_size: z.number().optional() });

/** That it is there, and nothing of what it says. */
const given = z
  .unknown()
  .transform((value) => value !== undefined)
  .optional();

/** Of what was forwarded, came by itself from a channel, or was composed by another bot. */
const passedOnShape = { forward_origin: given, is_automatic_forward: given, via_bot: given };
export const isPassedOn = (message: { [K in keyof typeof passedOnShape]?: unknown }): boolean =>
  [message.forward_origin, message.is_automatic_forward, message.via_bot].includes(true);

const messageSchema = z.object({
  ...threadShape,
  message_id: idSchema,
  edit_date: idSchema.optional(),
  chat: chatSchema,
  /** Left out in channels. */
  from: personSchema.optional(),
  /** A channel or an anonymous administrator spoke. */
  sender_chat: z.object({ id: idSchema }).optional(),
  ...passedOnShape,
  text: z.string().optional(),
  caption: z.string().optional(),
  /** One picture in several sizes, the largest last. */
  photo: z.array(fileSchema).optional(),
  video: fileSchema.optional(),
  video_note: fileSchema.optional(),
  /** Comes with a document of the same file. */
  animation: fileSchema.optional(),
  voice: fileSchema.optional(),
  audio: fileSchema.optional(),
  document: fileSchema.optional(),
  /** Also of a venue. */
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  reply_to_message: z.object({ from: personSchema.optional() }).optional(),
  /** Something happened in the chat; nobody said anything. */
  new_chat_members: z.unknown().optional(),
  left_chat_member: z.unknown().optional(),
  new_chat_title: z.unknown().optional(),
  new_chat_photo: z.unknown().optional(),
  pinned_message: z.unknown().optional(),
  /** The group became a supergroup, which has another id: said in the old one and in the new one. */
  migrate_to_chat_id: idSchema.optional(),
  migrate_from_chat_id: idSchema.optional(),
});
export type Message = z.infer<typeof messageSchema>;

const pressSchema = z.object({
  /** Kept as a key: Telegram's are digits. */
  id: z.string().regex(/^[!-~]{1,128}$/),
  from: personSchema,
  data: z.string().optional(),
  /** Left out: it was sent by way of another chat, inline. `from` is left out of what is too old to be shown. */
  message: z
    .object({ ...threadShape, ...passedOnShape, message_id: idSchema, chat: chatSchema, from: personSchema.optional() })
    .optional(),
});
export type Press = z.infer<typeof pressSchema>;

/** Telegram puts exactly one of these into an update. */
const updateSchema = z.object({
  message: messageSchema.optional(),
  edited_message: messageSchema.optional(),
  callback_query: pressSchema.optional(),
});
export type Update = z.infer<typeof updateSchema>;

const SERVICE = [
  'new_chat_members',
  'left_chat_member',
  'new_chat_title',
  'new_chat_photo',
  'pinned_message',
  'migrate_to_chat_id',
  'migrate_from_chat_id',
] as const;

export const isService = (message: Message): boolean => SERVICE.some((field) => message[field] !== undefined);

/** Null where it cannot be read. */
export const readUpdate = (update: unknown): Update | null => updateSchema.safeParse(update).data ?? null;

const departureSchema = z.object({
  message: z.object({ chat: chatSchema, left_chat_member: personSchema }).optional(),
  chat_member: z.object({ chat: chatSchema, new_chat_member: z.object({ user: personSchema }) }).optional(),
});

/** Of whom an update says that their place in a chat has changed. */
export function departureOf(update: unknown): { chat: string; person: string } | null {
  const { message, chat_member } = departureSchema.safeParse(update).data ?? {};
  if (message) return { chat: String(message.chat.id), person: String(message.left_chat_member.id) };
  return chat_member ? { chat: String(chat_member.chat.id), person: String(chat_member.new_chat_member.user.id) } : null;
}

const numberedSchema = z.object({ update_id: idSchema });

/** Null where it has no number. */
export const updateNumber = (update: unknown): number | null => numberedSchema.safeParse(update).data?.update_id ?? null;
