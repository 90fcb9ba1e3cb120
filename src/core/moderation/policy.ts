import type { TeamRole } from '../../db/schema/moderator.ts';
import { TEAM_ROLES } from '../../db/schema/moderator.ts';
import type { TipEvent } from './states.ts';

/** How words come: a person's own, an earlier message of theirs changed, or passed on by or through somebody else. */
export const CARRIAGES = ['own', 'edited', 'passed-on'] as const;
export type Carriage = (typeof CARRIAGES)[number];

/** Whether rights travel with words that come so. A message that everybody has read is not to turn into a decision. */
export const CARRIES = { own: true, edited: false, 'passed-on': false } as const satisfies Record<Carriage, boolean>;

/** Whether somebody is in a chat, as its platform says. */
export const PRESENCES = ['there', 'gone', 'unknown'] as const;
export type Presence = (typeof PRESENCES)[number];

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

export const lowerOf = (a: TeamRole, b: TeamRole): TeamRole => (isAtLeast(a, b) ? b : a);

export function mayDecide(role: TeamRole, event: TipEvent): boolean {
  const least = LEAST[event];
  return least !== null && isAtLeast(role, least);
}
