import type { Database } from '../../db/client.ts';
import { changeTip } from '../../db/queries/decision.ts';
import { readMemberNames, type TipRow } from '../../db/queries/moderation.ts';
import type { ToldOfTip } from '../../db/schema/tip.ts';
import type { Core } from '../core.ts';
import { reachContact } from '../identity/contacts.ts';
import type { Reply } from '../reply/reply.ts';
import { forPeople } from '../tips/for-people.ts';
import { withoutNames } from './without-names.ts';

/** What a contact hears of their tip. */
export interface News {
  news: ToldOfTip | 'asked';
  /** The team's own words; nobody of the team is named in them. */
  words: string | null;
}

/** Words of the team for a contact: nobody of the team is named in them, and no number or account leads to them. */
export const forContact = async (tx: Database, words: string): Promise<string> =>
  withoutNames(forPeople(words), [...(await readMemberNames(tx)).values()]);

/** A question about a tip says that it is looked at once more. */
const toldBy = (news: News['news'], told: TipRow['told']): TipRow['told'] =>
  news !== 'asked' ? news : told === null ? null : 'reopened';

/**
 * Tells the contact, in their language and in the transaction of the decision; what they were told last is not said again. False: they
 * cannot be reached any more.
 */
export async function tellContact(core: Core, tx: Database, tip: TipRow, { news, words }: News, now: Date): Promise<boolean> {
  const to = tip.contactId === null ? null : await reachContact(tx, core.vault, tip.contactId);
  if (to === null) return false;
  if (words === null && tip.told === news) return true;
  const t = core.translator(tip.language);
  const said = words === null ? [] : [t(`to-contact-${news}.words`, { words: await forContact(tx, words) })];
  const sentences = [t(`to-contact-${news}`), ...said];
  const reply: Reply = {
    language: tip.language,
    visibility: 'private',
    blocks: sentences.map((sentence) => ({ kind: 'text', content: [sentence] })),
  };
  await core.post(tx, { to, reply, key: `told:${tip.id}:${tip.version}` }, now);
  await changeTip(tx, tip.id, { told: toldBy(news, tip.told) });
  return true;
}
