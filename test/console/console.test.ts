import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsoleDeps, createConsole } from '../../src/bots/console/adapter.ts';
import { openHistory } from '../../src/bots/console/history.ts';
import type { Invocation } from '../../src/core/commands/command.ts';
import type { Said } from '../../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Action, Block, Reply } from '../../src/core/reply/reply.ts';

const more: Action = { label: 'More (12)', command: 'more', args: { answer: 'a1', offset: '10' } };
const wider: Action = { label: '50 km', command: 'radius', args: { answer: 'a1', km: '50' } };
const narrower: Action = { label: '20 km', command: 'radius', args: { answer: 'a1', km: '20' } };

let home: string;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'dalil-console-'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A console whose core repeats what it is told to, and remembers what reached it. */
function consoleThatSays(blocks: Block[], earlier: readonly Action[] = [], posted: Reply[] = []) {
  let offered = [...earlier];
  const heard: { invocation: Invocation; said: Said }[] = [];
  const reply: Reply = { language: 'en', blocks, visibility: 'public' };
  const deps: ConsoleDeps = {
    dispatch: async (invocation, said) => {
      heard.push({ invocation, said });
      return reply;
    },
    mail: {
      take: async () => posted.splice(0),
      offered: async () => offered,
      offer: async (actions) => {
        offered = [...actions];
      },
    },
    fetchFiles: async () => {},
    user: 'ana',
    conversation: 'console:ana',
    role: 'member',
    today: () => '2023-05-02',
    clock: () => new Date('2025-01-01T00:00:00Z'),
    home,
    newId: () => '1',
    look: () => ({ width: 40, colour: false }),
  };
  return { console: createConsole(deps), heard };
}

describe('the console', () => {
  test('passes on who asks, on which day, and what', async () => {
    const { console, heard } = consoleThatSays([]);
    await console.answer('attacks in Homs');
    expect(heard).toEqual([
      {
        invocation: {
          conversation: 'console:ana',
          role: 'member',
          speaker: consoleSpeaker('ana'),
          cause: 'console:1',
          today: '2023-05-02',
          now: new Date('2025-01-01T00:00:00Z'),
        },
        said: { text: 'attacks in Homs' },
      },
    ]);
  });

  test('shows buttons with the numbers that press them, counted through the whole reply', async () => {
    const { console } = consoleThatSays([
      { kind: 'actions', actions: [more, wider] },
      { kind: 'actions', actions: [narrower] },
    ]);
    expect(await console.answer('x')).toBe('[1] More (12) · [2] 50 km\n\n[3] 20 km');
  });

  test.each([
    ['2', wider],
    [' 1 ', more],
    ['more', more],
    ['MORE (12)', more],
    ['20 km', narrower],
  ])('takes %j for the press of a button', async (typed, action) => {
    const { console, heard } = consoleThatSays([{ kind: 'actions', actions: [more, wider, narrower] }]);
    await console.answer('attacks near Sukhnah');
    await console.answer(typed);
    expect(heard[1]?.said).toEqual({ command: action.command, args: action.args });
  });

  test.each(['4', '0', 'radius', 'more attacks', '2023'])(
    'takes %j for a message, as no button is meant for sure',
    async (typed) => {
      const { console, heard } = consoleThatSays([{ kind: 'actions', actions: [more, wider, narrower] }]);
      await console.answer('attacks near Sukhnah');
      await console.answer(typed);
      expect(heard[1]?.said).toEqual({ text: typed });
    },
  );

  test('knows the buttons that were offered before it was started', async () => {
    const { console, heard } = consoleThatSays([], [more]);
    await console.answer('1');
    expect(heard[0]?.said).toEqual({ command: 'more', args: more.args });
  });

  test('keeps the buttons of an answer while its picture is shown', async () => {
    const picture: Block = { kind: 'image', png: new Uint8Array([1]), name: 'map.png', alternative: 'A map.' };
    const { console, heard } = consoleThatSays([picture], [more, wider]);
    await console.answer('1');
    await console.answer('2');
    expect(heard[1]?.said).toEqual({ command: 'radius', args: wider.args });
  });

  test('forgets buttons once another reply stands below them', async () => {
    const { console, heard } = consoleThatSays([], [more]);
    await console.answer('what is this');
    await console.answer('1');
    expect(heard[1]?.said).toEqual({ text: '1' });
  });

  test('shows what was posted meanwhile above its next reply, once, and its buttons are pressed by their numbers', async () => {
    const card: Reply = {
      language: 'en',
      visibility: 'public',
      blocks: [
        { kind: 'text', content: ['a card'] },
        { kind: 'actions', actions: [wider] },
      ],
    };
    const { console, heard } = consoleThatSays([{ kind: 'actions', actions: [more] }], [], [card]);
    expect(await console.answer('x')).toBe('a card\n\n[1] 50 km\n\n[2] More (12)');
    expect(await console.answer('2')).toBe('[1] More (12)');
    expect(heard[1]?.said).toEqual({ command: 'more', args: more.args });
  });

  test('saves pictures and files where only their owner can read them, and says where', async () => {
    const { console } = consoleThatSays([
      { kind: 'image', png: new Uint8Array([1, 2]), name: '../map of Homs.png', alternative: 'A map.' },
      { kind: 'file', data: new Uint8Array([3]), name: 'answer.csv', mime: 'text/csv', note: 'All rows.' },
    ]);
    const text = (await console.answer('map')).replaceAll('\n', ' ');
    const picture = join(home, 'pictures', '..-map-of-Homs.png');
    const file = join(home, 'exports', 'answer.csv');
    expect(text).toContain(`A map. [${picture}]`);
    expect(text).toContain(file);
    expect(readFileSync(picture)).toEqual(Buffer.from([1, 2]));
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe('the history', () => {
  test('comes back newest first, in a file that its owner alone can read', () => {
    const path = join(home, 'deep', 'history');
    const first = openHistory(path);
    first.add('one');
    first.add('two');
    expect(openHistory(path).lines).toEqual(['two', 'one']);
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  test('does not grow for ever', () => {
    const path = join(home, 'long-history');
    const history = openHistory(path);
    for (let i = 0; i < 600; i++) history.add(`question ${i}`);
    expect(openHistory(path).lines).toHaveLength(500);
    expect(openHistory(path).lines[0]).toBe('question 599');
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(501);
  });

  test('is not made by looking', () => {
    expect(openHistory(join(home, 'never')).lines).toEqual([]);
    expect(existsSync(join(home, 'never'))).toBe(false);
  });
});
