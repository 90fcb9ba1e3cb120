import { describe, expect, it } from 'vitest';
import { emptyQuestion, type Question } from '../../src/core/question/question.ts';
import { search } from '../../src/core/search/search.ts';
import type { Store } from '../../src/db/client.ts';
import { land } from '../support/land.ts';
import { load } from '../support/records.ts';
import { freshStore } from '../support/store.ts';
import { largeStore } from './a-large-store.ts';

const PAGE = 7;

const asked = (store: Store, order: Question['order']) => {
  const request = { question: { ...emptyQuestion(), order }, now: '2023-04-01', asOf: null, limit: PAGE };
  return async (offset: number, after: string | null) => {
    const { incidents } = await search(store, land(), { ...request, offset, after });
    return incidents.map(({ ref }) => ref);
  };
};

describe('a list in pages', () => {
  it.each(['date_asc', 'date_desc', 'killed_desc', 'killed_or_wounded_desc'] as const)(
    'goes on where it was, by %s',
    async (order) => {
      const store = await freshStore();
      await load(store.sql, largeStore(120, 21));
      const pageOf = asked(store, order);
      const listed = await pageOf(0, null);
      expect(listed).toHaveLength(PAGE);
      for (let next = listed; next.length === PAGE; ) {
        next = await pageOf(listed.length, listed.at(-1) ?? null);
        expect(next).toEqual(await pageOf(listed.length, null));
        listed.push(...next);
      }
      expect(listed.length).toBeGreaterThan(10 * PAGE);
      expect(new Set(listed).size).toBe(listed.length);
    },
  );

  it('passes over as many as came before where the incident before is not known', async () => {
    const store = await freshStore();
    await load(store.sql, largeStore(60, 22));
    const pageOf = asked(store, 'date_asc');
    expect(await pageOf(PAGE, 'BDY-ZZZZZZ')).toEqual(await pageOf(PAGE, null));
  });
});
