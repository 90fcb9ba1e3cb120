/** Columns and rows of the grey thumbnail: each row gives 8 comparisons of neighbours. */
export const HASH_WIDTH = 9;
export const HASH_HEIGHT = 8;

/** Difference hash (Krawetz 2013): one bit for each pixel that is darker than the one right of it. @param grey 9 × 8 bytes */
export function differenceHash(grey: Uint8Array): string {
  let hash = 0n;
  for (let y = 0; y < HASH_HEIGHT; y++) {
    for (let x = 0; x < HASH_WIDTH - 1; x++) {
      const at = y * HASH_WIDTH + x;
      hash = (hash << 1n) | ((grey[at] ?? 0) < (grey[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return hash.toString(16).padStart(16, '0');
}
