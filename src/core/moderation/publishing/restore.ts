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

/** The version before a piece of work; where that was made by something that is taken back too, the one before that. */
function versionBefore({ content }: Pick<Done, 'content'>, gone: readonly Done[]): unknown {
  let was = content?.was;
  for (const work of gone.toReversed()) {
    if (work.content?.version === was && work.content?.was !== undefined) was = work.content.was;
  }
  return was;
}

/** What a piece of work changed of an incident, as it was before; but for what has been changed again since. */
export async function restored(
  tx: Database,
  held: IncidentRow,
  work: Pick<Done, 'content'>,
  gone: readonly Done[] = [],
): Promise<Restored> {
  const [before, after] = [
    await versionAt(tx, held, versionBefore(work, gone)),
    await versionAt(tx, held, work.content?.version),
  ];
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
