import type { TipState } from '../../db/schema/tip.ts';
import type { Action, Block } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';
import { seen, type TipView } from './tip-view.ts';

const UNDECIDED = ['approve', 'claim', 'inquire', 'decline', 'review'] as const;
const CLAIMED = ['approve', 'inquire', 'decline', 'release', 'review'] as const;
const DECIDED = ['undo', 'history'] as const;

type Button = (typeof UNDECIDED | typeof CLAIMED | typeof DECIDED)[number];

/** What can be pressed on a card; what has been decided can be taken back. */
const BUTTONS = {
  received: UNDECIDED,
  claimed: CLAIMED,
  needs_info: CLAIMED,
  accepted: DECIDED,
  merged: DECIDED,
  declined: DECIDED,
  spam: DECIDED,
  expired: ['history'],
  withdrawn: ['history'],
} as const satisfies Record<TipState, readonly Button[]>;

export function cardActions(view: TipView, { t }: Voice): Block[] {
  const names: readonly Button[] = BUTTONS[view.row.state];
  const actions = names.map((command): Action => ({ label: t(`card-button.${command}`), command, args: { tip: seen(view) } }));
  return [{ kind: 'actions', actions }];
}
