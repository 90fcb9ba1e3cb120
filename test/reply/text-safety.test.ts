import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean, defang } from '../../src/core/reply/text-safety.ts';
import { hostileText } from '../bots/hostile-text.ts';

const runs = { numRuns: 2_000 };
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may be left
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2067\ufeff\p{Cs}\p{Co}]/u;

describe('cleaning', () => {
  test('leaves no control, direction control, zero-width character or lone surrogate', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(clean(text)).not.toMatch(FORBIDDEN);
        expect(clean(text)).not.toMatch(/[\u2068\u2069]/u);
        expect(clean(text)).not.toMatch(/\p{M}{4}/u);
      }),
      runs,
    );
  });

  test('is at a fixed point after one call', () => {
    fc.assert(
      fc.property(hostileText, fc.constantFrom('keep' as const, 'drop' as const), (text, isolates) => {
        const once = clean(text, isolates);
        expect(clean(once, isolates)).toBe(once);
      }),
      runs,
    );
  });

  test('keeps isolates only in pairs within a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of clean(text, 'keep').split('\n')) {
          let depth = 0;
          for (const c of line) {
            if (c === '\u2068') depth++;
            if (c === '\u2069') depth--;
            expect(depth).toBeGreaterThanOrEqual(0);
          }
          expect(depth).toBe(0);
        }
      }),
      runs,
    );
  });

  test('loses no letter, digit or mark of ordinary text', () => {
    const ordinary = fc.string({ unit: 'grapheme-ascii', maxLength: 200 });
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(clean(text)).toBe(text);
      }),
      runs,
    );
  });

  test.each([
    ['Arabic with vowel marks', 'السُّخْنَة'],
    ['Persian with its joiner', 'می‌خواهم'],
    ['a family emoji', '👩‍👩‍👧'],
    ['a heart in colour', '❤️'],
    ['a flag', '🇸🇾'],
    ['two paragraphs', 'one\n\ntwo'],
    ['Devanagari with a joiner', 'क्‍ष'],
  ])('keeps %s', (_, text) => expect(clean(text)).toBe(text));

  test.each([
    ['a reversed file name', 'photo\u202egpj.exe', 'photogpj.exe'],
    ['letters hidden between letters', 'b\u200bo\u2060m\ufeffb', 'bomb'],
    ['a hidden message in tags', 'safe\u{e0062}\u{e0079}\u{e0065}', 'safe'],
    ['a flood of marks', `a${'\u0316'.repeat(40)}b`, `a${'\u0316'.repeat(3)}b`],
    ['marks that meet once what parts them is gone', `a${'\u0316\u0316\u200b'.repeat(20)}`, `a${'\u0316'.repeat(3)}`],
    ['line ends of every kind', 'a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['a flood of blank lines', 'a\n \n\t\n\n\nb', 'a\n\nb'],
    ['a joiner between words', 'a\u200d b\u200c c', 'a b c'],
    ['half of a character', 'a\ud83db', 'ab'],
  ])('takes out %s', (_, text, wanted) => expect(clean(text)).toBe(wanted));

  test('an isolate that holds nothing, or has no end, goes', () => {
    expect(clean('\u2068\u2069a \u2068حمص\u2069 \u2068b', 'keep')).toBe('a \u2068حمص\u2069 b');
    expect(clean('\u2068a\nb\u2069', 'keep')).toBe('a\nb');
  });
});

describe('defanging', () => {
  test.each([
    ['see https://example.org/a.b?c=1 now', 'see hxxps[:]//example[.]org/a.b?c=1 now'],
    ['HTTP://10.0.0.1/x', 'hxxp[:]//10[.]0[.]0[.]1/x'],
    ['t.me/channel', 't[.]me/channel'],
    ['www.example.com.', 'www[.]example[.]com.'],
    ['tg://resolve?domain=x', 'tg[:]//resolve?domain=x'],
  ])('%s', (text, wanted) => expect(defang(text)).toBe(wanted));

  test.each(['It was 3.5 km away. Then it left.', 'at 12:30, e.g. there', 'BDY-7K3Q9F', 'السخنة. ثم'])('leaves “%s”', (text) =>
    expect(defang(text)).toBe(text),
  );

  test('leaves no link behind', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(defang(text)).not.toMatch(/\b[a-z][a-z0-9+.-]*:\/\//iu);
      }),
      runs,
    );
  });
});
