/** Where a sealed value stands; what is opened anywhere else is refused. */
export interface SealedPlace {
  /** `table.column`, such as `tip_part.content`. */
  column: string;
  /** The row's own name, never reused: an id or a natural key. */
  row: string;
}

/** The week whose key seals it, so that it goes with that week; or the standing key, for what lasts as long as the store. */
export type Keeping = { until: 'week'; now: Date } | { until: 'wiped' };

/** A sealed value was altered, or stood in another row or column. Nothing of it is used. */
export class Tampered extends Error {
  constructor(at: SealedPlace) {
    super(`${at.column} does not hold what was sealed there`);
    this.name = 'Tampered';
  }
}

/**
 * Everything that must not be read from the database alone. Values are sealed with AES-256-GCM under keys in a directory outside the
 * database and its backups; destroying a week's key destroys all that it sealed.
 */
export interface Vault {
  /** Sealed and self-contained: version, key name, nonce, ciphertext, tag. Padded, so that its length tells little. */
  seal(plain: string | Uint8Array, at: SealedPlace, keeping: Keeping): Uint8Array;
  /** Null: its key is destroyed. Throws Tampered. */
  open(sealed: Uint8Array, at: SealedPlace): Uint8Array | null;
  /** The same as UTF-8. */
  openText(sealed: Uint8Array, at: SealedPlace): string | null;
  /** Keyed hash, 16 bytes: finds the same words again and tells nothing to who has no key. `purpose` keeps two uses apart. */
  hash(purpose: string, ...words: readonly string[]): Uint8Array;
  /** Destroys the keys of all weeks that were over by then; returns how many. What they sealed is gone, wherever there are copies. */
  destroyWeeks(overBy: Date): number;
  /** Destroys all keys, for all processes: from then on `seal` and `hash` throw KeysWiped, and `open` gives null. */
  wipe(now: Date): void;
  wiped(): boolean;
}
