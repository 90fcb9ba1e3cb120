import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { follow, isOver, LIFE, TIP_EVENTS } from '../../src/core/moderation/states.ts';
import { TIP_STATES, type TipState } from '../../src/db/schema/tip.ts';

describe('the life of a tip', () => {
  it('leads from every state, by each event of the table and by no other, to a state that there is', () => {
    for (const state of TIP_STATES) {
      const exits: Record<string, string> = LIFE[state];
      for (const event of TIP_EVENTS) {
        const to = follow(state, event);
        expect(to === null, `${state}, ${event}`).toBe(!(event in exits));
        if (to !== null) expect(TIP_STATES).toContain(to);
      }
    }
  });

  it('ends in two states, whatever happens', () => {
    expect(TIP_STATES.filter(isOver)).toEqual(['expired', 'withdrawn']);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...TIP_EVENTS), { maxLength: 50 }), (events) => {
        let state: TipState = 'received';
        let over: TipState | null = null;
        for (const event of events) {
          state = follow(state, event) ?? state;
          if (over !== null) expect(state).toBe(over);
          if (isOver(state)) over = state;
        }
      }),
    );
  });

  it('comes to a decision only by a decision: no note, claim or answer ends it', () => {
    const open: TipState[] = ['received', 'claimed', 'needs_info'];
    const deciding = ['approve', 'merge', 'decline', 'spam', 'expire', 'withdraw'];
    for (const state of open) {
      for (const event of TIP_EVENTS) {
        const to = follow(state, event);
        if (to !== null && !deciding.includes(event)) expect(open, `${state}, ${event}`).toContain(to);
      }
    }
  });
});
