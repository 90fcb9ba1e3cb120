import type { TipState } from '../../db/schema/tip.ts';
import { follow, type TipEvent } from '../moderation/states.ts';

interface Tip {
  state: TipState;
  draft: unknown;
}

/**
 * The state that a contact is to know: who is called a spammer, or is blocked, meets a tip that waits like any other, and learns nothing.
 */
export const stateForContact = ({ state, draft }: Tip): TipState =>
  state !== 'spam' ? state : draft === null ? 'withdrawn' : 'received';

/** Whether something is open to the contact, as far as they are to know. */
export const mayStill = (tip: Tip, event: TipEvent): boolean => follow(stateForContact(tip), event) !== null;
