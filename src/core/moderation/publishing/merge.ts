import type { Database } from '../../../db/client.ts';
import { holdIncident, type IncidentRow, reviseIncident } from '../../../db/queries/incident-writing.ts';
import type { TipRow } from '../../../db/queries/moderation.ts';
import type { Core } from '../../core.ts';
import type { Draft } from '../../tips/draft.ts';
import { UserError } from '../../user-error.ts';
import { incidentTollsOf } from './incident-of-draft.ts';
import { gradeOf, tellOf } from './publish.ts';
import { reconciled } from './reconcile.ts';

const WHY = 'a field contact tells of it too';

/** Adds what a tip tells to an incident that is there: one more account, figures reconciled, the grade made anew. Throws UserError. */
export async function mergeInto(
  tx: Database,
  { tip, draft, ref }: { tip: TipRow; draft: Draft; ref: string },
  { core, now }: { core: Core; now: Date },
): Promise<IncidentRow> {
  const held = await holdIncident(tx, ref);
  if (held?.status !== 'published') throw new UserError('no-such-incident', { ref });
  const writing = { why: WHY, now };
  await tellOf(tx, tip, draft, held.id, writing);
  const tolls = reconciled(held.tolls, incidentTollsOf(draft.tolls));
  return reviseIncident(tx, held, { tolls, evidence: await gradeOf(tx, held, core) }, writing);
}
