import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Speaker } from '../../src/core/commands/speaker.ts';
import { allow } from '../../src/core/identity/allowances.ts';
import { CODENAMES, codename } from '../../src/core/identity/codenames.ts';
import {
  blockContact,
  contactOf,
  forgetContact,
  knownContact,
  reachContact,
  trustContact,
  unblockContact,
} from '../../src/core/identity/contacts.ts';
import { makeInvite, redeemInvite } from '../../src/core/identity/invites.ts';
import { createKeyring } from '../../src/core/identity/keyring.ts';
import type { Vault } from '../../src/core/identity/vault.ts';
import type { Store } from '../../src/db/client.ts';
import { freshStore } from '../support/store.ts';
import { keyDirectory, vaultIn } from '../support/vault.ts';

const now = new Date('2026-11-21T12:34:56Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const newId = () => randomBytes(8).toString('hex');

let store: Store;
let vault: Vault;
let directory: string;
beforeAll(async () => {
  store = await freshStore();
  directory = keyDirectory();
  vault = vaultIn(directory);
});

const telegram = (person: string): Speaker => ({
  platform: 'telegram',
  bot: '99',
  person,
  chat: person,
  alone: true,
  here: { chat: person },
  reach: { chat: person },
});
const meet = (speaker: Speaker, at = now, id = newId) => contactOf(store.db, vault, speaker, at, id);

describe('a contact', () => {
  test('is the same one at every word, and another for every person and platform', async () => {
    const first = await meet(telegram('7001'));
    expect(first).toMatchObject({ isNew: true, blocked: false, trust: 'unknown' });
    expect(first.code).toMatch(/^[a-z]+-[a-z]+$/u);
    expect(await meet(telegram('7001'), later(30))).toMatchObject({ id: first.id, code: first.code, isNew: false });
    const others = [await meet(telegram('7002')), await meet({ ...telegram('7001'), platform: 'discord' })];
    expect(new Set([first, ...others].map(({ code }) => code)).size).toBe(3);
    expect(await knownContact(store.db, vault, telegram('7001'))).toMatchObject({ id: first.id });
    expect(await knownContact(store.db, vault, telegram('never'))).toBeNull();
  });

  test('is made once, however many of their messages come at once', async () => {
    const met = await Promise.all(Array.from({ length: 8 }, () => meet(telegram('7010'))));
    expect(new Set(met.map(({ id }) => id)).size).toBe(1);
    expect(met.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  test('gets another codename where theirs is taken', async () => {
    const ids = ['one', 'same-seed', 'two', 'same-seed', 'three', 'other-seed'];
    const next = () => ids.shift() ?? 'none';
    const [one, two] = [await meet(telegram('7020'), now, next), await meet(telegram('7021'), now, next)];
    expect([one.code, two.code]).toEqual([codename('same-seed'), codename('other-seed')]);
  });

  test('is named nowhere in the row, and seen by the hour', async () => {
    const { id } = await meet({ ...telegram('515253545556'), bot: '616263646566', reach: { chat: 'geheim' } });
    const [row] = await store.sql<{ row: string; first_seen: string }[]>`
      select contact::text as row, first_seen from contact where id = ${id}`;
    expect(row?.first_seen).toBe('2026-11-21 12:00:00+00');
    for (const secret of ['515253545556', '616263646566', 'geheim', 'telegram']) {
      expect(row?.row).not.toContain(secret);
      expect(row?.row).not.toContain(Buffer.from(secret).toString('hex'));
    }
  });
});

describe('a contact’s route', () => {
  test('leads to them, in the terms of their platform', async () => {
    const { id } = await meet(telegram('7030'));
    const to = await reachContact(store.db, vault, id);
    expect(to).toEqual({ platform: 'telegram', bot: '99', chat: '7030', reach: { chat: '7030' } });
    expect(await reachContact(store.db, vault, 'nobody')).toBeNull();
    const unreachable = await meet({ ...telegram('7031'), reach: null });
    expect(await reachContact(store.db, vault, unreachable.id)).toBeNull();
  });

  test('is sealed anew in another week, or when it changed, and else left alone', async () => {
    const { id } = await meet(telegram('7040'));
    const sealed = async () => (await store.sql`select encode(route, 'hex') as route from contact where id = ${id}`)[0]?.route;
    const first = await sealed();
    await meet(telegram('7040'), later(24));
    expect(await sealed()).toBe(first);
    await meet({ ...telegram('7040'), reach: { chat: 'new' } }, later(25));
    const changed = await sealed();
    expect(changed).not.toBe(first);
    expect((await reachContact(store.db, vault, id))?.reach).toEqual({ chat: 'new' });
    await meet({ ...telegram('7040'), reach: { chat: 'new' } }, later(24 * 7));
    expect(await sealed()).not.toBe(changed);
    createKeyring({ directory, random: randomBytes }).destroy('week-2026-W47');
    expect((await reachContact(store.db, vault, id))?.reach).toEqual({ chat: 'new' });
  });

  test('is gone with its week, and comes back with their next word', async () => {
    const { id } = await meet(telegram('7050'));
    createKeyring({ directory, random: randomBytes }).destroy('week-2026-W47');
    expect(await reachContact(store.db, vault, id)).toBeNull();
    expect(await meet(telegram('7050'))).toMatchObject({ id, isNew: false });
    expect(await reachContact(store.db, vault, id)).not.toBeNull();
  });
});

describe('who is forgotten', () => {
  test('is somebody new when they speak again', async () => {
    const { id, code } = await meet(telegram('7060'));
    await forgetContact(store.db, id);
    expect(await reachContact(store.db, vault, id)).toBeNull();
    const again = await meet(telegram('7060'));
    expect(again.isNew).toBe(true);
    expect(again.code).not.toBe(code);
  });

  test('stays blocked if they were', async () => {
    const { id, code } = await meet(telegram('7070'));
    expect(await blockContact(store.db, code, null, now)).toBe(true);
    expect(await blockContact(store.db, code, null, now)).toBe(false);
    await forgetContact(store.db, id);
    expect(await meet(telegram('7070'))).toMatchObject({ id, blocked: true });
    expect(await unblockContact(store.db, code)).toBe(true);
    expect(await unblockContact(store.db, 'no-such')).toBe(false);
    expect(await meet(telegram('7070'))).toMatchObject({ id, blocked: false });
  });
});

describe('an invite', () => {
  test('is good once, whoever comes first, and raises trust but never lowers it', async () => {
    const contacts = await Promise.all(['7080', '7081', '7082'].map((person) => meet(telegram(person))));
    const code = await makeInvite(store.db, vault, { trust: 'known', madeBy: null, now, newId });
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/u);
    const typed = ` ${code.toLowerCase().replaceAll('-', '–')} `;
    const redeemed = await Promise.all(
      contacts.map(({ id }, at) =>
        redeemInvite(store.db, vault, { code: typed, contactId: id, speaker: telegram(`708${at}`), now }),
      ),
    );
    expect(redeemed.filter(Boolean)).toHaveLength(1);
    const lucky = String(7080 + redeemed.indexOf(true));
    expect((await meet(telegram(lucky))).trust).toBe('known');
    expect(await trustContact(store.db, (await meet(telegram(lucky))).code, 'trusted')).toBe(true);
    const second = await makeInvite(store.db, vault, { trust: 'known', madeBy: null, now, newId });
    const { id } = await meet(telegram(lucky));
    expect(await redeemInvite(store.db, vault, { code: second, contactId: id, speaker: telegram(lucky), now })).toBe(true);
    expect((await meet(telegram(lucky))).trust).toBe('trusted');
  });

  test('is no good after a week, nor after five tries in an hour', async () => {
    const { id } = await meet(telegram('7090'));
    const speaker = telegram('7090');
    const code = await makeInvite(store.db, vault, { trust: 'known', madeBy: null, now, newId });
    const at = (hours: number, text: string) =>
      redeemInvite(store.db, vault, { code: text, contactId: id, speaker, now: later(hours) });
    for (let tries = 0; tries < 5; tries++) expect(await at(0, 'AAAA-AAAA-AAAA')).toBe(false);
    expect(await at(0.5, code)).toBe(false);
    expect(await at(24 * 8, code)).toBe(false);
    expect(await at(1.1, code)).toBe(true);
  });
});

test('a limit is exact when a hundred ask at once, begins anew after its window, and is each one’s own', async () => {
  const limit = { name: 'test', most: 20, windowMs: 3_600_000 };
  const ask = (whom: string, at: Date) => allow(store.db, vault, limit, [whom], at);
  const granted = await Promise.all(Array.from({ length: 100 }, () => ask('a', now)));
  expect(granted.filter(Boolean)).toHaveLength(20);
  expect(await ask('b', now)).toBe(true);
  expect(await ask('a', later(0.99))).toBe(false);
  expect(await ask('a', later(1))).toBe(true);
  const rows = await store.sql`select 1 from allowance where id is not null`;
  expect(rows.length).toBeGreaterThan(1);
});

test('codenames are more than anybody needs, and any seed gives one', () => {
  expect(CODENAMES).toBeGreaterThanOrEqual(20_000);
  const drawn = new Set(Array.from({ length: 5_000 }, (_, seed) => codename(String(seed))));
  for (const name of drawn) expect(name).toMatch(/^[a-z]+-[a-z]+$/u);
  expect(drawn.size).toBeGreaterThan(4_700);
});
