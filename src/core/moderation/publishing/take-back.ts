import type { Database } from '../../../db/client.ts';
import {
  holdIncidentById,
  readPastTolls,
  retractAccounts,
  reviseIncident,
  type Writing,
} from '../../../db/queries/incident-writing.ts';
import type { TipRow } from '../../../db/queries/moderation.ts';
import type { Core } from '../../core.ts';
import { accountPrefix } from './field-source.ts';
import { gradeOf } from './publish.ts';

const WHY = 'the team took its decision back';

/**
 * Takes back what a decision on a tip did to the incidents, as new versions: nothing is deleted. A published one is retracted. One that it
 * was merged into loses the account; its toll is what it was before, unless somebody has changed it since. Returns its ref; null: it did nothing to any.
 */
export async function takeBack(tx: Database, tip: TipRow, { core, now }: { core: Core; now: Date }): Promise<string | null> {
  if (tip.incidentId === null) return null;
  const writing: Writing = { why: WHY, now };
  const held = await holdIncidentById(tx, tip.incidentId);
  if (!held) return null;
  await retractAccounts(tx, accountPrefix(tip.id), writing);
  if (tip.state === 'accepted') {
    await reviseIncident(tx, held, { status: 'retracted' }, writing);
    return held.ref;
  }
  const before = tip.decidedAt && (await readPastTolls(tx, held, tip.decidedAt));
  await reviseIncident(tx, held, { ...(before ? { tolls: before } : {}), evidence: await gradeOf(tx, held, core) }, writing);
  return held.ref;
}
