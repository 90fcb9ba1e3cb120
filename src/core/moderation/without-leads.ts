import type { Block } from '../reply/reply.ts';
import type { Voice } from '../summary/voice.ts';
import { forPeople, REMOVED } from '../tips/for-people.ts';

/**
 * What somebody of the team writes beside a contact, as it is kept: numbers, accounts and links that lead to a person are left out, of the team
 * as of anybody, since whoever opens the log would have both. Other links stay, unlinked.
 */
export const withoutLeads = (words: string): string => forPeople(words);

/** Says so where something was. */
export const leftOut = (kept: string, { t }: Voice): Block[] =>
  kept.includes(REMOVED) ? [{ kind: 'note', tone: 'plain', content: [t('left-out')] }] : [];
