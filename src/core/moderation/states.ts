import type { TipState } from '../../db/schema/tip.ts';

/** What can happen to a tip. */
export const TIP_EVENTS = [
  'amend',
  'answer',
  'claim',
  'release',
  'ask',
  'revise',
  'note',
  'approve',
  'merge',
  'decline',
  'spam',
  'undo',
  'expire',
  'withdraw',
] as const;
export type TipEvent = (typeof TIP_EVENTS)[number];

/** Events of a tip that nobody has decided on; the contact and the clock have their say as well. */
const OPEN = {
  note: 'same',
  revise: 'same',
  claim: 'claimed',
  ask: 'needs_info',
  approve: 'accepted',
  merge: 'merged',
  decline: 'declined',
  spam: 'spam',
  expire: 'expired',
  withdraw: 'withdrawn',
} as const;

/** A decision that was a mistake is taken back by one more decision: the tip is then with whoever did so. */
const DECIDED = { note: 'same', undo: 'claimed' } as const;

/**
 * The whole life of a tip: from each state, what can happen and where it leads. Nothing else is possible, and nothing leaves a state
 * without events. docs/moderation.md shows it as a picture that is made from this table.
 */
export const LIFE = {
  received: { ...OPEN, amend: 'same' },
  claimed: { ...OPEN, amend: 'same', release: 'received' },
  // who asks has claimed it, so an answer finds it with somebody
  needs_info: { ...OPEN, amend: 'same', answer: 'claimed', release: 'received' },
  accepted: DECIDED,
  merged: DECIDED,
  declined: DECIDED,
  spam: DECIDED,
  expired: {},
  withdrawn: {},
} as const satisfies Record<TipState, Partial<Record<TipEvent, TipState | 'same'>>>;

/** Where an event leads; null: it cannot happen in this state. */
export function follow(state: TipState, event: TipEvent): TipState | null {
  const exits: Partial<Record<TipEvent, TipState | 'same'>> = LIFE[state];
  const to = exits[event];
  if (to === undefined) return null;
  return to === 'same' ? state : to;
}

/** Nothing happens to it any more. */
export const isOver = (state: TipState): boolean => Object.keys(LIFE[state]).length === 0;

/** What the contact is told of it. */
export const TOLD = {
  received: 'pending',
  claimed: 'pending',
  needs_info: 'pending',
  accepted: 'accepted',
  merged: 'accepted',
  declined: 'declined',
  // an attacker learns nothing
  spam: 'pending',
  expired: 'archived',
  withdrawn: 'archived',
} as const satisfies Record<TipState, string>;
