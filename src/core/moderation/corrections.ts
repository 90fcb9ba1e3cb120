import { z } from 'zod';
import type { Database } from '../../db/client.ts';
import { holdIncident } from '../../db/queries/incident-writing.ts';
import { countOutdated, markTold, readOutdated, saveShownIncidents } from '../../db/queries/shown-incidents.ts';
import { SPEAKING_PLATFORMS } from '../../db/schema/moderator.ts';
import { LANGUAGES, type Language } from '../../db/schema/vocabulary.ts';
import type { Invocation } from '../commands/command.ts';
import type { Core } from '../core.ts';
import { UserError } from '../user-error.ts';

const DAY_MS = 86_400_000;
/** Whoever saw a figure longer ago is not told any more, and what says that they saw it is gone. */
export const TOLD_DAYS = 30;

const since = (now: Date) => new Date(now.getTime() - TOLD_DAYS * DAY_MS);
const placeOf = (key: string) => ({ column: 'shown_incident.route', row: key });

const routeSchema = z.object({
  platform: z.enum(SPEAKING_PLATFORMS),
  bot: z.string(),
  chat: z.string(),
  reach: z.unknown(),
  language: z.enum(LANGUAGES),
});

/** Remembers which incidents an answer showed, and where it was shown. */
export async function rememberShown(
  { store, vault }: Pick<Core, 'store' | 'vault'>,
  { conversation: key, speaker, now }: Invocation,
  { refs, language }: { refs: readonly string[]; language: Language },
): Promise<void> {
  const { platform, bot, chat, here: reach } = speaker;
  if (refs.length === 0) return;
  const route = vault.seal(JSON.stringify({ platform, bot, chat, reach, language }), placeOf(key), { until: 'week', now });
  await saveShownIncidents(store.db, { refs, key, route, now });
}

/** How many were shown an earlier version of an incident in the last 30 days. */
export const toBeTold = (db: Database, ref: string, now: Date): Promise<number> => countOutdated(db, ref, since(now));

/** Tells them, where they saw it and once for each version, that it is told otherwise now. Returns how many. */
export const tellAskers = (core: Core, ref: string, now: Date): Promise<number> =>
  core.store.db.transaction(async (tx) => {
    const incident = await holdIncident(tx, ref);
    if (!incident || incident.status === 'draft') throw new UserError('no-such-incident', { ref });
    let told = 0;
    for (const { key, route, id } of await readOutdated(tx, ref, since(now))) {
      const opened = core.vault.openText(route, placeOf(key));
      await markTold(tx, id, key, incident.version);
      if (opened === null) continue;
      const { language, ...to } = routeSchema.parse(JSON.parse(opened));
      const t = core.translator(language);
      const sentence = t(incident.status === 'published' ? 'correction-changed' : 'correction-retracted', { incident: ref });
      const actions = [{ label: ref, command: 'incident', args: { ref } }];
      await core.post(
        tx,
        {
          to,
          key: `correction:${ref}:${incident.version}:${key}`,
          reply: {
            language,
            visibility: 'public',
            blocks: [
              { kind: 'text', content: [sentence] },
              { kind: 'actions', actions },
            ],
          },
        },
        now,
      );
      told++;
    }
    return told;
  });
