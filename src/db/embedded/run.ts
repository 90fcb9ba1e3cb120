import { spawn } from 'node:child_process';
import { errorCode, StoreUnavailable } from '../unavailable.ts';
import type { ServerUser } from './server-user.ts';

export interface Outcome {
  ok: boolean;
  /** The last line that the program said; empty where it said nothing. */
  said: string;
}

/** An own environment: PGPORT, PGDATA and the like of the shell must not reach the server, and its messages stay in English. */
const ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/** A program of Postgres that this machine cannot run. */
export const noServerFits = (why: string) =>
  new StoreUnavailable(
    `dalil's own Postgres does not run on this system (${why}). Set DATABASE_URL to a Postgres server instead.`,
  );

/**
 * Runs one of Postgres's programs to its end, in `directory`. Paths among the arguments are given relative to it: pg_ctl and initdb
 * put them into shell commands.
 */
export function run(program: string, args: string[], directory: string, user: ServerUser | null): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: directory,
      env: ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    });
    let said = '';
    const hear = (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4096);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    // ENOENT of a file that is there: its loader is missing, as on Alpine
    child.once('error', (error) => reject(noServerFits(errorCode(error) || 'it cannot be started')));
    child.once('close', (code) => {
      const line = said.trim().split('\n').at(-1) ?? '';
      // 126 and 127: the loader itself gave up
      if (code === 126 || code === 127) reject(noServerFits(line));
      else resolve({ ok: code === 0, said: line });
    });
  });
}
