import type { Terminal } from './cli-command.ts';

/** The part of a process that signals come through. */
export interface Signals {
  on(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void): unknown;
  exit(code: number): void;
}

/** What a shell makes of a process that a signal ended: 128 + its number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
export type StopReason = keyof typeof EXIT_CODES | 'closed pipe';

export interface Stop {
  signal: AbortSignal;
  /** Why it was stopped, or null. */
  reason(): StopReason | null;
}

/**
 * The first signal asks everything to finish and close; a second one ends the process at once, for when closing hangs.
 * A reader that goes away (`dalil ask … | head -1`) asks the same, silently.
 */
export function listenForStop(signals: Signals, terminal: Terminal): Stop {
  const controller = new AbortController();
  let reason: StopReason | null = null;
  const stop = (why: StopReason) => {
    reason ??= why;
    controller.abort();
  };
  for (const [name, code] of Object.entries(EXIT_CODES) as [keyof typeof EXIT_CODES, number][]) {
    signals.on(name, () => (controller.signal.aborted ? signals.exit(code) : stop(name)));
  }
  terminal.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    stop('closed pipe');
  });
  return { signal: controller.signal, reason: () => reason };
}

/** The exit code of work that was cut short. */
export const stoppedCode = (reason: StopReason | null, finished: number): number =>
  reason === null || reason === 'closed pipe' ? finished : EXIT_CODES[reason];
