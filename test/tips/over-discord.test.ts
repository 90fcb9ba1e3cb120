import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import type { Store } from '../../src/db/client.ts';
import { scene } from '../bots/discord/bot.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let store: Store;
let core: Core;
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store);
});

const tips = async () => (await store.sql<{ n: number }[]>`select count(*)::int as n from tip`)[0]?.n ?? 0;

describe('a contact on Discord', () => {
  test('writes in private, with a file, and is asked for what is missing', async () => {
    const before = await tips();
    const { person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const files = [{ name: 'a.jpg', mime: 'image/jpeg', data: Buffer.from([1, 2, 3]) }];
    const first = await ana.says('3 soldiers were killed in an ambush this morning', { files });
    expect(first.text).toContain('Kept.');
    expect(first.text).toContain('One file received.');
    const second = await ana.says('near Kabajib');
    expect(second.text).toContain('near Kabajib');
    const third = await ana.presses('Done', second);
    expect(third.text).toContain('complete');
    expect(await tips()).toBe(before + 1);
    const [media] = await store.sql<{ n: number }[]>`select count(*)::int as n from tip_media`;
    expect(media?.n).toBe(1);
  });

  test('writes Arabic and is answered in Arabic', async () => {
    const { person, start } = await scene();
    await start(core);
    const first = await person('badr').says('كمين للجيش قرب كباجب ٧ قتلى');
    expect(first.text).toContain('حفظت رسالتك');
    expect(first.buttons).toContain('أمس');
  });

  test('is told in a channel, where nobody else sees it and without a word of theirs, to write in private', async () => {
    const before = await tips();
    const { channel, person, start } = await scene();
    await start(core);
    const reply = await person('chams').runs('/tip', { text: '3 soldiers killed near Sukhnah today' }, channel);
    expect(reply.text).toContain('only in a private chat');
    expect(reply.text).not.toMatch(/Sukhnah|soldiers/u);
    expect(reply.forMeAlone).toBe(true);
    expect(await tips()).toBe(before);
  });
});
