import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  interactionArrival,
  messagePacket,
  readArrival,
  readInteraction,
  type Whereabouts,
} from '../../../src/bots/discord/inbound.ts';
import { commands } from '../../../src/core/commands/index.ts';
import { hostileText } from '../hostile-text.ts';

const BOT = '100';
const where: Whereabouts = {
  bot: BOT,
  parentOf: (channel) => (channel === '31' ? '30' : null),
  isOurThread: (channel) => channel === '31',
};
const reading = {
  bot: BOT,
  conversationKey: (place: string, person: string) => `${place}/${person}`,
};

const message = (more: Record<string, unknown> = {}) => ({
  id: '1573536543975407616',
  channel_id: '30',
  guild_id: '20',
  type: 0,
  author: { id: '7', username: 'ana' },
  content: `<@${BOT}> attacks near <@8>`,
  edited_timestamp: null,
  mentions: [
    { id: BOT, username: 'dalil' },
    { id: '8', username: 'ben' },
  ],
  ...more,
});
const interaction = (type: number, data: unknown, more: Record<string, unknown> = {}) => ({
  id: '40',
  application_id: BOT,
  type,
  token: 't',
  channel_id: '31',
  channel: { id: '31', type: 11, parent_id: '30' },
  guild_id: '20',
  locale: 'ar',
  member: { user: { id: '7' }, roles: ['5'] },
  data,
  ...more,
});
const created = (more?: Record<string, unknown>) => messagePacket({ t: 'MESSAGE_CREATE', d: message(more) }, where);

describe('a message is for us', () => {
  test('when it mentions the bot, whose mention is not part of the question', () => {
    const arrival = created();
    expect(arrival).toMatchObject({ chat: '30', message: '1573536543975407616', revision: 0, kind: 'message' });
    expect(arrival && readArrival(arrival, reading)).toMatchObject({
      said: { text: 'attacks near @ben' },
      conversation: '30/7',
      language: null,
    });
  });

  test('when it is private, answers us, or stands in our thread, which goes on with the conversation around it', () => {
    expect(created({ guild_id: undefined, mentions: [] })).not.toBeNull();
    expect(created({ mentions: [], type: 19, referenced_message: { author: { id: BOT } } })).not.toBeNull();
    const inThread = created({ mentions: [], channel_id: '31' });
    expect(inThread && readArrival(inThread, reading)?.conversation).toBe('30/7');
  });

  test.each([
    ['it only talks', { mentions: [] }],
    ['a bot wrote it', { author: { id: '9', bot: true } }],
    ['we wrote it', { author: { id: BOT } }],
    ['a webhook wrote it', { webhook_id: '9' }],
    ['somebody joined or pinned something', { type: 7 }],
  ])('but not when %s', (_, more) => expect(created(more)).toBeNull());
});

describe('revisions', () => {
  const edited = (at: string) => messagePacket({ t: 'MESSAGE_UPDATE', d: message({ edited_timestamp: at }) }, where);

  test('a later edit has a higher revision, a deletion the highest', () => {
    const [first, second] = [edited('2026-11-21T03:12:30.000Z'), edited('2026-11-21T03:12:31.000Z')];
    const gone = messagePacket({ t: 'MESSAGE_DELETE', d: { id: '1573536543975407616', channel_id: '30' } }, where);
    expect(first?.kind).toBe('edit');
    expect(first?.revision).toBeGreaterThan(0);
    expect(second?.revision).toBeGreaterThan(first?.revision ?? 0);
    expect(gone?.revision).toBeGreaterThan(second?.revision ?? 0);
    expect(gone?.revision).toBe(2 ** 31 - 1);
  });

  test('previews that Discord adds to a message are no edit', () =>
    expect(messagePacket({ t: 'MESSAGE_UPDATE', d: message() }, where)).toBeNull());
});

