import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerLost, deferring, type SweepOptions, type Swept, sweep } from '../bots/discord/crash-sweep.ts';
import { createCrowd, mixedUp, wasDeferred } from '../bots/discord/crowd.ts';
import { startFakeDiscord } from '../fakes/discord/server.ts';
import { bundle, startBot } from '../support/bot-process.ts';
import { dalilHome, serverPid, until } from '../support/dalil-home.ts';
import { factsStore } from '../support/store.ts';

const LANES = 4;
const KILLS = 200;
const STOPS = 20;
/**
 * A stop between the commit of "this is being sent" and its acknowledgement leaves a message to nobody until its lease of half a minute
 * is over.
 */
const PATIENCE_MS = 120_000;

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

  test(`whose database is stopped ${STOPS} times goes on, and answers everything`, async () => {
    const fake = await startFakeDiscord();
    const home = dalilHome();
    const crowd = createCrowd(fake);
    const bot = startBot(program, ['start'], { DALIL_HOME: home, DISCORD_TOKEN: fake.token, DALIL_DISCORD_API: fake.api });
    const running = () => serverPid(join(home, 'db'));
    try {
      await until(() => fake.gateway.identifies > 0, PATIENCE_MS);
      // a command that Discord was not told of in time is over: its asker reads that the bot did not respond
      const unanswered = () =>
        crowd.said.filter((one) => (one.interaction === null || wasDeferred(one)) && one.answers().length === 0);
      for (let stop = 0; stop < STOPS; stop++) {
        // every fifth time the store is back and quiet, so that it is stopped in the middle of what comes
        if (stop % 5 === 0) await until(() => unanswered().length === 0, PATIENCE_MS);
        for (let i = 0; i < 3; i++) crowd.message();
        crowd.command();
        await pause((stop * 37) % 200);
        const pid = running();
        if (pid !== null) process.kill(pid, 'SIGQUIT');
        await until(() => running() !== pid && running() !== null);
      }
      await until(() => unanswered().length === 0, PATIENCE_MS);
      expect(bot.hasEnded()).toBe(false);
      const twice = crowd.said.filter(({ answers }) => answers().length > 1);
      const deferred = crowd.said.filter(wasDeferred);
      console.log(
        `${STOPS} stops: ${crowd.said.length} answered, ${deferred.length} of them commands that were kept, ${twice.length} seen twice`,
      );
      expect(twice).toEqual([]);
      expect(deferred.length).toBeGreaterThan(0);
      expect([...fake.wrong, ...mixedUp(crowd.said.filter((one) => one.interaction === null || wasDeferred(one)))]).toEqual([]);
      expect(await bot.stop()).toBe(0);
    } finally {
      await bot.kill();
      await fake.close();
    }
  });
});
