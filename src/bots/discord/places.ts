import { z } from 'zod';
import { isThread, type Packet } from './inbound.ts';
import { statusOf, type Wire } from './wire.ts';

const channelSchema = z.object({
  id: z.string(),
  type: z.number(),
  parent_id: z.string().nullish(),
  last_message_id: z.string().nullish(),
});
const guildSchema = z.object({
  id: z.string(),
  channels: z.array(channelSchema).optional(),
  threads: z.array(channelSchema).optional(),
});
const ownedSchema = channelSchema.extend({ guild_id: z.string().optional() });

export interface KnownChannel {
  id: string;
  guild: string;
  /** What a thread hangs on. */
  parent: string | null;
  /** The newest message when it was told of. */
  last: string | null;
}

/** Channels and threads of the servers that the bot is in, as the gateway tells of them. */
export interface Places {
  /** Takes note of what a packet says; returns the channels that it told of. */
  note(packet: Packet): KnownChannel[];
  guildOf(channel: string): string | null;
  parentOf(channel: string): string | null;
  isOurThread(channel: string): boolean;
  /** Finds out whether a thread began with an answer. Throws where Discord does not say. */
  settle(channel: string): Promise<void>;
}

const starterSchema = z.object({ author: z.object({ id: z.string() }) });

export function createPlaces(wire: Wire, bot: string): Places {
  const known = new Map<string, KnownChannel>();
  const ours = new Map<string, boolean>();

  function add(channel: z.infer<typeof channelSchema>, guild: string): KnownChannel {
    const one: KnownChannel = {
      id: channel.id,
      guild,
      parent: isThread(channel.type) ? (channel.parent_id ?? null) : null,
      last: channel.last_message_id ?? null,
    };
    known.set(one.id, one);
    return one;
  }

  return {
    note({ t, d }) {
      if (t === 'GUILD_CREATE') {
        const { data: guild } = guildSchema.safeParse(d);
        return guild ? [...(guild.channels ?? []), ...(guild.threads ?? [])].map((channel) => add(channel, guild.id)) : [];
      }
      if (t !== 'CHANNEL_CREATE' && t !== 'THREAD_CREATE' && t !== 'THREAD_UPDATE') return [];
      const { data: channel } = ownedSchema.safeParse(d);
      return channel?.guild_id === undefined ? [] : [add(channel, channel.guild_id)];
    },
    guildOf: (channel) => known.get(channel)?.guild ?? null,
    parentOf: (channel) => known.get(channel)?.parent ?? null,
    isOurThread: (channel) => ours.get(channel) ?? false,
    async settle(channel) {
      const parent = known.get(channel)?.parent;
      if (!parent || ours.has(channel)) return;
      try {
        // a thread has the id of the message that it began with
        const starter = starterSchema.safeParse(await wire({ method: 'GET', path: `/channels/${parent}/messages/${channel}` }));
        ours.set(channel, starter.data?.author.id === bot);
      } catch (error) {
        if (statusOf(error) !== 404 && statusOf(error) !== 403) throw error;
        ours.set(channel, false);
      }
    },
  };
}
