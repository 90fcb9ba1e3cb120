import { beforeAll, describe, expect, test } from 'vitest';
import { type SweepOptions, type Swept, sweep } from '../identity/canary/sweep.ts';
import { bundle } from '../support/bot-process.ts';

const TIPS = 2_000;
/** Where nothing but dalil itself is spared: all that they meet, the others meet too. */
const SPARED = 600;
const KILLS = 200;
const STOPS = 20;
const LANES = 4;
/** A few minutes on four cores that are free; the machine may be busy. */
const PATIENCE_MS = 3_600_000;

let program: string;
beforeAll(async () => {
  program = await bundle('src/cli/main.ts');
});

type Storm = Pick<SweepOptions, 'tips' | 'kills' | 'stops' | 'seed'>;

async function inLanes({ tips, kills, stops, seed }: Storm): Promise<Swept[]> {
  const lane = { program, tips: tips / LANES, kills: kills / LANES, stops: stops / LANES };
  return Promise.all(Array.from({ length: LANES }, (_, n) => sweep({ ...lane, seed: seed + n })));
}

const sum = (swept: readonly Swept[], of: (one: Swept) => number) => swept.reduce((total, one) => total + of(one), 0);

function inWords(swept: readonly Swept[]): string {
  const n = (of: (one: Swept) => number) => sum(swept, of);
  return [
    `${n(({ tips }) => tips)} tips, ${n(({ receipts }) => receipts)} receipts, ${n(({ cleaned }) => cleaned)} files cleaned`,
    `${n(({ kills }) => kills)} kills, ${n(({ stops }) => stops)} stops of the database, ${n(({ decodersKilled }) => decodersKilled)} of the decoder`,
    `${n(({ lost }) => lost.length)} lost, ${n(({ doubled }) => doubled.length)} doubled`,
    `${n(({ leaks }) => leaks.length)} canaries in ${n(({ looked }) => looked)} places, ${n(({ shown }) => shown.length)} in ${n(({ seen }) => seen)} texts`,
  ].join('; ');
}

const CLEAR = { lost: [], doubled: [], doubledTips: 0, emptyReceipts: [], leaks: [], shown: [], wrong: [] };

describe('contacts on both platforms, in their thousands', () => {
  test(
    'leave nothing in clear of themselves or their tips, whatever fails meanwhile',
    async () => {
      const swept = await inLanes({ tips: SPARED, kills: 0, stops: 8, seed: 300 });
      console.log(inWords(swept));
      for (const lane of swept) {
        expect(lane).toMatchObject({ ...CLEAR, tips: SPARED / LANES });
        expect(lane.control.length).toBeGreaterThan(2);
      }
      expect(sum(swept, ({ decodersKilled }) => decodersKilled)).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  test(
    `lose no tip and double none when dalil is killed ${KILLS} times and its database ${STOPS} times, and leave nothing in clear`,
    async () => {
      const swept = await inLanes({ tips: TIPS, kills: KILLS, stops: STOPS, seed: 400 });
      console.log(inWords(swept));
      for (const lane of swept) {
        expect(lane).toMatchObject({ ...CLEAR, kills: KILLS / LANES, stops: STOPS / LANES, tips: TIPS / LANES });
        expect(lane.control.length).toBeGreaterThan(2);
        expect(lane.controlKept.lost.length).toBeGreaterThan(0);
      }
    },
    PATIENCE_MS,
  );
});
