import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../src/log.ts';
import { type Dalil, openDalil } from '../src/main.ts';
import { benchAnswering, benchReading } from './answering.ts';
import { within } from './deadline.ts';
import { inEmptyHome } from './empty-home.ts';
import { benchTelegram } from './over-telegram.ts';
import { benchProcesses } from './processes/index.ts';
import { benchImports } from './scale/imports.ts';
import { benchScale, type ScaleOptions } from './scale/index.ts';
import { benchStart } from './start.ts';

const machine = () => ({
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memory_gb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${arch()}`,
  node: process.version,
});

export interface BenchOptions {
  /** Also sixteen askers over Telegram's wire, which takes minutes on a busy machine. */
  telegram: boolean;
  /** Also by one, two and four processes on one Postgres: on the generated store, else on the shipped facts. */
  processes: boolean;
  /** A generated store beside the shipped facts; null: none. */
  scale: ScaleOptions | null;
}

/** All figures of one run on one machine, each part with a deadline of its own. Times are in milliseconds. */
export async function runBench({ telegram, processes, scale }: BenchOptions) {
  return {
    machine: machine(),
    start: await within(120, 'starting', benchStart),
    shipped: await within(300, 'the shipped facts', () => onShippedFacts(telegram)),
    ...(scale
      ? {
          imports: await within(180, 'importing', benchImports),
          scale: await within(3600, 'the generated store', () => benchScale(scale)),
        }
      : {}),
    ...(processes ? { processes: await within(300, 'several processes', () => severalProcesses(scale)) } : {}),
  };
}

/** On the kept store of the asked size, where there is one. */
const severalProcesses = (scale: ScaleOptions | null) =>
  scale?.stores ? benchProcesses(join(scale.stores, String(scale.size))) : inEmptyHome(benchProcesses);

const onShippedFacts = (telegram: boolean) =>
  withShippedFacts(async ({ core }) => ({
    reading: benchReading(core),
    answering_ms: await within(120, 'answering', () => benchAnswering(core)),
    ...(telegram ? { telegram: await within(240, 'askers over Telegram', () => benchTelegram(core)) } : {}),
    memory_mb: Math.round(process.memoryUsage().rss / 2 ** 20),
  }));

const withShippedFacts = <T>(work: (dalil: Dalil) => Promise<T>): Promise<T> =>
  inEmptyHome(async (home) => {
    const config = { databaseUrl: undefined, home, logLevel: 'error', colour: false } as const;
    const dalil = await openDalil({ config, log: createLog('error'), say: () => {}, clock: () => new Date() });
    try {
      return await work(dalil);
    } finally {
      await dalil.close();
    }
  });
