import { type DestinationStream, destination, pino } from 'pino';
import type { LogLevel } from './config.ts';

type Kind = 'number' | 'text';

/**
 * Everything that may ever be logged, field by field. What a person typed, who they are, tokens and addresses are not here, so they
 * cannot be logged: a field that this table does not name is left out even when an object carries it.
 */
const EVENTS = {
  opened: { level: 'info', fields: { ms: 'number' } },
  facts_loaded: { level: 'info', fields: { added: 'number', changed: 'number' } },
  closed: { level: 'info', fields: {} },
  bot_started: { level: 'info', fields: { platform: 'text' } },
  bot_stopped: { level: 'info', fields: { platform: 'text' } },
  /** What the platform answered to the bot itself: a status code, `network`, `store`. */
  bot_trouble: { level: 'warn', fields: { platform: 'text', doing: 'text', code: 'text' } },
  delivery_trouble: {
    level: 'warn',
    fields: { platform: 'text', kind: 'text', id: 'number', given_up: 'text', error: 'text', code: 'text', frames: 'text' },
  },
  /** What time did away with: how many of each. */
  retained: {
    level: 'info',
    fields: { expired: 'number', emptied: 'number', routes: 'number', contacts: 'number', keys: 'number' },
  },
  /** Which process reads a bot's messages could not be settled. */
  turn_trouble: { level: 'warn', fields: { error: 'text', code: 'text', frames: 'text' } },
  /** The copy of the store that answers questions did not; the store itself was asked. */
  replica_trouble: { level: 'warn', fields: { error: 'text', code: 'text', frames: 'text' } },
  retention_trouble: { level: 'warn', fields: { error: 'text', code: 'text', frames: 'text' } },
  bug: { level: 'error', fields: { bug: 'text', command: 'text', error: 'text', code: 'text', frames: 'text' } },
} as const satisfies Record<string, { level: Exclude<LogLevel, 'silent'>; fields: Record<string, Kind> }>;

type Events = typeof EVENTS;
type Fields<E extends keyof Events> = {
  [F in keyof Events[E]['fields']]?: Events[E]['fields'][F] extends 'number' ? number : string;
};

export interface Log {
  event<E extends keyof Events>(name: E, fields: Fields<E>): void;
}

/** Writes JSON lines to stderr, so that stdout holds results alone. */
export function createLog(level: LogLevel, stream: DestinationStream = destination({ dest: 2, sync: true })): Log {
  const logger = pino({ level, base: null, timestamp: () => `,"at":"${new Date().toISOString()}"` }, stream);
  return {
    event(name, fields) {
      const allowed: readonly string[] = Object.keys(EVENTS[name].fields);
      const kept = Object.fromEntries(Object.entries(fields).filter(([field]) => allowed.includes(field)));
      logger[EVENTS[name].level](kept, name);
    },
  };
}

/**
 * What a log may say of an error: its class, its code and where in our own code it came from. Never its message: those of libraries
 * carry the statement, its parameters or the payload.
 */
export function describeError(error: unknown): { error: string; code: string; frames: string } {
  if (!(error instanceof Error)) return { error: typeof error, code: '', frames: '' };
  const code = 'code' in error && typeof error.code === 'string' && /^\w{1,40}$/.test(error.code) ? error.code : '';
  const cause = error.cause instanceof Error ? describeError(error.cause) : null;
  // the message stands in the stack too, and may have lines that look like frames
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return {
    error: cause ? `${error.name} < ${cause.error}` : error.name,
    code: code || (cause?.code ?? ''),
    frames: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' | '),
  };
}