describe('an interaction', () => {
  const said = (data: unknown, type: number) => {
    const known = readInteraction(interaction(type, data));
    const arrival = known && interactionArrival(known, commands);
    return arrival && { ...readArrival(arrival, reading), kind: arrival.kind, hidden: arrival.hidden };
  };

  test.each([
    [
      'a command',
      2,
      { name: 'radius', options: [{ name: 'km', value: 50 }] },
      { kind: 'command', said: { command: 'radius', args: { km: '50' } }, hidden: false },
    ],
    [
      'a command whose reply is private',
      2,
      { name: 'help' },
      { kind: 'command', said: { command: 'help', args: {} }, hidden: true },
    ],
    [
      'a button',
      3,
      { custom_id: 'more;answer=a;offset=5' },
      { kind: 'press', said: { command: 'more', args: { answer: 'a', offset: '5' } } },
    ],
    [
      'a menu',
      3,
      { custom_id: 'menu;0', values: ['ask;text=a%3Bb'] },
      { kind: 'press', said: { command: 'ask', args: { text: 'a;b' } } },
    ],
    [
      'a form',
      5,
      { custom_id: 'incident', components: [{ components: [{ custom_id: 'ref', value: 'BDY-7K3Q9F' }] }] },
      { kind: 'form', said: { command: 'incident', args: { ref: 'BDY-7K3Q9F' } } },
    ],
  ])('%s says what was chosen, by whom, in which language', (_, type, data, wanted) =>
    expect(said(data, type)).toMatchObject({ conversation: '30/7', language: 'ar', ...wanted }),
  );

  test('with an id that is not ours asks nothing', () => expect(said({ custom_id: '!!' }, 3)).toMatchObject({ kind: 'press' }));
});

describe('whatever comes', () => {
  /** Something of the right shape with something wrong in it. */
  const spoiled = (whole: unknown): fc.Arbitrary<unknown> =>
    fc
      .tuple(fc.constantFrom(...paths(whole)), fc.oneof(fc.jsonValue(), hostileText, fc.constant(undefined)))
      .map(([path, value]) => put(whole, path, value));
  const paths = (value: unknown, at: string[] = []): string[][] =>
    value !== null && typeof value === 'object'
      ? [at, ...Object.entries(value).flatMap(([key, item]) => paths(item, [...at, key]))]
      : [at];
  const put = (whole: unknown, [key, ...rest]: string[], value: unknown): unknown => {
    if (key === undefined || whole === null || typeof whole !== 'object') return value;
    const copy: Record<string, unknown> = { ...whole };
    copy[key] = put(copy[key], rest, value);
    return Array.isArray(whole) ? Object.values(copy) : copy;
  };

  const updates = fc.oneof(
    spoiled(message()).map((d) => ({ t: 'MESSAGE_CREATE', d })),
    spoiled(message({ edited_timestamp: '2026-11-21T03:12:30.000Z' })).map((d) => ({ t: 'MESSAGE_UPDATE', d })),
    spoiled({ id: '1', channel_id: '30' }).map((d) => ({ t: 'MESSAGE_DELETE', d })),
    spoiled(interaction(2, { name: 'ask', options: [{ name: 'text', value: 'x' }] })).map((d) => ({
      t: 'INTERACTION_CREATE',
      d,
    })),
    spoiled(interaction(3, { custom_id: 'more', values: ['more'] })).map((d) => ({ t: 'INTERACTION_CREATE', d })),
    spoiled(interaction(5, { custom_id: 'x', components: [{ components: [{ custom_id: 'a', value: 'b' }] }] })).map((d) => ({
      t: 'INTERACTION_CREATE',
      d,
    })),
    fc.record({ t: fc.constantFrom('MESSAGE_CREATE', 'INTERACTION_CREATE', 'NO_SUCH_EVENT'), d: fc.jsonValue() }),
  );

  test('10,000 spoiled updates throw nothing, and what is kept of them the store can hold', () => {
    fc.assert(
      fc.property(updates, (packet) => {
        const known = packet.t === 'INTERACTION_CREATE' ? readInteraction(packet.d) : null;
        const arrival = known ? interactionArrival(known, commands) : messagePacket(packet, where);
        if (!arrival) return;
        readArrival(arrival, reading);
        expect(Number.isInteger(arrival.revision) && arrival.revision >= 0 && arrival.revision < 2 ** 31).toBe(true);
        expect(JSON.stringify(arrival.payload)).not.toMatch(/\\u0000|\\ud[89a-f]/u);
      }),
      { numRuns: 10_000 },
    );
  });
});
