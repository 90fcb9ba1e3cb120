import { beforeAll, describe, expect, test } from 'vitest';
import type { Invocation } from '../../../src/core/commands/command.ts';
import type { Core } from '../../../src/core/core.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { scene } from './bot.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

const words = (text: string) => ({
  language: 'en' as const,
  visibility: 'public' as const,
  blocks: [{ kind: 'text' as const, content: [text] }],
});

/** A core whose help takes down who asks, and which takes down what is deleted. */
function listening() {
  const heard: Invocation[] = [];
  const deleted: string[] = [];
  const attentive: Core = {
    ...core,
    commands: core.commands.map((command) =>
      command.name === 'help'
        ? {
            ...command,
            async run(_core, _args, invocation) {
              heard.push(invocation);
              return words('heard');
            },
          }
        : command,
    ),
    async messageDeleted(_core, _tx, cause) {
      deleted.push(cause);
    },
  };
  return { attentive, heard, deleted };
}

describe('in a private chat', () => {
  test('an edit names what it corrects, and a deletion what is gone', async () => {
    const { fake, person, start } = await scene();
    const { attentive, heard, deleted } = listening();
    await start(attentive);
    const ana = person('ana');
    const message = ana.sends('/help');
    await fake.until(() => heard.length === 1, 'an answer');
    ana.edits(message, '/help ask');
    await expect.poll(() => heard.length).toBe(2);
    expect(heard[0]?.corrects).toBeUndefined();
    expect(heard[1]?.corrects).toBe(heard[0]?.cause);
    ana.deletes(message);
    await expect.poll(() => deleted).toEqual([heard[0]?.cause]);
  });

  test('/tip by itself opens a form, and what is written there is kept', async () => {
    const { person, start } = await scene();
    await start(core);
    const ana = person('ana');
    const form = await ana.runsForForm('/tip');
    expect(form.fields).toHaveLength(1);
    const [field = ''] = form.fields;
    const answer = await form.fill({ [field]: 'clash near Sukhnah yesterday\n2 soldiers killed' });
    expect(answer.text).toMatch(/Kept/u);
  });
});

test('in a server /tip is refused where nobody else reads it, and opens no form', async () => {
  const { channel, person, start } = await scene();
  await start(core);
  const answer = await person('ana').runs('/tip', {}, channel);
  expect(answer.forMeAlone).toBe(true);
});

test('who spoke in a server is reached in private, in a chat that is opened for it', async () => {
  const { fake, channel, person, start } = await scene();
  const { attentive, heard } = listening();
  await start(attentive);
  const ana = person('ana');
  await ana.says('/help', { in: channel, mention: true });
  const { platform, bot, person: user, reach } = heard[0]?.speaker ?? expect.fail('nobody spoke');
  const posting = { to: { platform, bot, chat: user, reach }, reply: words('for you alone'), key: 'one' };
  await core.store.db.transaction((tx) => core.post(tx, posting, new Date()));
  await fake.until(() => ana.dm.messages.some(({ content }) => content === 'for you alone'), 'a private message');
  expect(channel.messages.some(({ content }) => content === 'for you alone')).toBe(false);
});

test('a reply to what was asked in secret stays secret in all its messages', async () => {
  const { fake, channel, person, start } = await scene();
  const long = Array.from({ length: 300 }, (_, i) => ({ content: [`line number ${i} of a long list`] }));
  await start({
    ...core,
    commands: core.commands.map((command) =>
      command.name === 'safety'
        ? {
            ...command,
            run: async () => ({ language: 'en', visibility: 'public', blocks: [{ kind: 'list', ordered: false, items: long }] }),
          }
        : command,
    ),
  });
  const asked = person('ana').starts('/safety', {}, channel);
  const last = () => [...(asked.original ? [asked.original] : []), ...asked.further];
  await fake.until(() => last().some(({ content }) => content.includes('line number 299')), 'the last message');
  expect(last().length).toBeGreaterThan(2);
  expect(last().every(({ flags = 0 }) => (flags & 64) !== 0)).toBe(true);
});
