import { execFileSync } from 'node:child_process';
import { closeSync, fstatSync, ftruncateSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { CLUSTER } from './placement.ts';

/** Above Linux's highest possible (2^22) and macOS's (99,999). */
const NO_PROCESS = '4194305';

/**
 * postmaster.pid of a killed server bars the next start as long as any process bears its number: another program, often after a
 * container's restart, or the server's own corpse where process 1 buries none. Then the number is replaced by one that nobody bears.
 * The file stays, for its other lines let Postgres tell whether children of the killed server still write.
 *
 * It is written in place: a server that starts meanwhile removes this file and makes another, which is not the one that is open here.
 */
export function clearStaleLock(directory: string): void {
  let file: number;
  try {
    file = openSync(join(directory, CLUSTER, 'postmaster.pid'), 'r+');
  } catch {
    return;
  }
  try {
    const text = Buffer.alloc(fstatSync(file).size);
    readSync(file, text, 0, text.length, 0);
    const [pid = '', ...rest] = text.toString('utf8').split('\n');
    if (!/^\d+$/.test(pid) || isPostgres(Number(pid))) return;
    ftruncateSync(file);
    writeSync(file, [NO_PROCESS, ...rest].join('\n'), 0);
  } finally {
    closeSync(file);
  }
}

/** Whether a process of that number runs and is a Postgres; dead ones that wait for burial (state Z) are not. */
function isPostgres(pid: number): boolean {
  try {
    const [state = '', name = ''] = process.platform === 'linux' ? linuxProcess(pid) : psProcess(pid);
    return !state.startsWith('Z') && name.includes('postgres');
  } catch {
    return false;
  }
}

// proc(5): number (name) state …; a name may hold brackets and spaces
function linuxProcess(pid: number): string[] {
  const [, name = '', state = ''] = /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  return [state, name];
}

function psProcess(pid: number): string[] {
  return execFileSync('ps', ['-o', 'stat=,comm=', '-p', String(pid)], { encoding: 'utf8' })
    .trim()
    .split(/\s+(.*)/s);
}
