import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../unavailable.ts';

const NAME = /^scratch-(\d+)-/;

/** A new directory in `parent` to build something in and then rename. */
export function scratchDirectory(parent: string): string {
  sweepScratch(parent);
  return mkdtempSync(join(parent, `scratch-${process.pid}-`));
}

/** Removes what killed processes left. A number that another process bears by now only puts that off. */
export function sweepScratch(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) discard(join(parent, name));
  }
}

export function discard(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // an orphaned initdb still writes there: it stays for the next start
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) !== 'ESRCH';
  }
}
