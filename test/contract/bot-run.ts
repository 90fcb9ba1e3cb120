import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { BotDeps } from '../../src/bots/bot.ts';
import { createConversationKey } from '../../src/bots/conversation-key.ts';
import type { Core } from '../../src/core/core.ts';
import { createLog } from '../../src/log.ts';

/** The key of conversations is the same after a restart, as it is in DALIL_HOME. */
const home = mkdtempSync(join(tmpdir(), 'dalil-contract-'));
// belongs to the test file that imports this one
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs a platform's bot; returns what stops it and waits for its end. */
export function runs(core: Core, bot: (deps: BotDeps) => Promise<void>): () => Promise<void> {
  const stopping = new AbortController();
  const over = bot({
    core,
    log: createLog('silent'),
    say: () => {},
    clock: () => new Date(),
    random: () => 0.5,
    stop: stopping.signal,
    conversationKey: createConversationKey({ directory: join(home, 'keys'), random: randomBytes }),
  });
  return async () => {
    stopping.abort();
    await over;
  };
}
