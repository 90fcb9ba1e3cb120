import { saveTipContent, type TipRow } from '../../db/queries/tips.ts';
import type { Reply } from '../reply/reply.ts';
import { missingFields } from './asking.ts';
import { draftOf } from './drafting.ts';
import { tipInHand } from './gathering.ts';
import { openParts, wordsOf } from './pieces.ts';
import type { Told } from './take-in.ts';
import { emptyContent, type Field, openContent, sealContent, type TipContent } from './tip-content.ts';
import { doneReply, fixReply } from './tip-replies.ts';

async function inHand({ inside, contact }: Told): Promise<{ tip: TipRow; content: TipContent } | null> {
  const tip = await tipInHand(inside.tx, contact, inside.now);
  return tip && { tip, content: openContent(inside.vault, tip.id, tip.draft) ?? emptyContent() };
}

/** It is complete. Says the same where there was none. */
export async function closeTip(told: Told): Promise<Reply> {
  const { inside, core, voice } = told;
  const found = await inHand(told);
  if (found) {
    const { tx, vault, now } = inside;
    const draft = sealContent(vault, found.tip.id, { ...found.content, asking: [] }, now);
    await saveTipContent(tx, found.tip.id, { draft, gatheringUntil: null });
    if (!told.contact.blocked) await core.tipChanged?.(core, tx, found.tip.id, now);
  }
  return doneReply(voice);
}

/** Asks for the next thing instead, or for nothing more. */
export async function skipField(told: Told): Promise<Reply> {
  const found = await inHand(told);
  if (!found) return doneReply(told.voice);
  const { tip, content } = found;
  const { tx, vault, now } = told.inside;
  const settled = [...new Set([...content.settled, ...content.asking])];
  const parts = await openParts(tx, vault, tip.id);
  const draft = draftOf(parts, content.revised, told.core);
  const asking = missingFields({ draft, settled, hasWords: wordsOf(parts).length > 0 }, content.said);
  // nothing left to ask: that is as good as "done", and one message less
  if (asking.length === 0) return closeTip(told);
  const said = content.said + 1;
  await saveTipContent(tx, tip.id, { draft: sealContent(vault, tip.id, { ...content, settled, asking, said }, now) });
  return fixReply({ tipId: tip.id, draft, asking, isPut: true, unclear: false }, told.voice);
}

/** What was understood of a field was wrong: the next words are taken for it. */
export async function fixField(field: Field, told: Told): Promise<Reply> {
  const found = await inHand(told);
  if (!found) return doneReply(told.voice);
  const { tip, content } = found;
  const { tx, vault, now } = told.inside;
  const settled = content.settled.filter((one) => one !== field);
  const changed = { ...content, asking: [field], settled, said: content.said + 1 };
  await saveTipContent(tx, tip.id, { draft: sealContent(vault, tip.id, changed, now) });
  return fixReply({ tipId: tip.id, draft: content.draft, asking: [field], isPut: true, unclear: false }, told.voice);
}
