import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { scene } from './bot.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

const QUESTION = 'attacks in Homs governorate in 2023';
const CREATE = 'POST /channels/{channel.id}/messages';
const EDIT = 'PATCH /webhooks/{application.id}/{interaction.token}/messages/@original';

describe('when the connection goes', () => {
  test('a resumed session replays what was missed; what it replays again is handled once', async () => {
    const { fake, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const first = await ana.runs('/ask', { text: QUESTION });
    await ana.says(QUESTION);
    fake.gateway.replayAll = true;
    fake.gateway.drop(4000);
    ana.sends('attacks in Homs governorate in 2022');
    await fake.until(() => fake.gateway.resumes === 1, 'a resumed session');
    const answers = () => ana.dm.messages.filter(({ author }) => author.id === fake.state.bot.id);
    await fake.until(() => answers().length === 3, 'three answers');
    await ana.says('help');
    expect(answers()).toHaveLength(4);
    expect(first.text).toBe(answers()[0]?.content);
    expect(fake.requests.filter(({ route }) => route.includes('/callback'))).toHaveLength(1);
  });

  test('what was said while no session was there is fetched, in order, and answered once', async () => {
    const { fake, channel, person, start } = await scene();
    const bot = await start(core);
    const ana = person('ana');
    await ana.says('help');
    await ana.says('help', { in: channel, mention: true });
    await bot.stop();
    const missed = [2020, 2021, 2022].map((year) => ana.sends(`attacks in Homs governorate in ${year}`));
    const mentioned = ana.sends(QUESTION, { in: channel, mention: true });
    for (let i = 0; i < 150; i++) ana.sends(`talk ${i}`, { in: channel });
    const last = ana.sends('attacks in Homs governorate in 2019', { in: channel, mention: true });
    await start(core);
    const answerTo = (id: string) =>
      [...ana.dm.messages, ...channel.messages].filter((one) => one.message_reference?.message_id === id);
    await fake.until(
      () => [...missed, mentioned, last].every(({ id }) => answerTo(id).length > 0),
      'answers to all that was missed',
    );
    await ana.says('help');
    expect([...missed, mentioned, last].map(({ id }) => answerTo(id).length)).toEqual([1, 1, 1, 1, 1]);
    const inOrder = ana.dm.messages
      .filter(({ author }) => author.id === fake.state.bot.id)
      .map((one) => one.message_reference?.message_id);
    expect(inOrder.slice(1, 4)).toEqual(missed.map(({ id }) => id));
  });

  test('a channel that the bot never read before catches up from its first day on', async () => {
    const { fake, person, start } = await scene();
    const bot = await start(core);
    await bot.stop();
    const fresh = fake.state.open('text');
    const ana = person('ana');
    const message = ana.sends(QUESTION, { in: fresh, mention: true });
    await start(core);
    await fake.until(() => fresh.messages.some((one) => one.message_reference?.message_id === message.id), 'an answer');
  });

  test.each([
    [
      'the session is invalid',
      (gateway: { forget: boolean; drop(code: number): void }) => {
        gateway.forget = true;
        gateway.drop(4000);
      },
    ],
    ['it is closed for good', (gateway: { drop(code: number): void }) => gateway.drop(1000)],
    ['the socket dies', (gateway: { drop(code?: number): void }) => gateway.drop()],
    ['Discord asks to come again', (gateway: { askToReconnect(): void }) => gateway.askToReconnect()],
  ])('the bot comes back when %s', async (_, trouble) => {
    const { fake, person, start } = await scene();
    await start(core);
    const ana = person('ana');
    await ana.says('help');
    const before = fake.gateway.identifies + fake.gateway.resumes;
    trouble(fake.gateway);
    const missed = ana.sends(QUESTION);
    await fake.until(() => fake.gateway.identifies + fake.gateway.resumes > before, 'a new connection');
    await fake.until(() => ana.dm.messages.some((one) => one.message_reference?.message_id === missed.id), 'an answer');
    expect(ana.dm.messages.filter((one) => one.message_reference?.message_id === missed.id)).toHaveLength(1);
  });

  test('unanswered heartbeats end the connection, and a new one begins', async () => {
    const { fake, person, start } = await scene();
    fake.gateway.heartbeatMs = 60;
    fake.gateway.deaf = true;
    await start(core);
    await fake.until(() => fake.gateway.resumes + fake.gateway.identifies > 1, 'a second connection');
    fake.gateway.deaf = false;
    expect((await person('ana').says('help')).text).not.toBe('');
  });

  test('withheld servers keep nobody waiting', async () => {
    const { fake, channel, person, start } = await scene();
    fake.gateway.withhold = true;
    await start(core);
    expect((await person('ana').runs('/ask', { text: QUESTION }, channel)).text).toContain('Homs');
  });
});

describe('when requests fail', () => {
  test.each([
    ['its answer is cut', 'after', 'cut'],
    ['the connection is reset after it', 'after', 'reset'],
    ['Discord is out of order after it', 'after', { status: 502 }],
    ['Discord is out of order', 'before', { status: 503 }],
    ['the connection is reset before it', 'before', 'reset'],
    [
      'it is too many',
      'before',
      { status: 429, headers: { 'retry-after': '0.2' }, body: { message: 'slow', retry_after: 0.2, global: false } },
    ],
  ] as const)('a message goes out exactly once when %s', async (_, when, how) => {
    const { fake, channel, person, start } = await scene();
    await start(core);
    fake.fail({ route: CREATE, when, how });
    const ana = person('ana');
    const answer = await ana.says(QUESTION, { in: channel, mention: true });
    await fake.until(
      () => fake.requests.filter(({ method, route }) => `${method} ${route}` === CREATE).length >= 2,
      'a second request',
    );
    await ana.says('help', { in: channel, mention: true });
    expect(answer.text).toContain('Homs');
    expect(channel.messages.filter(({ author }) => author.id === fake.state.bot.id)).toHaveLength(2);
  });

  test('an answer to a slash command is repeated without harm', async () => {
    const { fake, channel, person, start } = await scene();
    await start(core);
    fake.fail({ route: EDIT, when: 'after', how: 'cut', times: 2 });
    await person('ana').runs('/ask', { text: QUESTION }, channel);
    await fake.until(() => fake.requests.filter(({ method }) => method === 'PATCH').length === 3, 'three requests');
    expect(channel.messages).toHaveLength(1);
  });

  test('an answer for the asker alone comes once when the answer to a request before it is lost', async () => {
    const { fake, channel, person, start } = await scene();
    await start(core);
    fake.fail({ route: EDIT.replace('PATCH', 'DELETE'), when: 'after', how: 'cut' });
    const sorry = await person('ana').runs('/incident', { ref: 'BDY-222222' }, channel);
    expect(sorry.forMeAlone).toBe(true);
    expect(channel.messages).toHaveLength(1);
  });

  test('a slash command that could not be acknowledged in time is answered in the channel', async () => {
    const { fake, channel, person, start } = await scene();
    await start(core);
    fake.fail({ route: 'POST /interactions/{interaction.id}/{interaction.token}/callback', when: 'before', how: 'reset' });
    person('ana').starts('/ask', { text: QUESTION }, channel);
    const answer = await fake.until(() => channel.messages[0], 'a message in the channel');
    expect(answer.content).toContain('Homs');
  });

  test('an answer that comes after a quarter of an hour goes to the channel; one for the asker alone goes nowhere', async () => {
    const { fake, channel, person, start } = await scene();
    const bot = await start(core);
    await bot.delivery.stop();
    const ana = person('ana');
    const asked = ana.starts('/ask', { text: QUESTION }, channel);
    const helped = ana.starts('/help', {}, channel);
    await fake.until(() => asked.acknowledged !== null && helped.acknowledged !== null, 'both acknowledged');
    await bot.stop();
    fake.state.ahead += 16 * 60_000;
    const later = await start(core);
    await fake.until(() => channel.messages.some(({ content }) => content.includes('Homs')), 'an answer in the channel');
    await expect.poll(() => later.troubles, { timeout: 10_000 }).toContain('token-expired');
    expect(channel.messages.filter(({ content }) => content !== '')).toHaveLength(1);
  });

  test('who presses while the store is away is told that nothing was recorded', async () => {
    const { fake, channel, person, start } = await scene();
    // how far was read is still kept at the start
    const keep = async (arrivals: readonly unknown[]) => (arrivals.length === 0 ? 0 : Promise.reject(new Error('away')));
    const broken = { keep, positions: async () => new Map([['', '1']]) };
    const bot = await start(core);
    await bot.discord.close();
    await bot.discord.listen(broken);
    const asked = person('ana').starts('/ask', { text: QUESTION }, channel);
    await fake.until(() => asked.acknowledged === 4, 'a first answer');
    expect(asked.original?.content).toMatch(/could not record/u);
    expect(asked.hidden).toBe(true);
  });
});

describe('what only a person can put right is said in a sentence', () => {
  test('a refused token', async () => {
    const { start } = await scene();
    await expect(start(core, { token: 'wrong' })).rejects.toThrow(/refuses the token.*Reset Token.*DISCORD_TOKEN/u);
  });

  test('no right to read contents: the bot runs without', async () => {
    const { fake, channel, person, start } = await scene();
    fake.state.contentIntent = false;
    const { said } = await start(core);
    expect(said).toEqual([expect.stringMatching(/Message Content Intent is off/u)]);
    expect((await person('ana').says(QUESTION, { in: channel, mention: true })).text).toContain('Homs');
  });

  test('intents that are refused all the same', async () => {
    const { fake, start } = await scene();
    const asked = start(core);
    await fake.until(() => fake.requests.some(({ route }) => route === '/applications/@me'), 'the question who the bot is');
    fake.state.contentIntent = false;
    await expect(asked).rejects.toThrow(/Message Content Intent/u);
  });

  test('rights that are missing in a server', async () => {
    const { fake, person, start } = await scene();
    fake.state.permissions = String((1n << 10n) | (1n << 11n));
    const { said } = await start(core);
    await person('ana').says('help');
    expect(said).toEqual([expect.stringMatching(/“Monitors”.*Attach Files, Read Message History, Send Messages in Threads/u)]);
  });

  test('a token that is revoked while the bot runs', async () => {
    const { fake, start } = await scene();
    const { problems } = await start(core);
    fake.gateway.drop(4004);
    await fake.until(() => problems.length > 0, 'a problem');
    expect(problems[0]).toMatch(/refuses the token/u);
  });
});
