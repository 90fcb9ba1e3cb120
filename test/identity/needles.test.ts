import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createFinder, formsOf } from './canary/needles.ts';

const WORDS = ['kanarie first', 'كناري الصحراء', '7712345000123', '1441234567890123456', '34.765432198', '09335557731'];
const find = createFinder(WORDS);

/** The same words as other programs write them, not by the code under test. */
const WRITTEN: Record<string, (word: string) => Buffer> = {
  'as it is': (word) => Buffer.from(word),
  'within JSON': (word) => Buffer.from(JSON.stringify({ a: [word] })),
  'as a number in JSON': (word) => Buffer.from(`{"id":${word}}`),
  'in UTF-16': (word) => Buffer.from(word, 'utf16le'),
  'in hex': (word) => Buffer.from(Buffer.from(word).toString('hex')),
  'in an address': (word) => Buffer.from(`https://x/?q=${encodeURIComponent(word)}`),
  'in Base64': (word) => Buffer.from(Buffer.from(word).toString('base64')),
  'in Base64, one byte on': (word) => Buffer.from(Buffer.from(`a${word}b`).toString('base64')),
  'in Base64, two bytes on': (word) => Buffer.from(Buffer.from(`ab${word}`).toString('base64')),
  'in Base64 of addresses': (word) => Buffer.from(Buffer.from(`{"a":"${word}"}`).toString('base64url')),
};

describe('a word is found', () => {
  test.each(Object.entries(WRITTEN))('%s', (_, write) => {
    for (const word of WORDS) {
      const bytes = Buffer.concat([randomBytes(1001), write(word), randomBytes(500)]);
      expect(find(bytes), word).toEqual([word]);
    }
  });

  test('as a whole number or a fraction in binary, from either end', () => {
    const whole = Buffer.alloc(16);
    whole.writeBigInt64LE(7712345000123n, 3);
    expect(find(whole)).toEqual(['7712345000123']);
    whole.fill(0).writeBigInt64BE(1441234567890123456n, 5);
    expect(find(whole)).toEqual(['1441234567890123456']);
    whole.fill(0).writeDoubleLE(34.765432198, 1);
    expect(find(whole)).toEqual(['34.765432198']);
  });

  test('as Postgres keeps a number of JSON', () => {
    // select jsonb '7712345000123': 7, 7123, 4500, 123 in base 10,000
    expect(find(Buffer.from('00000700d31b94117b000000', 'hex'))).toEqual(['7712345000123']);
  });

  test('in capitals and in small letters', () => {
    expect(find(Buffer.from('KANARIE FIRST'))).toEqual(['kanarie first']);
  });
});

test('what is not there is not found', () => {
  expect(find(randomBytes(4_000_000))).toEqual([]);
  expect(find(Buffer.from('7712345000124 kanarie last 34.76543219 0933555773'))).toEqual([]);
});

test('every form of a word is long enough to be told from chance', () => {
  for (const word of WORDS) for (const form of formsOf(word)) expect(form.length).toBeGreaterThanOrEqual(8);
  expect(() => createFinder(['short'])).toThrow('too short');
});
