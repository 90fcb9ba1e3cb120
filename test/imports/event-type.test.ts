import { describe, expect, it } from 'vitest';
import { eventTypeOf, likelySubEvent } from '../../src/core/imports/mapping/event-type.ts';

const nobody = { hitCivilians: false, harmed: false };

describe('the likely sub-event type', () => {
  it.each([
    [['ied', 'clash'], nobody, 'Remote explosive/landmine/IED'],
    [['arson', 'ambush'], nobody, 'Armed clash'],
    [['arson'], nobody, 'Looting/property destruction'],
    [['arson'], { hitCivilians: false, harmed: true }, 'Armed clash'],
    [['livestock_raid', 'looting'], { hitCivilians: true, harmed: true }, 'Attack'],
    [['arrest'], { hitCivilians: false, harmed: true }, 'Arrests'],
    [[], { hitCivilians: true, harmed: false }, 'Attack'],
    [[], nobody, 'Armed clash'],
  ] as const)('of %j is that of the violence, where there was any', (tactics, met, expected) => {
    expect(likelySubEvent(tactics, met)).toBe(expected);
    expect(eventTypeOf(expected)).not.toBe('');
  });
});
