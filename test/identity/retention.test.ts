import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import { blockContact, contactOf, knownContact, reachContact } from '../../src/core/identity/contacts.ts';
import { createKeyring, type Keyring } from '../../src/core/identity/keyring.ts';
import { applyRetention } from '../../src/core/identity/retention.ts';
import type { Vault } from '../../src/core/identity/vault.ts';
import { decide } from '../../src/core/moderation/decide.ts';
import type { Store } from '../../src/db/client.ts';
import { moderator } from '../../src/db/schema/moderator.ts';
import { tip, tipMedia, tipPart } from '../../src/db/schema/tip.ts';
import { freshStore } from '../support/store.ts';
import { keyDirectory, vaultIn } from '../support/vault.ts';

const DAY_MS = 86_400_000;
const begin = new Date('2026-11-21T12:00:00Z');
const day = (days: number) => new Date(begin.getTime() + days * DAY_MS);
const newId = () => randomBytes(8).toString('hex');

let store: Store;
let vault: Vault;
let keys: Keyring;
beforeEach(async () => {
  store = await freshStore();
  const directory = keyDirectory();
  vault = vaultIn(directory);
  keys = createKeyring({ directory, random: randomBytes });
  await store.db.insert(moderator).values({ id: 'mod', name: 'Mod', role: 'lead', enrolledAt: begin });
});

const retain = (now: Date) => applyRetention({ store, vault }, now);

let made = 0;
/** A tip with words, a draft and a photo, of a contact of its own. */
async function tell(now = begin) {
  const name = `sender-${++made}`;
  const contact = await contactOf(store.db, vault, consoleSpeaker(name), now, newId);
  const id = newId();
  const seal = (column: string, row: string, words: string) => vault.seal(words, { column, row }, { until: 'week', now });
  await store.db.insert(tip).values({
    id,
    ref: `T-${String(made).padStart(6, '0')}`,
    contactId: contact.id,
    trust: 'unknown',
    language: 'en',
    receipt: vault.hash('receipt', id),
    draft: seal('tip.draft', id, `draft of ${name}`),
    receivedAt: now,
    expiresAt: new Date(now.getTime() + 14 * DAY_MS),
  });
  const content = seal('tip_part.content', `${id}:1`, `words of ${name}`);
  await store.db.insert(tipPart).values({ id: newId(), tipId: id, ordinal: 1, kind: 'words', content, at: now });
  const clean = seal('tip_media.clean', `${id}:1`, `photo of ${name}`);
  const row = {
    id: newId(),
    tipId: id,
    ordinal: 1,
    state: 'clean',
    kind: 'photo',
    mime: 'image/jpeg',
    looks: '0'.repeat(16),
  } as const;
  await store.db.insert(tipMedia).values({ ...row, clean, original: Buffer.from('age') });
  return { id, name, contact };
}

const tipNow = async (id: string) => (await store.sql`select * from tip where id = ${id}`)[0];
const held = async (id: string) => {
  const [{ parts, media } = { parts: -1, media: -1 }] = await store.sql<{ parts: number; media: number }[]>`
    select (select count(*) from tip_part where tip_id = ${id})::int as parts,
      (select count(*) from tip_media where tip_id = ${id})::int as media`;
  const row = await tipNow(id);
  return { parts, media, draft: row?.draft !== null, receipt: row?.receipt !== null };
};
const WHOLE = { parts: 1, media: 1, draft: true, receipt: true };
const EMPTY = { parts: 0, media: 0, draft: false, receipt: false };

async function decline(id: string, event: 'decline' | 'spam', now: Date) {
  const outcome = await store.db.transaction((tx) =>
    decide(tx, vault, { tipId: id, version: 1, event, by: { kind: 'moderator', id: 'mod' }, cause: null }, now),
  );
  expect(outcome.kind).toBe('done');
}

