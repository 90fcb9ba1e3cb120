import { z } from 'zod';

/**
 * The bodies that Discord takes, with all limits; a field that is not here is refused by name. From Discord's documentation, its
 * prose-only rules included, not from the bot.
 */
const snowflake = z.string().regex(/^\d{1,20}$/u);
const noMentions = z.strictObject({ parse: z.array(z.never()) });
const SUPPRESS_EMBEDS = 4;
const EPHEMERAL = 64;

const button = z.strictObject({
  type: z.literal(2),
  style: z.number().int().min(1).max(4),
  label: z.string().min(1).max(80),
  custom_id: z.string().min(1).max(100),
});
const selectOption = z.strictObject({
  label: z.string().min(1).max(100),
  value: z.string().min(1).max(100),
  description: z.string().max(100).optional(),
});
const select = z.strictObject({
  type: z.literal(3),
  custom_id: z.string().min(1).max(100),
  options: z
    .array(selectOption)
    .min(1)
    .max(25)
    .refine((options) => new Set(options.map(({ value }) => value)).size === options.length, 'two options have one value'),
});
const row = z.strictObject({
  type: z.literal(1),
  components: z.union([z.array(button).min(1).max(5), z.array(select).length(1)]),
});
const rows = z
  .array(row)
  .max(5)
  .refine((all) => {
    const ids = all.flatMap(({ components }) => components.map(({ custom_id }) => custom_id));
    return new Set(ids).size === ids.length;
  }, 'two components have one custom_id');

const attachments = z
  .array(
    z.strictObject({
      id: z.string().regex(/^\d$/u),
      filename: z.string().min(1).max(260),
      description: z.string().max(1024).optional(),
    }),
  )
  .max(10);

const content = z.string().max(2000);
const flags = (allowed: number) =>
  z
    .number()
    .int()
    .refine((bits) => (bits & ~allowed) === 0, 'a flag that may not be set here');
const messageFields = { content, components: rows, attachments, allowed_mentions: noMentions };
const says = (message: { content?: string | undefined; attachments?: unknown[] | undefined }) =>
  (message.content ?? '').trim() !== '' || (message.attachments ?? []).length > 0;

export const channelMessage = z
  .strictObject({
    ...messageFields,
    flags: flags(SUPPRESS_EMBEDS),
    nonce: z.string().min(1).max(25),
    enforce_nonce: z.literal(true),
    message_reference: z.strictObject({ message_id: snowflake, fail_if_not_exists: z.boolean() }).optional(),
  })
  .refine(says, 'an empty message');
export const webhookMessage = z
  .strictObject({ ...messageFields, flags: flags(SUPPRESS_EMBEDS | EPHEMERAL) })
  .refine(says, 'an empty message');
export const webhookEdit = z.strictObject({ ...messageFields, flags: flags(SUPPRESS_EMBEDS) }).refine(says, 'an empty message');

/** In place of a message that stands already: without nonce and reference. */
export const messageEdit = z.strictObject({ ...messageFields, flags: flags(SUPPRESS_EMBEDS) }).refine(says, 'an empty message');
export const recipient = z.strictObject({ recipient_id: snowflake });

const input = z.strictObject({
  type: z.literal(4),
  custom_id: z.string().min(1).max(100),
  label: z.string().min(1).max(45),
  style: z.union([z.literal(1), z.literal(2)]),
  required: z.boolean(),
  max_length: z.number().int().min(1).max(4000).optional(),
});
export const callback = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal(4),
    data: z
      .strictObject({ content, flags: flags(SUPPRESS_EMBEDS | EPHEMERAL), allowed_mentions: noMentions })
      .refine(says, 'an empty message'),
  }),
  z.strictObject({ type: z.literal(5), data: z.strictObject({ flags: flags(EPHEMERAL) }) }),
  z.strictObject({
    type: z.literal(8),
    data: z.strictObject({
      choices: z.array(z.strictObject({ name: z.string().min(1).max(100), value: z.string().max(100) })).max(25),
    }),
  }),
  z.strictObject({
    type: z.literal(9),
    data: z.strictObject({
      custom_id: z.string().min(1).max(100),
      title: z.string().min(1).max(45),
      components: z
        .array(z.strictObject({ type: z.literal(1), components: z.array(input).length(1) }))
        .min(1)
        .max(5)
        .refine(
          (all) => new Set(all.map(({ components }) => components[0]?.custom_id)).size === all.length,
          'two inputs have one custom_id',
        ),
    }),
  }),
]);

const name = z
  .string()
  .regex(/^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u)
  .refine((said) => said === said.toLowerCase(), 'capitals in a name');
const description = z.string().min(1).max(100);
const localized = <T extends z.ZodType>(of: T) => z.partialRecord(z.enum(['ar', 'en-GB', 'en-US']), of).optional();
const optionFields = {
  name,
  name_localizations: localized(name),
  description,
  description_localizations: localized(description),
  required: z.boolean(),
};
const choice = z.strictObject({ name: z.string().min(1).max(100), value: z.string().min(1).max(100) });
const option = z.union([
  z.strictObject({ ...optionFields, type: z.literal(3), autocomplete: z.boolean().optional() }),
  z.strictObject({ ...optionFields, type: z.literal(3), choices: z.array(choice).min(1).max(25) }),
  z.strictObject({
    ...optionFields,
    type: z.literal(4),
    min_value: z.number().int().optional(),
    max_value: z.number().int().optional(),
  }),
]);
const distinct = (names: (string | undefined)[]) => new Set(names).size === names.length;
const command = z
  .strictObject({
    name: name.regex(/^[-_a-z0-9]+$/u),
    description,
    description_localizations: localized(description),
    options: z.array(option).max(25),
    contexts: z.array(z.number().int().min(0).max(2)).min(1),
    integration_types: z.array(z.number().int().min(0).max(1)).min(1),
    default_member_permissions: z.string().regex(/^\d+$/u).optional(),
  })
  .refine(
    ({ options }) => options.every(({ required }, i) => !required || (options[i - 1]?.required ?? true)),
    'a required option after an optional one',
  )
  .refine(({ options }) => distinct(options.map((one) => one.name)), 'two options of one name')
  .refine(({ options }) => distinct(options.flatMap((one) => one.name_localizations?.ar ?? [])), 'two options of one Arabic name')
  .refine((one) => JSON.stringify(one).length <= 8000, 'a command of more than 8000 characters');
export const commandList = z
  .array(command)
  .max(100)
  .refine((all) => distinct(all.map((one) => one.name)), 'two commands of one name');

export const historyQuery = z.strictObject({ after: snowflake, limit: z.string().regex(/^(?:[1-9]\d?|100)$/u) });
export const waitQuery = z.strictObject({ wait: z.literal('true') });
export const noQuery = z.strictObject({});
export const noBody = z.null();
