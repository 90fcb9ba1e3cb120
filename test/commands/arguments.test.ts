import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArguments, splitWords } from '../../src/core/commands/arguments.ts';
import type { Options } from '../../src/core/commands/command.ts';
import { UserError } from '../../src/core/user-error.ts';

const options = {
  ref: { kind: 'text', required: true },
  km: { kind: 'integer', min: 1, max: 100, required: false },
  grade: { kind: 'choice', choices: ['fair', 'weak'], required: false },
  reason: { kind: 'text', required: false, rest: true },
} as const satisfies Options;
const command = { name: 'weigh', options };
const bare = { name: 'bare', options: {} };

const refusal = (work: () => unknown): { code: string; params: object } => {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return { code: error.code, params: error.params };
    throw error;
  }
  throw new Error('it was not refused');
};

describe('the words of a text command', () => {
  test('fill the options in order, and the last takes all that is left as it was typed', () => {
    expect(splitWords(command, ' BDY-7K3Q9F  30 weak two   sources, one  claim ')).toEqual({
      ref: 'BDY-7K3Q9F',
      km: '30',
      grade: 'weak',
      reason: 'two   sources, one  claim',
    });
  });

  test('may be fewer than the options', () => {
    expect(splitWords(command, 'BDY-7K3Q9F')).toEqual({ ref: 'BDY-7K3Q9F' });
    expect(splitWords(command, '  ')).toEqual({});
  });

  test('that no option takes are named and not dropped', () => {
    expect(refusal(() => splitWords(bare, 'what now'))).toEqual({
      code: 'too-many-words',
      params: { command: 'bare', words: 'what now' },
    });
  });

  test('are all kept, whatever they are', () => {
    const word = fc.stringMatching(/^\S+$/u, { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
        expect(Object.values(splitWords(command, words.join(' '))).join(' ')).toBe(words.join(' '));
      }),
    );
  });
});

describe('options', () => {
  test('become values of their kinds', () => {
    expect(readArguments(command, { ref: ' BDY-7K3Q9F ', km: '30', grade: 'WEAK' })).toEqual({
      ref: 'BDY-7K3Q9F',
      km: 30,
      grade: 'weak',
    });
  });

  test('that a command does not have are left out', () => {
    expect(readArguments(bare, { surprise: '1' })).toEqual({});
  });

  test.each([
    [{}, 'missing-option', { command: 'weigh', option: 'ref' }],
    [{ ref: '  ' }, 'missing-option', { command: 'weigh', option: 'ref' }],
    [{ ref: 'x', km: 'many' }, 'not-an-integer', { command: 'weigh', option: 'km', said: 'many' }],
    [{ ref: 'x', km: '1e2' }, 'not-an-integer', { command: 'weigh', option: 'km', said: '1e2' }],
    [{ ref: 'x', km: '0' }, 'integer-too-small', { command: 'weigh', option: 'km', min: 1 }],
    [{ ref: 'x', km: '101' }, 'integer-too-large', { command: 'weigh', option: 'km', max: 100 }],
    [{ ref: 'x', grade: 'good' }, 'not-a-choice', { command: 'weigh', option: 'grade', said: 'good', choices: 'fair, weak' }],
  ])('%j is refused as %s', (raw, code, params) => {
    expect(refusal(() => readArguments(command, raw))).toEqual({ code, params });
  });
});