describe('with time', () => {
  test('a tip that nobody decides on expires after 14 days, as a decision of the clock, and is emptied', async () => {
    const { id } = await tell();
    await retain(day(13.9));
    expect(await held(id)).toEqual(WHOLE);
    expect(await retain(day(14))).toMatchObject({ expired: 1, emptied: 1 });
    expect(await tipNow(id)).toMatchObject({ state: 'expired', version: 2 });
    expect(await held(id)).toEqual(EMPTY);
    const decided = await store.sql`select event, by, from_state, to_state from decision`;
    expect(decided).toEqual([{ event: 'expire', by: 'clock', from_state: 'received', to_state: 'expired' }]);
    expect(await retain(day(14))).toMatchObject({ expired: 0, emptied: 0 });
  });

  test.each(['decline', 'spam'] as const)('a tip that was turned down (%s) is emptied 7 days after that', async (event) => {
    const { id } = await tell();
    await decline(id, event, day(2));
    await retain(day(8.9));
    expect(await held(id)).toEqual(WHOLE);
    await retain(day(9));
    expect(await held(id)).toEqual(EMPTY);
  });

  test('the way to a contact goes 30 days after their last word, the contact after 90, a block never', async () => {
    const [quiet, speaking, blocked] = [await tell(), await tell(), await tell()];
    await blockContact(store.db, blocked.contact.code, null, begin);
    await contactOf(store.db, vault, consoleSpeaker(speaking.name), day(20), newId);
    await retain(day(30));
    expect(await reachContact(store.db, vault, quiet.contact.id)).toBeNull();
    expect(await reachContact(store.db, vault, speaking.contact.id)).not.toBeNull();
    await retain(day(90));
    const known = async (name: string) => (await knownContact(store.db, vault, consoleSpeaker(name))) !== null;
    expect([await known(quiet.name), await known(speaking.name), await known(blocked.name)]).toEqual([false, true, true]);
    expect((await tipNow(quiet.id))?.contact_id).toBeNull();
  });

  test('a hundred tips of many ages are each where they belong, with two processes at it', async () => {
    const tips = [];
    for (let age = 0; age < 100; age++) tips.push({ age, id: (await tell(day(-age))).id });
    await Promise.all([retain(begin), retain(begin), retain(begin)]);
    // a last look, as each may have found the other at work
    await retain(begin);
    for (const { age, id } of tips) expect((await tipNow(id))?.state, `${age} days`).toBe(age < 14 ? 'received' : 'expired');
    const [{ doubled } = { doubled: -1 }] = await store.sql<{ doubled: number }[]>`
      select count(*)::int as doubled from (select 1 from decision group by subject_id having count(*) > 1) as twice`;
    expect(doubled).toBe(0);
  });
});

describe('after 91 days', () => {
  test('nothing opens: neither what is in the store nor any earlier copy of it', async () => {
    const tips = [];
    for (let i = 0; i < 20; i++) tips.push(await tell(day(i / 3)));
    await decline(tips[0]?.id ?? '', 'decline', day(7));
    const copy = await store.sql<{ column: string; row: string; sealed: Buffer }[]>`
      select 'tip.draft' as column, id as row, draft as sealed from tip
      union all select 'tip_part.content', tip_id || ':1', content from tip_part
      union all select 'tip_media.clean', tip_id || ':1', clean from tip_media
      union all select 'contact.route', id, route from contact`;
    expect(copy).toHaveLength(80);
    const readable = () => copy.filter(({ column, row, sealed }) => vault.open(sealed, { column, row }) !== null).length;
    expect(readable()).toBe(80);
    await retain(day(50));
    expect(readable()).toBe(80);
    // the last was told on day 7
    await retain(day(7 + 91));
    expect(readable()).toBe(0);
    expect(keys.names()).toEqual(['pepper']);
    const left =
      await store.sql`select 1 from tip_part union all select 1 from tip_media union all select 1 from tip where draft is not null`;
    expect(left).toHaveLength(0);
  });

  test.each([0, 1, 2, 3, 4, 5, 6])('what was sealed on day %i of the week lives for 83 days and not for 90', async (weekday) => {
    const monday = new Date('2026-11-23T00:00:00Z');
    const now = new Date(monday.getTime() + weekday * DAY_MS);
    const later = (days: number) => new Date(now.getTime() + days * DAY_MS);
    const sealed = vault.seal('x', { column: 'tip.draft', row: 'a' }, { until: 'week', now });
    await retain(later(82.9));
    expect(vault.open(sealed, { column: 'tip.draft', row: 'a' })).not.toBeNull();
    await retain(later(90));
    expect(vault.open(sealed, { column: 'tip.draft', row: 'a' })).toBeNull();
  });

  test('the standing key and the pepper are still there', async () => {
    const lasting = vault.seal('team', { column: 'team_place.route', row: 'a' }, { until: 'wiped' });
    await retain(day(400));
    expect(vault.openText(lasting, { column: 'team_place.route', row: 'a' })).toBe('team');
  });
});
