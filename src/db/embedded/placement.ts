import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { errorCode, StoreUnavailable } from '../unavailable.ts';
import { canEnter, type ServerUser, serverUser } from './server-user.ts';

/** Where a server lives and whom it runs as. */
export interface Placement {
  /** The server's own: cluster, log, and the socket where its path is short enough. */
  directory: string;
  /** Where a copy of the binaries goes when they cannot run where npm put them. */
  shelter: string;
  user: ServerUser | null;
}

export const CLUSTER = 'cluster';

/**
 * `home`/db, made when missing. As root, where the server's user cannot reach that: a directory in `shelter` named after `home`, said
 * in one line.
 */
export function place(home: string, shelter: string, say: (line: string) => void): Placement {
  try {
    const user = serverUser();
    // root's home stays searchable, so that the server reaches its own part of it
    if (!existsSync(home)) makeOpen(home, user ? 0o711 : 0o700);
    const inHome = join(realpathSync(home), 'db');
    if (user === null) return { directory: makeOurs(inHome), shelter: inHome, user };
    // a cluster that an ordinary user began stays that user's
    const owner = ownerOf(join(inHome, CLUSTER)) ?? user;
    if (canEnter(owner, home)) return { directory: makeTheirs(inHome, owner), shelter, user: owner };
    if (existsSync(join(inHome, CLUSTER))) {
      throw new StoreUnavailable(
        `The database in ${inHome} cannot be reached by the user that runs its server: let others search (chmod o+x) the directories above it.`,
      );
    }
    if (!existsSync(shelter)) makeOpen(shelter, 0o755);
    const directory = makeTheirs(join(shelter, nameAfter(realpathSync(home))), user);
    say(`The database is in ${directory}: the server does not run as root, and ${home} is closed to others.`);
    return { directory, shelter, user };
  } catch (error) {
    if (error instanceof StoreUnavailable || errorCode(error) === '') throw error;
    throw new StoreUnavailable(
      `The database cannot be kept in ${home} (${errorCode(error)}). Name a directory that you may write to in DALIL_HOME, or a Postgres server in DATABASE_URL.`,
    );
  }
}

const nameAfter = (home: string) => `${basename(home)}-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`;

/** mkdir's own mode is cut by the umask. */
export function makeOpen(directory: string, mode: number): void {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, mode);
}

function makeOurs(directory: string): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const { uid } = statSync(directory);
  // Windows has no such numbers
  if (process.getuid === undefined || uid === process.getuid()) return directory;
  throw new StoreUnavailable(
    `The database in ${directory} belongs to another user (number ${uid}): start dalil as that user or as root, or name another directory in DALIL_HOME.`,
  );
}

function makeTheirs(directory: string, user: ServerUser): string {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  chownSync(directory, user.uid, user.gid);
  return directory;
}

/** Null: nobody's yet, or root's. */
function ownerOf(path: string): ServerUser | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : null;
}
