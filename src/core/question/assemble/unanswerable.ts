import type { Declined } from '../question.ts';
import { has, type Item, isKind, type Sentence } from './sentence.ts';

const PAST = new Set(['was', 'were', 'did', 'كان', 'كانت', 'كانوا', 'had', 'وقع', 'وقعت', 'حدث', 'حدثت', 'حصل', 'حصلت']);

/** "where is the patrol now": who asks where a force is, and not where something happened. */
function asksLiveLocation(sentence: Sentence): boolean {
  const asksWhere = sentence.items.some((item) => isKind(item, 'asker') && item.asks === 'where');
  if (!asksWhere || has(sentence, 'event', 'toll', 'superlative', 'casualties', 'order')) return false;
  if (sentence.text.tokens.some((token) => PAST.has(token.norm))) return false;
  return has(sentence, 'actor', 'target_object', 'people');
}

/** Why a question cannot be answered whatever the store holds, or null. */
export function whyUnanswerable(sentence: Sentence): Declined | null {
  const said = sentence.items.find((item): item is Extract<Item, { kind: 'unanswerable' }> => item.kind === 'unanswerable');
  return said?.why ?? (asksLiveLocation(sentence) ? 'live_location' : null);
}
