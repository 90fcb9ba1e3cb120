import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forPeople, REMOVED } from '../../src/core/tips/for-people.ts';
import { hostileText } from '../bots/hostile-text.ts';

describe('the words of a contact, for people', () => {
  test.each([
    ['call me 0933 123 456 quickly', `call me ${REMOVED} quickly`],
    ['رقمي ٠٩٣٣١٢٣٤٥٦', `رقمي ${REMOVED}`],
    ['+963 (933) 12-34-56', REMOVED],
    ['write to @abu_ali or t.me/abu_ali', `write to ${REMOVED} or ${REMOVED}`],
    ['abu.ali@example.org', REMOVED],
    ['<@123456789012345678> saw it', `${REMOVED} saw it`],
    ['انا سامر من حارة الشيخ وشفت الهجوم', `انا ${REMOVED} وشفت الهجوم`],
    ['معكم خالد، في هجوم قرب السخنة', `معكم ${REMOVED}، في هجوم قرب السخنة`],
    ['انا شفت الدخان من حي الجورة', 'انا شفت الدخان من حي الجورة'],
    ['my name is Ahmad and I saw it', `my name is ${REMOVED} and I saw it`],
    ['اسمي أحمد وشفت كل شي', `اسمي ${REMOVED} وشفت كل شي`],
  ])('hold nothing that leads to them: %s', (written, read) => {
    expect(forPeople(written)).toBe(read);
  });

  test.each([
    '27-4-2023, 3 killed and 12 wounded',
    'on 2023-04-27 at 14:30, 200 sheep',
    'about 34.89, 38.87, 1.234 sheep, 12.5 km',
    'داعش ضربو حاجز قرب السخنة ٣٠/٤/٢٠٢٣ و٥٠ عنصر',
  ])('keep days, numbers and points: %s', (written) => {
    expect(forPeople(written)).toBe(written);
  });

  test.each([
    ['34.8921, 38.8723', '34.89, 38.87'],
    ['٣٤٫٨٩٢١٧ ٣٨٫٨٧٢٣٤', '٣٤٫٨٩ ٣٨٫٨٧'],
    ['34°52\'36.4"N 38°15\'01"E', "34°52'N 38°15'E"],
    ["34° 52.607' N", "34° 52' N"],
  ])('tell a point to a kilometre, as a pin does: %s', (written, read) => {
    expect(forPeople(written)).toBe(read);
  });

  test('hold no link that can be followed', () => {
    expect(forPeople('see https://example.org/a')).toBe('see hxxps[:]//example[.]org/a');
  });

  test('are the same when they are cleaned again', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.string({ unit: 'grapheme' })), (text) => {
        const once = forPeople(text);
        expect(forPeople(once)).toBe(once);
      }),
    );
  });
});
