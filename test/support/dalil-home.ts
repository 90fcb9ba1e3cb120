import { chmodSync, chownSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll } from 'vitest';

const homes: string[] = [];

afterAll(async () => {
  for (const home of homes.splice(0)) {
    await killServer(join(home, 'db'));
    rmSync(home, { recursive: true, force: true });
  }
});

/** A directory for dalil to keep its things in, gone with its server after the test file. */
export function dalilHome(options: { mode?: number; uid?: number } = {}): string {
  const home = mkdtempSync(join(tmpdir(), 'dalil-home-'));
  // root's server runs as another user, who must reach it
  chmodSync(home, options.mode ?? 0o711);
  if (options.uid !== undefined) chownSync(home, options.uid, options.uid);
  homes.push(home);
  return home;
}

/** The process number of the server in `directory`, null where none runs. */
export function serverPid(directory: string): number | null {
  try {
    const pid = Number(readFileSync(join(directory, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
    return isRunning(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** A corpse that nobody has buried yet does not run. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Kills the server without warning, as a machine out of memory does. */
export async function killServer(directory: string): Promise<void> {
  const pid = serverPid(directory);
  if (pid === null) return;
  process.kill(pid, 'SIGKILL');
  await until(() => !isRunning(pid));
}

/** What is left of attempts to make a cluster. */
export const scratchIn = (directory: string): string[] => {
  try {
    return readdirSync(directory).filter((name) => name.startsWith('scratch-'));
  } catch {
    return [];
  }
};

/** Looks every millisecond until it holds, thirty seconds at most if not said otherwise. */
export async function until(holds: () => boolean, patienceMs = 30_000): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error(`it never came to hold: ${holds}`);
    await pause(1);
  }
}
