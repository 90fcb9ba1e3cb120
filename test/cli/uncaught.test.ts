import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { logUncaught } from '../../src/cli/uncaught.ts';
import { createLog } from '../../src/log.ts';

const SECRET = 'https://api.telegram.org/bot123:token/sendMessage';

function program() {
  const lines: string[] = [];
  const exits: number[] = [];
  const events = new EventEmitter();
  const process = { on: events.on.bind(events), exit: (code: number) => exits.push(code) };
  logUncaught(process, createLog('error', { write: (line: string) => lines.push(line) }), () => 'an-id');
  return { events, lines, exits };
}

test('a promise that nobody waited for is logged by id, without its words, and ends nothing', () => {
  const { events, lines, exits } = program();
  events.emit('unhandledRejection', new TypeError(SECRET));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ bug: 'an-id', error: 'TypeError', msg: 'bug' });
  expect(lines.join('')).not.toContain('token');
  expect(exits).toEqual([]);
});

test('an exception that nobody caught is logged so, too, and ends the process', () => {
  const { events, lines, exits } = program();
  events.emit('uncaughtException', new Error(SECRET));
  expect(lines.join('')).not.toContain('token');
  expect(exits).toEqual([1]);
});
