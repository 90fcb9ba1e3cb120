import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Store } from '../../db/client.ts';
import { loadedFacts, writeFacts } from '../../db/queries/facts.ts';
import { factsDirectory } from './files.ts';
import { factRows } from './rows.ts';

export interface Loaded {
  /** False: the store already held this very data. */
  loaded: boolean;
  /** Incidents that are new. */
  added: number;
  /** Incidents and other rows that a newer data file changed. */
  changed: number;
}

/** Raise it when the same files give other rows, as by a new evidence rule: then every store is brought up to date. */
const RULES = 1;

/** What the rows are made from, in short: the files' names and bytes, and the rules. */
function fingerprintOf(directory: string): string {
  const hash = createHash('sha256').update(`rules ${RULES}\n`);
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  for (const name of files.sort()) hash.update(`${name}\n`).update(readFileSync(join(directory, name)));
  return hash.digest('hex');
}

/**
 * Brings the facts that ship with dalil into the store: all of them in one transaction, or nothing where they are there already. Safe to
 * run in two processes at once. Throws where a file has not its shape or names what no file has, before anything is written.
 */
export async function loadFacts(
  store: Pick<Store, 'sql'>,
  { now, directory = factsDirectory }: { now: Date; directory?: string },
): Promise<Loaded> {
  const fingerprint = fingerprintOf(directory);
  const nothing: Loaded = { loaded: false, added: 0, changed: 0 };
  if ((await loadedFacts(store.sql)) === fingerprint) return nothing;
  const written = await writeFacts(store, factRows(directory), { fingerprint, now });
  return written ? { loaded: true, ...written } : nothing;
}
