import type { Database } from '../../db/client.ts';
import { appendDecision, lastHash } from '../../db/queries/decision.ts';
import type { Vault } from '../identity/vault.ts';
import { type Decided, hashOf, NO_DECISION } from './chain.ts';

/** A decision to be written down. */
export interface Recorded {
  subject: Decided['subject'];
  subjectId: string;
  event: string;
  from?: Decided['fromState'];
  to?: Decided['toState'];
  by: { kind: 'moderator'; id: string } | { kind: 'contact' } | { kind: 'clock' };
  /** Keyed hash of what asked for it; null: nothing outside did. */
  cause: Uint8Array | null;
  /** Old and new values, reason, note: sealed, and gone with the week's key. */
  content: Record<string, unknown> | null;
}

/** Contacts are not to be told by when they write. */
const toTheHour = (at: Date) => new Date(Math.floor(at.getTime() / 3_600_000) * 3_600_000);

/**
 * Appends to the log of decisions, in the transaction of what is decided; the last step of it, as the log is appended to one at a time.
 * Returns the decision's number.
 */
export async function record(tx: Database, vault: Vault, decided: Recorded, now: Date): Promise<number> {
  const previousHash = (await lastHash(tx)) ?? NO_DECISION;
  const { subject, subjectId, event, from = null, to = null, by, cause, content } = decided;
  const row: Decided = {
    at: by.kind === 'contact' ? toTheHour(now) : now,
    subject,
    subjectId,
    event,
    fromState: from,
    toState: to,
    by: by.kind,
    moderatorId: by.kind === 'moderator' ? by.id : null,
    cause,
    content: content && vault.seal(JSON.stringify(content), contentPlace(previousHash), { until: 'week', now }),
    previousHash,
  };
  return appendDecision(tx, { ...row, hash: hashOf(row) });
}

/** Nothing else follows the same decision. */
const contentPlace = (previousHash: Uint8Array) => ({
  column: 'decision.content',
  row: Buffer.from(previousHash).toString('hex'),
});

/** What was said and changed; null: nothing was, or its key is gone. */
export function contentOf(row: Pick<Decided, 'content' | 'previousHash'>, vault: Vault): Record<string, unknown> | null {
  const text = row.content && vault.openText(row.content, contentPlace(row.previousHash));
  return text === null ? null : JSON.parse(text);
}
