import { holdReminders, readWaitingSince } from '../../db/queries/moderation.ts';
import type { Core } from '../core.ts';
import { damascusDay } from '../damascus-day.ts';
import { tellTeam } from './show-card.ts';

const HOUR_MS = 3_600_000;
/** A tip that waits longer is said once a day. */
export const WAITS_HOURS = 12;
/** So many at once: nobody reads more. */
const MOST = 10;
/** Hours in Damascus between which somebody may look. */
const AWAKE = { from: 8, to: 21 } as const;

const hourThere = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Damascus', hour: '2-digit', hourCycle: 'h23' });

/** Reminds the team's chats of tips that wait, each once a day, by day. May run at any time, in any number of processes. */
export const remind = (core: Core, now: Date): Promise<number> =>
  core.store.db.transaction(async (tx) => {
    const hour = Number(hourThere.format(now));
    if (hour < AWAKE.from || hour >= AWAKE.to || !(await holdReminders(tx))) return 0;
    const waiting = await readWaitingSince(tx, new Date(now.getTime() - WAITS_HOURS * HOUR_MS), MOST);
    for (const { id, ref } of waiting) {
      await tellTeam(
        core,
        tx,
        {
          // under one name it is said once
          key: `remind:${id}:${damascusDay(now)}`,
          reply: ({ t, language }) => ({
            language,
            visibility: 'public',
            blocks: [
              { kind: 'text', content: [t('remind', { ref, n: WAITS_HOURS })] },
              { kind: 'actions', actions: [{ label: t('card-button.review'), command: 'review', args: { tip: ref } }] },
            ],
          }),
        },
        now,
      );
    }
    return waiting.length;
  });
