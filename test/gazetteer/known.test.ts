import { describe, expect, it } from 'vitest';
import { readKnown, whenNamesChange } from '../../src/core/known.ts';
import { placeAlias } from '../../src/db/schema/place.ts';
import { factsStore } from '../support/store.ts';

describe('names', () => {
  it('that are changed in one process are known in another once they are committed, and only then', async () => {
    const store = await factsStore();
    let known = await readKnown(store);
    const asked = () => known.reader.read('attacks near Zanzibarta', { now: '2023-05-02' }).question.places.map(({ id }) => id);
    const unlisten = await whenNamesChange(store, async () => {
      known = await readKnown(store);
    });
    try {
      expect(asked()).toEqual([]);
      const place = [...known.gazetteer.places.values()].find(({ kind }) => kind === 'town');
      if (!place) throw new Error('no town');
      await store.db.transaction(async (tx) => {
        await tx.insert(placeAlias).values({ placeId: place.id, language: 'en', spelling: 'Zanzibarta' });
        expect(asked()).toEqual([]);
      });
      await expect.poll(asked, { timeout: 10_000 }).toEqual([place.id]);
    } finally {
      await unlisten();
    }
  });
});
