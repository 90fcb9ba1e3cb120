import type { TeamRole } from '../../db/schema/moderator.ts';
import { TEAM_ROLES } from '../../db/schema/moderator.ts';
import type { TipEvent } from './states.ts';

/** The least role that may cause an event; null: no member of the team, it is the contact's or the clock's. */
const LEAST: Record<TipEvent, TeamRole | null> = {
  amend: null,
  answer: null,
  claim: 'moderator',
  release: 'moderator',
  ask: 'moderator',
  revise: 'moderator',
  note: 'moderator',
  approve: 'moderator',
  merge: 'moderator',
  decline: 'moderator',
  spam: 'moderator',
  undo: 'moderator',
  expire: null,
  withdraw: null,
};

export const isAtLeast = (role: TeamRole, least: TeamRole): boolean => TEAM_ROLES.indexOf(role) >= TEAM_ROLES.indexOf(least);

export function mayDecide(role: TeamRole, event: TipEvent): boolean {
  const least = LEAST[event];
  return least !== null && isAtLeast(role, least);
}
