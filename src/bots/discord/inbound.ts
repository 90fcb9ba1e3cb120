import type { Command } from '../../core/commands/command.ts';
import type { Said } from '../../core/commands/dispatch.ts';
import type { Attachment, Speaker } from '../../core/commands/speaker.ts';
import type { Carriage } from '../../core/moderation/policy.ts';
import type { Arrival, Incoming } from '../delivery/adapter.ts';
import { GONE } from '../delivery/kept-actions.ts';
import { isMenuId } from './buttons.ts';
import { readCustomId } from './custom-id.ts';
import { madeAt } from './limits.ts';
import { languageOfLocale } from './locale.ts';
import type { Route } from './payload.ts';
import type { HighestRole } from './team-roles.ts';
import {
  deletionSchema,
  FORWARD,
  type Interaction,
  interactionSchema,
  type Kept,
  keptSchema,
  type Message,
  messageSchema,
  ORDINARY_MESSAGE,
  REPLY_MESSAGE,
} from './updates.ts';

/** A packet of the gateway: its name and data. https://discord.com/developers/docs/events/gateway-events#payload-structure */
export interface Packet {
  t: string;
  d: unknown;
}

/** What the gateway knows of where a message stands. */
export interface Whereabouts {
  /** The bot's own user id. */
  bot: string;
  /** What a thread hangs on; null: it is no thread. */
  parentOf(channel: string): string | null;
  /** The thread began with an answer of ours: all that is said in it follows up. */
  isOurThread(channel: string): boolean;
}

/** Ephemeral: https://discord.com/developers/docs/resources/message#message-object-message-flags */
const EPHEMERAL = 1 << 6;

/** Revisions are 32-bit; tenths of a second count six years from the message on, and nobody edits ten times a second. */
const LAST_REVISION = 2 ** 31 - 1;
const revisionOf = ({ id, edited_timestamp }: Message): number =>
  edited_timestamp === null
    ? 0
    : Math.min(LAST_REVISION - 1, Math.max(1, Math.round((Date.parse(edited_timestamp) - madeAt(id)) / 100)));

/** A private message, a mention, an answer to one of ours, or anything in a thread that began with one. */
function isForUs(message: Message, { bot, isOurThread }: Whereabouts): boolean {
  if (message.author.bot || message.author.id === bot || message.webhook_id !== undefined) return false;
  if (message.type !== ORDINARY_MESSAGE && message.type !== REPLY_MESSAGE) return false;
  if (message.guild_id === undefined) return true;
  return (
    message.mentions.some(({ id }) => id === bot) ||
    message.referenced_message?.author.id === bot ||
    isOurThread(message.channel_id)
  );
}

/** A message as an arrival; null where it is none of ours. Also used on what is fetched after an outage. */
export function messageArrival(data: unknown, where: Whereabouts): Arrival | null {
  const { data: message } = messageSchema.safeParse(data);
  if (!message || !isForUs(message, where)) return null;
  const kept: Kept = { update: 'message', place: where.parentOf(message.channel_id) ?? message.channel_id, message };
  return { chat: message.channel_id, message: message.id, revision: 0, kind: 'message', payload: kept };
}

/** Discord also "updates" a message when it has fetched previews for it: only what a person edited counts. */
function editArrival(data: unknown, where: Whereabouts): Arrival | null {
  const { data: message } = messageSchema.safeParse(data);
  if (!message || message.edited_timestamp === null || !isForUs(message, where)) return null;
  const arrival = messageArrival(data, where);
  return arrival && { ...arrival, kind: 'edit', revision: revisionOf(message) };
}

/** In private chats every message is ours; which in a server were, the caller says. */
function deletionArrival(data: unknown): Arrival | null {
  const { data: gone } = deletionSchema.safeParse(data);
  if (!gone) return null;
  const kept: Kept = { update: 'deletion' };
  return { chat: gone.channel_id, message: gone.id, revision: LAST_REVISION, kind: 'delete', payload: kept };
}

