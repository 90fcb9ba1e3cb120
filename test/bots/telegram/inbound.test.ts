import { describe, expect, test } from 'vitest';
import { createTelegram } from '../../../src/bots/telegram/adapter.ts';
import { arrivalOf } from '../../../src/bots/telegram/inbound.ts';
import { createWire } from '../../../src/bots/telegram/wire.ts';
import { startFakeTelegram } from '../../fakes/telegram/server.ts';

const adapter = createTelegram({
  me: { id: '4242', username: 'dalil_test_bot', isCommand: () => true },
  wire: { send: async () => ({ kind: 'sent', message: null }), fetch: async () => ({ kind: 'never', trouble: '' }) },
  conversation: (chat, person) => `${chat}:${person}`,
  role: () => 'member',
});

const from = { id: 7, is_bot: false, first_name: 'Person' };
const chat = { id: 7, type: 'private', first_name: 'Person' };
const group = { id: -100, type: 'supergroup', title: 'Team' };
const read = (update: object) => {
  const arrival = arrivalOf({ update_id: 1, ...update });
  return arrival && adapter.read(arrival);
};
const message = (more: object) => ({ message: { message_id: 5, date: 1, from, chat, ...more } });
const file = (name: string) => ({ file_id: name, file_unique_id: name, file_size: 9 });

describe('what a message brings', () => {
  test.each([
    ['a photo in its largest size', { photo: [file('small'), file('large')] }, 'photo', 'large'],
    ['a video', { video: file('v') }, 'video', 'v'],
    ['a round video', { video_note: file('n') }, 'video', 'n'],
    ['an animation, once', { animation: file('a'), document: file('a') }, 'video', 'a'],
    ['a voice', { voice: file('o') }, 'audio', 'o'],
    ['music', { audio: file('m') }, 'audio', 'm'],
    ['a file', { document: file('d') }, 'file', 'd'],
  ])('is %s', (_, brought, kind, name) => {
    expect(read(message({ ...brought, caption: 'look' }))).toMatchObject({
      said: { text: 'look' },
      attachments: [{ kind, ref: { file: name }, size: 9 }],
    });
    // without words it is still something that somebody sent
    expect(read(message(brought))).toMatchObject({ said: { text: '' }, attachments: [{ kind }] });
  });

  test('is a pin, also of a venue', () => {
    const location = { latitude: 34.9, longitude: 38.9 };
    const venue = { location, title: 'well', address: '' };
    for (const brought of [{ location }, { location, venue }]) {
      expect(read(message(brought))).toMatchObject({ said: { text: '' }, pin: { lat: 34.9, lon: 38.9 } });
    }
  });

  test('is none of our business in a group where nobody speaks to us', () => {
    expect(read(message({ chat: group, photo: [file('p')] }))).toBeNull();
    expect(read(message({ chat: group, photo: [file('p')], caption: 'look' }))).toBeNull();
    expect(read(message({ chat: group, photo: [file('p')], caption: '@dalil_test_bot look' }))).toMatchObject({
      attachments: [{ ref: { file: 'p' } }],
      speaker: { alone: false },
    });
  });

  test('corrects the message that was edited; a live location that moves does not', () => {
    const edited = { message_id: 5, date: 1, edit_date: 2, from, chat, text: 'other words' };
    expect(read({ edited_message: edited })).toMatchObject({ corrects: '5' });
    expect(read({ edited_message: { ...edited, text: undefined, location: { latitude: 1, longitude: 1 } } })).toBeNull();
  });
});

test('what somebody said in private can be erased, a press or words in a group cannot', () => {
  const erased = (update: object) => {
    const arrival = arrivalOf({ update_id: 1, ...update });
    return arrival && adapter.erase(arrival)?.payload;
  };
  expect(erased(message({ text: 'secret' }))).toMatchObject({ method: 'deleteMessage', body: { chat_id: '7', message_id: 5 } });
  expect(erased(message({ chat: group, text: 'secret' }))).toBeUndefined();
  const under = { message_id: 6, date: 1, chat };
  expect(erased({ callback_query: { id: '99', from, data: 'done', message: under } })).toBeUndefined();
});

describe('a file', () => {
  const signal = () => AbortSignal.timeout(10_000);
  const PLENTY = 20 * 1024 * 1024;

  test('comes as it was sent', async () => {
    const telegram = await startFakeTelegram();
    const wire = createWire(telegram.token, telegram.apiRoot);
    const data = Buffer.from([0, 1, 2, 255]);
    const { file_id } = telegram.state.keep(data);
    expect(await wire.fetch({ file: file_id }, signal())).toEqual({ kind: 'fetched', bytes: data });
    await telegram.close();
  });

  test('that is too big, unknown, or whose server fails, says so without its address', async () => {
    const telegram = await startFakeTelegram();
    const wire = createWire(telegram.token, telegram.apiRoot);
    const { file_id } = telegram.state.keep(Buffer.alloc(PLENTY + 1));
    expect(await wire.fetch({ file: file_id }, signal())).toEqual({ kind: 'never', trouble: '400' });
    expect(await wire.fetch({ file: 'nobody knows' }, signal())).toEqual({ kind: 'never', trouble: '400' });
    const small = telegram.state.keep(Buffer.from('small'));
    telegram.fail({ method: 'file', how: { status: 502 } });
    expect(await wire.fetch({ file: small.file_id }, signal())).toEqual({ kind: 'again', trouble: 'http-502' });
    telegram.fail({ method: 'file', how: 'reset' });
    expect(await wire.fetch({ file: small.file_id }, signal())).toEqual({ kind: 'again', trouble: 'network' });
    await telegram.close();
  });
});
