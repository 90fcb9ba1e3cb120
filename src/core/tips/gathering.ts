import type { Database } from '../../db/client.ts';
import { insertTip, readTipsOf, type TipRow } from '../../db/queries/tips.ts';
import type { Language } from '../../db/schema/vocabulary.ts';
import { type Contact, hourOf } from '../identity/contacts.ts';
import { makeReceipt } from '../identity/receipts.ts';
import { BURST, isMixed, withFlags } from './flags.ts';
import type { Inside } from './pieces.ts';
import { tipRef } from './refs.ts';
import { mayStill } from './state-for-contact.ts';
import { forTeam, sealContent, type TipContent } from './tip-content.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
/** At least so long from the last message on: what comes later is another tip, or is said to be /add. */
const GATHERS_MS = 15 * MINUTE_MS;
/** Nobody has decided on it until then: it goes. */
const PENDING_MS = 14 * DAY_MS;

/** At a full quarter of an hour: when exactly somebody wrote is not to be told from it. */
export const gathersUntil = (now: Date): Date => new Date(Math.ceil((now.getTime() + GATHERS_MS) / GATHERS_MS) * GATHERS_MS);

const SECOND_MS = 1000;
/** From the full hour; the seconds tell nothing but which of a contact's tips of that hour it was. */
function expiry(now: Date, [last]: readonly TipRow[]): Date {
  const first = hourOf(now).getTime() + PENDING_MS;
  return new Date(Math.max(first, last ? last.expiresAt.getTime() + SECOND_MS : first));
}

/** As many of a contact's tips as tell whether there are too many, and which is in hand. */
const LAST_TIPS = BURST + 1;

/** Newest first. */
export const lastTipsOf = async (tx: Database, contact: Contact): Promise<TipRow[]> =>
  contact.isNew ? [] : readTipsOf(tx, contact.id, LAST_TIPS);

/** The tip to which a contact's message belongs: the one that is being gathered, or about which the team asked something. */
export function inHandOf(last: readonly TipRow[], now: Date): TipRow | null {
  const gathering = last.find(({ gatheringUntil }) => gatheringUntil !== null && gatheringUntil > now);
  if (gathering && mayStill(gathering, 'amend')) return gathering;
  return last.find(({ state }) => state === 'needs_info') ?? null;
}

export const tipInHand = async (tx: Database, contact: Contact, now: Date): Promise<TipRow | null> =>
  inHandOf(await lastTipsOf(tx, contact), now);

const MOST_TRIES = 10;

/** A new tip and the words by which it is found, said once. Of who is blocked it holds nothing and is shown to nobody. */
export async function beginTip(
  contact: Contact,
  { text, language, content, last }: { text: string; language: Language; content: TipContent; last: readonly TipRow[] },
  { tx, vault, newId, now }: Inside,
): Promise<{ tip: TipRow; receipt: string }> {
  const before = last.filter(({ receivedAt }) => receivedAt.getTime() > now.getTime() - HOUR_MS).length;
  const receipt = makeReceipt(vault, language, newId);
  const flags = withFlags([], { first_time: last.length === 0, burst: before >= BURST, mixed_script: isMixed(text) });
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const id = newId();
    const tip = await insertTip(tx, {
      id,
      ref: tipRef(newId()),
      contactId: contact.id,
      state: contact.blocked ? 'spam' : 'received',
      trust: contact.trust,
      language,
      flags,
      receipt: receipt.hash,
      draft: sealContent(vault, id, forTeam(content, contact), now),
      receivedAt: hourOf(now),
      gatheringUntil: gathersUntil(now),
      expiresAt: expiry(now, last),
    });
    if (tip) return { tip, receipt: receipt.words };
  }
  throw new Error('no ref of a tip is left');
}
