import type { Database } from '../../../db/client.ts';
import { decidedBefore, holdModerator, readDecisions } from '../../../db/queries/decision.ts';
import {
  addAccount,
  addIncident,
  holdIncident,
  type IncidentRow,
  isRefTaken,
  type NewAccount,
  type NewIncident,
  readVersion,
  retractAccounts,
  reviseIncident,
  type Writing,
} from '../../../db/queries/incident-writing.ts';
import type { Core } from '../../core.ts';
import { importedRef } from '../../imports/incident-row.ts';
import { UserError } from '../../user-error.ts';
import { isAtLeast } from '../policy.ts';
import { contentOf, record } from '../record.ts';
import type { Member } from '../team.ts';
import type { DraftedIncident } from './incident-of-draft.ts';
import { gradeOf } from './publish.ts';
import { reconciled } from './reconcile.ts';

/** Somebody of the team works on an incident itself. */
export interface Hand {
  core: Core;
  by: Member;
  /** Names the update that asks for it: what is delivered again has one effect. */
  cause: string;
  now: Date;
}

const WHY = {
  created: 'written by the team',
  changed: 'corrected by the team',
  accounted: 'a source added by the team',
  undone: 'taken back by the team',
} as const;
type Event = keyof typeof WHY;

const writing = (event: Event, now: Date): Writing => ({ why: WHY[event], now });

/**
 * Who works must be in the team at this moment, and a revocation waits or has come first. The incident that the same update has worked on
 * before; null: it has not.
 */
async function holdHand(tx: Database, { core, by, cause }: Hand): Promise<IncidentRow | null> {
  const before = await decidedBefore(tx, core.vault.hash('decision.cause', cause));
  if (before) return holdRef(tx, before.subjectId);
  const member = await holdModerator(tx, by.id);
  if (!member || member.revokedAt !== null || !isAtLeast(member.role, 'moderator'))
    throw new UserError('not-allowed', { command: '' });
  return null;
}

const logged = (tx: Database, { core, by, cause, now }: Hand, event: Event, ref: string, content: Record<string, unknown>) =>
  record(
    tx,
    core.vault,
    {
      subject: 'incident',
      subjectId: ref,
      event,
      by: { kind: 'moderator', id: by.id },
      cause: core.vault.hash('decision.cause', cause),
      content,
    },
    now,
  );

async function holdRef(tx: Database, ref: string): Promise<IncidentRow> {
  const held = await holdIncident(tx, ref);
  if (!held) throw new UserError('no-such-incident', { ref });
  return held;
}

/** As the evidence rule would see it after the change. */
const judged = (held: IncidentRow, { attributedTo, targets, attributionCertainty, evidence }: Partial<NewIncident>) => ({
  id: held.id,
  attributedTo: attributedTo ?? held.attributedTo,
  targets: targets ?? held.targets,
  attributionCertainty: attributionCertainty ?? held.attributionCertainty,
  evidence: evidence ?? held.evidence,
});

/** A new incident that no tip told of; its accounts follow. */
export const createByHand = (hand: Hand, drafted: DraftedIncident): Promise<IncidentRow> =>
  hand.core.store.db.transaction(async (tx) => {
    const repeated = await holdHand(tx, hand);
    if (repeated) return repeated;
    const originId = hand.core.newId();
    let ref = importedRef('team', originId);
    for (let salt = 1; await isRefTaken(tx, ref); salt++) ref = importedRef('team', originId, salt);
    const at = { recordedAt: hand.now, changedAt: hand.now };
    const row: NewIncident = { ...drafted, ...at, origin: 'team', originId, ref, evidence: 'weak', status: 'published' };
    const added = await addIncident(tx, row, writing('created', hand.now));
    await logged(tx, hand, 'created', ref, { incident: ref });
    return added;
  });

export interface HandChange {
  ref: string;
  /** The version that was seen; null: they typed the ref. */
  version: number | null;
  change: Partial<NewIncident>;
  said: { field: string; before: string; after: string };
}

/** Null: somebody has changed it since it was seen. */
export const changeByHand = (hand: Hand, { ref, version, change, said }: HandChange): Promise<IncidentRow | null> =>
  hand.core.store.db.transaction(async (tx) => {
    const repeated = await holdHand(tx, hand);
    if (repeated) return repeated;
    const held = await holdRef(tx, ref);
    if (version !== null && held.version !== version) return null;
    const evidence = await gradeOf(tx, judged(held, change), hand.core);
    const revised = await reviseIncident(tx, held, { ...change, evidence }, writing('changed', hand.now));
    if (revised.version !== held.version) await logged(tx, hand, 'changed', ref, { ...said, version: revised.version });
    return revised;
  });

/** One more source tells of it: its figures widen the incident's, the grade is made anew. */
export const accountByHand = (hand: Hand, ref: string, told: Omit<NewAccount, 'id' | 'recordedAt'>): Promise<IncidentRow> =>
  hand.core.store.db.transaction(async (tx) => {
    const repeated = await holdHand(tx, hand);
    if (repeated) return repeated;
    const held = await holdRef(tx, ref);
    const id = `team:${hand.core.newId()}`;
    const how = writing('accounted', hand.now);
    await addAccount(tx, { ...told, id, recordedAt: hand.now }, held.id, how);
    const tolls = told.stance === 'denial' ? held.tolls : reconciled(held.tolls, told.tolls ?? {});
    const revised = await reviseIncident(tx, held, { tolls, evidence: await gradeOf(tx, held, hand.core) }, how);
    await logged(tx, hand, 'accounted', ref, { account: id, version: revised.version, was: held.version });
    return revised;
  });

const HOUR_MS = 3_600_000;

/** Takes the team's last work on an incident back, as a new version. Throws UserError where there is none, or it is too old. */
export const undoByHand = (hand: Hand, ref: string, hours: number): Promise<IncidentRow> =>
  hand.core.store.db.transaction(async (tx) => {
    const repeated = await holdHand(tx, hand);
    if (repeated) return repeated;
    const held = await holdRef(tx, ref);
    const last = (await readDecisions(tx, 'incident', ref)).at(-1);
    const content = last && contentOf(last, hand.core.vault);
    if (!last || last.event === 'undone' || !content) throw new UserError('nothing-to-undo', { ref });
    if (hand.now.getTime() - last.at.getTime() > hours * HOUR_MS) throw new UserError('undo-too-late', { n: hours });
    const how = writing('undone', hand.now);
    if (typeof content.account === 'string') await retractAccounts(tx, content.account, how);
    const changed = typeof content.version === 'number' && content.version === held.version && content.was !== held.version;
    const before = changed && last.event !== 'created' ? await readVersion(tx, held.id, held.version - 1) : null;
    const change: Partial<NewIncident> = last.event === 'created' ? { status: 'retracted' } : (before ?? {});
    const evidence = await gradeOf(tx, judged(held, change), hand.core);
    const revised = await reviseIncident(tx, held, { ...change, evidence }, how);
    await logged(tx, hand, 'undone', ref, { incident: ref });
    return revised;
  });
