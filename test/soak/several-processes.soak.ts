import { beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../bots/telegram/crash-sweep.ts';
import { bundle } from '../support/bot-process.ts';
import { factsStore } from '../support/store.ts';

const KILLS = 60;

let program: string;
beforeAll(async () => {
  program = await bundle('src/cli/main.ts');
});

describe('several processes on one Postgres', () => {
  test.each([2, 4])(`%i, of which any is killed, ${KILLS} times, lose nothing and handle nothing twice`, async (processes) => {
    const store = await factsStore();
    const swept = await sweep({ program, args: ['start'], store, kills: KILLS, seed: processes, processes });
    console.log(
      `${processes} processes, ${swept.messages} messages, ${KILLS} kills: ${swept.lost.length} lost, ${swept.handledTwice} handled twice, ${swept.sentAgain} sent again`,
    );
    expect(swept).toMatchObject({ lost: [], handledTwice: 0, wrong: [] });
    expect(swept.confirmed).toBe(swept.messages);
    // only what a killed process had on its way can be sent again
    expect(swept.sentAgain).toBeLessThan(KILLS * 8);
  });
});
