import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type GatewayDispatchPayload, GatewayIntentBits, type GatewayReadyDispatchData } from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { FakeState } from './state.ts';

/** Opcodes: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const DISPATCH = 0;
const HEARTBEAT = 1;
const IDENTIFY = 2;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;
const HELLO = 10;
const HEARTBEAT_ACK = 11;

const frameSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(HEARTBEAT), d: z.number().nullable() }),
  z.object({
    op: z.literal(IDENTIFY),
    d: z.strictObject({
      token: z.string(),
      intents: z.number().int(),
      properties: z.strictObject({ os: z.string(), browser: z.string(), device: z.string() }),
      compress: z.boolean().optional(),
      shard: z.tuple([z.number(), z.number()]).optional(),
      large_threshold: z.number().optional(),
      presence: z.unknown().optional(),
    }),
  }),
  z.object({ op: z.literal(RESUME), d: z.strictObject({ token: z.string(), session_id: z.string(), seq: z.number() }) }),
]);

interface Session {
  id: string;
  intents: number;
  sent: { op: number; t: string; s: number; d: unknown }[];
  socket: WebSocket | null;
}

type Event = Pick<GatewayDispatchPayload, 't' | 'd'>;

export interface FakeGateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** What all sessions of the bot are told. */
  dispatch(event: Event): void;
  /** As Discord or the network does; the bot finds its own way back. */
  drop(code?: number): void;
  askToReconnect(): void;
  /** Replays on RESUME also what was received before. */
  replayAll: boolean;
  /** RESUME is answered with "invalid session". */
  forget: boolean;
  /** Heartbeats are not answered. */
  deaf: boolean;
  /** Servers are said to be there but not sent. */
  withhold: boolean;
  /** Connections are refused. */
  refuse: boolean;
  heartbeatMs: number;
  /** How often each was asked for. */
  identifies: number;
  resumes: number;
  isConnected(): boolean;
  close(): void;
}

const contentSchema = z.object({
  content: z.string(),
  guild_id: z.string().optional(),
  mentions: z.array(z.object({ id: z.string() })),
});

/** What a session with these intents is told of an event: contents only where it may read them. */
function seenBy({ intents }: Session, event: Event, state: FakeState): Event | null {
  if (event.t !== 'MESSAGE_CREATE' && event.t !== 'MESSAGE_UPDATE') return event;
  const { data: message } = contentSchema.safeParse(event.d);
  if (!message) return event;
  const isPrivate = message.guild_id === undefined;
  const needed = isPrivate ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages;
  if ((intents & needed) === 0) return null;
  const readable =
    isPrivate || (intents & GatewayIntentBits.MessageContent) !== 0 || message.mentions.some(({ id }) => id === state.bot.id);
  return readable ? event : ({ ...event, d: { ...event.d, content: '', attachments: [], components: [] } } as unknown as Event);
}

export function createFakeGateway(deps: {
  state: FakeState;
  token: string;
  url(): string;
  onWrong(what: string): void;
  changed(): void;
}): FakeGateway {
  const { state, onWrong, changed } = deps;
  const server = new WebSocketServer({ noServer: true });
  const sessions = new Map<string, Session>();
  const tell = (socket: WebSocket | null, frame: unknown) => socket?.send(JSON.stringify(frame));

  function send(session: Session, event: Event): void {
    const seen = seenBy(session, event, state);
    if (!seen) return;
    const frame = { op: DISPATCH, t: seen.t, s: session.sent.length + 1, d: seen.d };
    session.sent.push(frame);
    if (session.socket?.readyState === session.socket?.OPEN) tell(session.socket, frame);
  }

  function begin(socket: WebSocket, intents: number, shard: [number, number]): void {
    const session: Session = { id: state.id(), intents, sent: [], socket };
    sessions.set(session.id, session);
    const ready = {
      v: 10,
      user: state.bot,
      guilds: [{ id: state.guild, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: `${deps.url().replace('http', 'ws')}/gateway`,
      shard,
      application: { id: state.application, flags: 0 },
    } as unknown as GatewayReadyDispatchData;
    send(session, { t: 'READY', d: ready } as Event);
    if (!gateway.withhold) send(session, { t: 'GUILD_CREATE', d: state.guildObject() } as Event);
  }

  function resume(socket: WebSocket, id: string, seq: number): void {
    const session = sessions.get(id);
    if (!session || gateway.forget) {
      tell(socket, { op: INVALID_SESSION, d: false });
      return;
    }
    session.socket = socket;
    for (const frame of session.sent) if (frame.s > (gateway.replayAll ? 1 : seq)) tell(socket, frame);
    send(session, { t: 'RESUMED', d: {} } as unknown as Event);
  }

  server.on('connection', (socket: WebSocket) => {
    tell(socket, { op: HELLO, d: { heartbeat_interval: gateway.heartbeatMs } });
    socket.on('close', () => changed());
    socket.on('message', (raw) => {
      const { data: frame, error } = frameSchema.safeParse(JSON.parse(String(raw)));
      if (!frame) return onWrong(`gateway: ${z.prettifyError(error)}`);
      if (frame.op === HEARTBEAT) {
        if (!gateway.deaf) tell(socket, { op: HEARTBEAT_ACK });
        return;
      }
      if (frame.d.token !== deps.token) return socket.close(4004, 'Authentication failed.');
      if (frame.op === RESUME) {
        gateway.resumes++;
        resume(socket, frame.d.session_id, frame.d.seq);
      } else {
        gateway.identifies++;
        if (!state.contentIntent && (frame.d.intents & GatewayIntentBits.MessageContent) !== 0)
          return socket.close(4014, 'Disallowed intent(s).');
        begin(socket, frame.d.intents, frame.d.shard ?? [0, 1]);
      }
      changed();
    });
  });

  const open = () => [...server.clients];
  const gateway: FakeGateway = {
    replayAll: false,
    forget: false,
    deaf: false,
    withhold: false,
    refuse: false,
    heartbeatMs: 41_250,
    identifies: 0,
    resumes: 0,
    upgrade(request, socket, head) {
      if (gateway.refuse) return void socket.destroy();
      server.handleUpgrade(request, socket, head, (accepted) => server.emit('connection', accepted, request));
    },
    dispatch(event) {
      for (const session of sessions.values()) send(session, event);
    },
    drop(code) {
      for (const socket of open()) code === undefined ? socket.terminate() : socket.close(code);
    },
    askToReconnect() {
      for (const socket of open()) tell(socket, { op: RECONNECT, d: null });
    },
    isConnected: () => open().length > 0,
    close() {
      for (const socket of open()) socket.terminate();
      server.close();
    },
  };
  return gateway;
}
