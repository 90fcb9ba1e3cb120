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

  it('that somebody here has changed are read before they go on, and once, although the store tells of them too', async () => {
    const store = await factsStore();
    const [place] = await store.sql<{ id: string }[]>`select id from place limit 1`;
    const spell = (spelling: string) =>
      store.sql`insert into place_alias (place_id, language, spelling) values (${place?.id ?? ''}, 'en', ${spelling})`;
    const held = async () => (await store.sql`select 1 from place_alias where spelling like 'Zanzibarta %'`).length;
    let open: () => void = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const reads: number[] = [];
    const names = await followNames(store, async () => {
      if (reads.push(0) === 1) await gate;
      reads[reads.length - 1] = await held();
    });
    await spell('Zanzibarta one');
    // the store tells of it, and while that is being read the next change comes, told of twice
    await expect.poll(() => reads.length).toBe(1);
    const second = await store.sql.begin(async (tx) => {
      await tx`insert into place_alias (place_id, language, spelling) values (${place?.id ?? ''}, 'en', 'Zanzibarta two')`;
      const [row] = await tx<{ id: string }[]>`select pg_current_xact_id()::text as id`;
      return row?.id ?? '';
    });
    const changed = names.changed();
    open();
    await changed;
    expect(reads).toEqual([2, 2]);
    // as if the store told of it late: news is only what comes after
    await store.sql`select pg_notify('dalil_names', ${second})`;
    await spell('Zanzibarta three');
    await expect.poll(() => reads.at(-1)).toBe(3);
    await names.end();
    expect(reads).toEqual([2, 2, 3]);
  });
});
