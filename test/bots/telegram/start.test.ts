import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts';
import { type Environment, runCli, startCli } from '../../support/cli.ts';
import { factsStore } from '../../support/store.ts';

let telegram: FakeTelegram;
let home: string;
let env: Environment;
beforeAll(async () => {
  telegram = await startFakeTelegram();
  home = mkdtempSync(join(tmpdir(), 'dalil-start-'));
  const { url } = await factsStore();
  env = {
    DATABASE_URL: url,
    DALIL_HOME: home,
    TELEGRAM_TOKEN: telegram.token,
    DALIL_TELEGRAM_API: telegram.apiRoot,
    DALIL_LOG_LEVEL: 'debug',
  };
});
afterAll(async () => {
  await telegram.close();
  rmSync(home, { recursive: true, force: true });
});

describe('dalil start with a token of Telegram', () => {
  test('runs the bot until SIGTERM, ends what it does, and logs neither words, tokens nor people', async () => {
    const running = startCli(['start'], env);
    const reply = await person(telegram, { id: 987654321 }).says('attacks near Sukhnah in April 2023');
    expect(reply.text).toContain('8 April 2023');
    running.signal('SIGTERM');
    const { code, stdout, stderr } = await running.finished;
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const events = stderr.split('\n').flatMap((line) => (line.startsWith('{') ? [JSON.parse(line).msg] : []));
    expect(events.filter((event) => event !== 'retained')).toEqual(['opened', 'bot_started', 'bot_stopped', 'closed']);
    expect(stderr).not.toMatch(/987654321|Sukhna|fake-token/u);
  });

  test('names conversations by a key that only its owner can read, and keeps it', async () => {
    const key = join(home, 'keys', 'conversation.key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    const before = readFileSync(key);
    const running = startCli(['start'], env);
    await person(telegram, { id: 987654321 })
      .says('and in May?')
      .then(({ text }) => expect(text).toContain('May 2023'));
    running.signal('SIGINT');
    expect((await running.finished).code).toBe(0);
    expect(readFileSync(key)).toEqual(before);
  });
});

describe('dalil doctor', () => {
  test('names the bot where the token works', async () => {
    const { code, stdout } = await runCli(['doctor'], env);
    expect(stdout).toContain('ok     Telegram: the bot is @dalil_test_bot');
    expect(stdout).toMatch(/ok {5}Telegram updates: \d+ updates wait, to be polled for/u);
    expect(code).toBe(0);
  });

  test('says why Telegram cannot post to the webhook, and when another program has set one', async () => {
    const url = 'https://bot.example.org/telegram';
    telegram.state.webhook = { url };
    telegram.state.hookTrouble = 'Connection refused';
    telegram.state.queue.push({ update_id: 1 });
    const posted = await runCli(['doctor'], { ...env, DALIL_TELEGRAM_WEBHOOK: url });
    const polled = await runCli(['doctor'], env);
    telegram.state.webhook = null;
    telegram.state.queue = [];
    expect(posted.code).toBe(1);
    expect(posted.stdout).toContain('Telegram cannot post to DALIL_TELEGRAM_WEBHOOK: Connection refused');
    expect(polled.code).toBe(1);
    expect(polled.stdout).toContain('another program has set a webhook');
  });

  test.each([
    ['a token that is refused', { TELEGRAM_TOKEN: '1:wrong-token-of-thirty-letters' }, '@BotFather'],
    ['a server that cannot be reached', { DALIL_TELEGRAM_API: 'http://127.0.0.1:1' }, '127.0.0.1:1: it cannot be reached'],
  ])('says what to do about %s', async (_, wrong, advice) => {
    const { code, stdout } = await runCli(['doctor'], { ...env, ...wrong });
    expect(code).toBe(1);
    expect(stdout).toContain(advice);
    expect(stdout).not.toMatch(/wrong-token|fake-token/u);
  });

  test('what is no token at all is a wrong setting, and is not repeated', async () => {
    const { code, stderr } = await runCli(['start'], { ...env, TELEGRAM_TOKEN: 'hunter2' });
    expect(code).toBe(2);
    expect(stderr).toContain('TELEGRAM_TOKEN must be a token as @BotFather gives it');
    expect(stderr).not.toContain('hunter2');
  });
});
