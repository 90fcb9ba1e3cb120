import { z } from 'zod';
import type { Delivery } from '../delivery/delivery.ts';
import { messageArrival, messagePacket, type Packet, type Whereabouts } from './inbound.ts';
import { compareIds, HISTORY_PAGE } from './limits.ts';
import type { Places } from './places.ts';
import { statusOf, type Wire } from './wire.ts';

/** Messages of one channel held in memory while the store is away; beyond, they are fetched again later. */
const MOST_HELD = 200;
/** After so many messages of others in a channel its position is kept, so that an outage re-reads no more than them. */
const KEEP_EVERY = 200;

/** Messages of servers that were kept, by whose ids deletions are told from those of other people's talk. */
const MOST_REMEMBERED = 10_000;

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

export interface LanesDeps {
  wire: Wire;
  places: Places;
  where: Whereabouts;
  inbox: Pick<Delivery, 'keep'>;
  /** Resolves after so many ms, or at once when stopping. */
  pause(ms: number): Promise<void>;
  stopping(): boolean;
  /** Reading or keeping failed and is tried again. */
  onTrouble(error: unknown): void;
}

interface Lane {
  channel: string;
  /** Null: a private chat. */
  guild: string | null;
  /** All up to here was kept or was none of ours; null: nothing was read yet. */
  position: string | null;
  /** From here on something may have been missed that is not being fetched; null: nothing was. */
  missedAfter: string | null;
  held: Packet[];
  unkept: number;
  running: Promise<void> | null;
}

/** Scope of a channel's position in the store. */
export const scopeOf = (channel: string, guild: string | null): string => `${guild === null ? 'dm' : 'guild'}/${channel}`;

/** One lane per channel: its messages are kept in the order in which they were sent, those missed before those that come. */
export interface Lanes {
  push(channel: string, guild: string | null, packet: Packet): void;
  /** Something may have been sent after `after` that never came. */
  missed(channel: string, guild: string | null, after: string): void;
  /** The same for every private chat that a message has come from. */
  missedInPrivate(): void;
  /** Resolves when every lane is empty. */
  settled(): Promise<void>;
}

const pageSchema = z.array(z.looseObject({ id: z.string() }));
const idSchema = z.object({ id: z.string() });

export function createLanes({ wire, places, where, inbox, pause, stopping, onTrouble }: LanesDeps): Lanes {
  const lanes = new Map<string, Lane>();
  const ours = new Set<string>();

  function remember(message: string): void {
    ours.add(message);
    const [oldest] = ours;
    if (ours.size > MOST_REMEMBERED && oldest !== undefined) ours.delete(oldest);
  }

  const keep = (lane: Lane, arrivals: Parameters<Delivery['keep']>[0], position: string) => {
    lane.unkept = 0;
    return inbox.keep(arrivals, [{ scope: scopeOf(lane.channel, lane.guild), position }]);
  };

  async function take(lane: Lane, packet: Packet): Promise<void> {
    if (lane.guild !== null) await places.settle(lane.channel);
    const arrival = messagePacket(packet, where);
    if (arrival?.kind === 'delete' && lane.guild !== null && !ours.has(arrival.message)) return;
    if (arrival) remember(arrival.message);
    const id = packet.t === 'MESSAGE_CREATE' ? idSchema.safeParse(packet.d).data?.id : undefined;
    const isNext = id !== undefined && (lane.position === null || compareIds(id, lane.position) > 0);
    if (arrival && isNext) await keep(lane, [arrival], id);
    else if (arrival) await inbox.keep([arrival]);
    else if (isNext && ++lane.unkept >= KEEP_EVERY) await keep(lane, [], id);
    if (isNext) lane.position = id;
  }

  /** `reading.after` moves on with each page that is kept. */
  async function fetchMissed(lane: Lane, reading: { after: string }): Promise<void> {
    if (lane.guild !== null) await places.settle(lane.channel);
    for (;;) {
      const { after } = reading;
      const path = `/channels/${lane.channel}/messages` as const;
      const page = pageSchema.parse(await wire({ method: 'GET', path, query: { after, limit: String(HISTORY_PAGE) } }));
      page.sort((a, b) => compareIds(a.id, b.id));
      const last = page.at(-1);
      if (!last) return;
      // history does not say in which server it is
      const messages = page.map((message) =>
        messageArrival(lane.guild === null ? message : { ...message, guild_id: lane.guild }, where),
      );
      await keep(
        lane,
        messages.filter((message) => message !== null),
        last.id,
      );
      reading.after = last.id;
      lane.position = lane.position !== null && compareIds(lane.position, last.id) > 0 ? lane.position : last.id;
      if (page.length < HISTORY_PAGE) return;
    }
  }

  function miss(lane: Lane, after: string): void {
    if (lane.missedAfter === null || compareIds(after, lane.missedAfter) < 0) lane.missedAfter = after;
  }

  async function step(lane: Lane): Promise<void> {
    if (lane.missedAfter !== null) {
      const reading = { after: lane.missedAfter };
      // what is missed from now on may be newer than the page under way: it is fetched after it
      lane.missedAfter = null;
      try {
        await fetchMissed(lane, reading);
      } catch (error) {
        // a channel that is gone or closed to us
        if (statusOf(error) === 403 || statusOf(error) === 404) return;
        miss(lane, reading.after);
        throw error;
      }
      return;
    }
    const packet = lane.held[0];
    if (!packet) return;
    await take(lane, packet);
    if (lane.held[0] === packet) lane.held.shift();
  }

  async function run(lane: Lane): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (!stopping() && (lane.missedAfter !== null || lane.held.length > 0)) {
      try {
        await step(lane);
        pauseMs = FIRST_PAUSE_MS;
      } catch (error) {
        onTrouble(error);
        await pause(pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
    lane.running = null;
  }

  function laneOf(channel: string, guild: string | null): Lane {
    const known = lanes.get(channel);
    if (known) return known;
    const lane: Lane = {
      channel,
      guild,
      position: null,
      missedAfter: null,
      held: [],
      unkept: 0,
      running: null,
    };
    lanes.set(channel, lane);
    return lane;
  }

  const start = (lane: Lane) => {
    lane.running ??= run(lane);
  };

  /** Where to read on from; null: nothing came from there yet. */
  function readUpTo({ position, held }: Lane): string | null {
    const first = held.map(({ d }) => idSchema.safeParse(d).data?.id).find((id) => id !== undefined);
    // ids grow, so the one before the first held is a safe place
    return position ?? (first === undefined ? null : String(BigInt(first) - 1n));
  }

  function missed(channel: string, guild: string | null, after: string): void {
    const lane = laneOf(channel, guild);
    miss(lane, lane.position ?? after);
    start(lane);
  }

  return {
    push(channel, guild, packet) {
      const lane = laneOf(channel, guild);
      lane.held.push(packet);
      if (lane.held.length > MOST_HELD) {
        lane.missedAfter ??= readUpTo(lane);
        lane.held.length = 0;
      }
      start(lane);
    },
    missed,
    missedInPrivate() {
      for (const lane of lanes.values()) {
        const from = readUpTo(lane);
        if (lane.guild === null && from !== null) missed(lane.channel, null, from);
      }
    },
    async settled() {
      for (;;) {
        const running = [...lanes.values()].flatMap(({ running }) => (running ? [running] : []));
        if (running.length === 0) return;
        await Promise.all(running);
      }
    },
  };
}
