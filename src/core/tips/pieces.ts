import type { Database } from '../../db/client.ts';
import {
  deletePart,
  insertMedia,
  insertPart,
  readMedia,
  readPartByCause,
  readParts,
  readTipOfMediaCause,
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

export interface Opened {
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

type Part = Pick<Opened, 'content'> & { row?: Pick<TipPartRow, 'id'> };

/** As they count: of what was edited after the tip was complete all words stand, and the last ones are read. */
export function wordsOf(parts: readonly Part[]): (Words & { answers: Field | null })[] {
  const words = parts.flatMap(({ content, row }) =>
    content.kind === 'words' || content.kind === 'answer' ? [{ of: content.replaces ?? row?.id, content }] : [],
  );
  const last = new Map(words.map((one) => [one.of, one]));
  return words.filter((one) => one.of === undefined || last.get(one.of) === one).map(({ content }) => content);
}

/** The last one. */
export const pinOf = (parts: readonly { content: PartContent }[]): Pin | null =>
  parts.flatMap(({ content }) => (content.kind === 'pin' ? [{ lat: content.lat, lon: content.lon }] : [])).at(-1) ?? null;

interface Piece {
  text: string;
  pin: Pin | null;
  attachments: readonly Attachment[];
  /** What the words answer. */
  answers: Field | null;
  /** The part that they are instead of. */
  replaces?: string;
  /** Nobody looks at it: its files are not fetched. */
  unseen?: boolean;
}

/** What one message brought, as it is kept. */
export function contentsOf({ text, pin, answers, replaces }: Omit<Piece, 'attachments'>, today: string): PartContent[] {
  const words = { kind: 'words' as const, text, today, answers, ...(replaces === undefined ? {} : { replaces }) };
  return [...(text === '' ? [] : [words]), ...(pin ? [{ kind: 'pin' as const, ...pin }] : [])];
}

/**
 * Keeps what one message brought beside what is there; what is known by its cause already is left as it is. Returns how much was new, and
 * all parts.
 */
export async function addPieces(
  tipId: string,
  before: readonly Opened[],
  piece: Piece,
  { cause, today, speaker }: Pick<Invocation, 'cause' | 'today' | 'speaker'>,
  inside: Inside,
): Promise<{ added: number; parts: Opened[] }> {
  const { tx, vault, newId, now } = inside;
  const parts = [...before];
  for (const content of contentsOf(piece, today)) {
    const id = newId();
    const ordinal = (parts.at(-1)?.row.ordinal ?? -1) + 1;
    const { kind } = content;
    const sealed = sealPart(vault, id, content, now);
    const row = await insertPart(tx, {
      id,
      tipId,
      ordinal,
      kind,
      cause: causeOf(vault, cause, kind),
      content: sealed,
      at: hourOf(now),
    });
    if (row) parts.push({ row, content });
  }
  const added = parts.length - before.length;
  if (piece.attachments.length === 0) return { added, parts };
  const from = (await readMedia(tx, tipId)).length;
  let files = 0;
  for (const [at, { kind, ref }] of piece.attachments.entries()) {
    const id = newId();
    const row = { id, tipId, ordinal: from + at, kind, cause: causeOf(vault, cause, `file ${at}`) };
    const fetch = vault.seal(JSON.stringify(ref), { column: 'tip_media.fetch', row: id }, { until: 'week', now });
    if (!(await insertMedia(tx, piece.unseen ? { ...row, state: 'refused' } : { ...row, fetch }))) continue;
    files++;
    if (!piece.unseen) await inside.fetchLater(tx, { platform: speaker.platform, bot: speaker.bot, id, ref }, now);
  }
  return { added: added + files, parts };
}

/** The words that a message brought, and their tip; null: it brought none that are kept. */
export async function partOf(cause: string, { tx, vault }: Inside): Promise<{ part: Opened; tip: TipRow } | null> {
  const row = await readPartByCause(tx, causeOf(vault, cause, 'words'));
  const content = row && openPart(vault, row);
  const tip = row && (await readTipRow(tx, row.tipId));
  return row && content && tip ? { part: { row, content }, tip } : null;
}

/** The tip to which a message brought a file; null: to none. */
export async function tipOfFile(cause: string, { tx, vault }: Inside): Promise<TipRow | null> {
  const tipId = await readTipOfMediaCause(tx, causeOf(vault, cause, 'file 0'));
  return (tipId !== undefined && (await readTipRow(tx, tipId))) || null;
}

/** Takes other words in place of those that were there; none: the part goes. */
export async function revisePart({ row, content }: Opened, text: string, { tx, vault, now }: Inside): Promise<void> {
  if (content.kind === 'pin') return;
  if (text.trim() === '') return deletePart(tx, row.id);
  await savePart(tx, row.id, sealPart(vault, row.id, { ...content, text }, now));
}
