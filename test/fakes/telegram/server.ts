import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { METHODS, Refused } from './methods.ts';
import { readForm } from './multipart.ts';
import { faultsOf, isMethod, REQUESTS } from './requests.ts';
import { judge } from './spec.ts';
import { FakeState } from './state.ts';

/** What happens to the next request that fits. */
export interface Fault {
  method: string;
  /** `after` its effect: then the request counted and only its answer is lost. */
  when: 'before' | 'after';
  /** `reset` ends the connection, `cut` ends the answer in its middle, `silent` never answers. */
  how: { status: number; description?: string; parameters?: Record<string, number> } | 'reset' | 'cut' | 'silent';
  times: number;
}

export interface Requested {
  method: string;
  params: Record<string, unknown>;
}

export interface FakeTelegram {
  apiRoot: string;
  token: string;
  state: FakeState;
  requests: Requested[];
  /** What the bot did that Telegram would not take, by name. */
  wrong: string[];
  fail(fault: Omit<Fault, 'times' | 'when'> & Partial<Fault>): void;
  /** An update for the bot. */
  push(update: Record<string, unknown>, options?: { checked?: boolean }): number;
  /** Resolves with what `find` gives as soon as it gives something; rejects after a while, and when the bot did something wrong. */
  until<T>(find: () => T | null | undefined | false, what: string, patienceMs?: number): Promise<T>;
  close(): Promise<void>;
}

export interface FakeOptions {
  /** Where every request of the bot is written down as a line of JSON. */
  wireLog?: string | undefined;
  clock?: () => number;
  /** The number of the first message. */
  firstMessage?: number;
  /** Called when a request has come in and before it counts: the moments at which a crash is interesting. */
  onRequest?: (method: string, params: Record<string, unknown>) => void;
}

const TOKEN = '4242:fake-token-of-thirty-letters-or-so';

