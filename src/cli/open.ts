import { createLog } from '../log.ts';
import type { Dalil } from '../main.ts';
import type { Surroundings } from './cli-command.ts';

/**
 * Opens dalil, does the work, and closes it again whatever happens. The parts that take time to load are loaded here, so that help and
 * wrong use are answered at once.
 */
export async function withDalil<T>({ config, terminal, clock }: Surroundings, work: (dalil: Dalil) => Promise<T>): Promise<T> {
  const { openDalil } = await import('../main.ts');
  const say = (line: string) => terminal.stderr.write(`${line}\n`);
  const dalil = await openDalil({ config, log: createLog(config.logLevel), say, clock });
  try {
    return await work(dalil);
  } finally {
    await dalil.close();
  }
}
