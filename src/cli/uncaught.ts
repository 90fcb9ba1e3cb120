import { describeError, type Log } from '../log.ts';

/** The part of a process through which it tells of what nobody caught. */
export interface Uncaught {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(code: number): void;
}

/**
 * What nobody caught is logged by id: Node itself would print its words, which may hold a token or what somebody wrote. A promise that
 * nobody waited for ends nothing; an exception leaves no state to rely on, so the process ends and is started anew.
 */
export function logUncaught(process: Uncaught, log: Log, newId: () => string): void {
  const report = (error: unknown) => log.event('bug', { bug: newId(), command: 'uncaught', ...describeError(error) });
  process.on('unhandledRejection', report);
  process.on('uncaughtException', (error) => {
    report(error);
    process.exit(1);
  });
}
