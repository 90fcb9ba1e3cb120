import { holdReopened } from '../../db/queries/moderation.ts';
import type { Core } from '../core.ts';
import { tellContact } from './tell-contact.ts';

const MINUTE_MS = 60_000;
/** Who takes a decision back mostly decides again at once: the contact hears of it only where that lasts. */
export const REOPENED_MIN = 15;
/** So many at once; the next time takes the others. */
const MOST = 100;

/** Tells contacts whose tip has been open again for a while, each once. May run at any time, in any number of processes. */
export const tellReopened = (core: Core, now: Date): Promise<number> =>
  core.store.db.transaction(async (tx) => {
    const tips = await holdReopened(tx, new Date(now.getTime() - REOPENED_MIN * MINUTE_MS), MOST);
    for (const tip of tips) await tellContact(core, tx, tip, { news: 'reopened', words: null }, now);
    return tips.length;
  });
