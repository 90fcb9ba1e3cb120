import type { Declined } from '../question.ts';
import { allOf, has, isKind, type Sentence } from './sentence.ts';

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
  const isAsked = has(sentence, 'event', 'toll', 'casualties', 'superlative');
  const said = allOf(sentence, 'unanswerable').find(({ mild }) => !mild || !isAsked);
  return said?.why ?? (asksLiveLocation(sentence) ? 'live_location' : null);
}
