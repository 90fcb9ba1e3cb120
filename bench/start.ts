import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../src/package-root.ts';
import { inEmptyHome } from './empty-home.ts';
import { type Times, times } from './figures.ts';

/** From starting the program to its first reply, in ms: a little more than to the prompt. */
async function startOnce(home: string): Promise<number> {
  const begun = performance.now();
  const dalil = spawn(process.execPath, [join(packageRoot, 'bin', 'dalil.mjs'), 'chat'], {
    env: { ...process.env, DATABASE_URL: '', DALIL_HOME: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  dalil.stdin.write('/help\n');
  let ms = Number.NaN;
  for await (const line of createInterface({ input: dalil.stdout })) {
    if (line !== '--') continue;
    ms = performance.now() - begun;
    dalil.stdin.end();
  }
  if (dalil.exitCode === null) await once(dalil, 'exit');
  return ms;
}

const LATER_STARTS = 5;

/** On an empty directory, and again on the same one after everything was stopped. */
export const benchStart = (): Promise<{ first_start_ms: number; later_start_ms: Times }> =>
  inEmptyHome(async (home) => {
    const first = await startOnce(home);
    const later: number[] = [];
    for (let i = 0; i < LATER_STARTS; i++) later.push(await startOnce(home));
    return { first_start_ms: Math.round(first), later_start_ms: times(later) };
  });
