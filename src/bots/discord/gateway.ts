import { WebSocketManager, WebSocketShardEvents } from '@discordjs/ws';
import { GatewayIntentBits, type REST } from 'discord.js';
import { z } from 'zod';
import type { Delivery } from '../delivery/delivery.ts';
import { DiscordProblem, type Identity, missingRights, PROBLEMS } from './checks.ts';
import { type Packet, readInteraction, type Whereabouts } from './inbound.ts';
import { createLanes, scopeOf } from './lanes.ts';
import { compareIds, idMadeAt } from './limits.ts';
import type { Places } from './places.ts';
import type { Interaction } from './updates.ts';
import type { Wire } from './wire.ts';

export interface GatewayDeps {
  rest: REST;
  wire: Wire;
  token: string;
  identity: Identity;
  places: Places;
  inbox: Pick<Delivery, 'keep' | 'positions'>;
  acknowledge(interaction: Interaction): Promise<void>;
  clock(): Date;
  pause(ms: number): Promise<void>;
  /** One sentence for whoever runs the bot. */
  say(sentence: string): void;
  onTrouble(error: unknown): void;
  /** The connection ended for a reason that does not pass by itself. */
  onProblem(problem: DiscordProblem): void;
}

export interface Gateway {
  /** Resolves when every shard is connected. Throws DiscordProblem, or what the network throws. */
  connect(): Promise<void>;
  /** Ends the connection, then what is under way. */
  close(): Promise<void>;
}

/** https://discord.com/developers/docs/events/gateway-events#ready */
const readySchema = z.object({ shard: z.tuple([z.number(), z.number()]).optional() });
const inChannelSchema = z.object({ id: z.string(), channel_id: z.string(), guild_id: z.string().optional() });
const joinedSchema = z.object({ joined_at: z.string().optional() });

/** The place where messages that were sent before the bot was first there do not count. */
const BEGINNING = '';
/** Nobody waits for an answer to older words, and what was answered may no longer be known by then. */
const LOOKS_BACK_MS = 7 * 24 * 60 * 60 * 1000;
const latest = (a: string, b: string): string => (compareIds(a, b) > 0 ? a : b);
const MESSAGES = new Set(['MESSAGE_CREATE', 'MESSAGE_UPDATE', 'MESSAGE_DELETE']);

/** discord.js's words for close codes that it does not come back from. */
const FATAL: readonly [words: RegExp, sentence: string][] = [
  [/Authentication failed/u, PROBLEMS.token],
  [/intents/u, PROBLEMS.intents],
  [/shard/iu, PROBLEMS.shards],
];
const problemOf = (error: unknown): DiscordProblem | null => {
  const words = error instanceof Error ? error.message : '';
  const sentence = FATAL.find(([pattern]) => pattern.test(words))?.[1];
  return sentence === undefined ? null : new DiscordProblem(sentence);
};

/**
 * The live connection. Messages go into the inbox in the order of their channel; interactions at once, as they wait three seconds. After
 * every new session what was said meanwhile is fetched: a session that was not resumed replays nothing.
 */
export function createGateway(deps: GatewayDeps): Gateway {
  const { rest, wire, token, identity, places, inbox, acknowledge, clock, pause, say, onTrouble, onProblem } = deps;
  const where: Whereabouts = { bot: identity.bot, parentOf: places.parentOf, isOurThread: places.isOurThread };
  let stopping = false;
  let connected = false;
  /** As the store had them when the bot began; lanes know what was read since. */
  let positions = new Map<string, string>();
  const told = new Set<string>();
  const underWay = new Set<Promise<void>>();
  const lanes = createLanes({ wire, places, where, inbox, pause, stopping: () => stopping, onTrouble });

  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const manager = new WebSocketManager({
    token,
    rest,
    intents: Guilds | GuildMessages | DirectMessages | (identity.readsContent ? MessageContent : 0),
  });

  const oldest = () => idMadeAt(clock().getTime() - LOOKS_BACK_MS);

  function track(work: Promise<void>): void {
    const tracked = work.catch(onTrouble).finally(() => underWay.delete(tracked));
    underWay.add(tracked);
  }

  /**
   * A new session: private chats are not listed, so every one that was ever read is looked at. They belong to the first shard. Nothing is
   * waited for: a message that is kept meanwhile would hide those that were missed before it.
   */
  function onReady(data: unknown): void {
    if (readySchema.safeParse(data).data?.shard?.[0]) return;
    for (const [scope, position] of positions) {
      const [, channel] = /^dm\/(\d+)$/u.exec(scope) ?? [];
      if (channel !== undefined) lanes.missed(channel, null, latest(position, oldest()));
    }
    lanes.missedInPrivate();
  }

  function onPlaces(packet: Packet): void {
    const joined = Date.parse(joinedSchema.safeParse(packet.d).data?.joined_at ?? '');
    for (const { id, guild, last } of places.note(packet)) {
      const since = idMadeAt(Number.isNaN(joined) ? 0 : joined);
      const read = latest(positions.get(scopeOf(id, guild)) ?? latest(since, positions.get(BEGINNING) ?? '0'), oldest());
      if (last !== null && compareIds(last, read) > 0) lanes.missed(id, guild, read);
    }
    if (packet.t !== 'GUILD_CREATE') return;
    const sentence = missingRights(packet.d, identity.bot);
    if (sentence !== null && !told.has(sentence)) say(sentence);
    if (sentence !== null) told.add(sentence);
  }

  function onPacket(packet: Packet): void {
    if (packet.t === 'READY') onReady(packet.d);
    else if (packet.t === 'INTERACTION_CREATE') {
      const interaction = readInteraction(packet.d);
      if (interaction) track(acknowledge(interaction));
    } else if (MESSAGES.has(packet.t)) {
      const { data } = inChannelSchema.safeParse(packet.d);
      if (data) lanes.push(data.channel_id, data.guild_id ?? null, packet);
    } else onPlaces(packet);
  }

  manager.on(WebSocketShardEvents.Dispatch, ({ data }) => {
    try {
      if (!stopping) onPacket({ t: data.t, d: data.d });
    } catch (error) {
      // a packet that nobody foresaw ends neither the connection nor the process
      onTrouble(error);
    }
  });
  manager.on(WebSocketShardEvents.Error, ({ error }) => {
    const problem = problemOf(error);
    // while connecting, the attempt fails with it
    if (problem && connected) onProblem(problem);
    else if (!problem) onTrouble(error);
  });

  return {
    async connect() {
      positions = await inbox.positions();
      const position = positions.get(BEGINNING) ?? idMadeAt(clock().getTime());
      // written each time: what is sealed lasts only as long as its key
      await inbox.keep([], [{ scope: BEGINNING, position }]);
      positions.set(BEGINNING, position);
      try {
        await manager.connect();
        connected = true;
      } catch (error) {
        throw problemOf(error) ?? error;
      }
    },
    async close() {
      stopping = true;
      await manager.destroy();
      await Promise.all(underWay);
      await lanes.settled();
    },
  };
}
