import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { ensureCluster, LOG, turnLog, writeSettings } from './cluster.ts';
import { clearShortDirectory, knownListening, plannedListening } from './listening.ts';
import { CLUSTER, type Placement } from './placement.ts';
import { type Outcome, run } from './run.ts';
import { sweepScratch } from './scratch.ts';

/** pg_ctl under way: it looks only ten times a second, so its caller looks for the server itself. */
export interface Start {
  ended: Outcome | Error | null;
}

export interface StartOptions {
  binaries: () => Binaries;
  say: (line: string) => void;
  durable: boolean;
  patienceSeconds: number;
}

/** Starts the server, and makes its cluster first where there is none. Several processes may do so at once: one server comes of it. */
export async function start(placement: Placement, { binaries, say, durable, patienceSeconds }: StartOptions): Promise<Start> {
  const { directory, user } = placement;
  sweepScratch(directory);
  if (!existsSync(join(directory, CLUSTER))) say(`Making a database in ${directory} …`);
  await ensureCluster(placement, () => binaries().initdb);
  writeSettings(placement, await plannedListening(placement), durable);
  turnLog(directory);
  const under: Start = { ended: null };
  run(binaries().pgCtl, ['start', '-D', CLUSTER, '-l', LOG, '-w', '-t', String(patienceSeconds)], directory, user).then(
    (outcome) => {
      under.ended = outcome;
    },
    (error: Error) => {
      under.ended = error;
    },
  );
  return under;
}

const LOOK_MS = 10;
const LOOKS = 1000;

/** Ends every session, writes all down, and is over when it is done; ten seconds at most. */
export async function stop({ directory, user }: Placement, binaries: Binaries): Promise<void> {
  const lock = join(directory, CLUSTER, 'postmaster.pid');
  const listening = knownListening(directory);
  await run(binaries.pgCtl, ['stop', '-D', CLUSTER, '-m', 'fast', '-W'], directory, user);
  for (let look = 0; look < LOOKS && existsSync(lock); look++) await pause(LOOK_MS);
  if (listening) clearShortDirectory(directory, listening);
}
