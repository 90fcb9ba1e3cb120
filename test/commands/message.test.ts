import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_MESSAGE, languageOf, readableMessage, readSlash } from '../../src/core/commands/message.ts';
import { UserError } from '../../src/core/user-error.ts';

describe('a message', () => {
  test.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t ', 'empty'],
    ['one character too many', 'x'.repeat(LONGEST_MESSAGE + 1), 'too-long'],
    ['100 KB', 'attack '.repeat(15_000), 'too-long'],
    ['a zero byte', 'attacks\u0000 in Homs', 'control-characters'],
    ['a terminal escape', '\u001b[2J attacks in Homs', 'control-characters'],
    ['Russian', 'атаки возле Хомса', 'other-script'],
    ['SQL', "'; DROP\tTABLE incident; --", 'database-command'],
    ['SQL after a question', "attacks in Homs' OR 1=1", 'database-command'],
    ['Chinese', '霍姆斯附近的袭击', 'other-script'],
  ])('of %s is refused', (_what, text, code) => {
    expect(() => readableMessage(text)).toThrow(expect.objectContaining({ name: 'UserError', code }));
  });

  test.each([
    'attacks in Homs',
    ' هجمات في حمص ',
    "attacks on al-Sha'er; Palmyra -- or near it",
    '7',
    'attacks in Хомс and Homs',
    'a\nb\tc',
  ])('%j is read as it is, without the blanks around it', (text) => expect(readableMessage(text)).toBe(text.trim()));

  test('of any kind is either read or refused with a reason', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        try {
          expect(readableMessage(text)).toBe(text.trim());
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a slash command', () => {
  test.each([
    ['/help', 'help', ''],
    ['/Help', 'help', ''],
    ['/ask@dalil_bot attacks in Homs', 'ask', 'attacks in Homs'],
    ['/ask\nattacks\nin Homs', 'ask', 'attacks\nin Homs'],
    ['/', '', ''],
  ])('%j is %s with %j', (text, name, rest) => expect(readSlash(text)).toEqual({ name, rest }));

  test('is not any text with a slash in it', () => {
    expect(readSlash('attacks on 3/4/2023')).toBeNull();
  });
});

describe('the language of a text', () => {
  test('is that of most of its letters', () => {
    expect(languageOf('attacks near السخنة in April')).toBe('en');
    expect(languageOf('هجمات قرب T4 في نيسان')).toBe('ar');
  });
  test('is unknown without letters', () => expect(languageOf(' 17/5/2020 ?')).toBeNull());
});
