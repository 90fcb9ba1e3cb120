import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, test } from 'vitest';
import { recall } from '../../src/core/conversation/memory.ts';
import type { Core } from '../../src/core/core.ts';
import { reachContact } from '../../src/core/identity/contacts.ts';
import { createKeyring, type Keyring } from '../../src/core/identity/keyring.ts';
import { applyRetention } from '../../src/core/identity/retention.ts';
import { keyNameOf } from '../../src/core/identity/sealing.ts';
import { Tampered, type Vault } from '../../src/core/identity/vault.ts';
import { openContent, openPart } from '../../src/core/tips/tip-content.ts';
import { readBackup } from '../../src/db/backup/read-backup.ts';
import { writeBackup } from '../../src/db/backup/write-backup.ts';
import type { Store } from '../../src/db/client.ts';
import { button, person, startOn } from '../support/core.ts';
import { factsStore, freshStore } from '../support/store.ts';
import { keyDirectory, vaultIn } from '../support/vault.ts';

const CONTACTS = 12;
const HOUR = 3_600_000;
/** When people of test/support/core.ts begin to speak. */
const BEGUN = new Date('2025-06-01T12:00:00Z');
const later = (days: number) => new Date(BEGUN.getTime() + days * 24 * HOUR);
/** A hash is shorter than anything sealed. */
const LONGEST_HASH = 32;

interface Sealed {
  column: string;
  value: Buffer;
  key: string;
}

/** Everything in bytes that any table of the store holds, but hashes. */
async function sealedIn({ sql }: Store): Promise<Sealed[]> {
  const columns = await sql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and data_type = 'bytea'`;
  const all = await Promise.all(
    columns.map(async ({ table, column }) => {
      const rows = await sql.unsafe(`select "${column}" as value from "${table}" where length("${column}") > ${LONGEST_HASH}`);
      return rows.map(({ value }) => ({ column: `${table}.${column}`, value, key: keyNameOf(value) }));
    }),
  );
  return all.flat();
}

let store: Store;
let vault: Vault;
let keys: Keyring;
let core: Core;
beforeAll(async () => {
  const directory = keyDirectory();
  store = await factsStore();
  vault = vaultIn(directory);
  keys = createKeyring({ directory, random: randomBytes });
  core = await startOn(store, vault);
  for (let n = 0; n < CONTACTS; n++) {
    const contact = person(core, { name: `contact ${n}`, role: 'contact', today: '2025-06-01' });
    await contact.says(`ambush near Sukhnah this morning, ${n + 2} soldiers killed`);
    await contact.says('attacks near Sukhnah in April 2023?');
  }
  const team = person(core, { name: 'mona', role: 'lead', today: '2025-06-01' });
  const card = await team.presses(button(await team.says('/queue'), 'review'));
  const sure = await team.presses(button(card, 'approve'));
  await team.presses(button(sure, 'approve'));
});

const keyed = (all: readonly Sealed[], left: readonly string[]) => all.filter(({ key }) => left.includes(key));

describe('a store in use', () => {
  test('holds nothing sealed with another key than that of its week, and standing routes of team chats', async () => {
    const sealed = await sealedIn(store);
    const standing = sealed.filter(({ key }) => !/^week-\d{4}-W\d\d$/u.test(key)).map(({ column, key }) => `${column} ${key}`);
    expect([...new Set(standing)].filter((one) => one !== 'team_place.route standing')).toEqual([]);
    const columns = new Set(sealed.map(({ column }) => column));
    for (const column of ['contact.route', 'tip.draft', 'tip_part.content', 'conversation.previous', 'shown_answer.question'])
      expect(columns).toContain(column);
  });

  test('refuses what stands in another row than it was sealed for', async () => {
    // each value goes to the row after its own
    const turned = async (table: string, column: string, row: string) =>
      store.sql.unsafe(`
        with numbered as (select ${row} as row, ${column} as value, row_number() over (order by ${row}) as n, count(*) over () as all_rows
          from ${table} where ${column} is not null)
        select a.row, b.value from numbered a join numbered b on b.n = a.n % a.all_rows + 1`);
    const refused = (open: () => unknown): boolean => {
      try {
        open();
        return false;
      } catch (error) {
        if (error instanceof Tampered) return true;
        throw error;
      }
    };
    const drafts = await turned('tip', 'draft', 'id');
    const parts = await turned('tip_part', 'content', 'id');
    expect(drafts).toHaveLength(CONTACTS);
    expect(parts.length).toBeGreaterThanOrEqual(CONTACTS);
    for (const { row, value } of drafts) expect(refused(() => openContent(vault, row, value))).toBe(true);
    for (const { row, value } of parts)
      expect(refused(() => openPart(vault, { id: row, kind: 'words', content: value }))).toBe(true);
    await store.sql.begin(async (sql) => {
      for (const { row, value } of await turned('contact', 'route', 'id'))
        await sql`update contact set route = ${value} where id = ${row}`;
      for (const { row, value } of await turned('conversation', 'previous', 'key'))
        await sql`update conversation set previous = ${value} where key = ${row}`;
    });
    const [contacts, chats] = [await store.sql`select id from contact`, await store.sql`select key from conversation`];
    expect([contacts.length, chats.length]).toEqual([CONTACTS, CONTACTS]);
    for (const { id } of contacts) await expect(reachContact(store.db, vault, id)).rejects.toThrow(Tampered);
    for (const { key } of chats) await expect(recall({ db: store.db, vault }, key, BEGUN)).rejects.toThrow(Tampered);
  });
});

describe('91 days later', () => {
  test('nothing that was sealed opens, and a backup from before brings no key back', async () => {
    const before = new PassThrough({ highWaterMark: 1 << 28 });
    await writeBackup(store.sql, before);
    before.end();
    const sealed = await sealedIn(store);
    expect(keyed(sealed, keys.names()).length).toBe(sealed.length);
    expect(sealed.length).toBeGreaterThan(4 * CONTACTS);
    await applyRetention({ store, vault }, later(91));
    expect(keys.names().filter((name) => name.startsWith('week-'))).toEqual([]);

    const restored = await freshStore();
    await readBackup(restored.sql, before, { replace: false });
    const again = await sealedIn(restored);
    expect(again.length).toBe(sealed.length);
    const left = keyed(again, keys.names()).map(({ column }) => column);
    expect([...new Set(left)].filter((column) => column !== 'team_place.route')).toEqual([]);
    // what was kept stays shut, also under a later key of the same name
    vault.seal('x', { column: 'tip.draft', row: 'x' }, { until: 'week', now: BEGUN });
    const ids = await restored.sql`select id from contact where route is not null`;
    expect(ids).toHaveLength(CONTACTS);
    for (const { id } of ids) expect(await reachContact(restored.db, vault, id)).toBeNull();
    for (const { id, draft } of await restored.sql`select id, draft from tip where draft is not null`)
      expect(openContent(vault, id, draft)).toBeNull();
  });
});