/** The Bot API on loopback, strict where Telegram is and where it says so only in prose; updates are given again until confirmed. */
export async function startFakeTelegram(options: FakeOptions = {}): Promise<FakeTelegram> {
  const { wireLog, clock = Date.now, firstMessage = 100, onRequest } = options;
  const state = new FakeState(clock, firstMessage);
  const requests: Requested[] = [];
  const wrong: string[] = [];
  const faults: Fault[] = [];
  const watching = new Set<() => void>();
  const changed = () => {
    for (const look of [...watching]) look();
  };
  /** The long poll that is held open, if one is. */
  let held: { release(refusal?: Refused): void } | null = null;

  async function getUpdates(params: Record<string, unknown>, response: ServerResponse): Promise<unknown> {
    if (state.webhook) throw new Refused(409, "Conflict: can't use getUpdates method while webhook is active");
    held?.release(new Refused(409, 'Conflict: terminated by other getUpdates request'));
    const { offset, limit, timeout = 0, allowed_updates } = REQUESTS.getUpdates.parse(params);
    const first = state.take({ offset, limit, allowed_updates });
    if (first.length > 0 || timeout === 0) return first;
    await new Promise<void>((resolve, reject) => {
      const poll = {
        release(refusal?: Refused) {
          clearTimeout(timer);
          if (held === poll) held = null;
          if (refusal) reject(refusal);
          else resolve();
        },
      };
      const timer = setTimeout(() => poll.release(), timeout * 1000);
      held = poll;
      response.on('close', () => poll.release());
    });
    // nobody is there any more: nothing was given
    if (response.destroyed) return [];
    return state.take({ limit, allowed_updates });
  }

  async function effectOf(method: string, params: Record<string, unknown>, response: ServerResponse): Promise<unknown> {
    const against = [...faultsOf(method, params), ...judge(method, withoutAttached(params))];
    if (against.length > 0) {
      wrong.push(...against);
      throw new Refused(400, `Bad Request: ${against.join('; ')}`);
    }
    if (!isMethod(method)) throw new Refused(404, 'Not Found');
    if (method === 'getUpdates') return getUpdates(params, response);
    return METHODS[method](state, params);
  }

  const json = (response: ServerResponse, status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  function giveFile(path: string, response: ServerResponse): void {
    const data = state.files.get(path);
    const fault = nextFault('file', 'before');
    if (fault) misbehave(fault, response);
    else response.writeHead(data ? 200 : 404, { 'content-type': 'application/octet-stream' }).end(data ?? '');
  }

  function misbehave({ how }: Fault, response: ServerResponse): void {
    if (how === 'silent') return;
    if (how === 'reset') response.socket?.resetAndDestroy();
    else if (how === 'cut') response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"resu');
    else
      json(response, how.status, {
        ok: false,
        error_code: how.status,
        description: how.description ?? 'as the test wants',
        parameters: how.parameters,
      });
  }

  function nextFault(method: string, when: Fault['when']): Fault | undefined {
    const fault = faults.find((one) => one.method === method && one.when === when && one.times > 0);
    if (fault) fault.times--;
    return fault;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const path = new RegExp(`^/file/bot${TOKEN}/(.+)$`, 'u').exec(request.url ?? '')?.[1];
    if (path !== undefined) return giveFile(path, response);
    const found = /^\/bot([^/]+)\/(\w+)$/u.exec(request.url ?? '');
    if (found?.[1] !== TOKEN) return void json(response, 401, { ok: false, error_code: 401, description: 'Unauthorized' });
    const method = found[2] ?? '';
    const type = request.headers['content-type'] ?? '';
    const params: Record<string, unknown> = type.startsWith('multipart/')
      ? readForm(body, type)
      : body.length > 0
        ? JSON.parse(body.toString('utf8'))
        : {};
    delete params.method;
    requests.push({ method, params });
    if (wireLog)
      appendFileSync(
        wireLog,
        `${JSON.stringify({ platform: 'telegram', method: 'POST', route: `/${method}`, body: withoutBytes(params) })}\n`,
      );
    onRequest?.(method, params);
    const before = nextFault(method, 'before');
    if (before) return misbehave(before, response);
    try {
      const result = await effectOf(method, params, response);
      const after = nextFault(method, 'after');
      if (after) misbehave(after, response);
      else json(response, 200, { ok: true, result });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { code, message, parameters } = error;
      json(response, code, { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) });
    } finally {
      changed();
    }
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // a client that is gone is no fault of anybody
      if (response.destroyed || request.destroyed) return;
      wrong.push(`the fake failed: ${String(error)}`);
      response.destroy();
      changed();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    apiRoot: `http://127.0.0.1:${port}`,
    token: TOKEN,
    state,
    requests,
    wrong,
    fail(fault) {
      faults.push({ when: 'before', times: 1, ...fault });
      // a poll that is held open ends, so that the next one meets it
      if (fault.method === 'getUpdates') held?.release();
    },
    push(update, options) {
      const number = state.push(update, options);
      held?.release();
      return number;
    },
    until: (find, what, patienceMs = 20_000) =>
      new Promise((resolve, reject) => {
        const end = () => {
          watching.delete(look);
          clearTimeout(timer);
        };
        const look = () => {
          if (wrong.length > 0) {
            end();
            return reject(new Error(`the bot did what Telegram does not take: ${wrong.join('; ')}`));
          }
          const given = find();
          if (given === null || given === undefined || given === false) return;
          end();
          resolve(given);
        };
        const timer = setTimeout(() => {
          end();
          const last = requests
            .slice(-8)
            .map(({ method, params }) => `${method} ${JSON.stringify(withoutBytes(params)).slice(0, 200)}`);
          reject(new Error(`it never came: ${what}\n${last.join('\n')}`));
        }, patienceMs);
        watching.add(look);
        look();
      }),
    async close() {
      held?.release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Files that a field names by `attach://` come under names of the sender's choice. */
function withoutAttached(params: Record<string, unknown>): Record<string, unknown> {
  const named = new Set([...JSON.stringify(withoutBytes(params)).matchAll(/attach:\/\/(\w+)/gu)].map(([, name]) => name));
  return Object.fromEntries(Object.entries(params).filter(([name]) => !named.has(name)));
}

const withoutBytes = (params: Record<string, unknown>): Record<string, unknown> =>
  JSON.parse(JSON.stringify(params, (_, value: unknown) => (isBytes(value) ? `${value.data.length} bytes` : value)));

const isBytes = (value: unknown): value is { type: 'Buffer'; data: number[] } =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  value.type === 'Buffer' &&
  'data' in value &&
  Array.isArray(value.data);
