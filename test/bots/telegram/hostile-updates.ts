import fc from 'fast-check';
import { expect } from 'vitest';
import { createTelegram } from '../../../src/bots/telegram/adapter.ts';
import { arrivalOf } from '../../../src/bots/telegram/inbound.ts';
import { updateNumber } from '../../../src/bots/telegram/updates.ts';
import { hostileText } from '../hostile-text.ts';

const id = fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.constant(Number.NaN), fc.string(), fc.constant(null), fc.double());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.oneof({ arbitrary, weight: 5 }, { arbitrary: fc.anything(), weight: 1 });
const from = maybe(
  fc.record(
    { id, is_bot: fc.boolean(), first_name: hostileText, language_code: fc.constantFrom('en', 'ar', 'ar-SY', '', 'x') },
    { requiredKeys: [] },
  ),
);
const chat = maybe(
  fc.record({ id, type: fc.constantFrom('private', 'group', 'supergroup', 'channel', 'moon') }, { requiredKeys: ['id'] }),
);
const text = fc.oneof(hostileText, fc.constantFrom('/start', '/ask@dalil_test_bot x', '/ask@', '@dalil_test_bot', '/'));

const message = fc.record(
  {
    message_id: id,
    date: id,
    edit_date: id,
    from,
    chat,
    text,
    caption: text,
    sender_chat: chat,
    message_thread_id: id,
    is_topic_message: fc.boolean(),
    reply_to_message: maybe(fc.record({ from }, { requiredKeys: [] })),
    new_chat_members: fc.anything(),
  },
  { requiredKeys: ['message_id', 'chat'] },
);
const plainMessage = fc.record({
  message_id: fc.nat(),
  chat: fc.record({ id: fc.integer(), type: fc.constantFrom('private', 'group', 'supergroup', 'channel') }),
  from: fc.record({ id: fc.nat(), is_bot: fc.boolean(), first_name: hostileText }),
  text,
});
const press = fc.record({ id: fc.oneof(id, hostileText), from, data: text, message }, { requiredKeys: ['id'] });
const number = fc.oneof({ arbitrary: fc.nat(), weight: 9 }, { arbitrary: id, weight: 1 });

/** Updates as Telegram sends them, as it might, and as it never would. */
export const hostileUpdate: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.record({ update_id: number, message: plainMessage }),
  fc.record({ update_id: number, message }),
  fc.record({ update_id: number, edited_message: message }),
  fc.record({ update_id: number, callback_query: press }),
  fc.record({ update_id: number, message: fc.anything(), callback_query: fc.anything() }, { requiredKeys: ['update_id'] }),
  fc.dictionary(fc.string(), fc.anything()),
);

const adapter = createTelegram({
  me: { id: '4242', username: 'dalil_test_bot', isCommand: (name) => name === 'ask' },
  wire: { send: async () => ({ kind: 'sent', message: null }), fetch: async () => ({ kind: 'never', trouble: '' }) },
  conversation: (inChat, person) => `${inChat}:${person}`,
  role: () => 'member',
});

/** Whatever comes is read or passed over, and what is read names who asks and where the answer goes. */
export const neverThrows = fc.property(fc.oneof(hostileUpdate, fc.anything()), (update) => {
  updateNumber(update);
  const arrival = arrivalOf(update);
  if (!arrival) return;
  expect(arrival.chat).toMatch(/^-?\d+$/u);
  expect(arrival.message).toMatch(/^[!-~]{1,128}$/u);
  expect(arrival.revision).toBeGreaterThanOrEqual(0);
  expect(arrival.revision).toBeLessThan(2 ** 31);
  const incoming = adapter.read(arrival);
  if (!incoming) return;
  expect(incoming.conversation).toMatch(/^-?\d+:-?\d+$/u);
  expect(incoming.route).toMatchObject({ chat: arrival.chat });
});
