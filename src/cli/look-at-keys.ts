import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

/** Who else than the owner may read or write. */
const OTHERS = 0o077;

const isOpen = (path: string) => ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & OTHERS) !== 0;

/** Whether the keys are there, and for their owner alone. The first start makes them. */
export function lookAtKeys(directory: string): Finding {
  const about = 'keys';
  if (!statSync(directory, { throwIfNoEntry: false })) {
    return { about, said: 'none yet: the first start of a bot makes them', advice: null };
  }
  const files = readdirSync(directory);
  if (files.includes('WIPED')) {
    return { about, said: `${directory} was wiped`, advice: `to begin anew, delete ${join(directory, 'WIPED')}` };
  }
  const open = files.map((file) => join(directory, file)).find(isOpen);
  if (open !== undefined) return { about, said: `others may read ${open}`, advice: `chmod 600 ${open}` };
  return { about, said: `${directory}, for its owner alone`, advice: null };
}
