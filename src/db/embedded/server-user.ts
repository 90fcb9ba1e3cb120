import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Whom the server runs as; null: as whoever runs dalil. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const NOBODY: ServerUser = { uid: 65534, gid: 65534 };

/** Postgres refuses to run as root: then `nobody` runs it. Creates no user. */
export function serverUser(): ServerUser | null {
  return process.getuid?.() === 0 ? nobody() : null;
}

// initdb looks its user up by number, so it must be a number that this system knows (macOS: -2)
function nobody(): ServerUser {
  const [, uid, gid] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(knownUsers()) ?? [];
  return uid === undefined || gid === undefined ? NOBODY : { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 };
}

function knownUsers(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    return '';
  }
}

const READ = 4;
const SEARCH = 1;

/** Whether the user may search `directory` and every directory above it, as one must to reach what lies in it. */
export function canEnter(user: ServerUser, directory: string): boolean {
  for (let at = realpathSync(directory); ; at = dirname(at)) {
    if (!allows(user, at, SEARCH)) return false;
    if (at === dirname(at)) return true;
  }
}

/** Whether the user may read the file or directory, wherever links lead. */
export function canRead(user: ServerUser, path: string): boolean {
  const real = realpathSync(path);
  return allows(user, real, READ) && canEnter(user, dirname(real));
}

function allows(user: ServerUser, path: string, bit: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bit) === bit;
}
