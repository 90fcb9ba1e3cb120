import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitInlines } from '../../src/bots/split-text.ts';
import type { Inline } from '../../src/core/reply/reply.ts';
import { clean } from '../../src/core/reply/text-safety.ts';
import { hostileText } from './hostile-text.ts';

const plainText = (content: readonly Inline[]): string =>
  content.map((inline) => (typeof inline === 'string' ? inline : inline.text)).join('');
const size = (content: readonly Inline[]): number => plainText(content).length;
const split = (text: string, limit: number): string[] => splitInlines([text], limit, size).map(plainText);
const withoutSpace = (text: string) => text.replace(/[\s\u2068\u2069]/gu, '');

describe('splitting', () => {
  test('cuts at spaces', () => expect(split('one two three four', 9)).toEqual(['one two', 'three', 'four']));

  test('keeps an isolated name of several words whole', () => {
    expect(split('near \u2068دير الزور\u2069 today', 14)).toEqual(['near', '\u2068دير الزور\u2069', 'today']);
  });

  test('opens an isolate again where it had to be cut', () => {
    const pieces = split('\u2068دير الزور حمص\u2069, then', 10);
    expect(pieces).toEqual(['\u2068دير\u2069', '\u2068الزور\u2069', '\u2068حمص\u2069,', 'then']);
  });

  test('keeps a link whole, and a word that is half bold', () => {
    const content: Inline[] = [
      'see ',
      { link: 'https://example.org', text: 'the report of May' },
      ' by ',
      { style: 'bold', text: 'SO' },
      'HR',
    ];
    expect(splitInlines(content, 18, size)).toEqual([
      ['see'],
      [{ link: 'https://example.org', text: 'the report of May' }],
      ['by ', { style: 'bold', text: 'SO' }, 'HR'],
    ]);
  });

  test('cuts a word that is longer than the limit between letters as seen', () => {
    expect(split('👩‍👩‍👧👩‍👩‍👧', 10)).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  test('a limit that holds no letter is an error, not an endless loop', () => {
    expect(() => split('👩‍👩‍👧', 3)).toThrow(RangeError);
  });

  test('loses nothing but space, keeps to the limit, and leaves isolates in pairs', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 5 }), fc.integer({ min: 30, max: 80 }), (texts, limit) => {
        const content = texts.map((text) => clean(text, 'keep'));
        const pieces = splitInlines(content, limit, size);
        expect(withoutSpace(pieces.map(plainText).join(''))).toBe(withoutSpace(content.join('')));
        for (const piece of pieces) {
          const text = plainText(piece);
          expect(text.length).toBeLessThanOrEqual(limit);
          expect(text.replace(/[^\u2068]/gu, '').length).toBe(text.replace(/[^\u2069]/gu, '').length);
          expect(text).not.toMatch(/\p{Cs}/u);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('words shorter than the limit are never cut', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'ح', '-'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const pieces = split(words.join(' '), 40);
        expect(pieces.flatMap((piece) => piece.split(' ')).filter(Boolean)).toEqual(words);
      }),
    );
  });
});
