import { isDeepStrictEqual } from 'node:util';
import type { Database } from '../../../db/client.ts';
import { type IncidentRow, readVersion } from '../../../db/queries/incident-writing.ts';
import type { Done } from './work-on-incident.ts';

/** Made anew after every change. */
const DERIVED = 'evidence';

export interface Restored {
  change: Partial<IncidentRow>;
  /** Fields that somebody has changed since: they stay as they are. */
  kept: string[];
}

const versionAt = (
  tx: Database,
  held: IncidentRow,
  version: unknown,
): Promise<Partial<IncidentRow> | null> | IncidentRow | null =>
  version === held.version ? held : typeof version === 'number' ? readVersion(tx, held.id, version) : null;

/** What a piece of work changed of an incident, as it was before; but for what has been changed again since. */
export async function restored(tx: Database, held: IncidentRow, { content }: Pick<Done, 'content'>): Promise<Restored> {
  const [before, after] = [await versionAt(tx, held, content?.was), await versionAt(tx, held, content?.version)];
  if (!before || !after) return { change: {}, kept: [] };
  const now: Record<string, unknown> = held;
  const made: Record<string, unknown> = after;
  const changed = Object.entries(before).filter(([name, value]) => name !== DERIVED && !isDeepStrictEqual(made[name], value));
  const isAsMade = ([name]: [string, unknown]) => isDeepStrictEqual(now[name], made[name]);
  return {
    change: Object.fromEntries(changed.filter(isAsMade)),
    kept: changed.filter((one) => !isAsMade(one)).map(([name]) => name),
  };
}
