import { describe, expect, it } from 'vitest';
import type { Store } from '../src/db/client.ts';
import { mergeAllTallies, mergeTallies } from '../src/db/queries/merge-tallies.ts';
import { keepHouse } from '../src/housekeeping.ts';
import { createLog } from '../src/log.ts';
import { edited, largeStore } from './search/a-large-store.ts';
import { expectTalliesInStep } from './search/expect-tallies.ts';
import { changeIncidents, load } from './support/records.ts';
import { freshStore } from './support/store.ts';
import { freshVault } from './support/vault.ts';

const rowsOf = async ({ sql }: Store) => {
  const [rows] = await sql<{ all: number; loose: number; keys: number }[]>`
    select count(*)::int as all, count(*) filter (where not merged)::int as loose,
      count(distinct (unit, level, country, admin1, place_id, first_month, last_month, strategic, attributed_to, part, measure, party))::int as keys
    from incident_tally`;
  if (!rows) throw new Error('a count is a row');
  return rows;
};

/** A store in which people have edited, one incident at a time. */
async function edits(): Promise<{ store: Store; before: ReturnType<typeof largeStore> }> {
  const store = await freshStore();
  const before = largeStore(300, 31);
  await load(store.sql, before);
  await mergeAllTallies(store);
  for (const one of edited(before, 20, 32).changed) await changeIncidents(store.sql, [one]);
  return { store, before };
}

describe('the sums that writers add to the tallies', () => {
  it('are merged with the rest by whoever keeps house, in whatever number of processes', async () => {
    const { store } = await edits();
    expect((await rowsOf(store)).loose).toBeGreaterThan(500);
    const stop = new AbortController();
    const vault = freshVault();
    const houses = [1, 2, 3].map(() =>
      keepHouse({
        store,
        vault,
        log: createLog('silent'),
        clock: () => new Date('2025-06-01T12:00:00Z'),
        stop: stop.signal,
        onWiped: () => {},
      }),
    );
    await expect.poll(() => rowsOf(store), { timeout: 30_000 }).toMatchObject({ loose: 0 });
    stop.abort();
    await Promise.all(houses);
    const { all, keys } = await rowsOf(store);
    expect(all).toBe(keys);
    await expectTalliesInStep(store);
  });

  it('are merged so many at a time, and none is lost on the way', async () => {
    const { store } = await edits();
    for (let { loose } = await rowsOf(store); loose > 0; ) {
      expect(await mergeTallies(store, 40)).toBe(Math.min(40, loose));
      const left = (await rowsOf(store)).loose;
      expect(left).toBeLessThanOrEqual(Math.max(0, loose - 40));
      loose = left;
    }
    expect(await mergeTallies(store, 40)).toBe(0);
    await expectTalliesInStep(store);
  });

  it('are let alone while another merges, and writers wait for nobody', async () => {
    const { store, before } = await edits();
    const { loose } = await rowsOf(store);
    await store.sql.begin(async (other) => {
      // what others merge is held until they commit
      expect(await other`select incident_tally_merge(10)`).toEqual([{ incident_tally_merge: 10 }]);
      expect(await mergeTallies(store, 10)).toBe(0);
      await changeIncidents(store.sql, edited(before, 20, 33).changed);
    });
    expect((await rowsOf(store)).loose).toBeGreaterThan(loose);
    await mergeAllTallies(store);
    expect(await rowsOf(store)).toMatchObject({ loose: 0 });
    await expectTalliesInStep(store);
  });

  it('are merged at once where most of the store is new', async () => {
    const store = await freshStore();
    await load(store.sql, largeStore(300, 34));
    expect((await rowsOf(store)).loose).toBeGreaterThan(1000);
    await mergeAllTallies(store);
    const { all, keys, loose } = await rowsOf(store);
    expect({ all, loose }).toEqual({ all: keys, loose: 0 });
    await expectTalliesInStep(store);
  });
});
