import { randomBytes } from 'node:crypto';
import type { APIAttachment, APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import type { FakeChannel, FakeInteraction, FakeState } from './state.ts';

export interface UploadedFile {
  field: string;
  name: string;
  mime: string;
  data: Buffer;
}

export interface Asked {
  /** The parts of the path that the route names, in order. */
  at: string[];
  query: Record<string, string>;
  body: unknown;
  files: UploadedFile[];
}

export interface Answered {
  status: number;
  body?: unknown;
}

export const ok = (body: unknown): Answered => ({ status: 200, body });
const nothing: Answered = { status: 204 };
const refused = (status: number, code: number, message: string): Answered => ({ status, body: { code, message } });
const UNKNOWN_CHANNEL = refused(404, 10_003, 'Unknown Channel');
export const UNKNOWN_MESSAGE = refused(404, 10_008, 'Unknown Message');
export const NO_ACCESS = refused(403, 50_001, 'Missing Access');
const UNKNOWN_INTERACTION = refused(404, 10_062, 'Unknown interaction');
const UNKNOWN_WEBHOOK = refused(404, 10_015, 'Unknown Webhook');

const ACKNOWLEDGE_MS = 3_000;
const TOKEN_MS = 15 * 60_000;
const LOADING = 128;
const EPHEMERAL = 64;

const written = z.object({
  content: z.string().optional(),
  components: z.array(z.unknown()).optional(),
  attachments: z.array(z.object({ filename: z.string(), description: z.string().optional() })).optional(),
  flags: z.number().optional(),
  nonce: z.string().optional(),
  message_reference: z.object({ message_id: z.string() }).optional(),
});

/** The uploads of a request, with what its body says of them. */
function attachmentsOf(state: FakeState, { body, files }: Asked, url: string): APIAttachment[] {
  const { attachments = [] } = written.parse(body);
  return files.map(({ name, mime, data }, i) => {
    const id = state.id();
    const address = `${url}/cdn/attachments/${id}/${encodeURIComponent(name)}`;
    const description = attachments[i]?.description;
    return {
      id,
      filename: name,
      size: data.length,
      url: address,
      proxy_url: address,
      content_type: mime,
      ...(description === undefined ? {} : { description }),
    };
  });
}

function write(state: FakeState, channel: FakeChannel, asked: Asked, url: string, flags = 0): APIMessage {
  const body = written.parse(asked.body);
  const reference = body.message_reference ? state.message(channel.id, body.message_reference.message_id) : undefined;
  return state.post({
    channel: channel.id,
    author: state.bot,
    content: body.content ?? '',
    components: (body.components ?? []) as NonNullable<APIMessage['components']>,
    attachments: attachmentsOf(state, asked, url),
    flags: (body.flags ?? 0) | flags,
    ...(reference ? { reference } : {}),
  });
}

/** The interaction of a token, as far as it may still be used. */
function alive(state: FakeState, token: string | undefined): FakeInteraction | Answered {
  const interaction = state.byToken(token ?? '');
  if (!interaction) return UNKNOWN_WEBHOOK;
  if (state.now() - interaction.created > TOKEN_MS) return refused(401, 50_027, 'Invalid Webhook Token');
  return interaction.acknowledged === null ? UNKNOWN_WEBHOOK : interaction;
}

const isAnswer = (found: FakeInteraction | Answered): found is Answered => 'status' in found;

export function acknowledge(state: FakeState, asked: Asked, url: string): Answered {
  const interaction = state.interactions.get(asked.at[0] ?? '');
  if (!interaction || interaction.token !== asked.at[1]) return UNKNOWN_INTERACTION;
  if (interaction.acknowledged !== null) return refused(400, 40_060, 'Interaction has already been acknowledged.');
  if (state.now() - interaction.created > ACKNOWLEDGE_MS) return UNKNOWN_INTERACTION;
  const { type, data } = z
    .object({ type: z.number(), data: z.looseObject({ flags: z.number().optional() }).optional() })
    .parse(asked.body);
  interaction.acknowledged = type;
  interaction.data = data;
  interaction.hidden = ((data?.flags ?? 0) & EPHEMERAL) !== 0;
  const channel = state.channel(interaction.channel);
  if (type === 5)
    interaction.original = state.post({
      channel: channel.id,
      author: state.bot,
      content: '',
      flags: LOADING | (interaction.hidden ? EPHEMERAL : 0),
    });
  if (type === 4) interaction.original = write(state, channel, { ...asked, body: data }, url);
  return nothing;
}

export function editOriginal(state: FakeState, asked: Asked, url: string): Answered {
  const interaction = alive(state, asked.at[1]);
  if (isAnswer(interaction)) return interaction;
  const { original } = interaction;
  if (!original || interaction.deleted) return UNKNOWN_MESSAGE;
  const body = written.parse(asked.body);
  original.content = body.content ?? '';
  original.components = (body.components ?? []) as NonNullable<APIMessage['components']>;
  original.attachments = attachmentsOf(state, asked, url);
  // Discord keeps who may see it, whatever an edit says
  original.flags = (body.flags ?? 0) | (interaction.hidden ? EPHEMERAL : 0);
  return ok(original);
}

export function deleteOriginal(state: FakeState, asked: Asked): Answered {
  const interaction = alive(state, asked.at[1]);
  if (isAnswer(interaction)) return interaction;
  if (!interaction.original || interaction.deleted) return UNKNOWN_MESSAGE;
  interaction.deleted = true;
  const channel = state.channel(interaction.channel);
  channel.messages = channel.messages.filter(({ id }) => id !== interaction.original?.id);
  return nothing;
}

export function followUp(state: FakeState, asked: Asked, url: string): Answered {
  const interaction = alive(state, asked.at[1]);
  if (isAnswer(interaction)) return interaction;
  const message = write(state, state.channel(interaction.channel), asked, url);
  interaction.further.push(message);
  return ok(message);
}

export function createMessage(state: FakeState, asked: Asked, url: string): Answered {
  const channel = state.channels.get(asked.at[0] ?? '');
  if (!channel) return UNKNOWN_CHANNEL;
  const { nonce = '' } = written.parse(asked.body);
  const known = state.nonces.get(`${channel.id}/${nonce}`);
  if (known) return ok(known);
  const message = write(state, channel, asked, url);
  state.nonces.set(`${channel.id}/${nonce}`, message);
  return ok(message);
}

export function openPrivate(state: FakeState, { body }: Asked): Answered {
  const { recipient_id } = z.object({ recipient_id: z.string() }).parse(body);
  const channel = state.privateWith(recipient_id);
  return channel ? ok(state.channelObject(channel)) : refused(400, 50_033, 'Invalid Recipient(s)');
}

/** The bot's own message that a path names. */
function ownMessage(state: FakeState, { at: [channel = '', id = ''] }: Asked): APIMessage | Answered {
  const message = state.message(channel, id);
  if (!message) return UNKNOWN_MESSAGE;
  return message.author.id === state.bot.id ? message : refused(403, 50_005, 'Cannot edit a message authored by another user');
}

export function editMessage(state: FakeState, asked: Asked, url: string): Answered {
  const message = ownMessage(state, asked);
  if ('status' in message) return message;
  const body = written.parse(asked.body);
  message.content = body.content ?? '';
  message.components = (body.components ?? []) as NonNullable<APIMessage['components']>;
  message.attachments = attachmentsOf(state, asked, url);
  return ok(message);
}

export function deleteMessage(state: FakeState, asked: Asked): Answered {
  const message = ownMessage(state, asked);
  if ('status' in message) return message;
  const channel = state.channel(message.channel_id);
  channel.messages = channel.messages.filter((one) => one !== message);
  return nothing;
}

export function history(state: FakeState, asked: Asked): Answered {
  const channel = state.channels.get(asked.at[0] ?? '');
  if (!channel) return UNKNOWN_CHANNEL;
  const after = BigInt(asked.query.after ?? '0');
  const visible = channel.messages.filter(({ id, flags }) => BigInt(id) > after && ((flags ?? 0) & EPHEMERAL) === 0);
  // newest first, as Discord gives them, the oldest ones after `after`
  return ok(visible.slice(0, Number(asked.query.limit)).reverse());
}

/** An interaction's token is long and tells nothing. */
export const newToken = (): string => randomBytes(60).toString('base64url');
