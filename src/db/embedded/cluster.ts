import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { StoreUnavailable } from '../unavailable.ts';
import type { Binaries } from './binaries.ts';
import { type Listening, listeningSettings, PASSWORD_FILE, ROLE } from './listening.ts';
import { CLUSTER, type Placement } from './placement.ts';
import { run } from './run.ts';
import { discard, scratchDirectory } from './scratch.ts';
import type { ServerUser } from './server-user.ts';

/** The major version of the binaries; a cluster of another one cannot be opened by them. */
const MAJOR = '18';

/** Makes the cluster where there is none: built aside and then renamed, so that it is whole or not there, whoever dies meanwhile. */
export async function ensureCluster({ directory, user }: Placement, initdb: () => Binaries['initdb']): Promise<void> {
  const cluster = join(directory, CLUSTER);
  if (existsSync(cluster)) return checkVersion(cluster);
  const building = scratchDirectory(directory);
  const passwordFile = `${building}.password`;
  try {
    writeOwned(passwordFile, randomBytes(24).toString('base64url'), user);
    if (user) chownSync(building, user.uid, user.gid);
    const made = await run(initdb(), initdbArguments(basename(building), basename(passwordFile)), directory, user);
    if (made.ok) {
      renameSync(passwordFile, join(building, PASSWORD_FILE));
      settle(building, cluster);
    }
    // where another process was faster, its cluster is as good
    if (existsSync(cluster)) syncDirectory(directory);
    else throw new StoreUnavailable(`No database could be made in ${directory} (${made.said}). Set DATABASE_URL to use another.`);
  } finally {
    discard(passwordFile);
    discard(building);
  }
}

const initdbArguments = (building: string, passwordFile: string) => [
  `--pgdata=${building}`,
  `--username=${ROLE}`,
  // the socket's directory is closed to others
  '--auth-local=trust',
  '--auth-host=scram-sha-256',
  `--pwfile=${passwordFile}`,
  // bytewise order, Unicode's letters, nothing that depends on the system's locales or on ICU
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
];

/** Fails where another process's cluster is there already: directories are only renamed onto empty ones. */
function settle(building: string, cluster: string): void {
  try {
    renameSync(building, cluster);
  } catch (error) {
    if (!existsSync(cluster)) throw error;
  }
}

function checkVersion(cluster: string): void {
  const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR) return;
  throw new StoreUnavailable(
    `The database in ${cluster} is of Postgres ${version}; this dalil brings ${MAJOR}. Start the dalil that wrote it and export, then import here.`,
  );
}

// else a power cut could take the rename back
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeOwned(path: string, text: string, user: ServerUser | null): void {
  writeFileSync(path, text, { mode: 0o600 });
  if (user) chownSync(path, user.uid, user.gid);
}

/** A sixteenth of the machine's memory, between what Postgres takes by itself and a gigabyte. */
const sharedBuffers = () => `${Math.round(Math.min(Math.max(totalmem() / 16 / 2 ** 20, 128), 1024))}MB`;

/** What the store needs of its server. `ALTER SYSTEM` overrides it, and stays. */
const SETTINGS = {
  max_connections: '60',
  // pages from memory cost little more in any order than one after the other
  random_page_cost: '1.1',
  work_mem: '16MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // one server, no replicas: less to write for bulk loads
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  // no text that anybody wrote reaches the log: errors and their statements stay out of it, what remains has no details
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
  unix_socket_permissions: '0700',
} as const;

/** For tests: a cluster that need not outlive them. */
const FLEETING = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' } as const;

/** Writes postgresql.conf anew, for dalil's directory may have moved since the last start. */
export function writeSettings({ directory, user }: Placement, listening: Listening, durable: boolean): void {
  const settings = {
    ...SETTINGS,
    shared_buffers: sharedBuffers(),
    ...(durable ? {} : FLEETING),
    ...listeningSettings(listening),
  };
  // in quotes, a backslash begins an escape
  const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value.replace(/[\\']/g, '$&$&')}'`);
  const file = join(directory, CLUSTER, 'postgresql.conf');
  const writing = `${file}.${process.pid}`;
  writeOwned(writing, `# written by dalil at every start; keep your own settings with ALTER SYSTEM\n${lines.join('\n')}\n`, user);
  renameSync(writing, file);
}

export const LOG = 'server.log';
const LONGEST_LOG = 1 << 20;

/** Keeps at most two logs of a megabyte. */
export function turnLog(directory: string): void {
  const log = join(directory, LOG);
  if ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) > LONGEST_LOG) renameSync(log, `${log}.old`);
}

/** Why the server last gave up, in its own words; empty where it did not say. */
export function lastWords(directory: string): string {
  try {
    return (
      readFileSync(join(directory, LOG), 'utf8')
        .match(/(?<=(?:FATAL|PANIC): {1,4})\S.*/g)
        ?.at(-1) ?? ''
    );
  } catch {
    return '';
  }
}
