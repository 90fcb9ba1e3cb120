import { beforeAll, describe, expect, test } from 'vitest';
import { answerLost, deferring, type SweepOptions, type Swept, sweep } from '../bots/discord/crash-sweep.ts';
import { bundle } from '../support/bot-process.ts';
import { factsStore } from '../support/store.ts';

const LANES = 4;
const KILLS = 200;

let program: string;
beforeAll(async () => {
  program = await bundle('src/cli/main.ts');
});

type Sweeping = Pick<SweepOptions, 'program' | 'args' | 'kills' | 'moment' | 'forgetsNonces'>;

/** The same sweep in several lanes at once, each with a store, a Discord and a seed of its own. */
async function lanes(count: number, { kills, ...options }: Sweeping): Promise<Swept[]> {
  const stores = await Promise.all(Array.from({ length: count }, () => factsStore()));
  return Promise.all(stores.map((store, lane) => sweep({ ...options, store, kills: kills / count, seed: 200 + lane })));
}

function inWords(swept: readonly Swept[]): string {
  const sum = (of: (one: Swept) => number) => swept.reduce((total, one) => total + of(one), 0);
  const said = `${sum(({ messages }) => messages)} messages, ${sum(({ commands }) => commands)} commands (${sum(({ deferred }) => deferred)} deferred)`;
  const became = `${sum(({ lost }) => lost.length)} lost, ${sum(({ handledTwice }) => handledTwice)} handled twice, ${sum(({ seenTwice }) => seenTwice.length)} seen twice`;
  return `${said}, ${sum(({ kills }) => kills)} kills: ${became}, ${sum(({ sentAgain }) => sentAgain)} requests sent again`;
}

describe('a bot on Discord', () => {
  test(`killed ${KILLS} times loses nothing, handles nothing twice, and shows each answer once`, async () => {
    const swept = await lanes(LANES, { program, args: ['start'], kills: KILLS });
    console.log(inWords(swept));
    for (const lane of swept) {
      expect(lane).toMatchObject({ lost: [], handledTwice: 0, seenTwice: [], wrong: [] });
      expect(lane.deferred).toBeGreaterThan(0);
      expect(lane.sentAgain).toBeGreaterThan(0);
    }
  });

  test('would lose commands if it deferred before it kept, and repeat itself if Discord knew no nonces', async () => {
    const stock = await bundle('test/bots/discord/defer-first-process.ts');
    const [lossy, forgotten] = await Promise.all([
      lanes(2, { program: stock, args: [], kills: 20, moment: deferring }),
      lanes(2, { program, args: ['start'], kills: 10, moment: answerLost, forgetsNonces: true }),
    ]);
    console.log(`control that defers first: ${inWords(lossy)}`);
    console.log(`control without nonces: ${inWords(forgotten)}`);
    for (const { lost } of lossy) expect(lost.length).toBeGreaterThan(0);
    for (const { seenTwice } of forgotten) expect(seenTwice.length).toBeGreaterThan(0);
  });
});
