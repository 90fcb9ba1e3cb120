import { createHmac } from 'node:crypto';
import { createKeyring, type KeyringDeps } from './keyring.ts';
import { headerOf, openWith, sealWith } from './sealing.ts';
import type { Keeping, SealedPlace, Vault } from './vault.ts';
import { weekEnd, weekKeyName } from './weeks.ts';

export const STANDING = 'standing';
const PEPPER = 'pepper';
const NONCE_BYTES = 12;
const HASH_BYTES = 16;

/**
 * A vault over a directory of keys: `week-2026-W47.key`, `standing.key`, `pepper.key`. Sealing and hashing throw KeysWiped once the keys
 * were wiped; opening gives null.
 */
export function createVault({ directory, random }: KeyringDeps): Vault {
  const keys = createKeyring({ directory, random });
  const nameFor = (keeping: Keeping) => (keeping.until === 'week' ? weekKeyName(keeping.now) : STANDING);

  function open(sealed: Uint8Array, at: SealedPlace): Uint8Array | null {
    const header = headerOf(sealed, at);
    const key = keys.find(header.keyName);
    // a key of the same name that was made later is another one
    return key?.print.equals(header.print) ? openWith(key, sealed, header, at) : null;
  }

  return {
    seal(plain, at, keeping) {
      const name = nameFor(keeping);
      const bytes = typeof plain === 'string' ? Buffer.from(plain, 'utf8') : plain;
      return sealWith({ key: keys.make(name), name }, bytes, at, random(NONCE_BYTES));
    },
    open,
    openText(sealed, at) {
      const plain = open(sealed, at);
      return plain && Buffer.from(plain).toString('utf8');
    },
    hash: (purpose, ...words) =>
      createHmac('sha256', keys.make(PEPPER).bytes)
        .update(JSON.stringify([purpose, ...words]))
        .digest()
        .subarray(0, HASH_BYTES),
    destroyWeeks(overBy) {
      const due = keys.names().filter((name) => {
        const end = weekEnd(name);
        return end !== null && end <= overBy;
      });
      for (const name of due) keys.destroy(name);
      return due.length;
    },
    wipe: keys.wipe,
    wiped: keys.wiped,
  };
}
