import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { CLUSTER, type Placement } from './placement.ts';

/** Where a server listens: on a socket in a directory, or on a port of this machine, with a password. */
export type Listening = { socketDirectory: string; port: number } | { socketDirectory: null; port: number };

export const ROLE = 'dalil';
/** initdb makes it; one more would cost another fifth of the first start. */
export const DATABASE = 'postgres';
const SOCKET_PORT = 5432;
const LOOPBACK = '127.0.0.1';

/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, the closing zero with them. */
const LONGEST_SOCKET = process.platform === 'linux' ? 107 : 103;
// a settings file takes no line break in a name
const fits = (directory: string) =>
  Buffer.byteLength(join(directory, `.s.PGSQL.${SOCKET_PORT}`)) <= LONGEST_SOCKET && !directory.includes('\n');

/** The same at every start on one directory, so that a pool finds a server that was started again. */
export async function plannedListening(placement: Placement): Promise<Listening> {
  if (process.platform !== 'win32') {
    if (fits(placement.directory)) return { socketDirectory: placement.directory, port: SOCKET_PORT };
    const short = shortDirectory(placement);
    if (short !== null) return { socketDirectory: short, port: SOCKET_PORT };
  }
  return { socketDirectory: null, port: await freePort(49152 + (digest(placement.directory).readUInt16BE() % 16384)) };
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Anybody may make a directory of that name in /tmp: only one that is the server's and closed to others will do. */
function shortDirectory({ directory, user }: Placement): string | null {
  const short = `/tmp/dalil-${digest(directory).toString('hex').slice(0, 16)}`;
  try {
    mkdirSync(short, { mode: 0o700 });
    if (user) chownSync(short, user.uid, user.gid);
    chmodSync(short, 0o700);
  } catch {
    // it may be there already
  }
  const found = lstatSync(short, { throwIfNoEntry: false });
  const owned = found?.isDirectory() && found.uid === (user?.uid ?? process.getuid?.()) && (found.mode & 0o077) === 0;
  return owned ? short : null;
}

/** Once its server has stopped. */
export function clearShortDirectory(directory: string, { socketDirectory }: Listening): void {
  try {
    if (socketDirectory !== null && socketDirectory !== directory) rmdirSync(socketDirectory);
  } catch {
    // the next server is there already
  }
}

async function freePort(first: number): Promise<number> {
  for (let port = first; ; port = port === 65535 ? 49152 : port + 1) {
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, LOOPBACK, () => probe.close(() => resolve(true)));
  });

/** What the server of `directory` wrote in postmaster.pid when it began to listen; it may be dead since. Null: none there. */
export function knownListening(directory: string): Listening | null {
  try {
    // pid, data directory, start, port, socket directory, address (Postgres: miscadmin.h)
    const [, , , port, socketDirectory] = readFileSync(join(directory, CLUSTER, 'postmaster.pid'), 'utf8').split('\n');
    return socketDirectory === undefined || !Number(port)
      ? null
      : { port: Number(port), socketDirectory: socketDirectory || null };
  } catch {
    return null;
  }
}

export const PASSWORD_FILE = 'dalil.password';

export function urlOf(directory: string, { socketDirectory, port }: Listening): string {
  if (socketDirectory !== null) {
    return `postgres://${ROLE}@localhost:${port}/${DATABASE}?host=${encodeURIComponent(socketDirectory)}`;
  }
  const password = readFileSync(join(directory, CLUSTER, PASSWORD_FILE), 'utf8').trim();
  return `postgres://${ROLE}:${password}@${LOOPBACK}:${port}/${DATABASE}`;
}

/** The lines of postgresql.conf that say where to listen. */
export const listeningSettings = ({ socketDirectory, port }: Listening): Record<string, string> => ({
  port: String(port),
  listen_addresses: socketDirectory === null ? LOOPBACK : '',
  // a list, whose elements may stand in double quotes
  unix_socket_directories: socketDirectory === null ? '' : `"${socketDirectory.replaceAll('"', '""')}"`,
});
