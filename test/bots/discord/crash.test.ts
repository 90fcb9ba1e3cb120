import { beforeAll, describe, expect, test } from 'vitest';
import { bundle } from '../../support/bot-process.ts';
import { factsStore } from '../../support/store.ts';
import { answerLost, deferring, sweep } from './crash-sweep.ts';

let program: string;
beforeAll(async () => {
  program = await bundle('src/cli/main.ts');
});

describe('a bot that is killed', () => {
  test.concurrent('eight times at any moment loses nothing that Discord knows of, and answers nothing twice', async () => {
    const lane = async (seed: number) => sweep({ program, args: ['start'], store: await factsStore(), kills: 4, seed });
    const swept = await Promise.all([lane(1), lane(2)]);
    for (const one of swept) expect(one).toMatchObject({ lost: [], handledTwice: 0, seenTwice: [], wrong: [] });
    expect(swept.some(({ deferred }) => deferred > 0)).toBe(true);
    expect(swept.some(({ sentAgain }) => sentAgain > 0)).toBe(true);
  }, 120_000);

  test.concurrent('sends again what it cannot know to have arrived, which only its nonces keep from being seen twice', async () => {
    const forgetful = { forgetsNonces: true, kills: 2, seed: 3, moment: answerLost };
    const swept = await sweep({ program, args: ['start'], store: await factsStore(), ...forgetful });
    expect(swept.seenTwice.length).toBeGreaterThan(0);
  }, 120_000);

  test.concurrent('in the moment of deferring loses nothing, and would if it deferred before it kept', async () => {
    const stock = await bundle('test/bots/discord/defer-first-process.ts');
    const at = { kills: 2, seed: 2, moment: deferring };
    const [ours, control] = await Promise.all([
      sweep({ program, args: ['start'], store: await factsStore(), ...at }),
      sweep({ program: stock, args: [], store: await factsStore(), ...at }),
    ]);
    expect(ours.lost).toEqual([]);
    expect(control.lost.length).toBeGreaterThan(0);
  }, 120_000);
});
