import type { Core } from '../../core/core.ts';
import { fetchAgain, finishArrival, type KeptArrival, setDead, stillWaits, takeToFetch } from '../../db/queries/inbox.ts';
import type { Adapter, Fetched } from './adapter.ts';
import { backoffMs } from './backoff.ts';
import { readFile } from './posting.ts';
import type { Sealed } from './sealed.ts';

/** 20 MB, the most that Telegram gives a bot, over a line of 3 Mbit/s. */
const TIME_MS = 60_000;
/** With time to decode what came; whoever had it is then taken for dead. */
const LEASE_MS = TIME_MS + 60_000;
/** With the waits between them, about an hour: how long a file's address is sure to work (https://core.telegram.org/bots/api#getfile). */
const MOST_ATTEMPTS = 8;

export interface FetchingDeps {
  core: Core;
  adapter: Pick<Adapter, 'platform' | 'bot' | 'fetch'>;
  sealed: Sealed;
  clock(): Date;
  random(): number;
  onFailure(inboxId: number, error: unknown, dead: boolean): void;
}

/** Fetches one file and hands it to the core; what fails is tried again, then told to have failed. False: nothing was due. */
export async function fetchNext(deps: FetchingDeps): Promise<boolean> {
  const { core, adapter, clock, random } = deps;
  const kept = await takeToFetch(core.store.db, adapter, { now: clock(), leaseMs: LEASE_MS });
  if (!kept) return false;
  const last = kept.attempts >= MOST_ATTEMPTS;
  const again = (trouble: string) =>
    fetchAgain(core.store.db, kept.id, {
      dueAt: new Date(clock().getTime() + backoffMs(kept.attempts - 1, random, { firstMs: 2_000, mostMs: 900_000 })),
      trouble,
    });
  try {
    const file = fileOf(kept, deps);
    if (!file) {
      await setDead(core.store.db, kept.id, 'key-gone');
      return true;
    }
    const fetched = await fetchInTime(file.ref, adapter);
    if (fetched.kind === 'again' && !last) await again(fetched.trouble);
    else await handOver(kept.id, file.id, fetched, deps);
  } catch (error) {
    deps.onFailure(kept.id, error, last);
    // taken in by nobody: what it was stays sealed
    if (last) await setDead(core.store.db, kept.id, 'media');
    else await again('media');
  }
  return true;
}

function fileOf(kept: KeptArrival, { sealed }: FetchingDeps) {
  const arrival = sealed.openArrival(kept);
  return arrival && readFile(arrival.payload);
}

const fetchInTime = async (ref: unknown, adapter: Pick<Adapter, 'fetch'>): Promise<Fetched> =>
  (await adapter.fetch?.(ref, AbortSignal.timeout(TIME_MS))) ?? { kind: 'never', trouble: 'no-files' };

async function handOver(inboxId: number, id: string, fetched: Fetched, { core, clock }: FetchingDeps): Promise<void> {
  await core.store.db.transaction(async (tx) => {
    if (!(await stillWaits(tx, inboxId))) return;
    const arrived = fetched.kind === 'fetched' ? fetched.bytes : { failed: fetched.trouble };
    await core.mediaArrived({ ...core, store: { ...core.store, db: tx } }, tx, id, arrived, clock());
    await finishArrival(tx, inboxId, clock());
  });
}
