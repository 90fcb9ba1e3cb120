import type { APIMessage, APIUser } from 'discord-api-types/v10';
import { dmChannel, guildObject, type MessageParts, messageObject, textChannel, threadChannel, userObject } from './objects.ts';

const EPOCH = 1_420_070_400_000n;

export interface FakeInteraction {
  id: string;
  token: string;
  type: number;
  channel: string;
  created: number;
  by: APIUser;
  /** The type of the first answer. */
  acknowledged: number | null;
  hidden: boolean;
  /** Of the first answer's data: choices of a suggestion, a form. */
  data: unknown;
  original: APIMessage | null;
  /** Messages after the first. */
  further: APIMessage[];
  deleted: boolean;
}

export interface FakeChannel {
  id: string;
  kind: 'text' | 'dm' | 'thread';
  guild: string | null;
  /** A private chat's other side. */
  with: APIUser | null;
  parent: string | null;
  messages: APIMessage[];
}

/** What the platform knows. */
export class FakeState {
  /** Ahead of the real clock by so many ms. */
  ahead = 0;
  private last = 0n;
  readonly bot: APIUser;
  readonly application: string;
  readonly guild: string;
  readonly channels = new Map<string, FakeChannel>();
  readonly interactions = new Map<string, FakeInteraction>();
  /** By nonce, as enforced. */
  readonly nonces = new Map<string, APIMessage>();
  permissions = String((1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 38n));
  contentIntent = true;
  /** Of the server, besides @everyone. */
  readonly roles: { id: string; name: string; permissions: string }[] = [];
  /** What single channels give and take, by channel. */
  readonly overwrites = new Map<string, { id: string; type: 0 | 1; allow: string; deny: string }[]>();
  commands: unknown[] = [];
  readonly joined: string;
  /** What people uploaded, by path. */
  readonly files = new Map<string, Buffer>();

  constructor() {
    this.joined = new Date(this.now() - 1_000).toISOString();
    this.bot = userObject(this.id(), 'dalil', true);
    this.application = this.bot.id;
    this.guild = this.id();
  }

  now(): number {
    return Date.now() + this.ahead;
  }

  /** Ids grow, also within a millisecond. */
  id(): string {
    const least = (BigInt(this.now()) - EPOCH) << 22n;
    this.last = least > this.last ? least : this.last + 1n;
    return String(this.last);
  }

  open(kind: FakeChannel['kind'], more: { with?: APIUser; parent?: string; id?: string } = {}): FakeChannel {
    const channel: FakeChannel = {
      id: more.id ?? this.id(),
      kind,
      guild: kind === 'dm' ? null : this.guild,
      with: more.with ?? null,
      parent: more.parent ?? null,
      messages: [],
    };
    this.channels.set(channel.id, channel);
    return channel;
  }

  channel(id: string): FakeChannel {
    const channel = this.channels.get(id);
    if (!channel) throw new Error(`no channel ${id}`);
    return channel;
  }

  /** The private chat with somebody, the same each time. */
  privateWith(user: string): FakeChannel | undefined {
    return [...this.channels.values()].find((channel) => channel.with?.id === user);
  }

  post(parts: Omit<MessageParts, 'id' | 'at'>): APIMessage {
    const message = messageObject({ ...parts, id: this.id(), at: new Date(this.now()) });
    this.channel(parts.channel).messages.push(message);
    return message;
  }

  message(channel: string, id: string): APIMessage | undefined {
    return this.channels.get(channel)?.messages.find((message) => message.id === id);
  }

  byToken(token: string): FakeInteraction | undefined {
    return [...this.interactions.values()].find((interaction) => interaction.token === token);
  }

  private lastOf({ messages }: FakeChannel): string | null {
    return messages.at(-1)?.id ?? null;
  }

  channelObject(channel: FakeChannel) {
    const last = this.lastOf(channel);
    if (channel.kind === 'dm') return dmChannel(channel.id, channel.with ?? this.bot, last);
    return channel.kind === 'thread'
      ? threadChannel(channel.id, this.guild, channel.parent ?? '', this.bot.id, last)
      : {
          ...textChannel(channel.id, this.guild, 'monitoring', last),
          permission_overwrites: this.overwrites.get(channel.id) ?? [],
        };
  }

  guildObject() {
    const inGuild = [...this.channels.values()].filter(({ guild }) => guild !== null);
    return guildObject({
      id: this.guild,
      owner: this.guild,
      permissions: this.permissions,
      channels: inGuild
        .filter(({ kind }) => kind === 'text')
        .map(({ id, messages }) => textChannel(id, this.guild, 'monitoring', messages.at(-1)?.id ?? null)),
      threads: inGuild
        .filter(({ kind }) => kind === 'thread')
        .map(({ id, parent, messages }) => threadChannel(id, this.guild, parent ?? '', this.bot.id, messages.at(-1)?.id ?? null)),
      bot: this.bot,
      joined: this.joined,
    });
  }
}
