import { setTimeout } from 'node:timers/promises';
import { backoffMs } from '../delivery/backoff.ts';
import { type IntakeDeps, takeIn, UPDATES } from './intake.ts';
import { updateNumber } from './updates.ts';
import { troubleOf, type Wire } from './wire.ts';

const POLL_S = 25;
/** A half-open socket is given up soon after the poll should have ended. */
const GIVE_UP_MS = (POLL_S + 10) * 1000;

export interface PollerDeps extends IntakeDeps {
  wire: Wire;
  stop: AbortSignal;
  random(): number;
  /** Told of each failed poll, by Telegram's code, `network` or `store`. */
  onTrouble(code: string): void;
}

/**
 * Reads updates until stopped. The offset moves on only after the updates are committed: Telegram keeps and redelivers what a crash or
 * a failed commit leaves unconfirmed. No error ends it: 409 (another poller), 401, 429, 5xx, resets and silence are waited out.
 *
 * A poll names an offset only to confirm what the one before brought: Telegram begins anew at any number after a week of silence, and
 * an offset from before would throw away what comes (https://core.telegram.org/bots/api#update). What comes twice is known.
 */
export async function poll({ wire, delivery, presences, stop, random, onTrouble }: PollerDeps): Promise<void> {
  let failures = 0;
  let offset: number | null = null;
  while (!stop.aborted) {
    let failing = 'network';
    try {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(GIVE_UP_MS)]);
      const body = { timeout: POLL_S, limit: 100, allowed_updates: UPDATES, ...(offset === null ? {} : { offset }) };
      const updates = await wire.call('getUpdates', body, signal);
      if (!Array.isArray(updates)) throw new TypeError('getUpdates gave no list');
      failing = 'store';
      await takeIn(updates, { wire, delivery, ...(presences ? { presences } : {}) });
      const numbers = updates.flatMap((update) => updateNumber(update) ?? []);
      // asked again at once, Telegram would give it again at once
      if (updates.length > 0 && numbers.length === 0) throw new TypeError('updates without a number');
      offset = numbers.length > 0 ? Math.max(...numbers) + 1 : null;
      failures = 0;
    } catch (error) {
      if (stop.aborted) return;
      const { code, afterMs } = troubleOf(error);
      onTrouble(code === null ? failing : String(code));
      const wait = Math.max(afterMs, backoffMs(failures++, random, { firstMs: 500, mostMs: 30_000 }));
      await setTimeout(wait, undefined, { signal: stop }).catch(() => {});
    }
  }
}
