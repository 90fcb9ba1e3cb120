import { describe, expect, test } from 'vitest';
import { isolate, keepNeededIsolates, withoutIsolates } from '../../src/core/reply/isolates.ts';
import { createTranslator, createTranslators } from '../../src/core/reply/translator.ts';

const en = createTranslator('en');
const ar = createTranslator('ar');

describe('a translator', () => {
  test('says numbers of incidents in all six Arabic forms', () => {
    const said = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 1234].map((n) => ar('counted.attack', { n }));
    expect(said).toEqual([
      'لا هجمات',
      'هجوم واحد',
      'هجومان',
      '3 هجمات',
      '10 هجمات',
      '11 هجومًا',
      '99 هجومًا',
      '100 هجوم',
      '102 هجوم',
      '103 هجمات',
      '1,234 هجومًا',
    ]);
    expect([1, 2, 1234].map((n) => en('counted.attack', { n }))).toEqual(['1 attack', '2 attacks', '1,234 attacks']);
  });

  test('says numbers of people in the case that their place in the sentence asks for', () => {
    const value = (n: number) => ({ n, low: n, high: n });
    expect(ar('killed.exact', value(2))).toBe('قتيلان');
    expect(ar('killed.about', value(2))).toBe('نحو قتيلين');
    expect(ar('killed.least', value(13))).toBe('13 قتيلًا على الأقل');
    expect(ar('killed.range', { n: 7, low: 7, high: 8 })).toBe('7 إلى 8 قتلى');
    expect(ar('wounded.exact', value(3))).toBe('3 جرحى');
    expect(ar('captured.exact', value(11))).toBe('11 أسيرًا');
    expect(en('killed.range', { n: 7, low: 7, high: 8 })).toBe('7 to 8 killed');
    expect(en('wounded.least', value(13))).toBe('at least 13 wounded');
    expect(en('killed.about', value(9))).toBe('about 9 killed');
  });

  test('isolates names of the other script and nothing else', () => {
    expect(ar('by', { actors: 'ISIS' })).toBe('من تنفيذ \u2068ISIS\u2069');
    expect(ar('by', { actors: 'داعش' })).toBe('من تنفيذ داعش');
    expect(en('by', { actors: 'ISIS' })).toBe('by ISIS');
    expect(en('by', { actors: 'داعش' })).toBe('by \u2068داعش\u2069');
    expect(ar.list(['حمص', 'Amaq'])).toBe('حمص و\u2068Amaq\u2069');
    expect(en.list(['Homs', 'Hama', 'Raqqa'])).toBe('Homs, Hama and Raqqa');
  });

  test('refuses a message that is not there and a value that is missing', () => {
    expect(() => en('no-such-message')).toThrow('no-such-message');
    expect(() => en('evidence.no-such-grade')).toThrow('evidence.no-such-grade');
    expect(() => en('by')).toThrow('by');
  });

  test('takes what looks like a message in a value for plain text', () => {
    expect(en('by', { actors: '{ $n } { killed } *[other]' })).toBe('by { $n } { killed } *[other]');
  });

  test('is made once for each language', () => {
    const translators = createTranslators();
    expect(translators('ar')).toBe(translators('ar'));
    expect(translators('ar').language).toBe('ar');
  });
});

describe('direction isolates', () => {
  test('come in pairs, whatever came in', () => {
    expect(keepNeededIsolates('\u2068\u2068داعش', 'en')).toBe('\u2068داعش\u2069');
    expect(keepNeededIsolates('\u2069\u2069a\u2068b\u2069', 'en')).toBe('ab');
    expect(keepNeededIsolates('\u2068قرب \u2068T4\u2069\u2069', 'ar')).toBe('قرب \u2068T4\u2069');
  });

  test('can be taken out', () => {
    expect(withoutIsolates(isolate('SOHR', 'ar'))).toBe('SOHR');
    expect(isolate('7–8', 'ar')).toBe('7–8');
  });
});
