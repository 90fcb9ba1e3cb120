import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Sent } from '../../../src/bots/delivery/adapter.ts';
import type { Core } from '../../../src/core/core.ts';
import { freshStore } from '../../support/store.ts';
import { emptyCore, openPost, type Post, type PostOptions, said } from './post.ts';
import { threeTimesShuffled } from './three-times.ts';

let core: Core;
beforeAll(async () => {
  core = await emptyCore(await freshStore());
});

const open: Post[] = [];
afterEach(async () => {
  for (const { delivery } of open.splice(0)) await delivery.stop();
  await core.store.sql`truncate inbox, outbox, outbox_file, cursor`;
});

function post(options?: PostOptions, on = core): Post {
  const opened = openPost(on, options);
  open.push(opened);
  return opened;
}

const textsTo = ({ arrived }: Post, chat: string) => arrived.filter((one) => one.chat === chat).map(({ text }) => text);

describe('what arrives', () => {
  test('three times each and in any order is answered once, by two processes at once', () => threeTimesShuffled(core, 400));

  test('in one chat is answered in its order', async () => {
    const bot = post();
    bot.delivery.start();
    await bot.delivery.keep(Array.from({ length: 40 }, (_, i) => said(i % 2 ? 'a' : 'b', String(i), `${i}`)));
    await bot.until(() => bot.arrived.length === 40);
    expect(textsTo(bot, 'a')).toEqual(Array.from({ length: 20 }, (_, i) => `re: ${2 * i + 1}`));
    expect(textsTo(bot, 'b')).toEqual(Array.from({ length: 20 }, (_, i) => `re: ${2 * i}`));
  });

  test('as an edit is a message of its own, once for each revision', async () => {
    const bot = post();
    bot.delivery.start();
    await bot.delivery.keep([
      said('a', '1', 'first'),
      said('a', '1', 'second', 7),
      said('a', '1', 'second', 7),
      said('a', '1', 'third', 8),
    ]);
    // what is not sent yet when the next answer is made is overtaken by it: the answer stands in one place
    await bot.until(() => textsTo(bot, 'a').at(-1) === 're: third');
    expect(bot.causes).toHaveLength(3);
    expect(new Set(bot.causes).size).toBe(3);
    expect(['re: first', 're: second', 're: third']).toEqual(expect.arrayContaining(textsTo(bot, 'a')));
  });

  test('while nothing runs waits for whoever comes next', async () => {
    await post().delivery.keep([said('a', '1', 'are you there?')]);
    const bot = post();
    bot.delivery.start();
    await bot.until(() => bot.arrived.length === 1);
  });

  test('with characters that the database does not hold is kept all the same', async () => {
    const bot = post();
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'NUL \u0000 half \ud800')]);
    await bot.until(() => bot.arrived.length === 1);
  });

  test('leaves no words behind once it is answered', async () => {
    const bot = post();
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'a secret')]);
    await bot.until(() => bot.arrived.length === 1);
    await bot.delivery.stop();
    const kept = await core.store.sql`select row_to_json(inbox)::text || row_to_json(outbox)::text as all from inbox, outbox`;
    expect(kept).toHaveLength(1);
    expect(String(kept[0]?.all)).not.toContain('secret');
  });
});

