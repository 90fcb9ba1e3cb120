import { setTimeout as pause } from 'node:timers/promises';
import { type Binaries, findBinaries } from './embedded/binaries.ts';
import { LOG, lastWords } from './embedded/cluster.ts';
import { knownListening, urlOf } from './embedded/listening.ts';
import { type Placement, place } from './embedded/placement.ts';
import { type Presence, takePlace } from './embedded/presence.ts';
import { clearStaleLock } from './embedded/stale-lock.ts';
import { type Start, start, stop } from './embedded/start-stop.ts';
import { StoreUnavailable } from './unavailable.ts';

/** dalil's own Postgres, shared by all processes on one directory. */
export interface EmbeddedServer {
  url: string;
  /** The server's own directory. */
  directory: string;
  /** Close all connections first. The last process to leave stops the server. Leaving twice is fine. */
  leave(): Promise<void>;
}

export interface EmbeddedOptions {
  /** The server's directory is `db` in it. */
  home: string;
  say: (line: string) => void;
  /** Where root's server keeps what its user cannot reach in `home` or in node_modules. */
  shelter?: string;
  /** False only in tests: the cluster need not survive a power cut. */
  durable?: boolean;
}

interface Membership {
  url: string;
  presence: Presence;
}

/** A recovery after a crash may take a while; otherwise a server is there in 20 ms. */
const PATIENCE_SECONDS = 60;
/** From the first failure on. */
const FAILING_SECONDS = 10;
const LOOK_MS = 5;
const RETRY_MS = 100;
const REJOIN_MS = 5000;

/** Joins the server that runs on `home`, or starts it, or makes it first. Throws StoreUnavailable. */
export async function joinEmbeddedServer({
  home,
  say,
  shelter = '/var/lib/dalil',
  durable = true,
}: EmbeddedOptions): Promise<EmbeddedServer> {
  const placement: Placement = place(home, shelter, say);
  const { directory, user } = placement;
  let found: Binaries | null = null;
  const binaries = () => {
    found ??= findBinaries(user, placement.shelter);
    return found;
  };
  const how = { binaries, say, durable, patienceSeconds: PATIENCE_SECONDS };
  let leaving: Promise<void> | null = null;

  async function join(): Promise<Membership> {
    const patience = performance.now() + PATIENCE_SECONDS * 1000;
    let deadline = patience;
    let starting: Start | null = null;
    while (performance.now() < deadline && (leaving === null || starting !== null)) {
      const listening = knownListening(directory);
      const url = listening && urlOf(directory, listening);
      const attempt = url === null ? 'absent' : await takePlace(url, rejoin);
      if (url !== null && typeof attempt === 'object') return { url, presence: attempt };
      if (attempt === 'absent') starting ??= await start(placement, how);
      if (starting?.ended instanceof Error) throw starting.ended;
      if (starting?.ended?.ok === false) {
        // another process starts it too, or a killed server left its lock or its children behind
        starting = null;
        deadline = Math.min(deadline, performance.now() + FAILING_SECONDS * 1000);
        clearStaleLock(directory);
        await pause(RETRY_MS);
      }
      await pause(LOOK_MS);
    }
    throw new StoreUnavailable(`The database in ${directory} does not start (${lastWords(directory)}). See ${LOG} there.`);
  }

  let membership = join();
  // the server died under us or was stopped by hand; the store's pool finds the next one at the same place by itself
  function rejoin(): void {
    if (leaving !== null) return;
    membership = join();
    membership.catch(() => pause(REJOIN_MS, undefined, { ref: false }).then(rejoin));
  }

  async function leave(): Promise<void> {
    const presence = await membership.then(
      (joined) => joined.presence,
      () => null,
    );
    try {
      if (await presence?.leave()) await stop(placement, binaries());
    } finally {
      await presence?.end();
    }
  }

  const { url } = await membership;
  return {
    url,
    directory,
    leave() {
      leaving ??= leave();
      return leaving;
    },
  };
}
