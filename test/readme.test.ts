import { beforeAll, describe, expect, test } from 'vitest';
import { renderConsole } from '../src/bots/console/render.ts';
import { isCommandName } from '../src/cli/commands.ts';
import type { Core } from '../src/core/core.ts';
import type { Reply } from '../src/core/reply/reply.ts';
import { buttonsOf, coreOfShippedFacts, person, textOf } from './support/core.ts';
import { readme, readmeBlocks, unbroken } from './support/readme.ts';

const PICTURE = /\[[^\]]*\.png\]/gu;
const printed = (reply: Reply) =>
  unbroken(renderConsole(reply, { width: 140, colour: false, isolates: 'strip', saved: () => 'a.png' })).replace(
    PICTURE,
    '[a.png]',
  );

let core: Core;
beforeAll(async () => {
  core = await coreOfShippedFacts();
});

describe('the README', () => {
  test('shows a conversation as it is held', async () => {
    const [, today] = /chat --now (\d{4}-\d{2}-\d{2})`, which pretends/u.exec(readme()) ?? [];
    const transcript = readmeBlocks().find((block) => block.startsWith('dalil> ')) ?? '';
    const turns = transcript.split(/^dalil> /mu).slice(1);
    expect(turns.length).toBeGreaterThan(1);
    const somebody = person(core, { name: 'reader', today: today ?? '' });
    let last: Reply | null = null;
    for (const turn of turns) {
      const [said = '', ...answer] = turn.split('\n');
      const pressed = /^\d+$/u.test(said) && last ? buttonsOf(last)[Number(said) - 1] : undefined;
      const reply: Reply = pressed ? await somebody.presses(pressed) : await somebody.says(said);
      expect(printed(reply)).toBe(unbroken(answer.join('\n')).replace(PICTURE, '[a.png]'));
      last = reply;
    }
  });

  test('promises to go on, and to answer in Arabic', async () => {
    const [, going, arabic] = /^`([^`]+)` goes on from there, `([^`]+)` is answered in Arabic/mu.exec(readme()) ?? [];
    const somebody = person(core, { name: 'follower' });
    await somebody.says('attacks near Sukhnah in April');
    expect(textOf(await somebody.says(going ?? ''))).toContain('near As-Sukhnah (30 km) in March 2023');
    expect((await somebody.says(arabic ?? '')).language).toBe('ar');
  });

  test('names only commands that there are', () => {
    const named = [...readme().matchAll(/(?:npm run -s dalil --|bin\/dalil\.mjs) ([a-z]+)/gu)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !isCommandName(name ?? ''))).toEqual([]);
  });
});
