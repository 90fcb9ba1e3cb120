import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { WrongUse } from '../../src/cli/cli-command.ts';
import { readDay } from '../../src/cli/days.ts';
import { inOrder } from '../../src/cli/in-order.ts';
import { listenForStop, stoppedCode } from '../../src/cli/stop.ts';

async function* countTo(n: number) {
  for (let i = 1; i <= n; i++) yield i;
}

describe('work in order', () => {
  test('is given back in the order of the items, whichever ends first', async () => {
    const later = async (n: number) => {
      for (let i = n; i < 10; i++) await Promise.resolve();
      return n * n;
    };
    const results: number[] = [];
    for await (const result of inOrder(countTo(7), 3, later)) results.push(result);
    expect(results).toEqual([1, 4, 9, 16, 25, 36, 49]);
  });

  test('never has more under way than it may', async () => {
    let running = 0;
    let most = 0;
    const work = async (n: number) => {
      most = Math.max(most, ++running);
      for (let i = 0; i < 100; i++) await Promise.resolve();
      running--;
      return n;
    };
    for await (const _ of inOrder(countTo(50), 4, work));
    expect(most).toBe(4);
  });

  test('ends with the first failure', async () => {
    const fail = async (n: number) => {
      if (n === 3) throw new Error('three');
      return n;
    };
    const results: number[] = [];
    const all = async () => {
      for await (const result of inOrder(countTo(9), 4, fail)) results.push(result);
    };
    await expect(all()).rejects.toThrow('three');
    expect(results).toEqual([1, 2]);
  });
});

describe('a day on the command line', () => {
  test('is a calendar day or is not said', () => {
    expect(readDay('now', '2024-02-29')).toBe('2024-02-29');
    expect(readDay('now', undefined)).toBeNull();
  });
  test.each(['2023-02-29', '2023-4-1', 'yesterday', ''])('is refused when it is %j', (value) => {
    expect(() => readDay('now', value)).toThrow(new WrongUse('--now must be a calendar day such as 2023-05-02'));
  });
});

describe('stopping', () => {
  function host() {
    const exits: number[] = [];
    const signals = Object.assign(new EventEmitter(), { exit: (code: number) => exits.push(code) });
    const terminal = { stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() };
    return { signals, terminal, exits, stop: listenForStop(signals, terminal) };
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s is asked for once and forced by the second', (signal, code) => {
    const { signals, exits, stop } = host();
    signals.emit(signal);
    expect(stop.signal.aborted).toBe(true);
    expect(exits).toEqual([]);
    expect(stoppedCode(stop.reason(), 0)).toBe(code);
    signals.emit(signal);
    expect(exits).toEqual([code]);
  });

  test('because nobody reads any more is no failure', () => {
    const { terminal, stop } = host();
    terminal.stdout.emit('error', Object.assign(new Error('broken pipe'), { code: 'EPIPE' }));
    expect(stop.signal.aborted).toBe(true);
    expect(stoppedCode(stop.reason(), 0)).toBe(0);
  });

  test('leaves the exit code of work that came to its end', () => {
    expect(stoppedCode(host().stop.reason(), 1)).toBe(1);
  });
});
