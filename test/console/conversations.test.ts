import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import type { Console } from '../../src/bots/console/adapter.ts';
import { type History, noHistory } from '../../src/bots/console/history.ts';
import { chatThroughPipe } from '../../src/bots/console/piped.ts';
import { chatAtTerminal } from '../../src/bots/console/prompt.ts';

/** Answers the later the shorter the message is, so that order is not luck. */
const slowFirst: Console = {
  answer: async (message) => {
    for (let i = message.length; i < 30; i++) await Promise.resolve();
    return `you said: ${message}`;
  },
  show: () => '',
};

describe('a chat through a pipe', () => {
  test('answers each line in order and closes each reply with a line of two dashes', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    stdin.end('one\nthe second\r\n\nlast');
    await chatThroughPipe(slowFirst, { stdin, stdout, stop: new AbortController().signal });
    stdout.end();
    expect(await readAll(stdout)).toBe('you said: one\n--\nyou said: the second\n--\nyou said: \n--\nyou said: last\n--\n');
  });

  test('answers a line as soon as it is there, without waiting for the end', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const chat = chatThroughPipe(slowFirst, { stdin, stdout, stop: new AbortController().signal });
    stdin.write('one\n');
    const [chunk] = await once(stdout, 'data');
    expect(String(chunk)).toBe('you said: one\n--\n');
    stdin.end();
    await chat;
  });

  test('ends when it is told to stop, though the input is still open', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const stop = new AbortController();
    const chat = chatThroughPipe(slowFirst, { stdin, stdout, stop: stop.signal });
    stdin.write('one\n');
    await once(stdout, 'data');
    stop.abort();
    await chat;
  });

  test('ends at once when it was told to stop before it began', async () => {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    await chatThroughPipe(slowFirst, { stdin, stdout, stop: AbortSignal.abort() });
  });
});

describe('a chat at a terminal', () => {
  function terminalChat(history: History = noHistory) {
    const [stdin, stdout] = [new PassThrough(), new PassThrough()];
    const stop = new AbortController();
    let screen = '';
    stdout.on('data', (chunk) => {
      screen += String(chunk);
    });
    const chat = chatAtTerminal(slowFirst, {
      stdin,
      stdout,
      stop: stop.signal,
      history,
      complete: (line) => [[], line],
      prompt: 'dalil> ',
    });
    return { stdin, stop, chat, screen: () => screen };
  }

  test('prompts, answers, and ends with Ctrl-D', async () => {
    const { stdin, chat, screen } = terminalChat();
    stdin.write('one\r');
    stdin.write('\u0004');
    stdin.end();
    await chat;
    expect(screen()).toContain('dalil> ');
    expect(screen()).toContain('you said: one\n');
  });

  test.each(['\u0003', 'half a questi\u0003'])('ends with Ctrl-C (%j), with the cursor on a new line', async (keys) => {
    const { stdin, chat, screen } = terminalChat();
    stdin.write(keys);
    await chat;
    expect(screen().endsWith('\n')).toBe(true);
    expect(screen()).not.toContain('you said');
  });

  test('ends when dalil is stopped from outside', async () => {
    const { stop, chat } = terminalChat();
    stop.abort();
    await chat;
  });

  test('remembers what was asked, and not empty lines', async () => {
    const added: string[] = [];
    const { stdin, chat } = terminalChat({ lines: [], add: (line) => added.push(line) });
    stdin.write('one\r\r  \rtwo\r\u0004');
    stdin.end();
    await chat;
    expect(added).toEqual(['one', 'two']);
  });
});
