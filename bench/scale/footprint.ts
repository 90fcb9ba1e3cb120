import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { packageRoot } from '../../src/package-root.ts';

const STARTS = 3;

/** Megabytes that a process holds; null where the system does not tell. */
function memoryOf(pid: number | undefined): number | null {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
  } catch {
    return null;
  }
}

/** From starting the program to its first reply and the memory of its Node process then and after a wide question. */
async function startOnce(home: string) {
  const begun = performance.now();
  const dalil = spawn(process.execPath, [join(packageRoot, 'bin', 'dalil.mjs'), 'chat'], {
    env: { ...process.env, DATABASE_URL: '', DALIL_HOME: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const kill = setTimeout(() => dalil.kill('SIGKILL'), 60_000);
  dalil.stdin.write('/help\n');
  let ready: { ms: number; memory_mb: number | null } | null = null;
  let after: number | null = null;
  for await (const line of createInterface({ input: dalil.stdout })) {
    if (line !== '--') continue;
    if (ready === null) {
      ready = { ms: Math.round(performance.now() - begun), memory_mb: memoryOf(dalil.pid) };
      dalil.stdin.write('attacks in Syria since 2016 by month\n');
    } else {
      after = memoryOf(dalil.pid);
      dalil.stdin.end();
    }
  }
  if (dalil.exitCode === null && dalil.signalCode === null) await once(dalil, 'exit');
  clearTimeout(kill);
  return { ms: ready?.ms ?? null, memory_mb: ready?.memory_mb ?? null, memory_after_a_question_mb: after };
}

/** Cold starts on a store that nobody has open. */
export async function footprint(home: string) {
  const all = [];
  for (let i = 0; i < STARTS; i++) all.push(await startOnce(home));
  return all;
}
