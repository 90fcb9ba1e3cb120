import { runTelegram } from '../../src/bots/telegram/bot.ts';
import type { Config } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openDalil } from '../../src/main.ts';
import { BENCH_TOKEN } from '../bot-api.ts';

/** One of several bots on one store, without Telegram's pace, until `stop`. */
export async function answerUntilStopped(config: Config, apiRoot: string, stop: AbortSignal): Promise<void> {
  const beginning = { config, log: createLog('error'), say: () => {}, clock: () => new Date() };
  const dalil = await openDalil(beginning);
  try {
    await runTelegram(
      { token: BENCH_TOKEN, apiRoot },
      {
        ...beginning,
        core: dalil.core,
        random: Math.random,
        stop,
        conversationKey: (platform, chat, person) => `${platform}:${chat}:${person}`,
      },
      { pace: { chatMs: () => 0, allMs: 0 } },
    );
  } finally {
    await dalil.close();
  }
}
