import { z } from 'zod';

/** Where a reply goes. Plain JSON: it rests in the inbox and outbox between processes. */
export const routeSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('interaction'),
    id: z.string(),
    application: z.string(),
    /** Good for fifteen minutes from the interaction on. */
    token: z.string(),
    channel: z.string(),
    /** Null: a private chat with the bot. */
    guild: z.string().nullable(),
    /** It was acknowledged for the asker's eyes alone. */
    hidden: z.boolean(),
  }),
  z.object({
    kind: z.literal('channel'),
    channel: z.string(),
    guild: z.string().nullable(),
    /** The message that is answered; null: nobody asked. */
    message: z.string().nullable().default(null),
  }),
  /** The private chat with somebody, whether or not there was one yet. */
  z.object({ kind: z.literal('user'), user: z.string() }),
]);
export type Route = z.infer<typeof routeSchema>;

const attachmentSchema = z.object({ id: z.string(), filename: z.string(), description: z.string().optional() });

/** One message. The components are as Discord takes them. */
const bodySchema = z.object({
  content: z.string(),
  components: z.array(z.record(z.string(), z.unknown())),
  attachments: z.array(attachmentSchema),
});
export type Body = z.infer<typeof bodySchema>;

export const payloadSchema = z.object({
  route: routeSchema,
  /** Position among the messages of one reply: the first takes the place of "thinking…". */
  part: z.number(),
  /** For the asker alone. */
  hidden: z.boolean(),
  body: bodySchema,
});
export type Payload = z.infer<typeof payloadSchema>;

/** A message of ours that is to go. */
export const removalSchema = z.object({ remove: z.object({ channel: z.string(), message: z.string() }) });
export type Removal = z.infer<typeof removalSchema>;
