import { afterEach, describe, expect, test } from 'vitest';
import { callback, channelMessage, commandList } from '../../fakes/discord/requests.ts';
import { type FakeDiscord, startFakeDiscord } from '../../fakes/discord/server.ts';
import { hasSpec, judge } from '../../fakes/discord/spec.ts';

let fake: FakeDiscord | null = null;
afterEach(async () => {
  await fake?.close();
  fake = null;
});

const message = (more: Record<string, unknown> = {}) => ({
  content: 'a',
  components: [],
  attachments: [],
  allowed_mentions: { parse: [] },
  flags: 4,
  nonce: 'n',
  enforce_nonce: true,
  ...more,
});
const button = (n: number, more: Record<string, unknown> = {}) => ({ type: 2, style: 2, label: 'a', custom_id: `${n}`, ...more });
const rowOf = (...components: unknown[]) => ({ type: 1, components });
const command = (more: Record<string, unknown> = {}) => ({
  name: 'ask',
  description: 'a',
  options: [],
  contexts: [0],
  integration_types: [0],
  ...more,
});
const option = (name: string, required: boolean) => ({ type: 3, name, description: 'a', required });

describe('the fake is strict', () => {
  test('what is right is taken', () => {
    expect(channelMessage.safeParse(message({ components: [rowOf(button(1), button(2))] })).success).toBe(true);
    expect(commandList.safeParse([command({ options: [option('a', true), option('b', false)] })]).success).toBe(true);
    expect(callback.safeParse({ type: 5, data: { flags: 64 } }).success).toBe(true);
  });

  test.each([
    ['an unknown field', channelMessage, message({ contents: 'a' })],
    ['2,001 characters', channelMessage, message({ content: 'a'.repeat(2001) })],
    ['an empty message', channelMessage, message({ content: ' ' })],
    ['mentions that are let through', channelMessage, message({ allowed_mentions: { parse: ['everyone'] } })],
    ['no word on mentions', channelMessage, message({ allowed_mentions: undefined })],
    ['a nonce of 26 characters', channelMessage, message({ nonce: 'n'.repeat(26) })],
    ['a flag for those alone in a channel', channelMessage, message({ flags: 64 })],
    ['six buttons in a row', channelMessage, message({ components: [rowOf(...[1, 2, 3, 4, 5, 6].map((n) => button(n)))] })],
    ['an empty row', channelMessage, message({ components: [rowOf()] })],
    ['six rows', channelMessage, message({ components: [1, 2, 3, 4, 5, 6].map((n) => rowOf(button(n))) })],
    ['two buttons of one id', channelMessage, message({ components: [rowOf(button(1), button(1))] })],
    ['a button without an id', channelMessage, message({ components: [rowOf(button(1, { custom_id: undefined }))] })],
    ['an id of 101 characters', channelMessage, message({ components: [rowOf(button(1, { custom_id: 'a'.repeat(101) }))] })],
    ['a label of 81 characters', channelMessage, message({ components: [rowOf(button(1, { label: 'a'.repeat(81) }))] })],
    ['capitals in a command', commandList, [command({ name: 'Ask' })]],
    ['a command without a description', commandList, [command({ description: '' })]],
    ['a required option after an optional one', commandList, [command({ options: [option('a', false), option('b', true)] })]],
    ['two commands of one name', commandList, [command(), command()]],
    ['26 suggestions', callback, { type: 8, data: { choices: Array.from({ length: 26 }, () => ({ name: 'a', value: 'a' })) } }],
    ['a form title of 46 characters', callback, { type: 9, data: { custom_id: 'a', title: 'a'.repeat(46), components: [] } }],
  ])('%s is refused', (_, schema, body) => expect(schema.safeParse(body).success).toBe(false));

  test('a route that nobody knows, and a wrong token, are told by name', async () => {
    fake = await startFakeDiscord();
    const strange = await fetch(`${fake.api}/v10/no/such/route`, { method: 'DELETE' });
    const stranger = await fetch(`${fake.api}/v10/users/@me`, { headers: { authorization: 'Bot wrong' } });
    expect([strange.status, stranger.status]).toEqual([404, 401]);
    expect(fake.wrong).toEqual(['no such route: DELETE /no/such/route']);
    await expect(fake.until(() => null, 'nothing')).rejects.toThrow(/no such route: DELETE/u);
  });

  test.runIf(hasSpec)('Discord’s own description judges as well', () => {
    const create = { method: 'POST', name: '/channels/{channel.id}/messages' };
    expect(judge(create, message())).toEqual([]);
    expect(judge(create, message({ content: 'a'.repeat(4001) }))).toEqual([
      expect.stringMatching(/body\.content maxLength 4000/u),
    ]);
    expect(judge(create, message({ components: [rowOf(button(1, { custom_id: 'a'.repeat(101) }))] })).length).toBeGreaterThan(0);
    expect(judge({ method: 'POST', name: '/no/such' }, message())).toEqual([expect.stringMatching(/describes no/u)]);
  });
});
