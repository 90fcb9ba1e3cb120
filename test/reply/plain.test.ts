import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plain, plainThroughout } from '../../src/core/reply/plain.ts';

describe('what people wrote', () => {
  test('loses terminal escapes whole', () => {
    expect(plain('\u001b[31mred\u001b[0m \u009b1mbold')).toBe('red bold');
  });

  test('loses characters that turn the direction of the text round it', () => {
    expect(plain('a\u202egnp.exe\u2066\u200f')).toBe('agnp.exe');
  });

  test('stays on one line', () => {
    expect(plain('a\r\n\tb\u2028c')).toBe('a b c');
  });

  test('keeps letters, joiners and emoji', () => {
    for (const text of ['قُتل ٣ في السخنة', 'می‌خواهم', 'Dūma', '👩‍🚒 x²']) expect(plain(text)).toBe(text);
  });

  test('is plain all the way down', () => {
    expect(plainThroughout({ a: ['\u0007x', { b: '\u202ey' }], n: 3, z: null })).toEqual({ a: ['x', { b: 'y' }], n: 3, z: null });
  });

  test('never holds a control character afterwards, and is then left alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = plain(text);
        expect(once).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        expect(plain(once)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });
});
