import type { DiscordTeam } from '../../config.ts';
import { TEAM_ROLES, type TeamRole } from '../../db/schema/moderator.ts';

/** The highest role of the team that somebody's roles on a server allow; null: none. */
export type HighestRole = (held: { guild: string; roles: readonly string[] | null }) => TeamRole | null;

export const highestRoleBy =
  ({ server, roles }: DiscordTeam): HighestRole =>
  ({ guild, roles: held }) => {
    if (guild !== server) return null;
    if (roles === undefined) return 'lead';
    return TEAM_ROLES.findLast((role) => held?.includes(roles[role])) ?? null;
  };
