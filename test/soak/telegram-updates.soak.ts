import fc from 'fast-check';
import { test } from 'vitest';
import { neverThrows } from '../bots/telegram/hostile-updates.ts';

test('10,000 updates that Telegram might send or never would are read or passed over', () =>
  fc.assert(neverThrows, { numRuns: 10_000 }));
