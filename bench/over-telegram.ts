import { runTelegram } from '../src/bots/telegram/bot.ts';
import { createDispatch } from '../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../src/core/commands/speaker.ts';
import type { Core } from '../src/core/core.ts';
import { createLog } from '../src/log.ts';
import { startBotApi } from './bot-api.ts';
import { type Times, timed, times } from './figures.ts';
import { ASKED_ON, QUESTIONS } from './questions.ts';

const ASKERS = 16;
const WARM_UP = 1;
const ROUNDS = 3;

interface Load {
  per_second: number;
  ms: Times;
}

/** Sixteen people who each ask one question after the other, all at the same time. */
async function underLoad(ask: (asker: number, text: string) => Promise<void>): Promise<Load> {
  const all: number[] = [];
  const askAll = async (asker: number, round: number) => {
    for (let i = 0; i < QUESTIONS.length; i++) {
      const question = QUESTIONS[(i + asker) % QUESTIONS.length] ?? '';
      const ms = await timed(() => ask(asker, question));
      if (round >= WARM_UP) all.push(ms);
    }
  };
  let begun = performance.now();
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    if (round === WARM_UP) begun = performance.now();
    await Promise.all(Array.from({ length: ASKERS }, (_, asker) => askAll(asker, round)));
  }
  return { per_second: Math.round((all.length * 1000) / (performance.now() - begun)), ms: times(all) };
}

/** From update to sent answer over a Bot API on loopback, without Telegram's pace, beside the same questions asked in process. */
export async function benchTelegram(core: Core) {
  const dispatch = createDispatch(core);
  const inProcess = await underLoad(async (asker, text) => {
    const speaker = consoleSpeaker(`bench ${asker}`);
    const place = { conversation: `bench:${asker}`, speaker, cause: `bench:${asker}` };
    await dispatch({ ...place, role: 'member', today: ASKED_ON, now: new Date() }, { text });
  });
  const api = await startBotApi();
  const stopping = new AbortController();
  const running = runTelegram(
    api,
    {
      core,
      log: createLog('error'),
      say: () => {},
      clock: () => new Date(),
      random: Math.random,
      stop: stopping.signal,
      conversationKey: (platform, chat, person) => `${platform}:${chat}:${person}`,
    },
    { pace: { chatMs: () => 0, allMs: 0 } },
  );
  try {
    const overTelegram = await underLoad((asker, text) => api.ask(1000 + asker, text));
    return {
      askers: ASKERS,
      over_telegram: overTelegram,
      in_process: inProcess,
      p95_ratio: Math.round((overTelegram.ms.p95 / inProcess.ms.p95) * 100) / 100,
    };
  } finally {
    stopping.abort();
    await running;
    await api.close();
  }
}
