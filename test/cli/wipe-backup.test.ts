import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import { contactOf, reachContact } from '../../src/core/identity/contacts.ts';
import type { Vault } from '../../src/core/identity/vault.ts';
import type { Store } from '../../src/db/client.ts';
import { runCli, startCli } from '../support/cli.ts';
import { factsStore, freshStore } from '../support/store.ts';
import { vaultIn } from '../support/vault.ts';

const now = new Date('2026-11-21T12:00:00Z');
const newId = () => randomBytes(8).toString('hex');

let directory: string;
let keys: string;
let store: Store;
let vault: Vault;
let contacts: string[];
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'dalil-wipe-'));
  keys = join(directory, 'keys');
  store = await factsStore();
  vault = vaultIn(keys);
  contacts = [];
  for (let i = 0; i < 50; i++) contacts.push((await contactOf(store.db, vault, consoleSpeaker(`c${i}`), now, newId)).id);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const on = ({ url }: Store) => ({ DATABASE_URL: url, DALIL_HOME: join(directory, 'home'), DALIL_KEYS: keys });
const reachable = async (of: Store, by = vaultIn(keys)) => {
  let count = 0;
  for (const id of contacts) if ((await reachContact(of.db, by, id)) !== null) count++;
  return count;
};
const file = (name: string) => join(directory, name);

