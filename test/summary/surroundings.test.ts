import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrowerRadius, periodBefore, widerRadius } from '../../src/core/summary/surroundings.ts';
import { day } from './found-records.ts';

describe('the stretch before', () => {
  test.each([
    ['2023-04-01', '2023-04-30', '2023-03-01', '2023-03-31'],
    ['2023-03-01', '2023-03-31', '2023-02-01', '2023-02-28'],
    ['2023-01-01', '2023-03-31', '2022-10-01', '2022-12-31'],
    ['2023-01-01', '2023-12-31', '2022-01-01', '2022-12-31'],
    ['2023-04-03', '2023-04-09', '2023-03-27', '2023-04-02'],
    ['2023-05-01', '2023-05-01', '2023-04-30', '2023-04-30'],
  ])('%s to %s follows %s to %s', (from, to, before, until) => {
    expect(periodBefore({ from, to })).toEqual({ from: before, to: until });
  });

  test('ends on the day before, and is as long where it is not of months', () => {
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const before = periodBefore({ from, to });
        expect(days(before.to, from)).toBe(1);
        if (!from.endsWith('-01')) expect(days(before.from, before.to)).toBe(days(from, to));
      }),
    );
  });
});

describe('the radius', () => {
  test('goes up and down in steps, to an end', () => {
    expect([5, 20, 30, 42, 150].map(widerRadius)).toEqual([10, 30, 50, 50, null]);
    expect([5, 20, 30, 42, 150].map(narrowerRadius)).toEqual([null, 10, 20, 30, 100]);
  });
});