const KINDS = { 2: 'command', 3: 'press', 5: 'form' } as const;

/** Whether the reply to an interaction is for the asker alone from the start. */
function isHidden(interaction: Interaction, commands: readonly Command[]): boolean {
  if (interaction.type === 2) return commands.find(({ name }) => name === interaction.data.name)?.replies === 'private';
  if (interaction.type === 4) return true;
  const isReplied = ((interaction.message?.flags ?? 0) & EPHEMERAL) !== 0;
  const command = readCustomId(interaction.data.custom_id)?.command;
  return isReplied || commands.find(({ name }) => name === command)?.replies === 'private';
}

/** An interaction as an arrival; null for what is answered at once and not kept. */
export function interactionArrival(
  interaction: Interaction,
  commands: readonly Command[],
): (Arrival & { hidden: boolean }) | null {
  if (interaction.type === 4) return null;
  const hidden = isHidden(interaction, commands);
  const kept: Kept = {
    update: 'interaction',
    place:
      interaction.channel?.parent_id && isThread(interaction.channel.type)
        ? interaction.channel.parent_id
        : interaction.channel_id,
    hidden,
    interaction,
  };
  return {
    chat: interaction.channel_id,
    message: interaction.id,
    revision: 0,
    kind: KINDS[interaction.type],
    payload: kept,
    hidden,
  };
}

/** https://discord.com/developers/docs/resources/channel#channel-object-channel-types */
export const isThread = (type: number): boolean => type >= 10 && type <= 12;

export const readInteraction = (data: unknown): Interaction | null => interactionSchema.safeParse(data).data ?? null;

const MESSAGES: Record<string, (data: unknown, where: Whereabouts) => Arrival | null> = {
  MESSAGE_CREATE: messageArrival,
  MESSAGE_UPDATE: editArrival,
  MESSAGE_DELETE: deletionArrival,
};

/** A message packet as an arrival; null where it is none of ours, or no message. Never throws. */
export const messagePacket = ({ t, d }: Packet, where: Whereabouts): Arrival | null => MESSAGES[t]?.(d, where) ?? null;

/** What was typed, without the mention of the bot; mentions of others as names. */
function typed({ content, mentions }: Message, bot: string): string {
  return content
    .replace(/<@!?(\d+)>/gu, (whole, id: string) => {
      if (id === bot) return ' ';
      const other = mentions.find((one) => one.id === id);
      return other ? `@${other.global_name ?? other.username ?? ''}` : whole;
    })
    .trim();
}

const asText = (value: string | number | boolean | undefined): string => (value === undefined ? '' : String(value));

function pressedOn(id: string, more: Record<string, string> = {}): Said {
  const pressed = readCustomId(id);
  // not one of ours: whoever pressed it is not left waiting
  if (!pressed) return GONE;
  return { command: pressed.command, args: { ...pressed.args, ...more } };
}

function saidBy(interaction: Interaction): Said | null {
  switch (interaction.type) {
    case 2: {
      const { name, options = [] } = interaction.data;
      return { command: name, args: Object.fromEntries(options.map((option) => [option.name, asText(option.value)])) };
    }
    case 3:
      return pressedOn(isMenuId(interaction.data.custom_id) ? (interaction.data.values?.[0] ?? '') : interaction.data.custom_id);
    case 4:
      return null;
    case 5:
      return pressedOn(
        interaction.data.custom_id,
        Object.fromEntries(
          interaction.data.components.flatMap(({ components }) => components.map((input) => [input.custom_id, input.value])),
        ),
      );
  }
}

export interface ReadDeps {
  bot: string;
  /** Left out: roles on the server count for nothing. */
  highestRole?: HighestRole | undefined;
  /** Keyed hash of a place and a person. */
  conversationKey(place: string, person: string): string;
}

const KINDS_OF_FILES = { image: 'photo', video: 'video', audio: 'audio' } as const;
const isMedia = (type: string): type is keyof typeof KINDS_OF_FILES => type in KINDS_OF_FILES;

