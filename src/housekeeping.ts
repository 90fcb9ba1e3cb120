import { setTimeout as pause } from 'node:timers/promises';
import { applyRetention, type RetentionDeps } from './core/identity/retention.ts';
import { obeyWipe } from './core/identity/wipe.ts';
import { mergeTallies } from './db/queries/merge-tallies.ts';
import { describeError, type Log } from './log.ts';

const HOUR_MS = 3_600_000;
const LOOK_MS = 1_000;

export interface Housekeeping extends RetentionDeps {
  log: Log;
  clock(): Date;
  stop: AbortSignal;
  /** What else is due every hour. */
  hourly?(now: Date): Promise<void>;
  /** Told once, when there are no keys any more. */
  onWiped(): void;
}

/**
 * Lets time do its work at once and every hour, and looks every second whether everything is to be wiped. What writers have added to the
 * tallies is merged a step a second until none is left, by one process at a time. Resolves after `stop`.
 */
export async function keepHouse({ log, clock, stop, hourly, onWiped, ...deps }: Housekeeping): Promise<void> {
  const rest = () => pause(LOOK_MS, undefined, { signal: stop }).catch(() => {});
  let merging = false;
  for (let due = 0; !stop.aborted; await rest()) {
    if (obeyWipe(deps.vault, clock())) return onWiped();
    try {
      if (clock().getTime() >= due) {
        due = clock().getTime() + HOUR_MS;
        merging = true;
        log.event('retained', { ...(await applyRetention(deps, clock())) });
        await hourly?.(clock());
      }
      if (merging) merging = (await mergeTallies(deps.store)) > 0;
    } catch (error) {
      merging = false;
      log.event('retention_trouble', describeError(error));
    }
  }
}
