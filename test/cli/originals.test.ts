import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDalil } from '../../src/cli/run.ts';
import { moderator } from '../../src/db/schema/moderator.ts';
import { createFinder } from '../identity/canary/needles.ts';
import { dalilHome } from '../support/dalil-home.ts';
import { factsStore } from '../support/store.ts';
import { vaultIn } from '../support/vault.ts';

const directory = mkdtempSync(join(tmpdir(), 'dalil-originals-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));
const into = (name: string) => join(directory, name);
const WHY = ['--why', 'the team asked for it'];

/** A voice note as Telegram has it: Ogg, of which nothing here knows more than that it is sound. */
const voice = Buffer.concat([Buffer.from('OggS\0\u0002 ARTIST=kanarienvogel '), randomBytes(3000)]);
const photo = randomBytes(5000);

let env: Record<string, string>;
let identity: string;
let refs: string[];
let store: Awaited<ReturnType<typeof factsStore>>;
beforeAll(async () => {
  store = await factsStore();
  identity = await generateIdentity();
  env = { DATABASE_URL: store.url, DALIL_HOME: dalilHome(), DALIL_COORDINATORS: await identityToRecipient(identity) };
  writeFileSync(into('note.ogg'), voice);
  writeFileSync(into('picture.heic'), photo);
  for (const [name, line] of [
    ['samir', `@${into('note.ogg')} ambush near Sukhnah today, 3 soldiers killed`],
    ['kanarienvogel', `@${into('note.ogg')} @${into('picture.heic')} two killed near Arak yesterday`],
  ] as const) {
    const { code, stdout } = await runCli(['chat', '--as', 'contact', '--user', name], env, `${line}\n/status\n`);
    expect(code, stdout).toBe(0);
  }
  for (const name of ['Lina', 'Omar'])
    await store.db.insert(moderator).values({ id: name, name, role: 'lead', enrolledAt: new Date() });
  await store.db.insert(moderator).values({ id: 'Ana', name: 'Ana', role: 'moderator', enrolledAt: new Date() });
  const tips = await store.sql<{ ref: string }[]>`
    select ref from tip order by (select count(*) from tip_media where tip_id = tip.id)`;
  refs = tips.map(({ ref }) => ref);
});

/** The command line in this process: a start of the program takes longer than what is asked of it here. */
async function runCli(args: readonly string[], settings: Record<string, string>, input = '') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const host = { stdin: Readable.from([input]), stdout, stderr, on() {}, exit() {} };
  const code = await runDalil(args, host, settings);
  stdout.end();
  stderr.end();
  return { code, stdout: await text(stdout), stderr: await text(stderr) };
}

async function opened(path: string): Promise<Buffer> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return Buffer.from(await decrypter.decrypt(readFileSync(path)));
}
const decisions = () =>
  store.sql`select event, subject, moderator_id as by from decision where event like 'originals%' order by id`;

describe('what contacts sent as it came', () => {
  test('is listed by tip, hour and kind, and nothing of the list leads to a contact', async () => {
    const { code, stdout } = await runCli(['originals'], env);
    expect(code).toBe(0);
    const lines = stdout.trim().split('\n');
    expect(lines.map((line) => line.split('\t')[0]).sort()).toEqual([...refs].sort());
    expect(stdout).toMatch(/\t\d{4}-\d\d-\d\dT\d\d:00Z\treceived\t1 audio\n/u);
    expect(stdout).toContain('1 audio, 1 photo');
    const [{ codes } = { codes: [] }] = await store.sql<{ codes: string[] }[]>`select array_agg(code) as codes from contact`;
    expect(createFinder([...codes, 'kanarienvogel'])(Buffer.from(stdout))).toEqual([]);
  });

  test('a moderator sees that there is sound, and does not hear it', async () => {
    const { stdout } = await runCli(['chat', '--as', 'moderator', '--user', 'Ana'], env, `/review ${refs[0]}\n`);
    expect(stdout).toContain('Files: 1 voice note, for coordinators alone');
    expect(readdirSync(env.DALIL_HOME ?? '').filter((name) => ['exports', 'pictures'].includes(name))).not.toContain('exports');
  });

  test('is given out for one tip to a lead, with a reason that is written down, and opens with the coordinators’ key alone', async () => {
    const { code, stderr } = await runCli(['originals', into('one'), refs[0] ?? '', '--as', 'Lina', ...WHY], env);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    const [name = ''] = readdirSync(into('one'));
    expect(name).toBe(`${refs[0]}-1-audio.age`);
    expect(statSync(into('one')).mode & 0o777).toBe(0o700);
    expect(statSync(join(into('one'), name)).mode & 0o777).toBe(0o600);
    expect((await opened(join(into('one'), name))).equals(voice)).toBe(true);
    expect(readFileSync(join(into('one'), name)).includes('kanarienvogel')).toBe(false);
    expect(await decisions()).toEqual([{ event: 'originals', subject: 'tip', by: 'Lina' }]);
    const { stdout } = await runCli(['chat', '--as', 'lead', '--user', 'Lina'], env, `/history ${refs[0]}\n`);
    expect(stdout).toContain('Lina took out the originals');
    expect(stdout).toContain('the team asked for it');
  });

  test('is given out for all tips only when a second lead says the same', async () => {
    const all = (name: string) => runCli(['originals', into('all'), '--all', '--as', name, ...WHY], env);
    for (const name of ['Lina', 'Lina']) {
      const { code, stderr } = await all(name);
      expect(code).toBe(1);
      expect(stderr).toContain('another lead');
      expect(() => readdirSync(into('all'))).toThrow();
    }
    expect(await all('Omar')).toMatchObject({ code: 0 });
    expect(readdirSync(into('all'))).toHaveLength(3);
    const heic = readdirSync(into('all')).find((name) => name.endsWith('photo.age')) ?? '';
    expect((await opened(join(into('all'), heic))).equals(photo)).toBe(true);
    expect((await decisions()).slice(1).map(({ event, by }) => [event, by])).toEqual([
      ['originals-asked', 'Lina'],
      ['originals-asked', 'Lina'],
      ['originals', 'Omar'],
      ['originals', 'Omar'],
    ]);
  });

  test.each([
    [['x', '--all', '--as', 'Ana', ...WHY], 'no lead'],
    [['x', '--all', '--as', 'Nobody', ...WHY], 'no lead'],
    [['x', '--all', '--as', 'Lina'], '--why'],
    [['x', 'T-ZZZZZZ', '--as', 'Lina', ...WHY], 'nothing is kept of T-ZZZZZZ'],
    [['x'], 'a directory and tips'],
  ])('is not given out: %j', async (args, said) => {
    const { code, stdout, stderr } = await runCli(['originals', ...args], env);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(said);
  });

  test('is gone from here, too, when its week’s key is', async () => {
    vaultIn(join(env.DALIL_HOME ?? '', 'keys')).destroyWeeks(new Date(Date.now() + 14 * 86_400_000));
    const { code, stderr } = await runCli(['originals', into('late'), refs[0] ?? '', '--as', 'Lina', ...WHY], env);
    expect(code).toBe(1);
    expect(stderr).toContain('1 are gone');
    expect(readdirSync(into('late'))).toEqual([]);
  });
});
