import { arch, cpus, platform, totalmem } from 'node:os';
import { createLog } from '../src/log.ts';
import { type Dalil, openDalil } from '../src/main.ts';
import { benchAnswering, benchReading } from './answering.ts';
import { inEmptyHome } from './empty-home.ts';
import { benchTelegram } from './over-telegram.ts';
import { benchStart } from './start.ts';

const machine = () => ({
  cpu: cpus()[0]?.model ?? '',
  cores: cpus().length,
  memory_gb: Math.round(totalmem() / 2 ** 30),
  system: `${platform()} ${arch()}`,
  node: process.version,
});

/** All figures of one run on one machine; `telegram`: also sixteen askers over its wire, which takes minutes on a busy machine. Times are in milliseconds. */
export async function runBench({ telegram }: { telegram: boolean }) {
  return {
    machine: machine(),
    start: await benchStart(),
    ...(await onShippedFacts(async ({ core }) => ({
      reading: benchReading(core),
      answering_ms: await benchAnswering(core),
      ...(telegram ? { telegram: await benchTelegram(core) } : {}),
      memory_mb: Math.round(process.memoryUsage().rss / 2 ** 20),
    }))),
  };
}

const onShippedFacts = <T>(work: (dalil: Dalil) => Promise<T>): Promise<T> =>
  inEmptyHome(async (home) => {
    const config = { databaseUrl: undefined, home, logLevel: 'error', colour: false } as const;
    const dalil = await openDalil({ config, log: createLog('error'), say: () => {}, clock: () => new Date() });
    try {
      return await work(dalil);
    } finally {
      await dalil.close();
    }
  });
