import type { TeamRole } from '../../db/schema/moderator.ts';
import type { Core } from '../core.ts';
import { isBound, type Member, memberAtTerminal, memberWho } from '../moderation/team.ts';
import type { Invocation, Role } from './command.ts';

const ROLE_OF = { viewer: 'member', moderator: 'moderator', lead: 'lead' } as const satisfies Record<TeamRole, Role>;

const atTerminal = ({ store, vault, newId }: Core, { role, speaker, now }: Invocation): Promise<Member | null> =>
  role === 'moderator' || role === 'lead'
    ? memberAtTerminal(store.db, role, speaker, { vault, newId, now })
    : Promise.resolve(null);

/**
 * Who of the team speaks and what they may do there, looked up anew for each message. The rights of a moderator hold in chats that are
 * bound to the team and nowhere else: what a platform says of somebody, or a message passed on, gives none.
 */
export async function withStanding(core: Core, invocation: Invocation): Promise<Invocation> {
  const { speaker, role } = invocation;
  if (speaker.platform === 'console') {
    const member = await atTerminal(core, invocation);
    // revoked: the terminal too is then a member's like any other
    return { ...invocation, member, role: member || (role !== 'moderator' && role !== 'lead') ? role : 'member' };
  }
  const member = await memberWho(core.store.db, core.vault, speaker);
  if (!member) return { ...invocation, member, role };
  const decidesHere = await isBound(core.store.db, core.vault, speaker);
  return { ...invocation, member, role: decidesHere ? ROLE_OF[member.role] : role };
}
