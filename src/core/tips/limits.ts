import type { Database } from '../../db/client.ts';
import type { Trust } from '../../db/schema/contact.ts';
import { allow, type Limit } from '../identity/allowances.ts';
import type { Vault } from '../identity/vault.ts';

const HOUR_MS = 3_600_000;

/** More than anybody sends by hand of one night; what is beyond is not read. */
const MESSAGES: Record<Trust, Limit> = {
  unknown: { name: 'tip messages', most: 60, windowMs: HOUR_MS },
  known: { name: 'tip messages', most: 180, windowMs: HOUR_MS },
  trusted: { name: 'tip messages', most: 600, windowMs: HOUR_MS },
};
/** All who are not known together: whom coordinators invited is not counted, so that no crowd keeps them out. */
const STRANGERS: Limit = { name: 'tips of strangers', most: 3_000, windowMs: HOUR_MS };
/** That a limit is reached is said once. */
const REFUSALS: Limit = { name: 'tip refusals', most: 1, windowMs: HOUR_MS };
/** A receipt cannot be guessed at this pace. */
const RECEIPTS: Limit = { name: 'receipts', most: 5, windowMs: HOUR_MS };
const ALL_RECEIPTS: Limit = { name: 'all receipts', most: 1_000, windowMs: HOUR_MS };

export interface Whom {
  id: string;
  trust: Trust;
}

/** Taken, refused with a word, or refused as the last one was. */
export type Allowed = 'taken' | 'refused' | 'silent';

/** One more message of a contact. */
export async function mayTell(tx: Database, vault: Vault, { id, trust }: Whom, now: Date): Promise<Allowed> {
  const taken = await allow(tx, vault, MESSAGES[trust], [id], now);
  if (taken) return 'taken';
  return (await allow(tx, vault, REFUSALS, [id], now)) ? 'refused' : 'silent';
}

/** One more tip of somebody. */
export const mayBegin = async (tx: Database, vault: Vault, { trust }: Whom, now: Date): Promise<boolean> =>
  trust !== 'unknown' || allow(tx, vault, STRANGERS, [], now);

/** One more receipt that somebody asks about. */
export const mayAsk = async (tx: Database, vault: Vault, { id }: Whom, now: Date): Promise<boolean> =>
  (await allow(tx, vault, RECEIPTS, [id], now)) && (await allow(tx, vault, ALL_RECEIPTS, [], now));
