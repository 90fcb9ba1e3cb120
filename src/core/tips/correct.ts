import { readTipRow, saveTipContent } from '../../db/queries/tips.ts';
import type { Reply } from '../reply/reply.ts';
import { nextAsked } from './asking.ts';
import { draftOf } from './drafting.ts';
import { addPieces, type Inside, openParts, partOf, revisePart, tipOfFile, wordsOf } from './pieces.ts';
import { mayStill } from './state-for-contact.ts';
import type { Told } from './take-in.ts';
import { emptyContent, forTeam, openContent, sealContent } from './tip-content.ts';
import { nextReply } from './tip-replies.ts';

/** What a tip's parts state now is written down again: after a part was changed or taken away. */
export async function readAgain(tipId: string, { core, inside, contact }: Pick<Told, 'core' | 'inside' | 'contact'>) {
  const { tx, vault, now } = inside;
  const tip = await readTipRow(tx, tipId);
  const before = (tip && openContent(vault, tipId, tip.draft)) ?? emptyContent();
  const parts = await openParts(tx, vault, tipId);
  const draft = draftOf(parts, before.revised, core);
  const stands = { draft, former: draft, hasWords: wordsOf(parts).length > 0, answers: null };
  const { asking, isPut } = tip?.gatheringUntil ? nextAsked(before, stands) : { asking: [], isPut: false };
  const content = { ...before, draft, asking };
  await saveTipContent(tx, tipId, { draft: sealContent(vault, tipId, forTeam(content, contact), now) });
  if (!contact.blocked) await core.tipChanged?.(core, tx, tipId, now);
  return { draft, asking, isPut };
}

/**
 * The words of an earlier message are others now, or gone; or a file has words now. Whoever decides may have read the former ones: once the
 * tip is complete both stand. Null: that message brought nothing that is kept, or it is decided on.
 */
export async function correctPart(cause: string, text: string, told: Told): Promise<Reply | null> {
  const { core, inside, contact, voice, invocation } = told;
  const { vault, tx, now } = inside;
  const found = await partOf(cause, inside);
  const tip = found?.tip ?? (await tipOfFile(cause, inside));
  if (tip?.contactId !== contact.id || !mayStill(tip, 'amend')) return null;
  const before = openContent(vault, tip.id, tip.draft) ?? emptyContent();
  const held = await openParts(tx, vault, tip.id);
  const former = draftOf(held, before.revised, core);
  const isGathering = tip.gatheringUntil !== null && tip.gatheringUntil > now;
  if (found && isGathering) await revisePart(found.part, text, inside);
  else if (text !== '') {
    const piece = { text, pin: null, attachments: [], answers: null, ...(found ? { replaces: found.part.row.id } : {}) };
    const named = found ? invocation : { ...invocation, cause };
    await addPieces(tip.id, held, piece, named, inside);
  }
  const standing = { tipId: tip.id, ...(await readAgain(tip.id, told)), unclear: false };
  return nextReply(standing, { former, answered: null, understood: true, corrects: false, files: 0 }, voice);
}

/** Only for its own words, so that a question that was taken for a tip leaves nothing behind. */
export const lastWords = async (tipId: string, { tx, vault }: Inside) => {
  const parts = await openParts(tx, vault, tipId);
  return { parts, last: parts.filter(({ content }) => content.kind === 'words').at(-1) ?? null };
};
