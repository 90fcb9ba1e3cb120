import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../../fakes/telegram/person.ts';
import { type FakeTelegram, startFakeTelegram } from '../../fakes/telegram/server.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { startTelegram } from './started.ts';

let telegram: FakeTelegram;
beforeAll(async () => {
  telegram = await startFakeTelegram({ wireLog: process.env.WIRE_LOG });
  startTelegram(await coreOfShippedFacts(), telegram);
});
afterAll(() => telegram.close());

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

describe('on Telegram', () => {
  test('a question is answered in its own language', async () => {
    const ana = person(telegram, { id: 1001 });
    expect((await ana.says('attacks near Sukhnah in April 2023')).text).toContain('8 April 2023');
    const arabic = await ana.says('هجمات قرب السخنة في نيسان 2023');
    expect(arabic.text).toMatch(/\p{Script=Arabic}/u);
    expect(arabic.text).toContain('نيسان');
  });

  test('an answer goes on by its buttons: more, a map as a picture', async () => {
    const ana = person(telegram, { id: 1002 });
    const first = await ana.says('attacks since 2019');
    expect(first.buttons.some((label) => label.startsWith('More'))).toBe(true);
    const more = await ana.presses('More');
    expect(more.text).not.toBe(first.text);
    const map = await ana.presses('Map');
    expect(map.photo?.data.subarray(0, 4)).toEqual(PNG);
    expect(map.photo?.name).toMatch(/\.png$/u);
    expect(map.text).not.toBe('');
  });

  test('a press is acknowledged once it is kept', async () => {
    const ana = person(telegram, { id: 1003 });
    await ana.says('attacks in Homs in 2023');
    const before = telegram.state.answered.length;
    await ana.presses('Map');
    await telegram.until(() => telegram.state.answered.length > before, 'an acknowledged press');
  });

  test('a follow-up changes the question before, of this person in this chat', async () => {
    const ana = person(telegram, { id: 1004 });
    await ana.says('attacks near Sukhnah in April 2023');
    const may = await ana.says('and in May?');
    expect(may.text).toContain('May 2023');
    expect(may.text).toMatch(/Sukhna/u);
    const other = person(telegram, { id: 1005 });
    expect((await other.says('and in May?')).text).not.toMatch(/Sukhna/u);
  });

  test('an edited question has its answer changed', async () => {
    const ana = person(telegram, { id: 1006 });
    const first = await ana.says('attacks near Sukhnah in April 2023');
    const second = await ana.edits('attacks near Kabajib in May 2020');
    expect(second.text).toContain('May 2020');
    expect(second.id).toBe(first.id);
    expect(ana.replies()).toHaveLength(1);
  });

  test('the first /start, and /help, explain dalil in the language of the app', async () => {
    const ana = person(telegram, { id: 1007 });
    expect((await ana.says('/start')).text).toContain('/ask');
    const nour = person(telegram, { id: 1008, language: 'ar' });
    expect((await nour.says('/start')).text).toMatch(/^[^a-z]*\p{Script=Arabic}/u);
    expect((await nour.says('/help')).text).toMatch(/^[^a-z]*\p{Script=Arabic}/u);
  });

  test('a suggestion is asked by pressing it, however long its wording', async () => {
    const ana = person(telegram, { id: 1009 });
    const suggested = await ana.says('بلا بلا بلا');
    const [first = ''] = suggested.buttons;
    expect(JSON.stringify(suggested.params.reply_markup)).toContain('"do?id=');
    const pressed = await ana.presses(first);
    expect(pressed.text).toContain('السخنة');
    expect(pressed.text).not.toBe(suggested.text);
  });
});

describe('in a group', () => {
  const GROUP = -1001234567890;

  test('the bot answers its name, its commands and answers to it, and nothing else', async () => {
    const ana = person(telegram, { id: 1101, group: GROUP });
    ana.sends('attacks in Homs in 2023');
    ana.sends('/weather Homs');
    ana.sends('/ask@another_bot attacks in Homs');
    const named = await ana.says('@dalil_test_bot attacks near Sukhnah in April 2023');
    expect(named.text).toContain('8 April 2023');
    expect((await ana.says('/ask@dalil_test_bot attacks near Kabajib in May 2020')).text).toContain('May 2020');
    expect((await ana.answers('and in 2021?')).text).toContain('2021');
    expect(ana.replies()).toHaveLength(3);
  });

  test('its answers name the question that they belong to, pictures too, and stay in the topic', async () => {
    const ana = person(telegram, { id: 1102, group: GROUP - 1, thread: 77 });
    const answer = await ana.says('/ask attacks in Homs in 2023');
    expect(answer.params).toMatchObject({ message_thread_id: 77, reply_parameters: { allow_sending_without_reply: true } });
    const map = await ana.says('/map');
    expect(map.photo).not.toBeNull();
    expect(map.params).toMatchObject({ message_thread_id: 77, reply_parameters: { allow_sending_without_reply: true } });
  });

  test('two people in one group have a conversation each', async () => {
    const ana = person(telegram, { id: 1103, group: GROUP - 2 });
    const ben = person(telegram, { id: 1104, group: GROUP - 2 });
    await ana.says('/ask attacks near Sukhnah in April 2023');
    await ben.says('/ask attacks near Kabajib in May 2020');
    expect((await ana.says('/ask and in May?')).text).toContain('May 2023');
  });
});

describe('what Telegram is told at the start', () => {
  test('is a menu in each language for private chats and groups', async () => {
    const menus = await telegram.until(() => telegram.state.menus.length >= 6 && telegram.state.menus, 'six menus');
    expect(menus.map(({ scope, language_code }) => [scope, language_code])).toEqual(
      ['all_private_chats', 'all_group_chats'].flatMap((type) => [undefined, 'en', 'ar'].map((language) => [{ type }, language])),
    );
  });
});
