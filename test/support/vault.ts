import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createVault } from '../../src/core/identity/create-vault.ts';
import type { Vault } from '../../src/core/identity/vault.ts';

const made: string[] = [];

// belongs to the test file that imports this one
afterAll(() => {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
});

/** A directory for keys of its own, gone after the test file. */
export function keyDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'dalil-keys-'));
  made.push(directory);
  return directory;
}

export const vaultIn = (directory: string): Vault => createVault({ directory, random: randomBytes });

/** A vault with keys of its own. */
export const freshVault = (): Vault => vaultIn(keyDirectory());
