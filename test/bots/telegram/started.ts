import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createConversationKey } from '../../../src/bots/conversation-key.ts';
import { runTelegram } from '../../../src/bots/telegram/bot.ts';
import type { TelegramSettings } from '../../../src/config.ts';
import type { Core } from '../../../src/core/core.ts';
import { createLog, type Log } from '../../../src/log.ts';

/** Tests do not wait for a platform's limits; these have a test of their own. */
export const AT_ONCE = { chatMs: () => 0, allMs: 0 };

const running: (() => Promise<void>)[] = [];

/** Stops every bot that a test file has started; done after the file in any case. */
export async function stopTelegrams(): Promise<void> {
  for (const stop of running.splice(0)) await stop();
}
afterAll(stopTelegrams);

export interface Started {
  /** Sentences for the operator. */
  said: string[];
  /** Lines of the log. */
  logged: string[];
  stop(): Promise<void>;
}

/** The bot on this core against a fake, stopped after the test file. */
export function startTelegram(core: Core, telegram: TelegramSettings): Started {
  const home = mkdtempSync(join(tmpdir(), 'dalil-bot-'));
  const stopping = new AbortController();
  const said: string[] = [];
  const logged: string[] = [];
  const log: Log = createLog('debug', { write: (line: string) => logged.push(line) });
  const over = runTelegram(
    telegram,
    {
      core,
      log,
      say: (line) => said.push(line),
      clock: () => new Date(),
      random: () => 0,
      stop: stopping.signal,
      conversationKey: createConversationKey({ directory: join(home, 'keys'), random: randomBytes }),
    },
    { pace: AT_ONCE },
  );
  const stop = async () => {
    stopping.abort();
    await over;
    rmSync(home, { recursive: true, force: true });
  };
  running.push(stop);
  return { said, logged, stop };
}
