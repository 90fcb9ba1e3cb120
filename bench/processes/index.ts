import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { packageRoot } from '../../src/package-root.ts';
import { type BotApi, startBotApi } from '../bot-api.ts';
import { type Times, timed, times } from '../figures.ts';
import { QUESTIONS } from '../questions.ts';

const PROCESSES = [1, 2, 4];
/** More than all processes answer at once: none waits for work. */
const ASKERS = 48;
const WARM_UP_MS = 8000;
const MEASURED_MS = 12_000;
const BEFORE_MS = 2000;

interface Answered {
  processes: number;
  per_second: number;
  ms: Times;
  /** Of all cores, what was in use by anybody, just before and meanwhile: near 1, the machine is the limit. */
  machine_busy: { before: number; meanwhile: number };
  /** Processor time of dalil's processes for one answer, in ms: what grows with their number is what they cost each other. Null: not told here. */
  cpu_ms_per_answer: number | null;
  /** Against one process. */
  growth: number;
}

/** The same askers over a Bot API on loopback, answered by one, two and four processes of dalil on one Postgres. */
export async function benchProcesses(home: string): Promise<{ askers: number; runs: Answered[] }> {
  const runs: Answered[] = [];
  for (const processes of PROCESSES) {
    const run = await answeredBy(processes, home);
    const [first = run] = runs;
    runs.push({ processes, ...run, growth: Math.round((run.per_second / first.per_second) * 100) / 100 });
  }
  return { askers: ASKERS, runs };
}

async function answeredBy(processes: number, home: string) {
  const before = await busyFor(BEFORE_MS);
  const api = await startBotApi();
  const workers = Array.from({ length: processes }, () => start(api, home));
  try {
    await api.joined(processes);
    const all: { at: number; ms: number }[] = [];
    const begun = performance.now();
    const ends = begun + WARM_UP_MS + MEASURED_MS;
    const asker = async (n: number) => {
      for (let i = n; performance.now() < ends; i++) {
        const ms = await timed(() => api.ask(1000 + n, QUESTIONS[i % QUESTIONS.length] ?? ''));
        all.push({ at: performance.now(), ms });
      }
    };
    const meanwhile = pause(WARM_UP_MS).then(async () => {
      const [from, busy, to] = [cpuMs(workers), await busyFor(MEASURED_MS), cpuMs(workers)];
      return { busy, cpu: from === null || to === null ? null : to - from };
    });
    await Promise.all(Array.from({ length: ASKERS }, (_, n) => asker(n)));
    const measured = all.filter(({ at }) => at > begun + WARM_UP_MS && at <= ends);
    const { busy, cpu } = await meanwhile;
    return {
      per_second: Math.round((measured.length * 10_000) / MEASURED_MS) / 10,
      ms: times(measured.map(({ ms }) => ms)),
      machine_busy: { before, meanwhile: busy },
      cpu_ms_per_answer: cpu === null ? null : Math.round((cpu * 10) / measured.length) / 10,
    };
  } finally {
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(workers.map((worker) => worker.exitCode === null && worker.signalCode === null && once(worker, 'exit')));
    await api.close();
  }
}

const start = ({ apiRoot }: BotApi, home: string) =>
  spawn(process.execPath, [join(packageRoot, 'bin', 'dalil.mjs'), 'bench', '--worker', apiRoot], {
    env: { ...process.env, DATABASE_URL: '', DALIL_HOME: home },
    stdio: ['ignore', 'ignore', 'inherit'],
  });

const TICK_MS = 10;

/** Processor time that processes have used; null where the system does not tell. */
function cpuMs(processes: readonly ChildProcess[]): number | null {
  try {
    return processes.reduce((sum, { pid }) => {
      const behindName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      return sum + (Number(behindName[11]) + Number(behindName[12])) * TICK_MS;
    }, 0);
  } catch {
    return null;
  }
}

async function busyFor(ms: number): Promise<number> {
  const times = () => cpus().map((cpu) => cpu.times);
  const sum = (all: ReturnType<typeof times>, idle: boolean) =>
    all.reduce((total, one) => total + (idle ? one.idle : one.idle + one.user + one.sys + one.nice + one.irq), 0);
  const before = times();
  await pause(ms);
  const after = times();
  const share = (sum(after, true) - sum(before, true)) / (sum(after, false) - sum(before, false));
  return Math.round((1 - share) * 100) / 100;
}
