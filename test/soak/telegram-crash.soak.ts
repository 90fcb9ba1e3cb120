import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Swept, sweep } from '../bots/telegram/crash-sweep.ts';
import { person } from '../fakes/telegram/person.ts';
import { startFakeTelegram } from '../fakes/telegram/server.ts';
import { bundle, startBot } from '../support/bot-process.ts';
import { dalilHome, serverPid, until } from '../support/dalil-home.ts';
import { factsStore } from '../support/store.ts';

const LANES = 2;
const KILLS = 200;
const STOPS = 20;

let program: string;
beforeAll(async () => {
  program = await bundle('src/cli/main.ts');
});

describe('a bot on Telegram', () => {
  test(`killed ${KILLS} times loses nothing, handles nothing twice, and repeats only what it could not know to have arrived`, async () => {
    const stores = await Promise.all(Array.from({ length: LANES }, () => factsStore()));
    const lanes = await Promise.all(
      stores.map((store, lane) => sweep({ program, args: ['start'], store, kills: KILLS / LANES, seed: 100 + lane })),
    );
    const sum = (of: (swept: Swept) => number) => lanes.reduce((total, swept) => total + of(swept), 0);
    console.log(
      `${sum(({ messages }) => messages)} messages, ${KILLS} kills: ${sum(({ lost }) => lost.length)} lost, ${sum(({ handledTwice }) => handledTwice)} handled twice, ${sum(({ sentAgain }) => sentAgain)} sent again`,
    );
    for (const swept of lanes) {
      expect(swept).toMatchObject({ lost: [], handledTwice: 0, sentTwiceByOne: [], wrong: [] });
      expect(swept.confirmed).toBe(swept.messages);
    }
  });

  test(`whose database is stopped ${STOPS} times goes on, and answers everything`, async () => {
    const telegram = await startFakeTelegram();
    const home = dalilHome();
    const env = { DALIL_HOME: home, TELEGRAM_TOKEN: telegram.token, DALIL_TELEGRAM_API: telegram.apiRoot };
    const bot = startBot(program, ['start'], env);
    try {
      await telegram.until(() => telegram.requests.some(({ method }) => method === 'getUpdates'), 'a first poll', 60_000);
      for (let stop = 0; stop < STOPS; stop++) {
        for (let i = 0; i < 3; i++) person(telegram, { id: 9000 + stop * 3 + i }).sends(`/q${stop}`);
        await pause((stop * 37) % 200);
        const pid = serverPid(join(home, 'db'));
        if (pid !== null) process.kill(pid, 'SIGQUIT');
        await until(() => serverPid(join(home, 'db')) !== pid && serverPid(join(home, 'db')) !== null);
      }
      await telegram.until(
        () => new Set(telegram.state.sent.map(({ chat }) => chat)).size === STOPS * 3,
        'every answer',
        120_000,
      );
      expect(bot.hasEnded()).toBe(false);
      expect(telegram.wrong).toEqual([]);
      const twice = telegram.state.sent.length - new Set(telegram.state.sent.map(({ chat }) => chat)).size;
      console.log(`${STOPS} stops: ${STOPS * 3} answered, ${twice} sent again`);
      expect(twice).toBe(0);
      expect(await bot.stop()).toBe(0);
    } finally {
      await bot.kill();
      await telegram.close();
    }
  });
});
