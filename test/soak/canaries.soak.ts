import { expect, test } from 'vitest';
import { sweep } from '../identity/canary-sweep.ts';

test('nothing of two thousand contacts and their tips stands in clear anywhere', async () => {
  const { tips, leaks, control } = await sweep(2_000);
  expect(tips).toBe(2_000);
  expect(leaks).toEqual([]);
  expect(control).toContain('backup');
}, 3_600_000);
