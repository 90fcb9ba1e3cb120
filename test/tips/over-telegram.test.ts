import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import type { Store } from '../../src/db/client.ts';
import { startTelegram } from '../bots/telegram/started.ts';
import { person } from '../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../fakes/telegram/server.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';

const vault = freshVault();
let telegram: FakeTelegram;
let store: Store;
let core: Core;
let stop: () => Promise<void>;
beforeAll(async () => {
  telegram = await startFakeTelegram({ wireLog: process.env.WIRE_LOG });
  store = await factsStore();
  core = await startOn(store, vault);
  stop = startTelegram(core, telegram).stop;
});
afterAll(() => telegram.close());

/** A photo with a camera's name in it. */
const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#a08060' } })
    .withExif({ IFD0: { Model: 'Field Camera' } })
    .jpeg()
    .toBuffer();

const counts = async () => {
  const [row] = await store.sql<{ tips: number; parts: number; media: number; waiting: number }[]>`
    select (select count(*)::int from tip) as tips, (select count(*)::int from tip_part) as parts,
      (select count(*)::int from tip_media) as media, (select count(*)::int from tip_media where state = 'waiting') as waiting`;
  if (!row) throw new Error('nothing was counted');
  return row;
};

describe('a contact on Telegram', () => {
  test('sends words, a photo and a pin in any order, and they are one tip, in four messages of ours at most', async () => {
    const before = await counts();
    const ana = person(telegram, { id: 5001 });
    const first = await ana.says('3 soldiers were killed in an ambush this morning');
    expect(first.text).toContain('Kept.');
    expect(first.text).toContain('Where was it?');
    const file = telegram.state.keep(await photo());
    await ana.answered({ photo: [{ ...file, width: 40, height: 30 }] });
    const pinned = await ana.answered({ location: { latitude: 34.89, longitude: 38.87 } });
    expect(pinned.text).toContain('As-Sukhnah');
    const done = await ana.presses('Done');
    expect(done.text).toContain('complete');
    expect(ana.replies()).toHaveLength(4);
    const after = await counts();
    expect([after.tips - before.tips, after.parts - before.parts, after.media - before.media]).toEqual([1, 2, 1]);
    for (let i = 0; i < 100 && (await counts()).waiting > 0; i++) await ana.says('/status');
    const [media] = await store.sql`select state, mime, "fetch" from tip_media`;
    expect(media).toMatchObject({ state: 'clean', mime: 'image/jpeg', fetch: null });
  });

  test('writes Arabic and is answered in Arabic, by buttons too', async () => {
    const badr = person(telegram, { id: 5002 });
    const first = await badr.says('كمين للجيش قرب كباجب ٧ قتلى');
    expect(first.text).toContain('حفظت رسالتك');
    const second = await badr.presses('أمس');
    expect(second.text).toContain('سجلت');
    expect((await badr.presses('تم')).text).toContain('البلاغ كامل');
  });

  test('goes on where they were after the bot was stopped and started', async () => {
    const chams = person(telegram, { id: 5003 });
    await chams.says('3 soldiers were killed in an ambush this morning');
    await stop();
    core = await startOn(store, vault);
    stop = startTelegram(core, telegram).stop;
    const reply = await chams.says('near Kabajib');
    expect(reply.text).toContain('near Kabajib');
    expect(reply.text).not.toContain('Receipt');
  });

  test('edits a message, and the tip is what it says now', async () => {
    const dara = person(telegram, { id: 5004 });
    await dara.says('3 soldiers killed in an ambush near Sukhnah today');
    const reply = await dara.edits('3 soldiers killed in an ambush near Palmyra today');
    expect(reply.text).toContain('near Palmyra');
  });

  test('forwards what a channel wrote, and it is kept as their words', async () => {
    const hadi = person(telegram, { id: 5007 });
    const channel = { type: 'channel', chat: { id: -1001, type: 'channel', title: 'Badia news' }, message_id: 7, date: 1 };
    const reply = await hadi.says('ISIS cells attacked an army post near Kabajib today, 2 soldiers killed', {
      forward_origin: channel,
    });
    expect(reply.text).toContain('Kept.');
    expect(reply.text).toContain('near Kabajib');
    expect(reply.text).not.toContain('Badia news');
  });

  test('sends a voice note, an album and a sticker: files are kept, the album is answered twice at most, the sticker with a word', async () => {
    const before = await counts();
    const ines = person(telegram, { id: 5008 });
    await ines.answered({ voice: { ...telegram.state.keep(Buffer.from('voice')), duration: 3, mime_type: 'audio/ogg' } });
    for (let i = 0; i < 4; i++)
      ines.shares({ media_group_id: 'album', photo: [{ ...telegram.state.keep(await photo()), width: 40, height: 30 }] });
    const sticker = {
      ...telegram.state.keep(Buffer.from('sticker')),
      width: 1,
      height: 1,
      type: 'regular',
      is_animated: false,
      is_video: false,
    };
    ines.shares({ sticker });
    await telegram.until(
      () => ines.replies().some(({ text }) => text.includes('One message is enough')),
      'a word to the sticker',
    );
    expect(ines.replies().length).toBeLessThanOrEqual(4);
    const told = await ines.says('trucks burned near Resafa now, 2 drivers dead');
    expect(told.text).toContain('near Resafa');
    const after = await counts();
    expect([after.tips - before.tips, after.parts - before.parts, after.media - before.media]).toEqual([1, 1, 5]);
  });

  test('has their messages deleted once they are kept, if they wish', async () => {
    const eva = person(telegram, { id: 5005 });
    await eva.says('/delete on');
    await eva.says('3 soldiers killed in an ambush near Sukhnah today');
    await telegram.until(() => telegram.requests.some(({ method }) => method === 'deleteMessage'), 'a deleted message');
  });

  test('is told in a group, without a word of theirs, to write in private', async () => {
    const before = await counts();
    const faris = person(telegram, { id: 5006, group: -1001234567891 });
    const reply = await faris.says('/tip 3 soldiers killed near Sukhnah today');
    expect(reply.text).toContain('only in a private chat');
    expect(reply.text).not.toMatch(/Sukhnah|soldiers/u);
    expect((await counts()).tips).toBe(before.tips);
  });
});
