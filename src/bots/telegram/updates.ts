import { z } from 'zod';

/** What is read of Telegram's updates: as much as answering takes, and no more of anybody's words or names than that. https://core.telegram.org/bots/api#update */

const idSchema = z.number().int();
const personSchema = z.object({ id: idSchema, is_bot: z.boolean(), language_code: z.string().max(35).optional() });
const chatSchema = z.object({ id: idSchema, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const threadShape = { message_thread_id: idSchema.optional(), is_topic_message: z.boolean().optional() };

const fileSchema = z.object({ file_id: z.string(), file_size: z.number().optional() });

const messageSchema = z.object({
  ...threadShape,
  message_id: idSchema,
  edit_date: idSchema.optional(),
  chat: chatSchema,
  /** Left out in channels. */
  from: personSchema.optional(),
  /** A channel or an anonymous administrator spoke. */
  sender_chat: z.object({ id: idSchema }).optional(),
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
  migrate_to_chat_id: z.unknown().optional(),
  migrate_from_chat_id: z.unknown().optional(),
});
export type Message = z.infer<typeof messageSchema>;

const pressSchema = z.object({
  /** Kept as a key: Telegram's are digits. */
  id: z.string().regex(/^[!-~]{1,128}$/),
  from: personSchema,
  data: z.string().optional(),
  message: z.object({ ...threadShape, message_id: idSchema, chat: chatSchema }).optional(),
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

const numberedSchema = z.object({ update_id: idSchema });

/** Null where it has no number. */
export const updateNumber = (update: unknown): number | null => numberedSchema.safeParse(update).data?.update_id ?? null;
