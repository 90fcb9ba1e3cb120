import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import type { Destination } from '../../../src/core/post.ts';
import { forgetDone } from '../../../src/db/queries/forget-done.ts';
import { freshStore } from '../../support/store.ts';
import { emptyCore, openPost, type Post, type PostOptions, said } from './post.ts';

let core: Core;
beforeAll(async () => {
  core = await emptyCore(await freshStore());
});

const open: Post[] = [];
afterEach(async () => {
  for (const { delivery } of open.splice(0)) await delivery.stop();
  await core.store.sql`truncate inbox, outbox, outbox_file, cursor, posted`;
});

function post(options?: PostOptions): Post {
  const opened = openPost(core, options);
  open.push(opened);
  return opened;
}

const TABLES = ['inbox', 'outbox', 'outbox_file', 'cursor', 'kept_action', 'posted'];

/** Everything that the store holds of delivery, bytes read as letters too. */
async function held(): Promise<string> {
  const rows = await Promise.all(TABLES.map((table) => core.store.sql.unsafe(`select * from ${table}`)));
  return JSON.stringify(rows.flat(), (_, value: unknown) =>
    value !== null && typeof value === 'object' && 'type' in value && value.type === 'Buffer' && 'data' in value
      ? Buffer.from(value.data as number[]).toString('latin1')
      : value,
  );
}

const CANARIES = ['canary-chat', 'canary-message', 'canary-words', 'canary-scope', '987654321'];

describe('what the store holds', () => {
  test('names no chat, message, words or position, waiting or given up', async () => {
    const bot = post({ fate: () => ({ kind: 'never', trouble: '403' }) });
    await bot.delivery.keep(
      [said('canary-chat', 'canary-message', 'canary-words')],
      [{ scope: 'canary-scope', position: '987654321' }],
    );
    const waiting = await held();
    bot.delivery.start();
    await bot.until(() => bot.troubles.length === 1);
    const dead = await held();
    for (const canary of CANARIES) for (const seen of [waiting, dead]) expect(seen).not.toContain(canary);
    expect(dead).toContain('403');
    expect(await bot.delivery.positions()).toEqual(new Map([['canary-scope', '987654321']]));
  });

  test('tells of what is done only the hour', async () => {
    const bot = post();
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'one')], [{ scope: 'a', position: '1' }]);
    await bot.until(() => bot.arrived.length === 1);
    await bot.delivery.stop();
    const times = await core.store.sql<{ at: string }[]>`
      select at::text from inbox, outbox, posted, cursor,
        unnest(array[received_at, inbox.due_at, done_at, created_at, outbox.due_at, sent_at, forget_at, updated_at]) at`;
    expect(times).toHaveLength(8);
    for (const { at } of times) expect(at).toMatch(/:00:00\+/u);
  });

  test('keeps how far was read, never moving back', async () => {
    const bot = post();
    for (const position of ['100', '99', '1000', '999']) await bot.delivery.keep([], [{ scope: 'a', position }]);
    expect(await bot.delivery.positions()).toEqual(new Map([['a', '1000']]));
  });

  test('is refused where it was put into another row', async () => {
    const bot = post();
    await bot.delivery.keep([said('a', '1', 'mine'), said('b', '2', 'yours')]);
    await core.store.sql`
      update inbox set payload = other.payload from inbox other where other.id <> inbox.id and other.platform = inbox.platform`;
    bot.delivery.start();
    await bot.until(() => bot.troubles.length >= 2);
    expect(bot.arrived).toEqual([]);
    expect(bot.troubles.map(({ error }) => (error instanceof Error ? error.name : ''))).toContain('Tampered');
  });

  test('goes a while after it is done, not before, and what waits stays', async () => {
    const bot = post();
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'one')]);
    await bot.until(() => bot.arrived.length === 1);
    await bot.delivery.stop();
    await bot.delivery.keep([said('a', '2', 'two')]);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
    expect(await forgetDone(core.store.db, inDays(1))).toBe(0);
    // what its answer was
    expect(await forgetDone(core.store.db, inDays(13))).toBe(1);
    expect(await forgetDone(core.store.db, inDays(15))).toBe(2);
    expect(await core.store.sql`select state from inbox`).toEqual([{ state: 'waiting' }]);
    expect(await core.store.sql`select 1 from outbox`).toHaveLength(0);
  });
});

