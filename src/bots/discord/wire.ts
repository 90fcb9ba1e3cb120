import { DiscordAPIError, HTTPError, RateLimitError, type RawFile, REST } from 'discord.js';
import type { Sent } from '../delivery/adapter.ts';

/** Longer waits for a bucket go back to the outbox, so that a worker is free meanwhile. */
const PATIENCE_MS = 2_000;
/** Shorter than the time after which delivery takes whoever was sending for dead. */
const REQUEST_MS = 15_000;
const AGAIN_MS = 1_000;
/** A refused token does not come right by itself. */
const REFUSED_MS = 60_000;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Request {
  method: Method;
  path: `/${string}`;
  query?: Record<string, string>;
  body?: unknown;
  files?: RawFile[];
  /** Interactions are answered by their own token. */
  auth?: false;
}

/** Discord's HTTP interface. Throws what discord.js throws; each request is made once. */
export type Wire = (request: Request) => Promise<unknown>;

export interface WireDeps {
  token: string;
  /** Without a version; default Discord's own. */
  api: string | undefined;
}

/** discord.js's REST client with its buckets, but without its repeats: it would send a POST up to four times, at once. */
export function createRest({ token, api }: WireDeps): REST {
  return new REST({
    version: '10',
    retries: 0,
    timeout: REQUEST_MS,
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > PATIENCE_MS,
    ...(api === undefined ? {} : { api }),
  }).setToken(token);
}

export const createWire =
  (rest: REST, token: string): Wire =>
  ({ method, path, query, body, files, auth }) => {
    // one 401 makes it forget the token
    if (auth !== false) rest.setToken(token);
    return rest.request({
      method,
      fullRoute: path,
      ...(query ? { query: new URLSearchParams(query) } : {}),
      ...(body === undefined ? {} : { body }),
      ...(files && files.length > 0 ? { files } : {}),
      auth: auth !== false,
    } as Parameters<REST['request']>[0]);
  };

/** Discord's own code of an error; null where it was none of Discord's. https://discord.com/developers/docs/topics/opcodes-and-status-codes */
export const codeOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError && typeof error.code === 'number' ? error.code : null;

export const statusOf = (error: unknown): number | null =>
  error instanceof DiscordAPIError || error instanceof HTTPError ? error.status : null;

/** The request cannot have arrived: nobody was there. */
const NOT_REACHED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

function systemCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? '' : systemCode(error.cause);
}

/** What a failed request means for the outbox. The trouble is a code, never words. */
export function troubleOf(error: unknown): Exclude<Sent, { kind: 'sent' }> {
  if (error instanceof RateLimitError) {
    const afterMs = Math.max(error.retryAfter, error.timeToReset);
    return { kind: 'again', afterMs, unsure: false, trouble: 'rate-limit', all: error.global };
  }
  const status = statusOf(error);
  if (status === 401) return { kind: 'again', afterMs: REFUSED_MS, unsure: false, trouble: 'token-refused', all: true };
  if (status !== null && status >= 500) return { kind: 'again', afterMs: AGAIN_MS, unsure: true, trouble: `http-${status}` };
  if (status !== null) return { kind: 'never', trouble: `discord-${codeOf(error) ?? status}` };
  const code = systemCode(error);
  return {
    kind: 'again',
    afterMs: AGAIN_MS,
    unsure: !NOT_REACHED.has(code),
    trouble: code === '' ? 'no-answer' : code.toLowerCase(),
  };
}
