import type { Database } from '../../../db/client.ts';
import { holdIncident, type IncidentRow, reviseIncident } from '../../../db/queries/incident-writing.ts';
import type { TipRow } from '../../../db/queries/moderation.ts';
import type { Core } from '../../core.ts';
import type { Draft } from '../../tips/draft.ts';
import { UserError } from '../../user-error.ts';
import { fieldSource } from './field-source.ts';
import { WHY } from './incident-events.ts';
import { incidentTollsOf } from './incident-of-draft.ts';
import { asSeen, outcomeOf, type Work } from './outcome.ts';
import { tellOf } from './publish.ts';

/** What a tip adds to an incident: one more account, of somebody of no side. */
export function mergedAccount({ trust }: Pick<TipRow, 'trust'>, draft: Draft): Required<Pick<Work, 'account'>> {
  const { id, side = null, reliability } = fieldSource(trust);
  return { account: { sourceId: id, side, reliability, stance: 'report', tolls: incidentTollsOf(draft.tolls), url: null } };
}

export const mergeable = (held: IncidentRow | null, ref: string): IncidentRow => {
  if (held?.status !== 'published') throw new UserError('no-such-incident', { ref });
  return held;
};

/**
 * Adds what a tip tells to an incident that is there: one more account, figures reconciled, the grade made anew. Throws UserError, and
 * ChangedSince where it is not as it was seen.
 */
export async function mergeInto(
  tx: Database,
  { tip, draft, ref, seen }: { tip: TipRow; draft: Draft; ref: string; seen: number },
  { core, now }: { core: Core; now: Date },
): Promise<{ before: IncidentRow; after: IncidentRow }> {
  const before = mergeable(await holdIncident(tx, ref), ref);
  asSeen(before, seen);
  const writing = { why: WHY.merged, now };
  const { change } = await outcomeOf(tx, before, mergedAccount(tip, draft), core);
  await tellOf(tx, tip, draft, before.id, writing);
  return { before, after: await reviseIncident(tx, before, change, writing) };
}
