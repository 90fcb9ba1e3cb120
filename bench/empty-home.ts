import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Works in a directory of its own that is gone afterwards. */
export async function inEmptyHome<T>(work: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'dalil-bench-'));
  // root's database server runs as another user, who must get there
  chmodSync(home, 0o711);
  try {
    return await work(home);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
