import { beforeAll, expect, test } from 'vitest';
import { runDiscord } from '../../../src/bots/discord/bot.ts';
import type { Core } from '../../../src/core/core.ts';
import { createLog } from '../../../src/log.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { scene } from './bot.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

function run(settings: { api: string; token: string }) {
  const stop = new AbortController();
  const said: string[] = [];
  const running = runDiscord(settings, {
    core,
    log: createLog('silent'),
    say: (line) => said.push(line),
    clock: () => new Date(),
    random: () => 0.5,
    stop: stop.signal,
    conversationKey: (platform, chat, person) => `${platform}:${chat}:${person}`,
  });
  return { said, running, stop: () => stop.abort() };
}

test('the bot starts although Discord is out of order at first, answers, and ends when it is stopped', async () => {
  const { fake, person } = await scene();
  fake.fail({ route: 'GET /users/@me', when: 'before', how: { status: 503 } });
  fake.fail({ route: 'GET /applications/@me', when: 'after', how: 'cut' });
  fake.fail({ route: 'GET /gateway/bot', when: 'before', how: 'reset' });
  const bot = run(fake);
  await fake.until(() => fake.gateway.identifies === 1, 'a session');
  expect((await person('ana').says('attacks in Homs governorate in 2023')).text).toContain('Homs');
  bot.stop();
  await bot.running;
  expect(fake.gateway.isConnected()).toBe(false);
  expect(bot.said).toEqual([]);
});

test('a refused token is said once, and does not end the program', async () => {
  const { fake } = await scene();
  const bot = run({ api: fake.api, token: 'not.the.token' });
  await expect.poll(() => bot.said).toEqual([expect.stringMatching(/refuses the token/u)]);
  bot.stop();
  await bot.running;
});

test('it can be stopped while Discord is away', async () => {
  const bot = run({ api: 'http://127.0.0.1:9/api', token: 'not.the.token' });
  bot.stop();
  await bot.running;
  expect(bot.said).toEqual([]);
});
