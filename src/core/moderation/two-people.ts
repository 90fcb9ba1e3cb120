import type { Database } from '../../db/client.ts';
import { askConsent, type ConsentKind, grantConsent } from '../../db/queries/consents.ts';
import { holdModerator } from '../../db/queries/decision.ts';
import type { TeamRole } from '../../db/schema/moderator.ts';
import { UserError } from '../user-error.ts';
import { isAtLeast } from './policy.ts';
import type { Member } from './team.ts';

const MINUTE_MS = 60_000;
/** A second person answers within this, or it is asked anew. */
export const CONSENT_MIN = 30;

export interface Wanted {
  kind: ConsentKind;
  /** What it is about: the same words from both. */
  about: string;
  by: Member;
  least: TeamRole;
}

/**
 * Whether two people want the same: the first asks, another one grants. Both must be in the team at this moment, in a role that may. In
 * the transaction of what they want.
 */
export async function twoWant(
  tx: Database,
  { kind, about, by, least }: Wanted,
  { now, newId }: { now: Date; newId(): string },
): Promise<'granted' | 'asked'> {
  const member = await holdModerator(tx, by.id);
  if (!member || member.revokedAt !== null || !isAtLeast(by.role, least)) throw new UserError('not-allowed', { command: kind });
  if (await grantConsent(tx, { kind, subjectId: about }, by.id, now)) return 'granted';
  const expiresAt = new Date(now.getTime() + CONSENT_MIN * MINUTE_MS);
  await askConsent(tx, { id: newId(), kind, subjectId: about, askedBy: by.id, askedAt: now, expiresAt });
  return 'asked';
}
