import { describe, expect, it } from 'vitest';
import { followNames, readKnown } from '../../src/core/known.ts';
import { placeAlias } from '../../src/db/schema/place.ts';
import { factsStore } from '../support/store.ts';

describe('names', () => {
  it('that are changed in one process are known in another once they are committed, and only then', async () => {
    const store = await factsStore();
    let known = await readKnown(store);
    const asked = () => known.reader.read('attacks near Zanzibarta', { now: '2023-05-02' }).question.places.map(({ id }) => id);
    const names = await followNames(store, async () => {
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
      await names.end();
    }
  });

  it('that somebody here has changed are read once, and at once, although the store tells of them too', async () => {
    const store = await factsStore();
    const [here, there]: [string[], string[]] = [[], []];
    const spellings = async () => (await store.sql<{ n: number }[]>`select count(*)::int as n from place_alias`)[0]?.n ?? 0;
    const before = await spellings();
    const reading = (reads: string[]) => async () => {
      reads.push(`${(await spellings()) - before}`);
    };
    const names = await followNames(store, reading(here));
    const others = await followNames(store, reading(there));
    const [place] = await store.sql<{ id: string }[]>`select id from place limit 1`;
    try {
      for (let n = 1; n <= 20; n++) {
        await store.sql`insert into place_alias (place_id, language, spelling) values (${place?.id ?? ''}, 'en', ${`Zanzibarta ${n}`})`;
        await names.changed();
        expect(here.at(-1)).toBe(`${n}`);
        // told there, so told here
        await expect.poll(() => there.at(-1)).toBe(`${n}`);
      }
    } finally {
      await names.end();
      await others.end();
    }
    expect(here).toHaveLength(20);
    expect(there).toHaveLength(20);
  });
});
