import type { Database } from '../../../db/client.ts';
import { holdIncidentById, retractAccounts, reviseIncident } from '../../../db/queries/incident-writing.ts';
import type { TipRow } from '../../../db/queries/moderation.ts';
import type { Core } from '../../core.ts';
import { accountPrefix } from './field-source.ts';
import { WHY } from './incident-events.ts';
import { outcomeOf } from './outcome.ts';
import { restored } from './restore.ts';
import { workOn } from './work-on-incident.ts';

/** What taking a decision on a tip back did to an incident. */
export interface TakenBack {
  ref: string;
  /** The decision that brought the tip to the incident; null: it was not written down there. */
  undid: number | null;
  /** Fields that stay, as somebody has changed them since. */
  kept: readonly string[];
}

/**
 * Takes back what a decision on a tip did to the incidents, as new versions: nothing is deleted. A published one is retracted. One that it
 * was merged into loses the account; what the merge changed is as it was before, unless somebody has changed it since. Null: it did nothing to any.
 */
export async function takeBack(tx: Database, tip: TipRow, { core, now }: { core: Core; now: Date }): Promise<TakenBack | null> {
  if (tip.incidentId === null) return null;
  const writing = { why: WHY.unmerged, now };
  const held = await holdIncidentById(tx, tip.incidentId);
  if (!held) return null;
  await retractAccounts(tx, accountPrefix(tip.id), writing);
  const { standing } = await workOn(tx, held.ref, core.vault);
  const work = standing.findLast(({ content }) => content?.tip === tip.ref);
  const undid = work?.id ?? null;
  if (tip.state === 'accepted') {
    await reviseIncident(tx, held, { status: 'retracted' }, writing);
    return { ref: held.ref, undid, kept: [] };
  }
  const back = work ? await restored(tx, held, work) : { change: {}, kept: [] };
  const { change } = await outcomeOf(tx, held, { change: back.change }, core);
  await reviseIncident(tx, held, change, writing);
  return { ref: held.ref, undid, kept: back.kept };
}
