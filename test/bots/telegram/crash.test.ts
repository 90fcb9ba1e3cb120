import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../support/bot-process.ts';
import { factsStore } from '../../support/store.ts';
import { sweep } from './crash-sweep.ts';

let program: string;
beforeAll(async () => {
  program = await bundle('src/cli/main.ts');
});

/** The moment at which Telegram is told that updates are read. */
const confirming = (method: string, params: Record<string, unknown>) => method === 'getUpdates' && params.offset !== undefined;

describe('a bot that is killed', () => {
  test.concurrent('ten times at any moment loses nothing that Telegram was told is read, and answers nothing twice', async () => {
    const swept = await sweep({ program, args: ['start'], store: await factsStore(), kills: 10, seed: 1 });
    expect(swept).toMatchObject({ lost: [], handledTwice: 0, sentTwiceByOne: [], wrong: [] });
    expect(swept.confirmed).toBe(swept.messages);
  }, 180_000);

  test.concurrent('in the moment of confirming loses nothing, and would if it confirmed before it kept', async () => {
    const stock = await bundle('test/support/confirm-first-process.ts');
    const [ours, control] = await Promise.all([
      sweep({ program, args: ['start'], store: await factsStore(), kills: 3, seed: 2, killAt: confirming }),
      sweep({ program: stock, args: [], store: await factsStore(), kills: 3, seed: 2, killAt: confirming, drain: false }),
    ]);
    expect(ours.lost).toEqual([]);
    expect(control.lost.length).toBeGreaterThan(0);
  }, 180_000);
});
