import { describe, expect, test } from 'vitest';
import { createLog, describeError } from '../../src/log.ts';

/** What a log at this level wrote, as objects. */
function lines(level: 'info' | 'error', write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const written: string[] = [];
  write(createLog(level, { write: (line: string) => written.push(line) }));
  return written.map((line) => JSON.parse(line));
}

describe('the log', () => {
  test('writes events as JSON lines with their instant, and nothing of the machine', () => {
    const [line] = lines('info', (log) => log.event('facts_loaded', { added: 21, changed: 0 }));
    expect(line).toEqual({
      level: 30,
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      added: 21,
      changed: 0,
      msg: 'facts_loaded',
    });
  });

  test('leaves out what the table of events does not name', () => {
    const carried = { bug: 'b1', command: 'ask', error: 'Error', text: 'attacks near Sukhnah', user: 'ana' };
    const [line] = lines('error', (log) => log.event('bug', carried));
    expect(Object.keys(line ?? {}).sort()).toEqual(['at', 'bug', 'command', 'error', 'level', 'msg']);
  });

  test('keeps to its level', () => {
    expect(lines('error', (log) => log.event('opened', { ms: 12 }))).toEqual([]);
  });
});

describe('what is said of an error', () => {
  test('is its class, its code and where it came from, and its cause', () => {
    const cause = Object.assign(new TypeError('password=s3cret'), { code: 'ECONNREFUSED' });
    const said = describeError(new RangeError('attacks near Sukhnah', { cause }));
    expect(said).toMatchObject({ error: 'RangeError < TypeError', code: 'ECONNREFUSED' });
    expect(said.frames).toContain('log.test.ts');
  });

  test('is never its message, even where the message looks like a stack', () => {
    const said = describeError(new Error('secret\n    at Sukhnah (the secret place)'));
    expect(JSON.stringify(said)).not.toContain('ecret');
  });

  test('holds no code that is a text', () => {
    expect(describeError(Object.assign(new Error('x'), { code: 'who is ana?' })).code).toBe('');
  });

  test('is next to nothing for what is no error', () => {
    expect(describeError('attacks near Sukhnah')).toEqual({ error: 'string', code: '', frames: '' });
  });
});
