import { type IncidentRow, retractAccounts, reviseIncident } from '../../../db/queries/incident-writing.ts';
import { UserError } from '../../user-error.ts';
import { type Hand, holdHand, holdRef, logged, writing } from './by-hand.ts';
import { outcomeOf } from './outcome.ts';
import { restored } from './restore.ts';
import { type Done, workOn } from './work-on-incident.ts';

const HOUR_MS = 3_600_000;

export interface Undone {
  before: IncidentRow;
  after: IncidentRow;
  /** What was taken back; null: the same update did so before. */
  work: Done | null;
  /** What still stands and can be taken back in its turn. */
  next: Done | null;
  /** Fields that stay, as somebody has changed them since. */
  kept: readonly string[];
}

/** What a tip did is taken back on the tip: it is with somebody again then. */
const OF_TIPS: readonly Done['event'][] = ['merged', 'published'];

/**
 * Takes the last of the team's work on an incident that still stands back, as a new version and one more decision; again, the one before it.
 * Throws UserError where there is none, it is older than `hours`, or came of a tip.
 */
export const undoByHand = (
  hand: Hand,
  ref: string,
  { hours, reason }: { hours: number; reason: string | null },
): Promise<Undone> =>
  hand.core.store.db.transaction(async (tx) => {
    const { core, now } = hand;
    const repeated = await holdHand(tx, hand);
    if (repeated) return { before: repeated, after: repeated, work: null, next: null, kept: [] };
    const before = await holdRef(tx, ref);
    const isOld = ({ at }: Done) => now.getTime() - at.getTime() > hours * HOUR_MS;
    const { standing, gone } = await workOn(tx, ref, core.vault);
    const [next, work] = [standing.at(-2), standing.at(-1)];
    if (!work?.content) throw new UserError('nothing-to-undo', { ref });
    if (isOld(work)) throw new UserError('undo-too-late', { n: hours });
    if (OF_TIPS.includes(work.event)) throw new UserError('undo-the-tip', { ref, name: String(work.content.tip) });
    const how = writing('undone', now);
    if (typeof work.content.account === 'string') await retractAccounts(tx, work.content.account, how);
    const back =
      work.event === 'created' ? { change: { status: 'retracted' as const }, kept: [] } : await restored(tx, before, work, gone);
    const { change } = await outcomeOf(tx, before, { change: back.change }, core);
    const after = await reviseIncident(tx, before, change, how);
    const { account: _, was: _was, version: _version, ...said } = work.content;
    await logged(tx, hand, 'undone', ref, { ...said, undid: work.id, did: work.event, ...(reason === null ? {} : { reason }) });
    return { before, after, work, next: next && !isOld(next) ? next : null, kept: back.kept };
  });
