import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from '../unavailable.ts';

const NAME = /^scratch-(\d+)-/;

/**
 * A new directory in `parent` to build something in and then rename. What killed processes left of theirs goes now; a number that
 * another process bears by now only puts that off.
 */
export function scratchDirectory(parent: string): string {
  for (const name of readdirSync(parent)) {
    const pid = NAME.exec(name)?.[1];
    // an orphaned initdb may still be writing there: then the next start removes it
    if (pid !== undefined && !isAlive(Number(pid))) discard(join(parent, name));
  }
  return mkdtempSync(join(parent, `scratch-${process.pid}-`));
}

export function discard(directory: string): void {
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 2 });
  } catch {
    // it stays for the next start
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
