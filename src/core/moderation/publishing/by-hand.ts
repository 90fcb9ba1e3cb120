import type { Database } from '../../../db/client.ts';
import { decidedBefore, holdModerator } from '../../../db/queries/decision.ts';
import {
  addAccount,
  addIncident,
  holdIncident,
  type IncidentRow,
  isRefTaken,
  type JudgedAccount,
  type NewIncident,
  reviseIncident,
  type Writing,
} from '../../../db/queries/incident-writing.ts';
import type { Core } from '../../core.ts';
import type { SourceName } from '../../gazetteer/gazetteer.ts';
import { importedRef } from '../../imports/incident-row.ts';
import { UserError } from '../../user-error.ts';
import { isAtLeast } from '../policy.ts';
import { record } from '../record.ts';
import type { Member } from '../team.ts';
import { type IncidentEvent, WHY } from './incident-events.ts';
import type { DraftedIncident } from './incident-of-draft.ts';
import { asSeen, outcomeOf } from './outcome.ts';

/** Somebody of the team works on an incident itself. */
export interface Hand {
  core: Core;
  by: Member;
  /** Names the update that asks for it: what is delivered again has one effect. */
  cause: string;
  now: Date;
}

export const writing = (event: IncidentEvent, now: Date): Writing => ({ why: WHY[event], now });

/**
 * Who works must be in the team at this moment, and a revocation waits or has come first. The incident that the same update has worked on
 * before; null: it has not.
 */
export async function holdHand(tx: Database, { core, by, cause }: Hand): Promise<IncidentRow | null> {
  const before = await decidedBefore(tx, core.vault.hash('decision.cause', cause));
  if (before) return holdRef(tx, before.subjectId);
  const member = await holdModerator(tx, by.id);
  if (!member || member.revokedAt !== null || !isAtLeast(member.role, 'moderator'))
    throw new UserError('not-allowed', { command: '' });
  return null;
}

export const logged = (
  tx: Database,
  { core, by, cause, now }: Hand,
  event: IncidentEvent,
  ref: string,
  content: Record<string, unknown>,
) =>
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

export async function holdRef(tx: Database, ref: string): Promise<IncidentRow> {
  const held = await holdIncident(tx, ref);
  if (!held) throw new UserError('no-such-incident', { ref });
  return held;
}

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
    await logged(tx, hand, 'created', ref, { version: 1, was: 0 });
    return added;
  });

export interface HandChange {
  ref: string;
  /** The version that was seen. */
  version: number;
  change: Partial<IncidentRow>;
  /** The field, its old and its new value and the reason, as /history tells them. */
  said: Record<string, unknown>;
}

/** Throws ChangedSince where somebody has changed it since it was seen. */
export const changeByHand = (hand: Hand, { ref, version, change, said }: HandChange): Promise<IncidentRow> =>
  hand.core.store.db.transaction(async (tx) => {
    const repeated = await holdHand(tx, hand);
    if (repeated) return repeated;
    const held = await holdRef(tx, ref);
    asSeen(held, version);
    const outcome = await outcomeOf(tx, held, { change }, hand.core);
    const revised = await reviseIncident(tx, held, outcome.change, writing('changed', hand.now));
    if (revised.version !== held.version) {
      await logged(tx, hand, 'changed', ref, { ...said, was: held.version, version: revised.version });
    }
    return revised;
  });

export interface HandAccount {
  ref: string;
  version: number;
  source: SourceName;
  told: Pick<JudgedAccount, 'stance' | 'tolls' | 'url'>;
}

/** One more source tells of it: the toll follows the rule of accounts, the grade is made anew. Throws ChangedSince. */
export const accountByHand = (hand: Hand, { ref, version, source, told }: HandAccount): Promise<IncidentRow> =>
  hand.core.store.db.transaction(async (tx) => {
    const repeated = await holdHand(tx, hand);
    if (repeated) return repeated;
    const held = await holdRef(tx, ref);
    asSeen(held, version);
    const id = `team:${hand.core.newId()}`;
    const how = writing('accounted', hand.now);
    const outcome = await outcomeOf(tx, held, { account: accountOf(source, told) }, hand.core);
    await addAccount(tx, { ...told, id, sourceId: source.id, recordedAt: hand.now }, held.id, how);
    const revised = await reviseIncident(tx, held, outcome.change, how);
    const source_ = { en: source.name, ar: source.nameAr ?? source.name };
    await logged(tx, hand, 'accounted', ref, { account: id, source: source_, version: revised.version, was: held.version });
    return revised;
  });

/** As the rules of evidence and of tolls see it. */
export const accountOf = (
  { id, side, reliability }: Pick<SourceName, 'id' | 'side' | 'reliability'>,
  { stance, tolls, url }: HandAccount['told'],
) => ({ sourceId: id, side, reliability, stance, tolls, url });
