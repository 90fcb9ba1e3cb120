import { expect, test } from 'vitest';
import { bundle } from '../support/bot-process.ts';
import { sweep } from './canary/sweep.ts';

test('nothing of thirty contacts stands in clear anywhere, and none of their tips is lost or doubled, whatever is killed meanwhile', async () => {
  const program = await bundle('src/cli/main.ts');
  const swept = await sweep({ program, tips: 30, kills: 3, stops: 1, seed: 7 });
  expect(swept).toMatchObject({ tips: 30, kills: 3, stops: 1, leaks: [], shown: [], wrong: [] });
  expect(swept).toMatchObject({ lost: [], doubled: [], doubledTips: 0, emptyReceipts: [] });
  expect(swept.receipts).toBeGreaterThanOrEqual(20);
  expect(swept.cleaned).toBeGreaterThan(0);
  expect(swept.published).toBeGreaterThan(0);
  expect(swept.seen).toBeGreaterThan(20);
  expect(swept.looked).toBeGreaterThan(300);
  // what is in clear is found: in the table's file, in the log before it, in the backup, in the dump
  for (const place of ['pg_wal', '/base/', 'backup', 'dump'])
    expect(swept.control.some((leak) => leak.includes(place))).toBe(true);
  // and so is a tip that is taken away
  expect(swept.controlKept.lost.length).toBeGreaterThan(0);
  expect(swept.controlKept.emptyReceipts.length).toBeGreaterThan(0);
}, 600_000);
