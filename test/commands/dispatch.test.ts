import { beforeAll, describe, expect, test } from 'vitest';
import { defineCommand } from '../../src/core/commands/command.ts';
import type { Core } from '../../src/core/core.ts';
import { coreOfShippedFacts, person, textOf } from '../support/core.ts';

let core: Core;
const reported: { error: unknown; command: string }[] = [];

const broken = defineCommand({
  name: 'broken',
  options: { words: { kind: 'text', required: false, rest: true } },
  access: ['member'],
  run: async () => {
    throw new Error('the wheel came off');
  },
});
const secret = defineCommand({
  name: 'secret',
  options: {},
  access: ['lead'],
  run: async (_core, _args, _invocation, { language }) => ({
    language,
    blocks: [{ kind: 'text', content: ['told'] }],
    visibility: 'private',
  }),
});

beforeAll(async () => {
  const shipped = await coreOfShippedFacts();
  core = {
    ...shipped,
    commands: [...shipped.commands, broken, secret],
    reportBug(error, command) {
      reported.push({ error, command });
      return 'bug-17';
    },
  };
});

describe('what somebody says', () => {
  test('is a question where it is no command', async () => {
    expect(textOf(await person(core).says('attacks on Liwa al-Quds since 2019'))).toContain('Liwa al-Quds');
  });

  test('may name the bot in a command, as Telegram does in groups', async () => {
    expect(textOf(await person(core).says('/help@dalil_bot incident'))).toContain('/incident REF');
  });

  test('that names no command is told so', async () => {
    expect(textOf(await person(core).says('/attacks in Homs'))).toBe('There is no command /attacks. /help lists them.');
  });

  test('with a word missing is told which', async () => {
    expect(textOf(await person(core).says('/incident'))).toBe(
      'Something is missing: REF. “/help incident” shows how it is used.',
    );
  });

  test.each([
    ['empty', '   ', 'That message was empty.'],
    ['100 KB', 'attack '.repeat(15_000), 'That message has 105,000 characters; I read up to 4,096.'],
    ['control characters', 'attacks\u0007 in Homs', 'That message holds control characters'],
    ['another script', 'атаки возле Хомса', 'I read English and Arabic, and that is neither.'],
    ['SQL', "'; DROP TABLE incident; --", 'That reads like a command to a database'],
    ['nonsense', 'lorem ipsum dolor', 'I could not read a question in this'],
  ])('that is %s gets a sentence, and nothing of it is kept', async (what, text, sentence) => {
    expect(textOf(await person(core, { name: what.replaceAll(' ', '-') }).says(text))).toContain(sentence);
    const kept = await core.store.sql`select key from conversation where key = ${`console:${what.replaceAll(' ', '-')}`}`;
    const shown = await core.store
      .sql`select id from shown_answer where conversation_key = ${`console:${what.replaceAll(' ', '-')}`}`;
    expect([...kept, ...shown]).toEqual([]);
  });

  test('is answered in its language also where it is a mistake', async () => {
    expect(textOf(await person(core).says('/source لا أحد'))).toContain('لا أعرف مصدرًا باسم');
  });
});

describe('roles', () => {
  test('that may not use a command are told so and see it in no help', async () => {
    const member = person(core);
    expect(textOf(await member.says('/secret'))).toBe('Your role may not use /secret.');
    expect(textOf(await member.says('/help secret'))).toContain('no command /secret');
  });

  test('that may, may', async () => {
    expect(textOf(await person(core, { role: 'lead' }).says('/secret'))).toBe('told');
  });
});

describe('a fault of ours', () => {
  test('is reported with its command, and the person is given the id and nothing else', async () => {
    const text = textOf(await person(core).says('/broken please'));
    expect(text).toContain('bug-17');
    expect(text).not.toContain('wheel');
    expect(reported.at(-1)).toEqual({ error: new Error('the wheel came off'), command: 'broken' });
  });
});
