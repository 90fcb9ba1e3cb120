import fc from 'fast-check';
import { test } from 'vitest';
import { inertEverywhere, withinLimits } from '../bots/telegram/inert-html.ts';

test('20,000 hostile texts do nothing on Telegram and stay readable', () => fc.assert(inertEverywhere, { numRuns: 20_000 }));
test('2,000 hostile replies keep to every limit of Telegram', () => fc.assert(withinLimits, { numRuns: 2_000 }));
