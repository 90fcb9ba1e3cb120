import { describe, expect, it } from 'vitest';
import { within } from '../../bench/deadline.ts';

describe('a part of the benchmark', () => {
  it('gives its figures', async () => {
    expect(await within(10, 'counting', async () => 3)).toBe(3);
  });

  it('says so where it is late', async () => {
    expect(await within(0, 'waiting', () => new Promise(() => {}))).toBe('waiting was not done in 0 s, and is left out');
  });

  it('says so where it fails', async () => {
    const failing = () => Promise.reject(new Error('nothing there'));
    expect(await within(10, 'looking', failing)).toBe('looking failed: nothing there');
  });
});
