import { createHash } from 'node:crypto';
import type { Database } from '../../db/client.ts';
import { raiseTrust } from '../../db/queries/contacts.ts';
import { insertInvite, spendInvite } from '../../db/queries/invites.ts';
import type { Trust } from '../../db/schema/contact.ts';
import type { Speaker } from '../commands/speaker.ts';
import { allow, type Limit } from './allowances.ts';
import type { Vault } from './vault.ts';

const LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 12;
const DAY_MS = 86_400_000;
const VALID_MS = 7 * DAY_MS;
const TRIES: Limit = { name: 'invite', most: 5, windowMs: 3_600_000 };

/** `7K3Q-9FXM-2PTR`: 58 bits, no look-alikes. */
function codeFrom(seed: string): string {
  const bytes = createHash('sha256').update(seed).digest();
  const letters = Array.from({ length: LENGTH }, (_, at) => LETTERS[bytes.readUInt16BE(at * 2) % LETTERS.length]);
  return letters.join('').replace(/(.{4})(?=.)/gu, '$1-');
}

/** As people type it: any case, any dashes or spaces. */
const bare = (code: string) => code.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '');

/** A word that a coordinator gives to one contact: it is good once, for a week. */
export async function makeInvite(
  tx: Database,
  vault: Vault,
  { trust, madeBy, now, newId }: { trust: Trust; madeBy: string | null; now: Date; newId: () => string },
): Promise<string> {
  const code = codeFrom(newId() + newId());
  const expiresAt = new Date(now.getTime() + VALID_MS);
  await insertInvite(tx, { code: vault.hash('invite', bare(code)), trust, madeBy, expiresAt });
  return code;
}

/** False for all that is not good: unknown, spent, over, or tried too often. Nothing tells which. */
export async function redeemInvite(
  tx: Database,
  vault: Vault,
  { code, contactId, speaker, now }: { code: string; contactId: string; speaker: Speaker; now: Date },
): Promise<boolean> {
  if (!(await allow(tx, vault, TRIES, [speaker.platform, speaker.person], now))) return false;
  const trust = await spendInvite(tx, vault.hash('invite', bare(code)), now);
  if (trust === null) return false;
  await raiseTrust(tx, contactId, trust);
  return true;
}