describe('a chat', () => {
  test('whose answer takes long holds up no other', async () => {
    let finish = () => {};
    const slow = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const bot = post({ gate: (text) => (text === 'slow' ? slow : Promise.resolve()) });
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'slow'), said('a', '2', 'after')]);
    await bot.delivery.keep(Array.from({ length: 10 }, (_, i) => said('b', `b${i}`, `${i}`)));
    await bot.until(() => textsTo(bot, 'b').length === 10);
    expect(textsTo(bot, 'a')).toEqual([]);
    finish();
    await bot.until(() => textsTo(bot, 'a').length === 2);
    expect(textsTo(bot, 'a')).toEqual(['re: slow', 're: after']);
  });

  test('that floods the bot leaves the others their turn', async () => {
    const bot = post();
    await bot.delivery.keep(Array.from({ length: 3_000 }, (_, i) => said('flood', `f${i}`, `${i}`)));
    await bot.delivery.keep(Array.from({ length: 20 }, (_, i) => said(`c${i}`, 'one', `${i}`)));
    bot.delivery.start();
    await bot.until(() => bot.arrived.filter(({ chat }) => chat !== 'flood').length === 20);
    expect(textsTo(bot, 'flood').length).toBeLessThan(60);
  });

  test('with one message does not wait until a crowd of floods has had its turn', async () => {
    const bot = post();
    const crowd = Array.from({ length: 60 }, (_, chat) =>
      Array.from({ length: 10 }, (_, i) => said(`crowd${chat}`, `${i}`, `${i}`)),
    );
    await bot.delivery.keep(crowd.flat());
    await bot.delivery.keep(Array.from({ length: 5 }, (_, i) => said(`alone${i}`, 'one', `${i}`)));
    bot.delivery.start();
    await bot.until(() => bot.arrived.filter(({ chat }) => chat.startsWith('alone')).length === 5);
    expect(bot.arrived.length).toBeLessThan(25);
  });

  test.each(['poison', 'unprintable'])(
    'with a message that is %s holds up no other, and goes on when that is given up',
    async (text) => {
      const bot = post();
      bot.delivery.start();
      await bot.delivery.keep([said('a', '1', text), said('a', '2', 'after'), said('b', '3', 'other')]);
      await bot.until(() => textsTo(bot, 'b').length === 1);
      for (let failures = 1; failures < 6; failures++) {
        await bot.until(() => bot.troubles.length === failures);
        expect(textsTo(bot, 'a')).toEqual([]);
        bot.skip(60_000);
        await bot.delivery.keep([said('c', `wake${failures}`, 'wake')]);
      }
      await bot.until(() => textsTo(bot, 'a').includes('re: after'));
      expect(bot.troubles.map(({ dead }) => dead)).toEqual([false, false, false, false, false, true]);
      // whoever wrote what could be read is told
      expect(textsTo(bot, 'a')).toEqual([
        ...(text === 'poison' ? [] : [expect.stringContaining('Something went wrong')]),
        're: after',
      ]);
    },
  );
});

describe('a message that is sent', () => {
  const failing = (failures: Sent[]) => (text: string) => (text === 're: hard' ? (failures.shift() ?? null) : null);

  test('is sent again after a refusal for now, before what follows it in its chat and after what others get', async () => {
    const bot = post({ fate: failing([{ kind: 'again', afterMs: 50_000, unsure: false, trouble: '429' }]) });
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'hard'), said('a', '2', 'after'), said('b', '3', 'other')]);
    await bot.until(() => textsTo(bot, 'b').length === 1);
    expect(textsTo(bot, 'a')).toEqual([]);
    await expect.poll(() => core.store.sql`select 1 from outbox where trouble = '429'`).toHaveLength(1);
    bot.skip(60_000);
    await bot.until(() => textsTo(bot, 'a').length === 2);
    expect(bot.arrived.map(({ text, repeated }) => [text, repeated])).toEqual([
      ['re: other', false],
      ['re: hard', false],
      ['re: after', false],
    ]);
  });

  test('is marked as repeated where it may have arrived, with the same nonce', async () => {
    const nonces = new Set<string>();
    const bot = post({ fate: failing([{ kind: 'again', afterMs: 0, unsure: true, trouble: 'network' }]) });
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'hard')]);
    await bot.until(() => bot.arrived.length === 1);
    for (const { nonce } of bot.arrived) nonces.add(nonce);
    expect(bot.arrived[0]?.repeated).toBe(true);
  });

  test('is set aside where it will never be taken, and is there to be seen', async () => {
    const bot = post({ fate: failing([{ kind: 'never', trouble: '403' }]) });
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'hard'), said('a', '2', 'after')]);
    await bot.until(() => bot.arrived.length === 1);
    expect(textsTo(bot, 'a')).toEqual(['re: after']);
    expect(bot.troubles).toMatchObject([{ kind: 'sending', dead: true, error: '403' }]);
    expect(await core.store.sql`select state, trouble from outbox where state = 'dead'`).toMatchObject([
      { state: 'dead', trouble: '403' },
    ]);
  });

  test('waits for the pace of its chat while others are sent to', async () => {
    let now = 0;
    const pace = { chatMs: (chat: string) => (chat === 'a' ? 3_600_000 : 0), allMs: 0 };
    const bot = post({ pace });
    bot.delivery.start();
    await bot.delivery.keep([said('a', '1', 'one'), said('a', '2', 'two')]);
    await bot.until(() => textsTo(bot, 'a').length === 1);
    await bot.delivery.keep(Array.from({ length: 5 }, (_, i) => said('b', `b${i}`, `${now++}`)));
    await bot.until(() => textsTo(bot, 'b').length === 5);
    expect(textsTo(bot, 'a')).toEqual(['re: one']);
    bot.skip(3_600_001);
    await bot.until(() => textsTo(bot, 'a').length === 2);
  });
});
