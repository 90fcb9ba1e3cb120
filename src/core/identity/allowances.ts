import type { Database } from '../../db/client.ts';
import { takeOne } from '../../db/queries/allowances.ts';
import type { Vault } from './vault.ts';

export interface Limit {
  /** Names what is limited, such as `receipt`. */
  name: string;
  most: number;
  /** From the first use on. */
  windowMs: number;
}

/**
 * One more of what is limited, for whom the words name: a contact's id, a platform and person; none: for all together. False: the limit
 * is reached. Exact, whoever asks at the same moment.
 */
export const allow = (tx: Database, vault: Vault, limit: Limit, whom: readonly string[], now: Date): Promise<boolean> =>
  takeOne(tx, vault.hash('allowance', limit.name, ...whom), limit, now);
