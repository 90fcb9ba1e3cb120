import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '../../core/core.ts';
import type { Adapter } from './adapter.ts';
import { backoffMs } from './backoff.ts';
import type { Letter } from './sealed.ts';

const MOST_TRIES = 3;
/** Whoever waits for the end of dalil waits for this, too. */
const MOST_WAIT_MS = 2_000;

export interface UnkeptDeps {
  core: Pick<Core, 'newId'>;
  adapter: Pick<Adapter, 'send'>;
  random(): number;
}

/**
 * Sends what no key is left to seal: the answer to who had the keys destroyed. It is in memory alone; where it does not go out, it is
 * lost, and nothing with it.
 */
export async function sendUnkept(letters: readonly Letter[], { core, adapter, random }: UnkeptDeps): Promise<void> {
  for (const letter of letters) {
    const nonce = core.newId();
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const sent = await adapter.send({ ...letter, nonce, repeated: tries > 0, former: null });
      if (sent.kind !== 'again') break;
      await pause(Math.min(MOST_WAIT_MS, Math.max(sent.afterMs, backoffMs(tries, random))));
    }
  }
}
