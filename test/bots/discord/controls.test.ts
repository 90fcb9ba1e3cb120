import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import type { Block } from '../../../src/core/reply/reply.ts';
import { coreOfShippedFacts } from '../../support/core.ts';
import { scene } from './bot.ts';
import { readMarkdown } from './read-markdown.ts';

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

/** A core whose help says just this. */
const helpSays = (...blocks: Block[]): Core => ({
  ...core,
  commands: core.commands.map((command) =>
    command.name === 'help'
      ? { ...command, access: command.access, run: async () => ({ language: 'en', visibility: 'private', blocks }) }
      : command,
  ),
});

describe('what a reply can hold, over the wire', () => {
  test('a button that leaves something open asks for it in a form', async () => {
    const { channel, person, start } = await scene();
    await start(
      helpSays(
        { kind: 'text', content: ['Which?'] },
        { kind: 'actions', actions: [{ label: 'Incident…', command: 'incident', args: {} }] },
      ),
    );
    const ana = person('ana');
    const help = await ana.runs('/help', {}, channel);
    const form = await ana.pressesForForm('Incident…', help);
    expect(form.fields).toEqual(['REF']);
    const answer = await form.fill({ REF: 'BDY-222222' });
    expect(answer.text).toContain('BDY-222222');
  });

  test('thirty choices are menus, and each does what it says, however long', async () => {
    const { channel, person, start } = await scene();
    const years = Array.from(
      { length: 30 },
      (_, i) =>
        `attacks that were recorded in Homs governorate, in all of its districts and along all of its roads, in ${1994 + i}`,
    );
    await start(
      helpSays({ kind: 'actions', actions: years.map((text) => ({ label: text.slice(-4), command: 'ask', args: { text } })) }),
    );
    const ana = person('ana');
    const help = await ana.runs('/help', {}, channel);
    expect(help.raw.components).toHaveLength(2);
    expect(readMarkdown((await ana.presses('2023', help)).text).text).toContain('2023');
  });

  test('a long reply comes in several messages, in order, each once, all for the asker alone', async () => {
    const { fake, channel, person, start } = await scene();
    const lines = Array.from({ length: 300 }, (_, i) => ({ content: [`line number ${i} of a long list`] }));
    await start(helpSays({ kind: 'list', ordered: false, items: lines }));
    const ana = person('ana');
    fake.fail({
      route: 'POST /webhooks/{application.id}/{interaction.token}',
      when: 'before',
      how: { status: 429, headers: { 'retry-after': '0.1' } },
    });
    const asked = ana.starts('/help', {}, channel);
    const all = () => [asked.original?.content ?? '', ...asked.further.map(({ content }) => content)].join('\n');
    await fake.until(() => all().includes('line number 299 '), 'the last line');
    expect(all().match(/line number \d+/gu)).toEqual(lines.map((_, i) => `line number ${i}`));
    expect(asked.further.every(({ flags }) => ((flags ?? 0) & 64) !== 0)).toBe(true);
  });

  test('a public follow-up whose answer was lost is looked for before it is sent again', async () => {
    const { fake, channel, person, start } = await scene();
    const long = core.commands.map((command) =>
      command.name === 'source'
        ? {
            ...command,
            run: async () => ({
              language: 'en' as const,
              visibility: 'public' as const,
              blocks: [{ kind: 'text' as const, content: ['word '.repeat(700)] }],
            }),
          }
        : command,
    );
    await start({ ...core, commands: long });
    fake.fail({ route: 'POST /webhooks/{application.id}/{interaction.token}', when: 'after', how: 'cut' });
    person('ana').starts('/source', { name: 'x' }, channel);
    await fake.until(
      () => fake.requests.some(({ method, route }) => method === 'GET' && route === '/channels/{channel.id}/messages'),
      'a look into the channel',
    );
    await person('ben').says('help');
    expect(channel.messages).toHaveLength(2);
    expect(fake.requests.filter(({ method, route }) => method === 'POST' && route.startsWith('/webhooks/'))).toHaveLength(1);
  });
});
