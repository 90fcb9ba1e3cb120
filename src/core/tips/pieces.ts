import type { Database } from '../../db/client.ts';
import {
  deletePart,
  insertMedia,
  insertPart,
  readMedia,
  readPartByCause,
  readParts,
  savePart,
  type TipPartRow,
} from '../../db/queries/tip-parts.ts';
import { readTipRow, type TipRow } from '../../db/queries/tips.ts';
import type { Invocation } from '../commands/command.ts';
import type { Attachment, Pin } from '../commands/speaker.ts';
import type { Core } from '../core.ts';
import { hourOf } from '../identity/contacts.ts';
import type { Vault } from '../identity/vault.ts';
import type { Words } from './report-reader.ts';
import { type Field, openPart, type PartContent, sealPart } from './tip-content.ts';

/** Where things are kept, and by what they are sealed: a core inside a transaction. */
export type Inside = Pick<Core, 'vault' | 'newId' | 'fetchLater'> & { tx: Database; now: Date };

const causeOf = (vault: Vault, cause: string, of: string) => vault.hash('tip.cause', cause, of);

interface Opened {
  row: TipPartRow;
  content: PartContent;
}

/** Parts whose key is there, in order. */
export async function openParts(tx: Database, vault: Vault, tipId: string): Promise<Opened[]> {
  const rows = await readParts(tx, tipId);
  return rows.flatMap((row) => {
    const content = openPart(vault, row);
    return content ? [{ row, content }] : [];
  });
}

export const wordsOf = (parts: readonly { content: PartContent }[]): (Words & { answers: Field | null })[] =>
  parts.flatMap(({ content }) => (content.kind === 'words' || content.kind === 'answer' ? [content] : []));

/** The last one. */
export const pinOf = (parts: readonly { content: PartContent }[]): Pin | null =>
  parts.flatMap(({ content }) => (content.kind === 'pin' ? [{ lat: content.lat, lon: content.lon }] : [])).at(-1) ?? null;

interface Piece {
  text: string;
  pin: Pin | null;
  attachments: readonly Attachment[];
  /** What the words answer. */
  answers: Field | null;
}

/** Keeps what one message brought; what is known by its cause already is left as it is. Returns how much was new. */
export async function addPieces(tipId: string, piece: Piece, invocation: Invocation, inside: Inside): Promise<number> {
  const { tx, vault, newId, now } = inside;
  const { cause, today, speaker } = invocation;
  const parts = await readParts(tx, tipId);
  const media = await readMedia(tx, tipId);
  const contents: PartContent[] = [];
  if (piece.text !== '') contents.push({ kind: 'words', text: piece.text, today, answers: piece.answers });
  if (piece.pin) contents.push({ kind: 'pin', ...piece.pin });
  let added = 0;
  for (const [at, content] of contents.entries()) {
    const id = newId();
    const row = {
      id,
      tipId,
      ordinal: parts.length + at,
      kind: content.kind,
      cause: causeOf(vault, cause, content.kind),
      content: sealPart(vault, id, content, now),
      at: hourOf(now),
    };
    if (await insertPart(tx, row)) added++;
  }
  for (const [at, { kind, ref }] of piece.attachments.entries()) {
    const id = newId();
    const fetch = vault.seal(JSON.stringify(ref), { column: 'tip_media.fetch', row: id }, { until: 'week', now });
    const row = { id, tipId, ordinal: media.length + at, kind, cause: causeOf(vault, cause, `file ${at}`), fetch };
    if (!(await insertMedia(tx, row))) continue;
    added++;
    await inside.fetchLater(tx, { platform: speaker.platform, bot: speaker.bot, id, ref }, now);
  }
  return added;
}

/** The words that a message brought, and their tip; null: it brought none that are kept. */
export async function partOf(cause: string, { tx, vault }: Inside): Promise<{ part: Opened; tip: TipRow } | null> {
  const row = await readPartByCause(tx, causeOf(vault, cause, 'words'));
  const content = row && openPart(vault, row);
  const tip = row && (await readTipRow(tx, row.tipId));
  return row && content && tip ? { part: { row, content }, tip } : null;
}

/** Takes other words in place of those that were there; none: the part goes. */
export async function revisePart({ row, content }: Opened, text: string, { tx, vault, now }: Inside): Promise<void> {
  if (content.kind === 'pin') return;
  if (text.trim() === '') return deletePart(tx, row.id);
  await savePart(tx, row.id, sealPart(vault, row.id, { ...content, text }, now));
}
