import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/db/client.ts';
import { factsStore } from '../support/store.ts';
import { acledEvent, csvOf, fileOf, type Imported, importer } from './importing.ts';

let store: Store;
let run: ReturnType<typeof importer>;
beforeAll(async () => {
  store = await factsStore();
  run = importer(store);
});

const incident = async (id: string) => {
  const [row] = await store.sql`select * from incident where origin = 'acled' and origin_id = ${id}`;
  return row;
};
const bringIn = (...events: ReturnType<typeof acledEvent>[]): Promise<Imported> =>
  run({ format: 'acled', path: fileOf(csvOf(events)) });

describe('an event of ACLED', () => {
  it('becomes an incident whose dead are nobody’s in particular', async () => {
    const { counts, newActors } = await bringIn(acledEvent());
    expect([counts.new, newActors]).toEqual([1, []]);
    expect(await incident('SYR131047')).toMatchObject({
      event_date_start: '2023-04-05',
      date_prec: 1,
      place_id: 'as-sukhnah',
      admin1: 'Homs',
      admin2: 'Palmyra',
      event_type: 'Battles',
      sub_event_type: 'Armed clash',
      attributed_to: ['isis', 'saa', 'ndf'],
      targets: ['isis', 'saa', 'ndf'],
      tolls: { unknown: { killed: { low: 3, best: 3, high: 3 } } },
      evidence: 'weak',
    });
    expect(await store.sql`select note_en from account where id = 'acled:SYR131047'`).toEqual([
      { note_en: 'Read from: SOHR; Liveuamap (Other-New media)' },
    ]);
  });

  it.each([
    ['1', '2023-04-05', '2023-04-05', 1],
    ['2', '2023-04-02', '2023-04-08', 3],
    ['3', '2023-04-01', '2023-04-30', 4],
  ])('with time_precision %s lies between %s and %s', async (precision, start, end, prec) => {
    await bringIn(acledEvent({ event_id_cnty: `T${precision}`, event_date: '2023-04-05', time_precision: precision }));
    expect(await incident(`T${precision}`)).toMatchObject({ event_date_start: start, event_date_end: end, date_prec: prec });
  });

  it.each([
    [1, 1, 'as-sukhnah'],
    [2, 2, 'as-sukhnah'],
    [3, 4, 'sy-homs'],
  ])('with geo_precision %i has UCDP’s %i and stands at %s', async (precision, prec, placeId) => {
    await bringIn(acledEvent({ event_id_cnty: `G${precision}`, geo_precision: precision }));
    expect(await incident(`G${precision}`)).toMatchObject({ where_prec: prec, place_id: placeId });
  });

  it('without deaths says nothing of them, since ACLED writes 0 for unknown too', async () => {
    await bringIn(acledEvent({ event_id_cnty: 'Z', fatalities: 0 }));
    expect(await incident('Z')).toMatchObject({ tolls: {}, killed_best: null });
  });

  it.each([
    ['Violence against civilians', 'Abduction/forced disappearance', 'Taken from a farm.', ['kidnapping']],
    ['Explosions/Remote violence', 'Remote explosive/landmine/IED', 'A landmine went off.', ['landmine']],
    ['Explosions/Remote violence', 'Remote explosive/landmine/IED', 'An explosive device went off.', ['ied']],
    ['Explosions/Remote violence', 'Remote explosive/landmine/IED', 'A VBIED went off.', ['vbied']],
    ['Explosions/Remote violence', 'Air/drone strike', 'A drone fired two missiles.', ['drone']],
    ['Explosions/Remote violence', 'Air/drone strike', 'Warplanes struck.', ['airstrike']],
  ])('%s, %s: "%s" tells the tactics', async (type, sub, notes, tactics) => {
    const event = {
      event_id_cnty: notes,
      event_type: type,
      sub_event_type: sub,
      notes,
      actor2: 'Civilians (Syria)',
      assoc_actor_2: '',
      inter2: 7,
    };
    await bringIn(acledEvent(event));
    expect(await incident(notes)).toMatchObject({ tactics, attributed_to: ['isis'], targets: ['civilians'] });
  });

  it.each([
    ['Military Forces of Syria (2000-2024) Republican Guard', 'republican-guard'],
    ['QSD: Syrian Democratic Forces', 'sdf'],
    ['HTS: Hayat Tahrir al Sham', 'hts'],
    ['Military Forces of Iraq (2014-)', 'iraqi-security-forces'],
    ['Global Coalition Against Daesh', 'coalition'],
    ['Unidentified Armed Group (Syria)', 'unidentified'],
    ['Military Forces of Russia (2000-)', 'russia'],
    ['Farmers (Syria)', 'farmers'],
  ])('by %s is by %s', async (actor1, id) => {
    await bringIn(acledEvent({ event_id_cnty: actor1, actor1, actor2: '', assoc_actor_2: '' }));
    expect(await incident(actor1)).toMatchObject({ attributed_to: [id], targets: [] });
  });

  it('by the government of Syria since December 2024 is not by the one before', async () => {
    const { newActors } = await bringIn(
      acledEvent({ event_id_cnty: 'new', event_date: '2025-03-01', actor1: 'Military Forces of Syria (2024-)' }),
    );
    expect(newActors.map(({ name }) => name)).toEqual(['Military Forces of Syria (2024-)']);
  });

  it('in pages of JSON is read alike, also of several pages in one file', async () => {
    const pages = [
      { status: 200, data: [acledEvent({ event_id_cnty: 'J1' }), acledEvent({ event_id_cnty: 'J2' })] },
      { status: 200, data: [acledEvent({ event_id_cnty: 'J3' })] },
    ];
    const path = fileOf(pages.map((page) => JSON.stringify(page, null, 1)).join('\n'), 'json');
    expect((await run({ format: 'acled', path })).counts).toMatchObject({ read: 3, new: 3 });
    expect(await incident('J3')).toMatchObject({ place_id: 'as-sukhnah', killed_best: 3 });
    await expect(run({ format: 'acled', path: fileOf('{"status": 200, "data": [', 'json') })).rejects.toThrow(
      'in the middle of its JSON',
    );
    await expect(run({ format: 'acled', path: fileOf('{"status": 403}', 'json') })).rejects.toThrow('no list of records');
    for (const list of ['[1]', '["a"]', '[{}, null]', '[[]]'])
      await expect(run({ format: 'acled', path: fileOf(`{"data": ${list}}`, 'json') })).rejects.toThrow(
        /is no record|is empty|no ACLED/u,
      );
    // the page behind the last one
    expect((await run({ format: 'acled', path: fileOf('{"status": 200, "data": []}', 'json') })).counts.read).toBe(0);
  });

  it('that the feed of deletions names is retracted with its account, and nothing of it is lost', async () => {
    await bringIn(acledEvent({ event_id_cnty: 'D1' }));
    const feed = fileOf(
      csvOf([
        { event_id_cnty: 'D1', deleted_timestamp: 1690000000 },
        { event_id_cnty: 'never here', deleted_timestamp: 1690000000 },
      ]),
    );
    expect((await run({ format: 'acled', path: feed })).counts).toEqual({
      read: 2,
      new: 0,
      changed: 0,
      unchanged: 1,
      deleted: 1,
      rejected: 0,
    });
    expect(await incident('D1')).toMatchObject({ status: 'retracted', version: 2 });
    expect(await store.sql`select status, version from incident_past where origin_id = 'D1'`).toEqual([
      { status: 'published', version: 1 },
    ]);
    expect(await store.sql`select from account where id = 'acled:D1' and retracted_at is not null`).toHaveLength(1);
    expect((await run({ format: 'acled', path: feed })).counts).toMatchObject({ unchanged: 2, deleted: 0 });

    // it may come back
    expect((await bringIn(acledEvent({ event_id_cnty: 'D1' }))).counts).toMatchObject({ changed: 1 });
    expect(await incident('D1')).toMatchObject({ status: 'published', version: 3 });
    expect(await store.sql`select from account where id = 'acled:D1' and retracted_at is null`).toHaveLength(1);
  });

  it.each([
    ['event_type', { event_type: 'Riots' }, 'is not the event type of Armed clash'],
    ['sub_event_type', { sub_event_type: 'Skirmish' }, 'is none of ACLED’s 25'],
    ['geo_precision', { geo_precision: 4 }, 'is not between 1 and 3'],
    ['event_date', { event_date: '31 April 2023' }, 'is not a calendar day'],
    ['notes', { notes: '' }, 'is empty'],
    ['fatalities', { fatalities: 'many' }, 'is not a number'],
  ])('with a bad %s (row %#) is refused', async (column, change, reason) => {
    const { problems } = await bringIn(acledEvent({ event_id_cnty: 'B', ...change }));
    expect(problems).toEqual([expect.objectContaining({ line: 2, column, reason: expect.stringContaining(reason) })]);
  });
});