const attachmentsOf = ({ attachments }: Message): Attachment[] =>
  attachments.map(({ url, size, content_type = '' }) => {
    const type = content_type.split('/')[0] ?? '';
    return { kind: isMedia(type) ? KINDS_OF_FILES[type] : 'file', ref: { url }, size };
  });

interface Spoken {
  person: string;
  chat: string;
  guild: string | null;
  /** As they came with the update, so they are as fresh as it. */
  roles: readonly string[] | null;
  carriage: Carriage;
}

const speakerOf = ({ person, chat, guild, roles, carriage }: Spoken, { bot, highestRole }: ReadDeps): Speaker => ({
  platform: 'discord',
  bot,
  person,
  chat,
  alone: guild === null,
  carriage,
  ...(highestRole && guild !== null ? { atMost: highestRole({ guild, roles }) } : {}),
  here: { kind: 'channel', channel: chat, guild },
  reach: guild === null ? { kind: 'channel', channel: chat, guild } : { kind: 'user', user: person },
});

const carriageOf = ({ edited_timestamp, message_reference }: Message): Carriage =>
  message_reference?.type === FORWARD ? 'passed-on' : edited_timestamp === null ? 'own' : 'edited';

/** A button under a message of ours that stands where it was pressed, of a bot that was added to that server and not to a person. */
function carriageOfInteraction(interaction: Interaction, bot: string): Carriage {
  const { guild_id, channel_id, authorizing_integration_owners: owners } = interaction;
  if (guild_id !== undefined && owners !== undefined && owners['0'] !== guild_id) return 'passed-on';
  if (interaction.type !== 3 && interaction.type !== 5) return 'own';
  const { author, channel_id: at, message_reference } = interaction.message ?? {};
  const isOurs = author === undefined || author.id === bot;
  return isOurs && (at ?? channel_id) === channel_id && message_reference?.type !== FORWARD ? 'own' : 'passed-on';
}

/** What a kept update asks; null where there is nothing to answer. */
export function readArrival(arrival: Arrival, deps: ReadDeps): Incoming | null {
  const { bot, conversationKey } = deps;
  const { data: kept } = keptSchema.safeParse(arrival.payload);
  if (!kept || kept.update === 'deletion') return null;
  if (kept.update === 'message') {
    const { message, place } = kept;
    const guild = message.guild_id ?? null;
    const route: Route = { kind: 'channel', channel: message.channel_id, guild, message: message.id };
    const attachments = attachmentsOf(message);
    return {
      conversation: conversationKey(place, message.author.id),
      role: 'member',
      speaker: speakerOf(
        {
          person: message.author.id,
          chat: message.channel_id,
          guild,
          roles: message.member?.roles ?? null,
          carriage: carriageOf(message),
        },
        deps,
      ),
      said: { text: typed(message, bot) },
      ...(attachments.length > 0 ? { attachments } : {}),
      ...(arrival.kind === 'edit' ? { corrects: message.id } : {}),
      language: null,
      route,
    };
  }
  const { interaction, place, hidden } = kept;
  const user = interaction.member?.user.id ?? interaction.user?.id;
  const said = saidBy(interaction);
  if (user === undefined || said === null) return null;
  const guild = interaction.guild_id ?? null;
  const route: Route = {
    kind: 'interaction',
    id: interaction.id,
    application: interaction.application_id,
    token: interaction.token,
    channel: interaction.channel_id,
    guild,
    hidden,
  };
  return {
    conversation: conversationKey(place, user),
    role: 'member',
    speaker: speakerOf(
      {
        person: user,
        chat: interaction.channel_id,
        guild,
        roles: interaction.member?.roles ?? null,
        carriage: carriageOfInteraction(interaction, bot),
      },
      deps,
    ),
    said,
    language: languageOfLocale(interaction.locale),
    route,
  };
}
