import { beforeAll, describe, expect, test } from 'vitest';
import { createDispatch } from '../../src/core/commands/dispatch.ts';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import type { Core } from '../../src/core/core.ts';
import type { Cleaned } from '../../src/core/media/media.ts';
import { createMediaArrived, openMedia } from '../../src/core/tips/media-arrived.ts';
import type { Store } from '../../src/db/client.ts';
import { startOn } from '../support/core.ts';
import { factsStore } from '../support/store.ts';

let store: Store;
let core: Core;
beforeAll(async () => {
  store = await factsStore();
  core = await startOn(store);
});

const NOW = new Date('2025-06-01T12:00:00Z');
const CAME = new TextEncoder().encode('as it came, with a camera in it');
const CLEAN = new TextEncoder().encode('as the team may see it');
const HASH = 'f0f0f0f0f0f0f0f0';
const photo = (more: Partial<Extract<Cleaned, { kind: 'photo' }>> = {}): Cleaned => ({
  kind: 'photo',
  bytes: CLEAN,
  mime: 'image/jpeg',
  width: 4,
  height: 3,
  hash: HASH,
  captured: null,
  ...more,
});

interface MediaRow {
  id: string;
  tip_id: string;
  state: string;
  fetch: Uint8Array | null;
  clean: Uint8Array | null;
  original: Uint8Array | null;
  looks: string | null;
  place: string;
  time: string;
  flags: string[];
}

let people = 0;
/** A tip near Sukhnah of today with one photo that is still with the platform. */
async function waiting(): Promise<string> {
  const name = `m${++people}`;
  const dispatch = createDispatch(core);
  const base = { conversation: name, role: 'contact' as const, speaker: consoleSpeaker(name), today: '2025-06-01', now: NOW };
  const attachments = [{ kind: 'photo' as const, ref: { name }, size: 1 }];
  await dispatch({ ...base, cause: name, attachments }, { text: 'ambush near Sukhnah today, 2 soldiers killed' });
  const [row] = await store.sql<{ id: string }[]>`select id from tip_media order by xmin::text::bigint desc limit 1`;
  if (!row) throw new Error('no file is kept');
  return row.id;
}

async function arrives(id: string, came: Uint8Array | { failed: string }, cleaned: Cleaned, original: Uint8Array | null = null) {
  const arrive = createMediaArrived({
    cleaner: async () => ({ clean: async () => cleaned }),
    keepOriginal: async () => original,
  });
  await store.db.transaction((tx) => arrive(core, tx, id, came, NOW));
  const [row] = await store.sql<MediaRow[]>`
    select tip_media.*, flags from tip_media join tip on tip.id = tip_id where tip_media.id = ${id}`;
  if (!row) throw new Error('the file is gone');
  return row;
}

describe('a file that arrives', () => {
  test('is kept cleaned and sealed, and how it was fetched is forgotten', async () => {
    const row = await arrives(await waiting(), CAME, photo({ hash: '0000000000000000' }), new Uint8Array([1, 2]));
    expect(row).toMatchObject({ state: 'clean', fetch: null, place: 'none', time: 'none' });
    expect(row.clean && Buffer.from(openMedia(core.vault, row) ?? []).toString()).toBe('as the team may see it');
    expect(Buffer.from(row.clean ?? []).includes('as the team')).toBe(false);
    expect([...(row.original ?? [])]).toEqual([1, 2]);
  });

  test('says whether its place and day fit the tip, and nothing more of them', async () => {
    const near = { lat: 34.89, lon: 38.87, at: '2025-06-01' };
    expect(await arrives(await waiting(), CAME, photo({ captured: near, hash: '1111111111111111' }))).toMatchObject({
      place: 'agrees',
      time: 'agrees',
    });
    const far = { lat: 36.2, lon: 37.1, at: '2024-01-01' };
    const row = await arrives(await waiting(), CAME, photo({ captured: far, hash: '2222222222222222' }));
    expect(row).toMatchObject({ place: 'differs', time: 'differs' });
    expect(row.flags).toEqual(expect.arrayContaining(['place_differs', 'time_differs']));
  });

  test('is noticed when another tip had it', async () => {
    await arrives(await waiting(), CAME, photo());
    const again = await arrives(await waiting(), CAME, photo({ hash: 'f0f0f0f0f0f0f0f1' }));
    expect(again.flags).toContain('reused_image');
  });

  test('that cannot be seen is sealed; that is damaged is kept for the coordinators alone; that is too large or never comes is not kept', async () => {
    const unseen = await arrives(await waiting(), CAME, { kind: 'unseen', reason: 'unknown-kind' });
    expect(unseen).toMatchObject({ state: 'unseen', fetch: null });
    expect(Buffer.from(openMedia(core.vault, unseen) ?? []).toString()).toContain('as it came');
    const refused = await arrives(await waiting(), CAME, { kind: 'refused', reason: 'broken' });
    expect(refused).toMatchObject({ state: 'refused', clean: null, original: null, fetch: null });
    const damaged = await arrives(await waiting(), CAME, { kind: 'refused', reason: 'broken' }, new Uint8Array([1, 2]));
    expect(damaged).toMatchObject({ state: 'refused', clean: null, fetch: null });
    expect([...(damaged.original ?? [])]).toEqual([1, 2]);
    const huge = await arrives(await waiting(), CAME, { kind: 'refused', reason: 'too-large' }, new Uint8Array([1, 2]));
    expect(huge).toMatchObject({ state: 'refused', original: null });
    const lost = await arrives(await waiting(), { failed: 'gone' }, photo());
    expect(lost).toMatchObject({ state: 'refused', clean: null, fetch: null });
  });

  test('twice is one, and of nobody is nothing', async () => {
    const id = await waiting();
    await arrives(id, CAME, photo({ hash: '3333333333333333' }));
    expect(await arrives(id, CAME, { kind: 'refused', reason: 'broken' })).toMatchObject({ state: 'clean' });
    const arrive = createMediaArrived({ cleaner: async () => ({ clean: async () => photo() }), keepOriginal: async () => null });
    await expect(store.db.transaction((tx) => arrive(core, tx, 'nobody', CAME, NOW))).resolves.toBeUndefined();
  });
});
