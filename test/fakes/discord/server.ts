import { appendFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import type { Answered, UploadedFile } from './answers.ts';
import { createFakeGateway, type FakeGateway } from './gateway.ts';
import { readMultipart, wrongFiles } from './multipart.ts';
import { ROUTES, type Route } from './routes.ts';
import { judge } from './spec.ts';
import { FakeState } from './state.ts';

/** What happens to the next request that fits, instead of or after its effect. */
export interface Fault {
  /** `POST /channels/{channel.id}/messages` */
  route: string;
  /** Before its effect, or after it: then the request counted and only its answer is lost. */
  when: 'before' | 'after';
  /** `reset` ends the connection, `cut` ends the answer in its middle, `silent` never answers. */
  how: { status: number; headers?: Record<string, string>; body?: unknown } | 'reset' | 'cut' | 'silent';
  times: number;
}

export interface Requested {
  method: string;
  route: string;
  path: string;
  body: unknown;
  files: UploadedFile[];
}

export interface FakeDiscord {
  /** Base of the interface, for the bot. */
  api: string;
  token: string;
  state: FakeState;
  gateway: FakeGateway;
  requests: Requested[];
  /** What the bot did that Discord would not take, by name. */
  wrong: string[];
  fail(fault: Omit<Fault, 'times'> & { times?: number }): void;
  /** Resolves with what `find` gives as soon as it gives something; rejects after a while, and when the bot did something wrong. */
  until<T>(find: () => T | null | undefined | false, what: string): Promise<T>;
  close(): Promise<void>;
}

const PATIENCE_MS = 20_000;

export interface FakeDiscordOptions {
  /** Where every request of the bot is written down as a line of JSON. */
  wireLog?: string | undefined;
}

/** Discord on loopback: HTTP, gateway and files, strict where Discord is and where it says so only in prose. */
export async function startFakeDiscord({ wireLog }: FakeDiscordOptions = {}): Promise<FakeDiscord> {
  const state = new FakeState();
  const token = `${state.id()}.fake.token`;
  const requests: Requested[] = [];
  const wrong: string[] = [];
  const faults: Fault[] = [];
  const watching = new Set<() => void>();
  const changed = () => {
    for (const look of watching) look();
  };
  const onWrong = (what: string) => {
    wrong.push(what);
    changed();
  };
  let url = '';
  const gateway = createFakeGateway({ state, token, url: () => url, onWrong, changed });

  function findRoute(method: string, path: string): { route: Route; at: string[] } | null {
    for (const route of ROUTES) {
      const found = route.method === method ? route.pattern.exec(path) : null;
      if (found) return { route, at: found.slice(1) };
    }
    return null;
  }

  function check(route: Route, asked: { query: Record<string, string>; body: unknown; files: UploadedFile[] }): void {
    const name = `${route.method} ${route.name}`;
    for (const [part, schema] of [
      ['body', route.body],
      ['query', route.query],
    ] as const) {
      const { error } = schema.safeParse(asked[part]);
      if (error) onWrong(`${name}: ${part}: ${z.prettifyError(error)}`);
    }
    const files = wrongFiles(asked.body, asked.files);
    if (files !== null) onWrong(`${name}: ${files}`);
    for (const problem of judge(route, asked.body)) onWrong(`${name}: ${problem}`);
  }

  const takeFault = (name: string, when: Fault['when']): Fault['how'] | null => {
    const fault = faults.find((one) => one.route === name && one.when === when && one.times > 0);
    if (!fault) return null;
    fault.times--;
    return fault.how;
  };

  /** True: the request is done with. */
  function misbehave(how: Fault['how'] | null, response: ServerResponse, answered: Answered | null): boolean {
    if (how === null) return false;
    if (how === 'reset') response.destroy();
    else if (how === 'cut') {
      const whole = JSON.stringify(answered?.body ?? {});
      response.writeHead(answered?.status ?? 200, { 'content-type': 'application/json', 'content-length': String(whole.length) });
      response.write(whole.slice(0, whole.length / 2));
      // the connection ends before the promised length
      setImmediate(() => response.destroy());
    } else if (how !== 'silent') {
      response.writeHead(how.status, { 'content-type': 'application/json', ...how.headers });
      response.end(JSON.stringify(how.body ?? { message: 'a fault', code: 0 }));
    }
    return true;
  }

  function handle(request: IncomingMessage, response: ServerResponse, raw: Buffer): void {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://fake');
    const upload = state.files.get(pathname);
    if (upload) return void response.writeHead(200).end(upload);
    const path = decodeURIComponent(pathname.replace(/^\/api\/v10/u, ''));
    const method = request.method ?? 'GET';
    const type = request.headers['content-type'] ?? '';
    const found = pathname.startsWith('/api/v10/') ? findRoute(method, path) : null;
    const form = type.startsWith('multipart/')
      ? readMultipart(raw, type)
      : { body: raw.length === 0 ? null : JSON.parse(raw.toString('utf8')), files: [] };
    const asked = { ...form, query: Object.fromEntries(searchParams) };
    const name = found ? `${method} ${found.route.name}` : `${method} ${path}`;
    requests.push({ method, route: found?.route.name ?? path, path, ...form });
    if (wireLog !== undefined) {
      appendFileSync(
        wireLog,
        `${JSON.stringify({ platform: 'discord', method, route: found?.route.name ?? path, body: asked.body })}\n`,
      );
    }
    const send = ({ status, body }: Answered) => {
      response.writeHead(status, body === undefined ? {} : { 'content-type': 'application/json' });
      response.end(body === undefined ? undefined : JSON.stringify(body));
    };
    if (!found) {
      onWrong(`no such route: ${name}`);
      send({ status: 404, body: { message: '404: Not Found', code: 0 } });
      return;
    }
    if (found.route.auth && request.headers.authorization !== `Bot ${token}`) {
      send({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
      return;
    }
    if (!found.route.auth && request.headers.authorization !== undefined) onWrong(`${name}: carries the bot's token`);
    check(found.route, asked);
    if (misbehave(takeFault(name, 'before'), response, null)) {
      changed();
      return;
    }
    const answered = found.route.answer(state, { ...asked, at: found.at }, { url });
    if (!misbehave(takeFault(name, 'after'), response, answered)) send(answered);
    changed();
  }

  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      try {
        handle(request, response, Buffer.concat(parts));
      } catch (error) {
        onWrong(`${request.method} ${request.url}: ${error instanceof Error ? error.message : error}`);
        response.destroy();
      }
    });
  });
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;

  return {
    api: `${url}/api`,
    token,
    state,
    gateway,
    requests,
    wrong,
    fail: (fault) => faults.push({ times: 1, ...fault }),
    until<T>(find: () => T | null | undefined | false, what: string): Promise<T> {
      return new Promise((resolve, reject) => {
        const done = (settle: () => void) => {
          clearTimeout(timer);
          watching.delete(look);
          settle();
        };
        const look = () => {
          if (wrong.length > 0) return done(() => reject(new Error(`Discord would not take it: ${wrong.join('\n')}`)));
          const value = find();
          if (value) done(() => resolve(value));
        };
        const timer = setTimeout(() => done(() => reject(new Error(`it never came to be: ${what}`))), PATIENCE_MS);
        watching.add(look);
        look();
      });
    },
    async close() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
