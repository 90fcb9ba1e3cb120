import { createHash } from 'node:crypto';

/** Crockford's: no I, L, O or U. https://www.crockford.com/base32.html */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 6;

/** `T-7K3Q9F`, from a seed that is drawn by chance. */
export function tipRef(seed: string): string {
  const drawn = createHash('sha256').update(seed).digest();
  return `T-${Array.from({ length: LENGTH }, (_, at) => ALPHABET[(drawn[at] ?? 0) % ALPHABET.length]).join('')}`;
}
