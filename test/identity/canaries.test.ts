import { expect, test } from 'vitest';
import { sweep } from './canary-sweep.ts';

test('nothing of a hundred contacts and their tips stands in clear on disk, in the write-ahead log, in a backup or in the logs', async () => {
  const { tips, photos, published, shown, looked, leaks, control } = await sweep(100);
  expect(tips).toBe(100);
  // one may still be on its way
  expect(photos).toBeGreaterThanOrEqual(8);
  expect(published).toBeGreaterThan(3);
  expect(shown).toEqual([]);
  expect(looked).toBeGreaterThan(300);
  expect(leaks).toEqual([]);
  // what is in clear is found: in the table's file, in the log before it, in the backup
  expect(control).toContain('backup');
  expect(control.some((path) => path.includes('pg_wal'))).toBe(true);
  expect(control.some((path) => path.includes('/base/'))).toBe(true);
}, 240_000);
