import { expect, test } from 'vitest';
import { sweep } from '../identity/canary-sweep.ts';

const TIPS = 400;

test('nothing of four hundred contacts and their tips stands in clear anywhere', async () => {
  const { tips, leaks, control } = await sweep(TIPS);
  expect(tips).toBe(TIPS);
  expect(leaks).toEqual([]);
  expect(control).toContain('backup');
}, 3_600_000);
