import type { Store } from '../client.ts';

type Reads = Pick<Store, 'sql'>;

/** A step takes a fraction of a second, however large the store is. */
const STEP = 5000;

/**
 * Merges some of the sums that writers have added with those of the same months: one step, in a transaction of its own, for which nobody
 * waits. Resolves to how many rows it took: 0 where none are left, and where another process is at it. For whoever keeps house.
 */
export async function mergeTallies({ sql }: Reads, step = STEP): Promise<number> {
  const [row] = await sql<{ taken: number }[]>`select incident_tally_merge(${step}) as taken`;
  return row?.taken ?? 0;
}

/** All that is left, after an import: at once where most of it is new, else step by step. */
export async function mergeAllTallies(store: Reads): Promise<void> {
  const [row] = await store.sql<{ mostly: boolean }[]>`
    select count(*) filter (where not merged) * 2 > count(*) as mostly from incident_tally`;
  if (row?.mostly) await store.sql`select incident_tally_fold()`;
  while ((await mergeTallies(store)) > 0);
}
