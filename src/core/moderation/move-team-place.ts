import type { Database } from '../../db/client.ts';
import { bindPlace, holdTeamPlace, isTeamPlace, unbindPlace } from '../../db/queries/team.ts';
import type { Speaker } from '../commands/speaker.ts';
import { record } from './record.ts';
import { chatOf, type TeamDeps } from './team.ts';
import { openPlace, sealPlace } from './team-places.ts';

/** A chat that is called otherwise from now on; `reach` makes the way to the old one that to the new one. */
export interface MovedChat {
  from: string;
  to: string;
  reach(former: unknown): unknown;
}

/** A chat of the team stays the team's under its new id. False: it was none, or has followed already. */
export async function moveTeamPlace(
  tx: Database,
  { platform, bot }: Pick<Speaker, 'platform' | 'bot'>,
  { from, to, reach }: MovedChat,
  { vault, newId, now }: TeamDeps,
): Promise<boolean> {
  const [former, next] = [from, to].map((chat) => chatOf(vault, { platform, bot, chat }));
  const place = former && (await holdTeamPlace(tx, former));
  const opened = place && openPlace(vault, place);
  if (!former || !next || !opened) return false;
  await unbindPlace(tx, former, now);
  // somebody may have bound it by hand meanwhile
  if (await isTeamPlace(tx, next)) return false;
  const id = newId();
  const route = sealPlace(vault, id, { ...opened, chat: to, reach: reach(opened.reach) });
  await bindPlace(tx, { id, ...next, route, boundBy: place.boundBy, boundAt: now });
  const moved = { subject: 'store', subjectId: id, event: 'moved', by: { kind: 'clock' }, cause: null, content: null } as const;
  await record(tx, vault, moved, now);
  return true;
}
