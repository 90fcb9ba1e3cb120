import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCaptured, hashDistance } from '../../src/core/media/media.ts';

const sukhna = { lat: 34.886, lon: 38.871 };
const claim = { ...sukhna, fromDay: '2026-03-04', toDay: '2026-03-04' };
const taken = { ...sukhna, at: '2026-03-04T09:00:00' };

describe('where a file was taken and where the tip says', () => {
  test.each([
    ['the same place', {}, 'agrees'],
    ['20 km away', { lat: 34.886 + 20 / 111.2 }, 'agrees'],
    ['30 km away', { lat: 34.886 + 30 / 111.2 }, 'differs'],
    ['another country', { lat: 50, lon: 10 }, 'differs'],
    ['no position', { lat: null, lon: null }, 'none'],
  ] as const)('%s', (_, where, expected) => {
    expect(compareCaptured({ ...taken, ...where }, claim).place).toBe(expected);
  });

  test('a tip without a place', () => {
    expect(compareCaptured(taken, { ...claim, lat: null, lon: null }).place).toBe('none');
  });
});

describe('when a file was taken and when the tip says', () => {
  test.each([
    ['2026-03-04', 'agrees'],
    ['2026-03-03T23:50:00', 'agrees'],
    ['2026-03-07T10:00:00', 'agrees'],
    ['2026-03-08T10:00:00', 'differs'],
    ['2026-03-02T23:59:59', 'differs'],
    ['2019-03-04T10:00:00', 'differs'],
    // past midnight in Damascus
    ['2026-03-07T22:30:00Z', 'differs'],
    ['2026-03-02T22:30:00Z', 'agrees'],
    [null, 'none'],
  ] as const)('%s %s', (at, expected) => {
    expect(compareCaptured({ ...taken, at }, claim).time).toBe(expected);
  });

  test('a tip without a day', () => {
    expect(compareCaptured(taken, { ...claim, fromDay: null, toDay: null }).time).toBe('none');
  });
});

test('a file that says nothing', () => {
  expect(compareCaptured(null, claim)).toEqual({ place: 'none', time: 'none' });
});

test('hashes differ in as many bits as they do', () => {
  const hash = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });
  const hex = (value: bigint) => value.toString(16).padStart(16, '0');
  fc.assert(
    fc.property(hash, hash, (a, b) => {
      expect(hashDistance(hex(a), hex(b))).toBe([...(a ^ b).toString(2)].filter((bit) => bit === '1').length);
    }),
  );
});
