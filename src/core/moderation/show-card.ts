import type { Database } from '../../db/client.ts';
import { readTeamPlaces } from '../../db/queries/team.ts';
import type { Core } from '../core.ts';
import type { Reply } from '../reply/reply.ts';
import { createVoice, type Voice } from '../summary/voice.ts';
import { cardOf } from './card.ts';
import { furtherOf } from './further.ts';
import { openTeamPlaces } from './team-places.ts';
import { viewTip } from './tip-view.ts';

/** Says something in every chat of the team, in that chat's language; under one name it is said once. */
export async function tellTeam(
  core: Core,
  tx: Database,
  word: { key: string; slot?: string; reply(voice: Voice): Reply },
  now: Date,
): Promise<void> {
  for (const { id, to, language } of await openTeamPlaces(tx, core.vault)) {
    const reply = word.reply(createVoice(core.translator(language), core.gazetteer));
    await core.post(tx, { to, reply, key: `${word.key}:${id}`, ...(word.slot ? { slot: word.slot } : {}) }, now);
  }
}

/** The tip's card as it is now takes the place of the one that stands in each chat of the team. In the transaction of what changed it. */
export async function showCard(core: Core, tx: Database, tipId: string, now: Date): Promise<void> {
  const view = await viewTip(tx, core.vault, tipId);
  if (!view || (view.blocked && view.row.state === 'spam')) return;
  // nobody reads cards: nothing is looked up for them
  if ((await readTeamPlaces(tx)).length === 0) return;
  const further = await furtherOf({ ...core, store: { ...core.store, db: tx } }, view);
  await tellTeam(
    core,
    tx,
    {
      key: `card:${tipId}:${view.row.version}`,
      slot: `card:${tipId}`,
      reply: (voice) => cardOf(view, voice, further(voice)),
    },
    now,
  );
}
