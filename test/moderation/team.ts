import type { Core } from '../../src/core/core.ts';
import { bind } from '../../src/core/moderation/team.ts';
import type { Store } from '../../src/db/client.ts';
import { linkAccount } from '../../src/db/queries/team.ts';
import { moderator, type TeamRole } from '../../src/db/schema/moderator.ts';
import { type TipState, tip } from '../../src/db/schema/tip.ts';
import type { Presser } from './payloads.ts';

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

/** A team with one bound chat on each platform and tips of every kind, and those who may not decide on them. */
export async function teamWithTips(core: Core, tips: number): Promise<{ refs: string[]; pressers: Presser[] }> {
  const { store, vault, newId } = core;
  const pressers: Presser[] = [];
  for (const platform of ['telegram', 'discord'] as const) {
    for (const role of ['viewer', 'moderator', 'lead'] as const) {
      const name = `${platform} ${role}`;
      const id = await enrol(store, name, role);
      const lookup = vault.hash('moderator_account', platform, name);
      await linkAccount(store.db, { platform, lookup, moderatorId: id, linkedAt: NOW });
      pressers.push(
        { platform, person: name, chat: 'elsewhere', alone: false },
        { platform, person: name, chat: name, alone: true },
      );
    }
    const speaker = { platform, bot: 'bot', person: '', chat: 'team', alone: false, here: {}, reach: {} };
    const lead = { id: `${platform} lead`, name: `${platform} lead`, role: 'lead' } as const;
    await bind(store.db, speaker, lead, { vault, newId, now: NOW }, 'en');
    pressers.push({ platform, person: `${platform} viewer`, chat: 'team', alone: false });
    pressers.push({ platform, person: 'a stranger', chat: 'team', alone: false });
    // whose account it is on the other platform says nothing here
    const other = platform === 'telegram' ? 'discord' : 'telegram';
    pressers.push({ platform, person: `${other} lead`, chat: 'team', alone: false });
  }
  for (let n = 0; n < tips; n++) await aTip(store, n % 2 === 0 ? 'received' : 'claimed', n % 2 === 0 ? null : 'telegram lead');
  const rows = await store.sql<{ ref: string }[]>`select ref from tip`;
  return { refs: rows.map(({ ref }) => ref), pressers };
}
