import { expect } from 'vitest';
import type { Store } from '../../src/db/client.ts';

/** What the tallies come to, key by key, in no order of theirs. */
const sums = ({ sql }: Store) => sql`
  select unit, level, country, admin1, place_id, first_month::text, last_month::text, strategic, attributed_to, part, measure, party,
    sum(incidents)::int as incidents, sum(known)::int as known, sum(open)::int as open, sum(low)::int as low, sum(best)::int as best,
    sum(high)::int as high, sum(hit)::int as hit, sum(confirmed)::int as confirmed, sum(fair)::int as fair, sum(weak)::int as weak,
    sum(contested)::int as contested, sum(vague_date)::int as vague_date, sum(vague_place)::int as vague_place
  from incident_tally group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 having sum(incidents) <> 0
  order by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12`;

/** The tallies that were kept in step are those that a look at every incident makes. */
export async function expectTalliesInStep(store: Store): Promise<void> {
  const kept = await sums(store);
  await store.sql`select incident_tally_rebuild()`;
  expect(kept.length).toBeGreaterThan(0);
  expect([...kept]).toEqual([...(await sums(store))]);
}
