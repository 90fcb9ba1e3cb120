import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import { person } from '../../fakes/telegram/person.ts';
import { type FakeTelegram, type Fault, startFakeTelegram } from '../../fakes/telegram/server.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { hostileUpdate, neverThrows } from './hostile-updates.ts';
import { startTelegram, stopTelegrams } from './started.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

const opened: FakeTelegram[] = [];
afterEach(async () => {
  await stopTelegrams();
  for (const telegram of opened.splice(0)) await telegram.close();
  await core.store.sql`truncate inbox, outbox, outbox_file, cursor`;
});

async function fake(): Promise<FakeTelegram> {
  const telegram = await startFakeTelegram();
  opened.push(telegram);
  return telegram;
}

const trouble = (logged: readonly string[]) =>
  logged.map((line) => JSON.parse(line)).flatMap(({ msg, doing, code }) => (msg === 'bot_trouble' ? [`${doing} ${code}`] : []));

type FaultCase = [string, Pick<Fault, 'how'> & Partial<Fault>, string];
const FAULTS: FaultCase[] = [
  ['another poller', { how: { status: 409 } }, '409'],
  ['a token taken back', { how: { status: 401 } }, '401'],
  ['too many requests', { how: { status: 429, parameters: { retry_after: 0 } } }, '429'],
  ['a server in trouble', { how: { status: 502 } }, '502'],
  ['an answer that is cut', { how: 'cut' }, 'network'],
  ['a connection that is reset', { how: 'reset' }, 'network'],
  ['an answer that is lost', { how: 'reset', when: 'after' }, 'network'],
];

describe('reading goes on after', () => {
  test.each(FAULTS)('%s', async (_, fault, code) => {
    const telegram = await fake();
    const { logged, stop } = startTelegram(core, telegram);
    const ana = person(telegram, { id: 2001 });
    await ana.says('/help');
    telegram.fail({ method: 'getUpdates', times: 2, ...fault });
    ana.sends('/help ask');
    const reply = await telegram.until(() => ana.replies()[1], 'an answer after the fault');
    expect(reply.text).toContain('/ask');
    expect(trouble(logged)).toContain(`getUpdates ${code}`);
    await stop();
    expect(ana.replies()).toHaveLength(2);
  });
});

describe('sending', () => {
  test.each<FaultCase>([
    ['too many requests', { how: { status: 429, parameters: { retry_after: 1 } } }, '429'],
    ['a server in trouble', { how: { status: 500 } }, '500'],
    ['a connection that is reset', { how: 'reset' }, 'network'],
    ['an answer that is cut before it counts', { how: 'cut' }, 'network'],
  ])('is tried again after %s, and arrives once', async (_, fault, code) => {
    const telegram = await fake();
    const { stop } = startTelegram(core, telegram);
    telegram.fail({ method: 'sendMessage', times: 2, ...fault });
    const ana = person(telegram, { id: 2101 });
    await ana.says('/help');
    await stop();
    expect(ana.replies()).toHaveLength(1);
    expect(await core.store.sql`select state, attempts, trouble from outbox`).toMatchObject([
      { state: 'sent', attempts: 3, trouble: code },
    ]);
  });

  test('whose answer was lost is done again: only then does a message come twice', async () => {
    const telegram = await fake();
    startTelegram(core, telegram);
    telegram.fail({ method: 'sendMessage', how: 'reset', when: 'after' });
    const ana = person(telegram, { id: 2102 });
    await ana.says('/help');
    await telegram.until(() => ana.replies().length === 2, 'the repetition');
  });

  test('to somebody who blocked the bot is given up and holds up nobody', async () => {
    const telegram = await fake();
    const { logged } = startTelegram(core, telegram);
    telegram.fail({ method: 'sendMessage', how: { status: 403 } });
    const ana = person(telegram, { id: 2103 });
    ana.sends('/help');
    ana.sends('/help ask');
    await telegram.until(() => ana.replies().length === 1, 'the answer after it');
    expect(logged.join('')).toContain('"code":"403"');
  });

  test('to a group that became a supergroup goes to where it is now', async () => {
    const telegram = await fake();
    startTelegram(core, telegram);
    telegram.fail({ method: 'sendMessage', how: { status: 400, parameters: { migrate_to_chat_id: -1009 } } });
    person(telegram, { id: 2104, group: -7 }).sends('/help');
    await telegram.until(() => telegram.state.sent.some(({ chat }) => chat === -1009), 'the answer in the supergroup');
  });
});

describe('starting', () => {
  test('waits for a server that is away', async () => {
    const telegram = await fake();
    telegram.fail({ method: 'getMe', how: { status: 503 }, times: 2 });
    startTelegram(core, telegram);
    expect((await person(telegram, { id: 2201 }).says('/help')).text).toContain('/ask');
  });

  test('with a token that Telegram refuses says so in a sentence, once, and stops when asked to', async () => {
    const telegram = await fake();
    const { said, stop, logged } = startTelegram(core, { ...telegram, token: '1:wrong-token-of-thirty-letters' });
    await expect.poll(() => trouble(logged).length).toBeGreaterThan(1);
    await stop();
    expect(said).toEqual([expect.stringContaining('@BotFather')]);
  });

  test('takes a webhook away that was set before, and loses nothing that waits', async () => {
    const telegram = await fake();
    telegram.state.webhook = { url: 'https://example.org' };
    const ana = person(telegram, { id: 2202 });
    ana.sends('/help');
    startTelegram(core, telegram);
    await telegram.until(() => ana.replies().length === 1, 'the answer');
  });
});

describe('whatever comes', () => {
  test('is read or passed over, 1,000 times', () => fc.assert(neverThrows, { numRuns: 1_000 }));

  test('the bot goes on, and nothing of it is in the log', async () => {
    const telegram = await fake();
    const { logged } = startTelegram(core, telegram);
    for (const update of fc.sample(hostileUpdate, { numRuns: 300, seed: 7 })) {
      const { update_id: _, ...kind } = update;
      // as JSON brings it
      telegram.push(JSON.parse(JSON.stringify(kind)), { checked: false });
    }
    const ana = person(telegram, { id: 2301 });
    ana.sends('/help');
    await telegram.until(() => ana.replies().length > 0, 'an answer after all that', 40_000);
    const known = ['level', 'at', 'msg', 'platform', 'doing', 'code', 'kind', 'id', 'given_up', 'error', 'frames'];
    expect(logged.flatMap((line) => Object.keys(JSON.parse(line))).filter((field) => !known.includes(field))).toEqual([]);
    expect(logged.join('\n')).not.toContain(telegram.token);
    expect(logged.join('\n')).not.toContain('2301');
  });
});
