import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts';
import { startOn } from '../../support/core.ts';
import { factsStore } from '../../support/store.ts';
import { type Started, startTelegram } from './started.ts';

const SECRET_HEADER = 'x-telegram-bot-api-secret-token';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

let core: Core;
beforeAll(async () => {
  core = await startOn(await factsStore());
});
afterAll(() => core.store.close());

let telegram: FakeTelegram;
let port: number;
let bot: Started;
beforeEach(async () => {
  telegram = await startFakeTelegram();
  port = await freePort();
  bot = startTelegram(core, {
    ...telegram,
    webhook: { url: 'https://bot.example.org/telegram', host: '127.0.0.1', port },
  });
});
afterEach(async () => {
  await bot.stop();
  await telegram.close();
});

/** Where and with which secret Telegram was told to post. */
const told = () => telegram.until(() => telegram.state.webhook, 'setWebhook');

/** As the proxy passes it on. */
async function post(body: string, headers: Record<string, string>, { path = '/telegram', method = 'POST' } = {}) {
  const init = method === 'GET' ? {} : { body };
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, method, headers });
  await response.arrayBuffer();
  return response.status;
}

let updates = 9_000_000;
const updateSaying = (text: string) => ({
  update_id: updates++,
  message: {
    message_id: updates,
    date: 1_700_000_000,
    from: { id: 4711, is_bot: false, first_name: 'A' },
    chat: { id: 4711, type: 'private', first_name: 'A' },
    text,
  },
});
const answers = () => telegram.state.sent.filter(({ chat }) => chat === 4711).length;

describe('a webhook', () => {
  test('is told to Telegram with a secret, and what is posted there is answered once, however often it comes', async () => {
    const { url, secret_token: secret } = await told();
    expect(url).toBe('https://bot.example.org/telegram');
    const update = JSON.stringify(updateSaying('attacks near Sukhnah in April 2023'));
    const headers = { [SECRET_HEADER]: String(secret) };
    const statuses = await Promise.all(Array.from({ length: 5 }, () => post(update, headers)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await telegram.until(() => answers() > 0, 'an answer');
    expect(await post(JSON.stringify(updateSaying('/help')), headers)).toBe(200);
    await telegram.until(() => answers() > 1, 'the second answer');
    expect(answers()).toBe(2);
    expect(telegram.requests.some(({ method }) => method === 'getUpdates' || method === 'deleteWebhook')).toBe(false);
  });

  test('takes nothing from who does not know the secret', async () => {
    const { secret_token } = await told();
    const secret = String(secret_token);
    const forged = JSON.stringify(updateSaying('attacks in Homs'));
    const before = await core.store.sql<{ n: number }[]>`select count(*)::int as n from inbox`;
    const wrongSecret = fc.oneof(
      fc.constantFrom('', secret.slice(0, -1), `${secret}x`, secret.toUpperCase(), secret.toLowerCase()),
      fc.stringMatching(/^[\w-]{1,64}$/u),
    );
    await fc.assert(
      fc.asyncProperty(wrongSecret, async (guess) => {
        fc.pre(guess !== secret);
        expect(await post(forged, guess === '' ? {} : { [SECRET_HEADER]: guess })).toBe(404);
      }),
      { numRuns: 1_000 },
    );
    expect(await core.store.sql`select count(*)::int as n from inbox`).toEqual(before);
    expect(answers()).toBe(0);
    expect(bot.logged.join('')).not.toContain(secret);
  });

  test.each([
    ['another path', { path: '/admin' }, '{}', 404],
    ['another method', { method: 'GET' }, '', 404],
    ['what is no update', {}, 'hello', 400],
    ['an update without a number', {}, '{"message":{}}', 400],
    ['more than an update ever holds', {}, `{"update_id":1,"x":"${'y'.repeat(1024 * 1024)}"}`, 413],
  ])('refuses %s', async (_, where, body, status) => {
    const { secret_token: secret } = await told();
    expect(await post(body, { [SECRET_HEADER]: String(secret) }, where)).toBe(status);
  });

  test('does not confirm what the store could not take: Telegram posts it again', async () => {
    const { secret_token: secret } = await told();
    const headers = { [SECRET_HEADER]: String(secret) };
    const update = JSON.stringify(updateSaying('attacks near Palmyra in April 2023'));
    await core.store.sql`alter table inbox rename to inbox_away`;
    try {
      expect(await post(update, headers)).toBe(503);
    } finally {
      await core.store.sql`alter table inbox_away rename to inbox`;
    }
    expect(await post(update, headers)).toBe(200);
    await telegram.until(() => answers() === 1, 'the answer');
  });

  test('that finds its port taken says so, waits, and takes it when it is free', async () => {
    await told();
    const taken = await startFakeTelegram();
    const second = startTelegram(core, {
      ...taken,
      webhook: { url: 'https://bot.example.org/telegram', host: '127.0.0.1', port },
    });
    await expect.poll(() => second.said.join('\n')).toMatch(/cannot listen on 127\.0\.0\.1:\d+ \(EADDRINUSE\)/u);
    await bot.stop();
    await taken.until(() => taken.state.webhook, 'setWebhook of the second');
    await second.stop();
    await taken.close();
  });
});
