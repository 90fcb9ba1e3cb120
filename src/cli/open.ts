import type { Store } from '../db/client.ts';
import { createLog } from '../log.ts';
import type { Beginning, Dalil } from '../main.ts';
import type { Surroundings } from './cli-command.ts';

/**
 * Opens dalil, does the work, and closes it again whatever happens. The parts that take time to load are loaded here, so that help and
 * wrong use are answered at once.
 */
export async function withDalil<T>(
  { config, terminal, clock }: Surroundings,
  work: (dalil: Dalil, beginning: Beginning) => Promise<T>,
): Promise<T> {
  const { openDalil } = await import('../main.ts');
  const say = (line: string) => terminal.stderr.write(`${line}\n`);
  const beginning = { config, log: createLog(config.logLevel), say, clock };
  const dalil = await openDalil(beginning);
  try {
    return await work(dalil, beginning);
  } finally {
    await dalil.close();
  }
}

/** The store alone, as it is: for work on all of it. */
export async function withStore<T>({ config, terminal }: Surroundings, work: (store: Store) => Promise<T>): Promise<T> {
  const { openStore } = await import('../db/open-store.ts');
  const say = (line: string) => terminal.stderr.write(`${line}\n`);
  const store = await openStore({ databaseUrl: config.databaseUrl, home: config.home, say });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** The store with its facts, for work that asks nothing. */
export const withFacts = <T>(surroundings: Surroundings, work: (store: Store) => Promise<T>): Promise<T> =>
  withStore(surroundings, async (store) => {
    const { loadFacts } = await import('../core/facts/load.ts');
    await loadFacts(store, { now: surroundings.clock() });
    return work(store);
  });
