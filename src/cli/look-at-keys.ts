import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from './finding.ts';

/** Who else than the owner may read or write. */
const OTHERS = 0o077;

/** Whether the key of conversations is for its owner alone. A bot's first start makes it. */
export function lookAtKeys(home: string): Finding {
  const about = 'keys';
  const path = join(home, 'keys', 'conversation.key');
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return { about, said: 'none yet: the first start of a bot makes one', advice: null };
  if ((found.mode & OTHERS) === 0) return { about, said: `${path}, for its owner alone`, advice: null };
  return { about, said: `others may read ${path}`, advice: `chmod 600 ${path}` };
}
