import type { TipRow } from '../../db/queries/tips.ts';
import { hourOf } from '../identity/contacts.ts';
import { fold } from '../question/text.ts';
import { type Opened, openParts, wordsOf } from './pieces.ts';
import { mayStill } from './state-for-contact.ts';
import type { Told } from './take-in.ts';

const HOUR_MS = 3_600_000;
/** The same words later tell of another time. */
const SENT_AGAIN_MS = HOUR_MS;

/** The same words are there already: over a bad connection people send again what they do not see arrive. */
export const isRepeated = (text: string, parts: readonly Opened[]): boolean => {
  const said = fold(text);
  return said !== '' && wordsOf(parts).some((words) => fold(words.text) === said);
};

/** The contact's last tip where these words are in it, and it came just now; null: they tell something new. */
export async function tipThatHas(text: string, [last]: readonly TipRow[], { inside }: Told): Promise<TipRow | null> {
  const { tx, vault, now } = inside;
  if (text === '' || !last || last.receivedAt < hourOf(new Date(now.getTime() - SENT_AGAIN_MS)) || !mayStill(last, 'amend'))
    return null;
  return isRepeated(text, await openParts(tx, vault, last.id)) ? last : null;
}
