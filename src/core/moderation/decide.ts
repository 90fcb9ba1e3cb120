import type { Database } from '../../db/client.ts';
import { changeTip, decidedBefore, holdModerator, holdTip } from '../../db/queries/decision.ts';
import type { TipState, tip } from '../../db/schema/tip.ts';
import type { Vault } from '../identity/vault.ts';
import { mayDecide } from './policy.ts';
import { type Recorded, record } from './record.ts';
import { follow, type TipEvent } from './states.ts';

type TipRow = typeof tip.$inferSelect;

export interface Deciding {
  tipId: string;
  /** The version that whoever decides has seen; null: any, for contacts and the clock. */
  version: number | null;
  event: TipEvent;
  by: Recorded['by'];
  /** Names the update that asks for it (Invocation.cause); null: no update did. */
  cause: string | null;
  content?: Record<string, unknown> | null;
  /** What else it does, in the same transaction, once it is allowed; returns what changes in the tip's row. */
  effect?(held: TipRow): Promise<Partial<TipRow>>;
}

/** What became of it. Only `done` changed anything. */
export type Outcome =
  | { kind: 'done'; state: TipState; version: number; decision: number }
  /** The same update was decided on before, with this result. */
  | { kind: 'repeated'; event: string; state: TipState | null }
  /** Somebody was faster. */
  | { kind: 'stale'; state: TipState; version: number }
  /** The table does not have it. */
  | { kind: 'impossible'; state: TipState }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** A claim ends with a decision or a release, and whoever asks or claims has it. */
function claimAfter(event: TipEvent, by: Recorded['by'], held: TipRow): string | null {
  if (event === 'release') return null;
  if (by.kind === 'moderator' && (event === 'claim' || event === 'ask' || event === 'undo')) return by.id;
  return held.claimedBy;
}

const isDecision = (state: TipState): boolean => state !== 'received' && state !== 'claimed' && state !== 'needs_info';

/**
 * The only writer of a tip's state. To be called in a transaction. In this order: the same update has one effect; who decides must be in
 * the team at this moment, and a revocation waits or has come first; the tip is held, must be as it was seen, and the table must allow it;
 * then its effect, the new state and the log are written together.
 */
export async function decide(tx: Database, vault: Vault, deciding: Deciding, now: Date): Promise<Outcome> {
  const { tipId, version, event, by, content = null, effect } = deciding;
  const cause = deciding.cause === null ? null : vault.hash('decision.cause', deciding.cause);
  const before = cause && (await decidedBefore(tx, cause));
  if (before) return { kind: 'repeated', event: before.event, state: before.toState };
  if (by.kind === 'moderator') {
    const member = await holdModerator(tx, by.id);
    if (!member || member.revokedAt !== null || !mayDecide(member.role, event)) return { kind: 'forbidden' };
  }
  const held = await holdTip(tx, tipId);
  if (!held) return { kind: 'unknown' };
  if (version !== null && held.version !== version) return { kind: 'stale', state: held.state, version: held.version };
  const to = follow(held.state, event);
  if (to === null) return { kind: 'impossible', state: held.state };
  const changed = (await effect?.(held)) ?? {};
  await changeTip(tx, tipId, {
    ...changed,
    state: to,
    version: held.version + 1,
    claimedBy: claimAfter(event, by, held),
    decidedAt: isDecision(to) ? (held.decidedAt ?? now) : null,
  });
  const decision = await record(
    tx,
    vault,
    { subject: 'tip', subjectId: held.ref, event, from: held.state, to, by, cause, content },
    now,
  );
  return { kind: 'done', state: to, version: held.version + 1, decision };
}
