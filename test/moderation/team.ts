import type { Store } from '../../src/db/client.ts';
import { moderator, type TeamRole } from '../../src/db/schema/moderator.ts';
import { type TipState, tip } from '../../src/db/schema/tip.ts';

export const NOW = new Date('2025-06-01T12:34:56Z');
const HOUR = new Date('2025-06-01T12:00:00Z');

export async function enrol(store: Store, id: string, role: TeamRole = 'moderator'): Promise<string> {
  await store.db.insert(moderator).values({ id, name: id, role, enrolledAt: NOW });
  return id;
}

/** Letters and digits that a ref may hold, from a number. */
const refOf = (n: number) => `T-${n.toString(36).toUpperCase().padStart(6, '0')}`;

let made = 0;
export async function aTip(store: Store, state: TipState = 'received', claimedBy: string | null = null): Promise<string> {
  const id = `tip${++made}`;
  await store.db.insert(tip).values({
    id,
    ref: refOf(made),
    state,
    claimedBy,
    trust: 'unknown',
    language: 'en',
    receivedAt: HOUR,
    expiresAt: new Date('2025-06-15T12:00:00Z'),
  });
  return id;
}