const CHAT: Destination = { platform: 'telegram', bot: '1', chat: 'canary', reach: 'canary' };
const words = (text: string) => ({
  language: 'en' as const,
  visibility: 'public' as const,
  blocks: [{ kind: 'text' as const, content: text.split('|') }],
});

describe('a word of ours', () => {
  test('is sent once however often it is posted under its name, and in order', async () => {
    const bot = post();
    bot.delivery.start();
    for (const key of ['one', 'two', 'one']) {
      await core.store.db.transaction((tx) => core.post(tx, { to: CHAT, reply: words(key), key }, new Date()));
    }
    await bot.until(() => bot.arrived.length === 2);
    await bot.delivery.keep([said('canary', '1', 'and then')]);
    await bot.until(() => bot.arrived.length === 3);
    expect(bot.arrived.map(({ text }) => text)).toEqual(['one', 'two', 're: and then']);
    expect(await held()).not.toContain('canary');
  });

  test('is not sent where its cause was undone', async () => {
    const bot = post();
    bot.delivery.start();
    const undone = core.store.db.transaction(async (tx) => {
      await core.post(tx, { to: CHAT, reply: words('never'), key: 'undone' }, new Date());
      throw new Error('undone');
    });
    await expect(undone).rejects.toThrow('undone');
    await bot.delivery.keep([said('canary', '9', 'after')]);
    await bot.until(() => bot.arrived.length === 1);
    expect(bot.arrived.map(({ text }) => text)).toEqual(['re: after']);
  });

  test('takes the place of what was posted into the same slot, and what is left of a longer one goes', async () => {
    const bot = post();
    bot.delivery.start();
    const posted = async (text: string, key: string, slot: string) => {
      const before = bot.arrived.length;
      await core.store.db.transaction((tx) => core.post(tx, { to: CHAT, reply: words(text), key, slot }, new Date()));
      await bot.until(() => bot.arrived.length > before);
    };
    await posted('card', 'v1', 'tip 1');
    await posted('other', 'v1 of another', 'tip 2');
    await posted('card, changed', 'v2', 'tip 1');
    expect(bot.arrived.map(({ text, former }) => [text, former])).toEqual([
      ['card', null],
      ['other', null],
      ['card, changed', 'sent card'],
    ]);
    await posted('split|in two', 'v3', 'tip 1');
    await bot.until(() => bot.arrived.length === 5);
    await posted('one again', 'v4', 'tip 1');
    await bot.until(() => bot.arrived.some(({ text }) => text.startsWith('gone')));
    expect(bot.arrived.slice(3).map(({ text, former }) => [text, former])).toEqual([
      ['split', 'sent card, changed'],
      ['in two', null],
      ['one again', 'sent split'],
      ['gone: sent in two', null],
    ]);
  });
});

const PATIENT = { timeout: 10_000 };

describe('a place of a chat', () => {
  test('is told its newest word alone where the older ones have not been tried yet, and rests as long as it is told to', async () => {
    const again = { kind: 'again', trouble: '429', afterMs: 60_000, unsure: false, all: false } as const;
    const resting = new Set(['no card']);
    const bot = post({ fate: (text) => (resting.has(text) ? again : null) });
    bot.delivery.start();
    const posted = (text: string, slot?: string) => {
      const word = { to: CHAT, reply: words(text), key: text, ...(slot ? { slot } : {}) };
      return core.store.db.transaction((tx) => core.post(tx, word, new Date()));
    };
    const waiting = async () => (await core.store.sql`select 1 from outbox where state = 'waiting'`).length;
    await posted('no card');
    await expect.poll(() => core.store.sql`select 1 from outbox where trouble = '429'`, PATIENT).toHaveLength(1);
    await posted('card', 'tip 1');
    await posted('another card', 'tip 2');
    await expect.poll(waiting, PATIENT).toBe(3);
    for (const version of ['second', 'third', 'fourth|in two']) await posted(`card, ${version}`, 'tip 1');
    await expect.poll(() => core.store.sql`select 1 from inbox where state = 'waiting'`, PATIENT).toHaveLength(0);
    expect(await waiting()).toBe(4);
    expect(bot.arrived).toEqual([]);
    resting.clear();
    bot.skip(61_000);
    await bot.until(() => bot.arrived.length === 4);
    expect(bot.arrived.map(({ text, former }) => [text, former])).toEqual([
      ['no card', null],
      ['another card', null],
      ['card, fourth', null],
      ['in two', null],
    ]);
  });
});

