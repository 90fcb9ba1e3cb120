import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { WebhookSettings } from '../../config.ts';
import { backoffMs } from '../delivery/backoff.ts';
import { type IntakeDeps, takeIn, UPDATES } from './intake.ts';
import { updateNumber } from './updates.ts';
import { troubleOf, type Wire } from './wire.ts';

/** https://core.telegram.org/bots/api#setwebhook */
const SECRET_HEADER = 'x-telegram-bot-api-secret-token';
/** An update holds one message: a few KB, files left out. */
const MOST_BYTES = 1024 * 1024;
/** Who sends slower is nobody we wait for. */
const PATIENCE_MS = 10_000;

export interface WebhookDeps extends IntakeDeps {
  wire: Wire;
  token: string;
  settings: WebhookSettings;
  stop: AbortSignal;
  random(): number;
  /** One line for whoever runs dalil. */
  say(line: string): void;
  /** Told of each trouble, by Telegram's code, `network`, `store` or `forged`. */
  onTrouble(code: string): void;
}

/** Made from the token, so that a restart and other processes of the same bot know it and nothing has to be kept. */
const secretOf = (token: string): string => createHmac('sha256', token).update('dalil webhook').digest('base64url');

const sameSecret = (given: unknown, secret: Buffer): boolean => {
  const bytes = Buffer.from(typeof given === 'string' ? given : '');
  return bytes.length === secret.length && timingSafeEqual(bytes, secret);
};

/** Null: more than an update ever holds. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/**
 * Takes updates as Telegram posts them, until stopped. 200 is said after the commit alone: whatever else is answered, Telegram posts
 * again. Who does not know the secret learns nothing and changes nothing.
 */
export async function receive(deps: WebhookDeps): Promise<void> {
  const { settings, token, stop, onTrouble } = deps;
  const secret = Buffer.from(secretOf(token));
  const path = new URL(settings.url).pathname;

  async function statusFor(request: IncomingMessage): Promise<number> {
    if (request.method !== 'POST' || request.url?.split('?')[0] !== path) return 404;
    if (!sameSecret(request.headers[SECRET_HEADER], secret)) {
      onTrouble('forged');
      return 404;
    }
    const body = await bodyOf(request);
    if (body === null) return 413;
    const update = parsed(body);
    if (updateNumber(update) === null) return 400;
    try {
      await takeIn([update], deps);
      return 200;
    } catch {
      onTrouble('store');
      return 503;
    }
  }

  const server = createServer({ requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS }, (request, response) => {
    statusFor(request).then(
      (status) => end(response, status),
      // the connection broke while it was read
      () => response.destroy(),
    );
  });
  if (!(await listen(server, deps))) return;
  await announce(deps);
  if (!stop.aborted) await once(stop, 'abort');
  // what is being committed is finished and confirmed
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  await closed;
}

/** False: stopped before. A port that is taken is waited for, as at a restart the process before may still hold it. */
async function listen(server: Server, { settings: { host, port }, stop, random, say, onTrouble }: WebhookDeps): Promise<boolean> {
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      server.listen(port, host);
      await once(server, 'listening');
      return true;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      onTrouble(code);
      if (failures === 0)
        say(`dalil cannot listen on ${host}:${port} (${code}): look at DALIL_TELEGRAM_LISTEN. It goes on trying.`);
      await setTimeout(backoffMs(failures, random, { firstMs: 500, mostMs: 30_000 }), undefined, { signal: stop }).catch(
        () => {},
      );
    }
  }
  return false;
}

function end(response: ServerResponse, status: number): void {
  // kept open, a refused body would still have to be read
  response.writeHead(status, status === 200 ? {} : { connection: 'close' }).end();
}

/** Tells Telegram where to post, until it takes it. */
async function announce({ wire, token, settings, stop, random, onTrouble }: WebhookDeps): Promise<void> {
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      return void (await wire.call('setWebhook', { url: settings.url, secret_token: secretOf(token), allowed_updates: UPDATES }));
    } catch (error) {
      const { code, afterMs } = troubleOf(error);
      onTrouble(code === null ? 'network' : String(code));
      const wait = Math.max(afterMs, backoffMs(failures, random, { firstMs: 500, mostMs: 30_000 }));
      await setTimeout(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
}
