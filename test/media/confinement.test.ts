import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookAtDecoder } from '../../src/cli/look-at-decoder.ts';
import { readConfig } from '../../src/config.ts';
import { confine, type Hold, permissions } from '../../src/core/media/confinement.ts';
import { createMediaCleaner } from '../../src/core/media/media.ts';
import { draw } from '../support/photos.ts';

const keys = mkdtempSync(join(tmpdir(), 'dalil-keys-'));
const elsewhere = mkdtempSync(join(tmpdir(), 'dalil-elsewhere-'));
const key = join(keys, 'standing.key');
const written = join(elsewhere, 'written');
const photo = await draw({ width: 64, height: 48, seed: 1 }).jpeg().toBuffer();
const LIMITS = { memoryBytes: 2 ** 30, hidden: [keys] };

let hold: Hold;
let port: number;
const server = createServer((socket) => socket.end());
beforeAll(async () => {
  writeFileSync(key, 'a key');
  hold = (await confine(LIMITS)).hold;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});
afterAll(() => {
  server.close();
  for (const directory of [keys, elsewhere]) rmSync(directory, { recursive: true, force: true });
});

/** A child in the decoder's place that tries something with its first file, and says `too-slow` where it could, `broken` where not. */
const childThat = (deed: string) => [
  '--input-type=module',
  '--eval',
  `const say = (reason) => {
     const words = Buffer.from(JSON.stringify({ kind: 'refused', reason }) + '\\n');
     const length = Buffer.alloc(4);
     length.writeUInt32BE(words.length);
     process.stdout.write(Buffer.concat([length, words]));
   };
   process.stdin.once('data', async () => {
     try { ${deed}; say('too-slow'); } catch { say('broken'); }
   });
   process.stdin.on('end', () => process.exit());
   process.stdout.write(Buffer.alloc(4));`,
];
const REFUSED = { kind: 'refused', reason: 'broken' };
const DONE = { kind: 'refused', reason: 'too-slow' };

async function tries(deed: string) {
  const cleaner = createMediaCleaner({ hidden: [keys] }, childThat(deed));
  const outcome = await cleaner.clean(photo);
  await cleaner.close();
  return outcome;
}

const dial = (at: number) =>
  `const { connect } = await import('node:net');
   await new Promise((resolve, reject) => connect(${at}, '127.0.0.1').once('connect', resolve).once('error', reject))`;

const FORBIDDEN = [
  ['read a key', `(await import('node:fs')).readFileSync(${JSON.stringify(key)})`],
  ['list the keys', `(await import('node:fs')).readdirSync(${JSON.stringify(keys)})`],
  ['read its own process', "(await import('node:fs')).readFileSync('/proc/self/environ')"],
  ['write a file', `(await import('node:fs')).writeFileSync(${JSON.stringify(written)}, 'x')`],
  ['start a process', "(await import('node:child_process')).execFileSync('/bin/true')"],
  ['start a thread', "new (await import('node:worker_threads')).Worker('0', { eval: true })"],
] as const;

describe('what decodes a file of a stranger', () => {
  test.each(FORBIDDEN)('cannot %s', async (_, deed) => {
    expect(await tries(deed)).toEqual(REFUSED);
    expect(existsSync(written)).toBe(false);
    expect(readFileSync(key, 'utf8')).toBe('a key');
  });

  test.each(FORBIDDEN)('cannot %s by Node’s permissions alone', (_, deed) => {
    const program = ['--input-type=module', '--eval', deed];
    expect(spawnSync(process.execPath, program).status).toBe(0);
    expect(spawnSync(process.execPath, [...permissions(program), ...program]).status).toBe(1);
    rmSync(written, { force: true });
  });

  test('has no environment but where programs are, and knows no token', async () => {
    process.env.DALIL_TEST_TOKEN = 'secret';
    const deed = "if (process.env.DALIL_TEST_TOKEN || process.env.HOME) throw new Error('too much')";
    expect(await tries(deed)).toEqual(DONE);
    delete process.env.DALIL_TEST_TOKEN;
  });

  test('can do what it is for, and what it is tried with here would be noticed', async () => {
    expect(await tries('1')).toEqual(DONE);
    const cleaner = createMediaCleaner({ hidden: [keys] });
    expect(await cleaner.clean(photo)).toMatchObject({ kind: 'photo', width: 64 });
    await cleaner.close();
  });

  test('is told by the doctor', async () => {
    const { said } = await lookAtDecoder(readConfig({ DALIL_HOME: keys }));
    expect(said).toContain(hold === 'kernel' ? 'without a network' : 'Node’s permissions');
  });

  test('reaches no network where the kernel can keep it from that', async () => {
    expect(await tries(dial(port))).toEqual(hold === 'kernel' ? REFUSED : DONE);
  });

  test('sees no key where the kernel hides them, not as native code either', async () => {
    const { command } = await confine(LIMITS);
    // without Node's own permissions, as native code is not held by them
    const [program, ...args] = command(['--eval', `require('node:fs').readFileSync(${JSON.stringify(key)})`]);
    const { status } = spawnSync(program, args, { env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' } });
    expect(status).toBe(hold === 'kernel' ? 1 : 0);
  });
});
