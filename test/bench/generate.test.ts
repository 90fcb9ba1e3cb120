import { describe, expect, it } from 'vitest';
import { generate, lines } from '../../bench/generate/load.ts';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import { search } from '../../src/core/search/search.ts';
import { ask } from '../search/asked.ts';
import { expectTalliesInStep } from '../search/expect-tallies.ts';
import { factsStore } from '../support/store.ts';

describe('the made-up store of the benchmark', () => {
  it('takes every row that is drawn, with accounts, and is searched like any other', async () => {
    const store = await factsStore();
    const gazetteer = await readGazetteer(store);
    const [before] = await store.sql<{ n: number }[]>`select count(*)::int as n from incident`;
    await generate(store, gazetteer, 1500, () => {});
    const [after] = await store.sql<{ n: number; bare: number }[]>`select count(*)::int as n,
      (select count(*)::int from incident i where not exists (select from account_incident where incident_id = i.id)) as bare from incident`;
    expect(after).toEqual({ n: (before?.n ?? 0) + 1500, bare: 0 });
    await expectTalliesInStep(store);
    const { totals } = await search(store, gazetteer, ask(gazetteer, { places: ['sy-homs'], relation: 'in' }));
    expect(totals.incidents).toBeGreaterThan(50);
  });

  it('is the same from the same seed', async () => {
    const gazetteer = await readGazetteer(await factsStore());
    const drawn = () => [...lines(gazetteer, { from: 0, to: 200 })].join('');
    expect(drawn()).toBe(drawn());
  });
});
