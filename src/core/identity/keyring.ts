import { createHash } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

export const KEY_BYTES = 32;

/** The keys were destroyed on purpose. No new ones are made until an operator removes the marker. */
export class KeysWiped extends Error {
  constructor(directory: string) {
    super(`The keys were wiped. To begin anew, delete ${join(directory, MARKER)} and start again.`);
    this.name = 'KeysWiped';
  }
}

export interface Key {
  bytes: Buffer;
  /** Tells this key from a later one of the same name: the first bytes of its hash. */
  print: Buffer;
}

/** Keys as files of 32 bytes, `NAME.key`, in one directory that any number of processes may share. The files are the only truth. */
export interface Keyring {
  /** Made where there is none. Throws KeysWiped. */
  make(name: string): Key;
  /** Null: there is none, or not any more. */
  find(name: string): Key | null;
  /** Names of all that there are, in order. */
  names(): string[];
  /** Overwritten, then unlinked. */
  destroy(name: string): void;
  /** Destroys every key; from then on none is made, by whatever process. */
  wipe(now: Date): void;
  wiped(): boolean;
}

export interface KeyringDeps {
  directory: string;
  /** Unguessable bytes. */
  random(size: number): Uint8Array;
}

const ENDING = '.key';
const MARKER = 'WIPED';
const PRINT_BYTES = 4;
/** A key, or one that is being made: `NAME.key`, `NAME.key.0123456789ab`. */
const KEY_FILE = /^[\w-]+\.key(\.[0-9a-f]+)?$/u;

export function createKeyring({ directory, random }: KeyringDeps): Keyring {
  const known = new Map<string, { key: Key; file: string }>();
  const marker = join(directory, MARKER);
  const pathOf = (name: string) => join(directory, `${name}${ENDING}`);
  const wiped = () => statSync(marker, { throwIfNoEntry: false }) !== undefined;

  // another process may have destroyed it a moment ago: the file is looked at every time
  function find(name: string): Key | null {
    const path = pathOf(name);
    const stat = statSync(path, { throwIfNoEntry: false });
    const before = known.get(name);
    if (!stat) {
      before?.key.bytes.fill(0);
      known.delete(name);
      return null;
    }
    const file = `${stat.ino}:${stat.mtimeMs}:${stat.size}`;
    if (before?.file === file) return before.key;
    const bytes = readIfThere(path);
    if (bytes === null) return null;
    if (bytes.length !== KEY_BYTES) throw new Error(`${path} must hold ${KEY_BYTES} bytes`);
    const key = { bytes, print: createHash('sha256').update('print').update(bytes).digest().subarray(0, PRINT_BYTES) };
    known.set(name, { key, file });
    return key;
  }

  function make(name: string): Key {
    const found = find(name);
    if (found) return found;
    if (wiped()) throw new KeysWiped(directory);
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const path = pathOf(name);
    const fresh = `${path}.${Buffer.from(random(6)).toString('hex')}`;
    writeDurably(fresh, random(KEY_BYTES));
    try {
      // appears whole or not at all, and never in place of another
      linkSync(fresh, path);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    } finally {
      unlinkIfThere(fresh);
    }
    // what it seals must not outlive it by a power cut
    syncDirectory(directory);
    // a wipe that did not see it yet has left its marker before
    if (wiped()) destroy(name);
    const made = find(name);
    if (!made) throw new KeysWiped(directory);
    return made;
  }

  const files = () => listIfThere(directory).filter((file) => KEY_FILE.test(file));

  function destroy(name: string): void {
    // with what a killed process left while it made the key: the same bytes, perhaps
    for (const file of files()) {
      if (file === `${name}${ENDING}` || file.startsWith(`${name}${ENDING}.`)) shred(join(directory, file), random);
    }
    find(name);
  }

  return {
    make,
    find,
    names: () =>
      files()
        .filter((file) => file.endsWith(ENDING))
        .map((file) => file.slice(0, -ENDING.length))
        .sort(),
    destroy,
    wipe(now) {
      mkdirSync(directory, { recursive: true, mode: 0o700 });
      unless('EEXIST', () => writeDurably(marker, Buffer.from(`${now.toISOString()}\n`)));
      for (const file of files()) shred(join(directory, file), random);
      syncDirectory(directory);
      for (const name of known.keys()) find(name);
    },
    wiped,
  };
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code;

function unless<T>(code: string, work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (isCode(error, code)) return null;
    throw error;
  }
}
const readIfThere = (path: string) => unless('ENOENT', () => readFileSync(path));
const unlinkIfThere = (path: string) => unless('ENOENT', () => unlinkSync(path));
const listIfThere = (directory: string) => unless('ENOENT', () => readdirSync(directory)) ?? [];

function writeDurably(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    writeSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Overwriting reaches the same blocks on plain disks alone; flash and copy-on-write may keep the old ones. */
function shred(path: string, random: (size: number) => Uint8Array): void {
  unless('ENOENT', () => {
    const handle = openSync(path, 'r+');
    try {
      writeSync(handle, random(KEY_BYTES));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
  });
  unlinkIfThere(path);
}

function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(directory, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
