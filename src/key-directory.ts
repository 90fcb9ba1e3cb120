import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { KeyringDeps } from './core/identity/keyring.ts';

/** The directory of keys is none of the database's: neither its backups nor DALIL_HOME's need hold it. */
export const keysOf = ({ home, keys }: Pick<Config, 'home' | 'keys'>): KeyringDeps => ({
  directory: keys ?? join(home, 'keys'),
  random: randomBytes,
});
