import type { Store } from '../../db/client.ts';
import { deleteExpired } from '../../db/queries/conversation.ts';
import { forgetDone } from '../../db/queries/forget-done.ts';
import { dropContacts, dropRoutes, dropSpent, emptyTips, holdRetention, tipsToExpire } from '../../db/queries/retention.ts';
import { decide } from '../moderation/decide.ts';
import type { Vault } from './vault.ts';

/** How long things are kept, in days. */
export interface Keep {
  /** A tip that nobody decides on, from its first word. */
  pending: number;
  /** A tip that was declined or is spam, from that decision. */
  rejected: number;
  /** The way to reach a contact, from their last word. */
  route: number;
  /** Everything that a contact sent, whatever became of it. */
  all: number;
}

export const KEEP: Keep = { pending: 14, rejected: 7, route: 30, all: 90 };

export interface RetentionDeps {
  store: Store;
  vault: Vault;
  keep?: Keep;
}

export interface Retained {
  expired: number;
  emptied: number;
  routes: number;
  contacts: number;
  /** Keys that were destroyed. */
  keys: number;
}

const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;
/** So many tips expire in one transaction: the log of decisions waits for it. */
const AT_ONCE = 200;

const before = (now: Date, days: number) => new Date(now.getTime() - days * DAY_MS);

/**
 * What time does: tips expire, what contacts sent and the ways to them are taken out of the store, and week keys are destroyed, with
 * which goes every copy of what they sealed, also in backups and the write-ahead log. May run at any time, anywhere, any number of times.
 */
export async function applyRetention({ store, vault, keep = KEEP }: RetentionDeps, now: Date): Promise<Retained> {
  // so early that the first thing a key sealed is no older than `all`
  const destroyed = vault.destroyWeeks(before(now, keep.all - WEEK_DAYS));
  const held = (work: (tx: Store['db']) => Promise<number>) =>
    store.db.transaction(async (tx) => ((await holdRetention(tx)) ? work(tx) : 0));
  let expired = 0;
  for (let some = AT_ONCE; some === AT_ONCE; expired += some) {
    some = await held(async (tx) => {
      const due = vault.wiped() ? [] : await tipsToExpire(tx, now, before(now, keep.pending), AT_ONCE);
      for (const tipId of due) {
        await decide(tx, vault, { tipId, version: null, event: 'expire', by: { kind: 'clock' }, cause: null }, now);
      }
      return due.length;
    });
  }
  const aged = { turnedDownBefore: before(now, keep.rejected), receivedBefore: before(now, keep.all) };
  const emptied = await held((tx) => emptyTips(tx, aged));
  const routes = await held((tx) => dropRoutes(tx, before(now, keep.route)));
  const contacts = await held((tx) => dropContacts(tx, before(now, keep.all)));
  await held(async (tx) => {
    await dropSpent(tx, now);
    await deleteExpired(tx, now);
    return 0;
  });
  await forgetDone(store.db, now);
  return { expired, emptied, routes, contacts, keys: destroyed };
}
