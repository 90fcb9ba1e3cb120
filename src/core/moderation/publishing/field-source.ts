import { createHash } from 'node:crypto';
import type { addSource } from '../../../db/queries/incident-writing.ts';
import type { Trust } from '../../../db/schema/contact.ts';
import type { Reliability } from '../../../db/schema/vocabulary.ts';

/** Admiralty: proven by time B, vouched for C, a stranger D. None is A: nobody is completely reliable unseen. */
export const RELIABILITY_OF = { trusted: 'B', known: 'C', unknown: 'D' } as const satisfies Record<Trust, Reliability>;

const NAMES = {
  trusted: ['Field contact (trusted)', 'مصدر ميداني (موثوق)'],
  known: ['Field contact (known)', 'مصدر ميداني (معروف)'],
  unknown: ['Field contact (unknown)', 'مصدر ميداني (غير معروف)'],
} as const satisfies Record<Trust, readonly [string, string]>;

/** All contacts of one trust are one source: an account never tells which of them it was. */
export function fieldSource(trust: Trust): Parameters<typeof addSource>[1] {
  const [name, nameAr] = NAMES[trust];
  return {
    id: `field-contact-${trust}`,
    name,
    nameAr,
    kind: 'field contact',
    affiliation: 'People in the field, known to dalil by codenames alone',
    side: null,
    reliability: RELIABILITY_OF[trust],
  };
}

/** Names what came of a tip without naming the tip. */
export const originIdOf = (tipId: string): string => createHash('sha256').update(`tip\n${tipId}`).digest('hex').slice(0, 16);
export const accountPrefix = (tipId: string): string => `tip:${originIdOf(tipId)}:`;
