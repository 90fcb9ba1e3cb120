import { z } from 'zod';

/** What is read of Discord's updates: as much as answering takes, and no more of anybody's words or names than that. */

/** The store takes no NUL and no half of a surrogate pair; neither is ever typed. */
const text = z.string().transform((said) => said.replace(/[\0\p{Cs}]/gu, ''));
const id = z.string().regex(/^\d{1,20}$/u);

const personSchema = z.object({ id, bot: z.boolean().optional() });
const namedSchema = z.object({ id, username: text.optional(), global_name: text.nullish() });

/** https://discord.com/developers/docs/resources/message#message-object-message-types */
export const ORDINARY_MESSAGE = 0;
export const REPLY_MESSAGE = 19;

/** The kind of reference of a message that was passed on: https://discord.com/developers/docs/resources/message#message-reference-types */
export const FORWARD = 1;
const referenceSchema = z.object({ type: z.number().optional() }).optional();

/** https://discord.com/developers/docs/resources/message#message-object */
export const messageSchema = z.object({
  id,
  channel_id: id,
  guild_id: id.optional(),
  type: z.number(),
  author: personSchema,
  webhook_id: id.optional(),
  content: text,
  edited_timestamp: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-][\d:]+)$/u)
    .refine((at) => !Number.isNaN(Date.parse(at)))
    .nullable(),
  mentions: z.array(namedSchema),
  member: z.object({ roles: z.array(id) }).optional(),
  /** Left out where content may not be read. */
  attachments: z
    .array(z.object({ url: z.url(), size: z.number(), content_type: z.string().optional() }))
    .default([])
    // a file that cannot be told makes no message unreadable
    .catch([]),
  referenced_message: z.object({ author: personSchema }).nullish(),
  message_reference: referenceSchema,
});
export type Message = z.infer<typeof messageSchema>;

/** https://discord.com/developers/docs/events/gateway-events#message-delete */
export const deletionSchema = z.object({ id, channel_id: id, guild_id: id.optional() });

const valueSchema = z.union([text, z.number(), z.boolean()]);
const optionSchema = z.object({ name: text, value: valueSchema.optional(), focused: z.boolean().optional() });
const inputSchema = z.object({ custom_id: text, value: text });

/** The message that a control stands under. */
const underSchema = z
  .object({
    id,
    flags: z.number().optional(),
    channel_id: id.optional(),
    author: personSchema.optional(),
    message_reference: referenceSchema,
  })
  .optional();

const interactionCommon = {
  id,
  application_id: id,
  token: text,
  channel_id: id,
  channel: z.object({ parent_id: id.nullish(), type: z.number() }).optional(),
  guild_id: id.optional(),
  locale: text.optional(),
  user: personSchema.optional(),
  member: z.object({ user: personSchema, roles: z.array(id) }).optional(),
  /** Whom the bot was added to, by how: "0" is a server. https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-authorizing-integration-owners-object */
  authorizing_integration_owners: z.record(z.string(), id).optional(),
};

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type */
export const interactionSchema = z.discriminatedUnion('type', [
  z.object({
    ...interactionCommon,
    type: z.literal(2),
    data: z.object({ name: text, options: z.array(optionSchema).optional() }),
  }),
  z.object({
    ...interactionCommon,
    type: z.literal(3),
    data: z.object({ custom_id: text, values: z.array(text).optional() }),
    message: underSchema,
  }),
  z.object({ ...interactionCommon, type: z.literal(4), data: z.object({ name: text, options: z.array(optionSchema) }) }),
  z.object({
    ...interactionCommon,
    type: z.literal(5),
    data: z.object({ custom_id: text, components: z.array(z.object({ components: z.array(inputSchema) })) }),
    message: underSchema,
  }),
]);
export type Interaction = z.infer<typeof interactionSchema>;
export type InteractionOf<T extends Interaction['type']> = Extract<Interaction, { type: T }>;

/** What the inbox keeps of an update. */
export const keptSchema = z.discriminatedUnion('update', [
  /** `place`: the channel, or what the thread hangs on: a conversation goes on in its threads. */
  z.object({ update: z.literal('message'), place: id, message: messageSchema }),
  z.object({ update: z.literal('deletion') }),
  z.object({ update: z.literal('interaction'), place: id, hidden: z.boolean(), interaction: interactionSchema }),
]);
export type Kept = z.infer<typeof keptSchema>;