/** Every table's rows as text, in no order. */
async function content({ sql }: Store): Promise<Record<string, string[]>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`;
  const all: Record<string, string[]> = {};
  for (const { name } of tables) {
    const rows = await sql.unsafe(`select t::text as row from "${name}" t`);
    all[name] = rows.map(({ row }) => row).sort();
  }
  return all;
}

describe('a backup', () => {
  test('brings every table back as it was, and numbers go on', async () => {
    const { code, stderr } = await runCli(['backup', file('a.gz')], on(store));
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(statSync(file('a.gz')).mode & 0o777).toBe(0o600);
    const restored = await freshStore();
    expect(await runCli(['restore', file('a.gz')], on(restored))).toMatchObject({ code: 0 });
    const [before, after] = [await content(store), await content(restored)];
    expect(after).toEqual(before);
    expect(before.incident?.length).toBeGreaterThan(10);
    const highest = 'select max(id)::int as id from edit';
    const [{ id: last } = { id: -1 }] = await restored.sql.unsafe(highest);
    await restored.sql`insert into edit (at, who, why, subject, subject_id, changes) values (now(), 'a', 'b', 'store', '', '{}')`;
    expect((await restored.sql.unsafe(highest))[0]?.id).toBeGreaterThan(last);
    expect(await reachable(restored)).toBe(50);
  });

  test('holds no key, and no word that was sealed', async () => {
    const text = gunzipSync(readFileSync(file('a.gz'))).toString('latin1');
    for (const name of readdirSync(keys)) {
      const key = readFileSync(join(keys, name));
      expect(text).not.toContain(key.toString('hex'));
      expect(text).not.toContain(key.toString('base64'));
    }
    expect(text).not.toContain('"person"');
  });

  test('is not put over a store that is in use, unless that is said', async () => {
    const used = await factsStore();
    const before = await content(used);
    const refused = await runCli(['restore', file('a.gz')], on(used));
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('This store is not empty');
    expect(await content(used)).toEqual(before);
    expect(await runCli(['restore', file('a.gz'), '--replace'], on(used))).toMatchObject({ code: 0 });
    expect(await reachable(used)).toBe(50);
  });

  test.each([
    ['cut short', (whole: Buffer) => gzipSync(whole.subarray(0, whole.length - 2000))],
    [
      'a row short',
      (whole: Buffer) => gzipSync(Buffer.from(whole.toString('latin1').replace(/\n\[[^\n]*(?=\n)/u, ''), 'latin1')),
    ],
    ['no gzip', (whole: Buffer) => whole],
    ['half a gzip', (whole: Buffer) => gzipSync(whole).subarray(0, 5000)],
    ['something else', () => gzipSync('a,b,c\n1,2,3\n')],
    ['of a newer dalil', (whole: Buffer) => gzipSync(whole.toString('latin1').replace(/"form":\d+/u, '"form":9999999999999'))],
  ])('that is %s changes nothing and says so', async (name, spoil) => {
    const path = file(`spoilt-${name.replaceAll(' ', '-')}`);
    writeFileSync(path, spoil(gunzipSync(readFileSync(file('a.gz')))));
    const empty = await freshStore();
    const before = await content(empty);
    const { code, stderr } = await runCli(['restore', path], on(empty));
    expect({ code, stderr }).toMatchObject({ code: 1 });
    expect(stderr).toMatch(/^[A-Z/].*(backup|damaged|short|wrote)/mu);
    expect(stderr).not.toMatch(/^\s+at /mu);
    expect(await content(empty)).toEqual(before);
  });

  test('replaces no file, and leaves none behind where it fails', async () => {
    expect(await runCli(['backup', file('a.gz')], on(store))).toMatchObject({ code: 2 });
    const unreachable = { ...on(store), DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    expect(await runCli(['backup', file('b.gz')], unreachable)).toMatchObject({ code: 1 });
    expect(readdirSync(directory).filter((name) => name.startsWith('b.gz'))).toEqual([]);
  });
});

describe('a wipe', () => {
  test('is not done where nobody can be asked', async () => {
    const { code, stderr } = await runCli(['wipe'], on(store), 'WIPE\n');
    expect(code).toBe(2);
    expect(stderr).toContain('--yes');
    expect(await reachable(store)).toBe(50);
  });

  test('destroys every key even where the store cannot be reached', async () => {
    const other = file('other-keys');
    const lost = vaultIn(other);
    lost.seal('x', { column: 'tip.draft', row: 'a' }, { until: 'week', now });
    const env = { ...on(store), DALIL_KEYS: other, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
    const { code, stdout, stderr } = await runCli(['wipe', '--yes'], env);
    expect(code).toBe(0);
    expect(readdirSync(other)).toEqual(['WIPED']);
    expect(stderr).toContain('could not be reached');
    expect(stdout).toContain('@BotFather');
  });

  test('leaves nothing sealed readable, not in an earlier backup either, and the facts as they were', async () => {
    const incidents = (await content(store)).incident;
    const { code, stderr, stdout } = await runCli(['wipe', '--yes'], on(store));
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(Number(/\((\d+) ms\)/u.exec(stderr)?.[1])).toBeLessThan(1000);
    for (const what of ['@BotFather', 'Developer Portal', 'Backups', 'Disk']) expect(stdout).toContain(what);
    expect(readdirSync(keys)).toEqual(['WIPED']);
    // the vault had the keys in memory
    expect(await reachable(store, vault)).toBe(0);
    const after = await content(store);
    expect(after.incident).toEqual(incidents);
    expect(after.contact?.length).toBe(50);
    const [{ left } = { left: -1 }] = await store.sql<{ left: number }[]>`
      select count(*)::int as left from contact where route is not null or lookup is not null`;
    expect(left).toBe(0);

    const restored = await freshStore();
    expect(await runCli(['restore', file('a.gz')], on(restored))).toMatchObject({ code: 0 });
    expect(await reachable(restored, vault)).toBe(0);
    expect((await content(restored)).incident).toEqual(incidents);
  });

  test('keeps dalil from starting again, and questions are still answered', async () => {
    const { code, stderr } = await runCli(['start'], on(store));
    expect(code).toBe(1);
    expect(stderr).toContain('The keys were wiped');
    expect(await runCli(['ask', 'attacks near Sukhnah', '--now', '2023-05-02'], on(store))).toMatchObject({ code: 0 });
  });

  test('stops a dalil that is running', async () => {
    const own = file('own-keys');
    mkdirSync(own, { mode: 0o700 });
    const env = { ...on(store), DALIL_KEYS: own };
    const running = startCli(['chat', '--as', 'contact'], env);
    running.write('/help\n');
    await running.hears('/ask');
    expect(await runCli(['wipe', '--yes'], env)).toMatchObject({ code: 0 });
    const { code, stderr } = await running.finished;
    expect(code).toBe(1);
    expect(stderr).toContain('The keys were wiped');
  });
});
