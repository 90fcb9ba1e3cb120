import type { TeamRole } from '../../db/schema/moderator.ts';
import type { Core } from '../core.ts';
import { CARRIES, lowerOf, type Presence } from '../moderation/policy.ts';
import { isBound, type Member, memberAtTerminal, memberWho } from '../moderation/team.ts';
import type { UserErrorCode } from '../user-error.ts';
import type { Invocation, Role } from './command.ts';
import type { Speaker } from './speaker.ts';

const ROLE_OF = { viewer: 'member', moderator: 'moderator', lead: 'lead' } as const satisfies Record<TeamRole, Role>;

const BAR_OF = { there: null, gone: 'not-in-chat', unknown: 'presence-unknown' } as const satisfies Record<
  Presence,
  UserErrorCode | null
>;

/** What a member may be where they speak; `bar`: why they may do nothing. */
interface Standing {
  role: TeamRole;
  bar: UserErrorCode | null;
}

/**
 * What the way in which words came and the platform leave of a member's rights. The platform is asked last, as it takes time; where it does
 * not answer nobody has rights.
 */
export async function standingOf({ carriage = 'own', atMost, presence }: Speaker, { role }: Member): Promise<Standing> {
  if (!CARRIES[carriage]) return { role, bar: 'not-own-words' };
  if (atMost === null) return { role, bar: 'no-role-there' };
  const allowed = atMost === undefined ? role : lowerOf(role, atMost);
  return { role: allowed, bar: presence ? BAR_OF[await presence()] : null };
}

const atTerminal = ({ store, vault, newId }: Core, { role, speaker, now }: Invocation): Promise<Member | null> =>
  role === 'moderator' || role === 'lead'
    ? memberAtTerminal(store.db, role, speaker, { vault, newId, now })
    : Promise.resolve(null);

/**
 * Who of the team speaks and what they may do there, looked up anew for each message. The rights of a moderator hold in chats that are
 * bound to the team and nowhere else, for their own words and while they belong there.
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
  if (!(await isBound(core.store.db, core.vault, speaker)))
    // in a group that is not the team's nothing shows who belongs to it
    return { ...invocation, member, role, ...(speaker.alone ? { barred: 'decided-elsewhere' as const } : {}) };
  // nothing to gain: the platform need not be asked
  if (ROLE_OF[member.role] === role) return { ...invocation, member, role };
  const standing = await standingOf(speaker, member);
  if (standing.bar !== null) return { ...invocation, member, role, barred: standing.bar };
  return { ...invocation, member: { ...member, role: standing.role }, role: ROLE_OF[standing.role] };
}
