import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Key } from './keyring.ts';
import { type SealedPlace, Tampered } from './vault.ts';

const VERSION = 1;
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const PRINT_BYTES = 4;
const LENGTH_BYTES = 4;
/** Steps to which short texts are padded, in bytes; longer ones get a sixteenth of their size. */
const STEP = 256;

/** Sealed bytes are: version, length of the key's name, name, print of the key, nonce, ciphertext, tag. */
export interface Header {
  keyName: string;
  print: Uint8Array;
  /** All before the nonce. */
  bytes: Uint8Array;
}

const paddedLength = (length: number): number => {
  const step = Math.max(STEP, 2 ** (Math.floor(Math.log2(Math.max(length, 1))) - 4));
  return Math.ceil(length / step) * step;
};

function pad(plain: Uint8Array): Buffer {
  const padded = Buffer.alloc(paddedLength(LENGTH_BYTES + plain.length));
  padded.writeUInt32BE(plain.length);
  padded.set(plain, LENGTH_BYTES);
  return padded;
}

const boundTo = (header: Uint8Array, { column, row }: SealedPlace) =>
  Buffer.concat([header, Buffer.from(JSON.stringify([column, row]))]);

export function sealWith(
  { key, name }: { key: Key; name: string },
  plain: Uint8Array,
  at: SealedPlace,
  nonce: Uint8Array,
): Uint8Array {
  const header = Buffer.concat([Buffer.of(VERSION, name.length), Buffer.from(name, 'ascii'), key.print]);
  const cipher = createCipheriv(CIPHER, key.bytes, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(boundTo(header, at));
  const sealed = Buffer.concat([cipher.update(pad(plain)), cipher.final()]);
  return Buffer.concat([header, nonce, sealed, cipher.getAuthTag()]);
}

/** The name of the key that sealed it, as it says itself; empty where it was not sealed. */
export const keyNameOf = (sealed: Uint8Array): string =>
  sealed[0] === VERSION ? Buffer.from(sealed.subarray(2, 2 + (sealed[1] ?? 0))).toString('latin1') : '';

/** Throws Tampered for what cannot have been sealed. */
export function headerOf(sealed: Uint8Array, at: SealedPlace): Header {
  const nameLength = sealed[1] ?? 0;
  const end = 2 + nameLength + PRINT_BYTES;
  if (sealed[0] !== VERSION || sealed.length < end + NONCE_BYTES + TAG_BYTES) throw new Tampered(at);
  const keyName = keyNameOf(sealed);
  if (!/^[\w-]+$/u.test(keyName)) throw new Tampered(at);
  return { keyName, print: sealed.subarray(2 + nameLength, end), bytes: sealed.subarray(0, end) };
}

/** Throws Tampered. */
export function openWith(key: Key, sealed: Uint8Array, header: Header, at: SealedPlace): Uint8Array {
  const begin = header.bytes.length;
  // a tag of another length than this would be taken as a shorter one
  const decipher = createDecipheriv(CIPHER, key.bytes, sealed.subarray(begin, begin + NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(header.bytes, at));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const padded = decipher.update(sealed.subarray(begin + NONCE_BYTES, sealed.length - TAG_BYTES));
  try {
    decipher.final();
  } catch {
    throw new Tampered(at);
  }
  return new Uint8Array(padded.subarray(LENGTH_BYTES, LENGTH_BYTES + padded.readUInt32BE()));
}
