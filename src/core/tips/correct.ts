import { readTipRow, saveTipContent } from '../../db/queries/tips.ts';
import type { Reply } from '../reply/reply.ts';
import { nextField } from './answers.ts';
import { draftOf } from './drafting.ts';
import { type Inside, openParts, partOf, revisePart, wordsOf } from './pieces.ts';
import type { Told } from './take-in.ts';
import { emptyContent, openContent, sealContent } from './tip-content.ts';
import { nextReply } from './tip-replies.ts';

/** What a tip's parts state now is written down again: after a part was changed or taken away. */
export async function readAgain(tipId: string, { core, inside }: Pick<Told, 'core' | 'inside'>) {
  const { tx, vault, now } = inside;
  const tip = await readTipRow(tx, tipId);
  const before = (tip && openContent(vault, tipId, tip.draft)) ?? emptyContent();
  const parts = await openParts(tx, vault, tipId);
  const draft = draftOf(parts, before.revised, core);
  const asking = tip?.gatheringUntil ? nextField(draft, before.settled, wordsOf(parts).length > 0) : null;
  const content = { ...before, draft, asking };
  await saveTipContent(tx, tipId, { draft: sealContent(vault, tipId, content, now) });
  await core.tipChanged?.(core, tx, tipId, now);
  return content;
}

/** The words of an earlier message are others now, or gone. Null: that message brought nothing that is kept, or it is decided on. */
export async function correctPart(cause: string, text: string, told: Told): Promise<Reply | null> {
  const { inside, contact, voice } = told;
  const found = await partOf(cause, inside);
  if (found?.tip.contactId !== contact.id || !isOpen(found.tip.state)) return null;
  await revisePart(found.part, text, inside);
  const { draft, asking } = await readAgain(found.tip.id, told);
  const standing = { tipId: found.tip.id, draft, asking, unclear: false };
  return nextReply(standing, { answered: null, understood: true, files: 0 }, voice);
}

const isOpen = (state: string) => state === 'received' || state === 'claimed' || state === 'needs_info';

/** Only for its own words, so that a question that was taken for a tip leaves nothing behind. */
export const lastWords = async (tipId: string, { tx, vault }: Inside) => {
  const parts = await openParts(tx, vault, tipId);
  return { parts, last: parts.filter(({ content }) => content.kind === 'words').at(-1) ?? null };
};
