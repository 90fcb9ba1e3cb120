import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDays } from '../../src/core/reply/days.ts';
import { createTranslator } from '../../src/core/reply/translator.ts';

const en = createDays(createTranslator('en'));
const ar = createDays(createTranslator('ar'));

describe('days are said as people say them', () => {
  test('a day, a month, a year', () => {
    expect(en.span({ from: '2023-04-08', to: '2023-04-08' })).toBe('8 April 2023');
    expect(en.span({ from: '2023-04-01', to: '2023-04-30' })).toBe('April 2023');
    expect(en.span({ from: '2023-01-01', to: '2023-12-31' })).toBe('2023');
    expect(ar.span({ from: '2023-04-08', to: '2023-04-08' })).toBe('8 نيسان 2023');
    expect(ar.span({ from: '2023-10-01', to: '2023-10-31' })).toBe('تشرين الأول 2023');
  });

  test('a stretch names no more than it must', () => {
    expect(en.span({ from: '2023-04-04', to: '2023-04-06' })).toBe('4–6 April 2023');
    expect(en.span({ from: '2023-03-30', to: '2023-04-06' })).toBe('30 March to 6 April 2023');
    expect(en.span({ from: '2022-12-30', to: '2023-04-06' })).toBe('30 December 2022 to 6 April 2023');
    expect(en.span({ from: '2023-01-01', to: '2023-03-31' })).toBe('January to March 2023');
    expect(en.span({ from: '2022-11-01', to: '2023-02-28' })).toBe('November 2022 to February 2023');
    expect(en.span({ from: '2021-01-01', to: '2023-12-31' })).toBe('2021 to 2023');
    expect(ar.span({ from: '2023-04-04', to: '2023-04-06' })).toBe('4–6 نيسان 2023');
    expect(ar.span({ from: '2023-01-01', to: '2023-03-31' })).toBe('كانون الثاني إلى آذار 2023');
  });

  test('in a sentence', () => {
    expect(en.when({ from: '2023-04-01', to: '2023-04-30' })).toBe('in April 2023');
    expect(en.when({ from: '2023-04-08', to: '2023-04-08' })).toBe('on 8 April 2023');
    expect(en.when({ from: '2023-04-04', to: '2023-04-06' })).toBe('from 4 to 6 April 2023');
    expect(en.when({ from: null, to: '2023-04-06' })).toBe('up to 6 April 2023');
    expect(ar.when({ from: '2023-04-04', to: '2023-04-06' })).toBe('من 4 إلى 6 نيسان 2023');
    expect(ar.when({ from: '2023-04-01', to: '2023-04-30' })).toBe('في نيسان 2023');
  });

  test('a day that is not known is never said as one', () => {
    expect(en.known('2023-04-08', '2023-04-08', 1)).toBe('8 April 2023');
    expect(en.known('2019-04-14', '2019-04-17', 2)).toBe('between 14 and 17 April 2019, day not known');
    expect(en.known('2024-04-13', '2024-04-20', 3)).toBe('in the week of 13–20 April 2024, day not known');
    expect(en.known('2022-09-01', '2022-09-30', 4)).toBe('some time in September 2022');
    expect(en.known('2020-04-21', '2020-05-17', 4)).toBe('between 21 April and 17 May 2020, day not known');
    expect(en.known('2022-01-01', '2022-12-31', 5)).toBe('some time in 2022');
    expect(en.known('2022-01-05', '2022-01-05', 2)).toBe('about 5 January 2022');
    expect(ar.known('2020-04-21', '2020-05-17', 4)).toBe('بين 21 نيسان و17 أيار 2020، واليوم غير معروف');
    expect(ar.known('2022-09-01', '2022-09-30', 4)).toBe('في وقت ما من أيلول 2022');
  });

  test('every stretch names the years that it touches, in Latin digits', () => {
    const iso = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(iso, iso, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        for (const days of [en, ar]) {
          for (const said of [days.span({ from, to }), days.when({ from, to }), days.known(from, to, 4)]) {
            expect(said).toContain(from.slice(0, 4));
            expect(said).toContain(to.slice(0, 4));
            expect(said).not.toMatch(/[٠-٩]/u);
          }
        }
      }),
    );
  });
});