describe('a file', () => {
  const file = (id: string) => ({ platform: 'telegram' as const, bot: '1', id, ref: { file: `ref of ${id}` } });
  const later = (id: string) => core.store.db.transaction((tx) => core.fetchLater(tx, file(id), new Date()));

  test('is fetched apart from what is said, and handed over once', async () => {
    const bot = post();
    bot.delivery.start();
    await later('m1');
    await later('m1');
    await bot.until(() => bot.media.length === 1);
    expect(bot.media).toEqual([{ id: 'm1', arrived: 'bytes of ref of m1' }]);
    await expect.poll(() => core.store.sql`select state, payload from inbox`).toEqual([{ state: 'done', payload: null }]);
  });

  test('that does not come is tried again, and told to have failed in the end', async () => {
    const bot = post({ fetching: () => ({ kind: 'again', trouble: 'network' }) });
    bot.delivery.start();
    await later('m2');
    for (let tries = 1; tries < 8; tries++) {
      await expect
        .poll(() => core.store.sql`select 1 from inbox where attempts = ${tries} and trouble = 'network'`, { timeout: 10_000 })
        .toHaveLength(1);
      expect(bot.media).toEqual([]);
      bot.skip(3_600_000);
    }
    await bot.until(() => bot.media.length === 1);
    expect(bot.media).toEqual([{ id: 'm2', arrived: { failed: 'network' } }]);
  });

  test('that the platform no longer has fails at once', async () => {
    const bot = post({ fetching: () => ({ kind: 'never', trouble: '404' }) });
    bot.delivery.start();
    await later('m3');
    await bot.until(() => bot.media.length === 1);
    expect(bot.media).toEqual([{ id: 'm3', arrived: { failed: '404' } }]);
  });

  test('that is slow holds up no answer', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const bot = post({ fetching: () => slow.then(() => ({ kind: 'never', trouble: 'late' })) });
    bot.delivery.start();
    await later('m4');
    await bot.delivery.keep([said('a', '1', 'hello')]);
    await bot.until(() => bot.arrived.length === 1);
    expect(bot.media).toEqual([]);
    finish();
    await bot.until(() => bot.media.length === 1);
  });
});

test('a message that somebody deleted is told by the cause that it was answered under', async () => {
  const bot = post();
  bot.delivery.start();
  await bot.delivery.keep([said('a', '1', 'oh no'), { ...said('a', '1', ''), kind: 'delete', revision: 9 }]);
  await bot.until(() => bot.deleted.length === 1);
  expect(bot.deleted).toEqual([bot.causes[0]]);
});

test('a message that is to be forgotten is deleted from the chat after its reply', async () => {
  const bot = post();
  bot.delivery.start();
  await bot.delivery.keep([said('a', '7', 'forget this')]);
  await bot.until(() => bot.arrived.length === 2);
  expect(bot.arrived.map(({ text }) => text)).toEqual(['re: forget this', 'erased: 7']);
});

test('a reply without anything in it is not sent', async () => {
  const bot = post();
  bot.delivery.start();
  await bot.delivery.keep([said('a', '1', 'quiet'), said('a', '2', 'loud')]);
  await bot.until(() => bot.arrived.length === 1);
  expect(bot.causes).toHaveLength(2);
  expect(bot.arrived.map(({ text }) => text)).toEqual(['re: loud']);
});
