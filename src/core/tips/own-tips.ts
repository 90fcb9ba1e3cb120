import { readLastDecision, readTipByReceipt, readTipsOf, type TipRow } from '../../db/queries/tips.ts';
import { damascusDay } from '../damascus-day.ts';
import { readReceipt } from '../identity/receipts.ts';
import { contentOf } from '../moderation/record.ts';
import { TOLD } from '../moderation/states.ts';
import { forContact } from '../moderation/tell-contact.ts';
import type { Inline } from '../reply/reply.ts';
import { mayAsk } from './limits.ts';
import { mayStill, stateForContact } from './state-for-contact.ts';
import type { Told } from './take-in.ts';

/** As many as a phone shows. */
const LISTED = 5;

/**
 * The tip that is meant: by its receipt, whoever has it, or else the contact's last that is not decided on. Null for all that is not found: unknown, gone, or
 * asked for too often. Nothing tells which.
 */
export async function meantTip(receipt: string, { inside, contact }: Told): Promise<TipRow | null> {
  const { tx, vault, now } = inside;
  if (receipt.trim() === '') {
    const last = await readTipsOf(tx, contact.id, LISTED);
    return last.find((tip) => mayStill(tip, 'withdraw')) ?? last[0] ?? null;
  }
  if (!(await mayAsk(tx, vault, contact, now))) return null;
  const hash = readReceipt(vault, receipt);
  return (hash && (await readTipByReceipt(tx, hash))) ?? null;
}

export const lastTips = ({ inside, contact }: Told): Promise<TipRow[]> => readTipsOf(inside.tx, contact.id, LISTED);

/** Why it was declined, as the contact was told: without names of the team. */
async function kindWords({ ref, state }: TipRow, { inside }: Told): Promise<string | null> {
  if (state !== 'declined') return null;
  const last = await readLastDecision(inside.tx, ref);
  const words = last && contentOf(last, inside.vault)?.reason;
  return typeof words === 'string' && words !== '' ? forContact(inside.tx, words) : null;
}

/** How a tip stands, in one line, as far as its contact is told. Whoever has the receipt alone learns how it stands and nothing of it. */
export async function standingOf(tip: TipRow, told: Told): Promise<{ content: Inline[]; lines?: Inline[][] }> {
  const { t, days } = told.voice;
  const state = t(`tip-state.${TOLD[stateForContact(tip)]}`);
  if (tip.contactId !== told.contact.id) return { content: [state] };
  const line = t('tip-standing', { day: days.day(damascusDay(tip.receivedAt)), state });
  const words = await kindWords(tip, told);
  return words === null ? { content: [line] } : { content: [line], lines: [[t('tip-kind-words', { words: t.quote(words) })]] };
}
