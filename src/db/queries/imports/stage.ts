import { hash } from 'node:crypto';
import { finished } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';
import { columnList } from '../upsert.ts';
import { CONTENT } from '../versions.ts';
import { copyCells } from './copy-text.ts';
import type { Batch, GivenRow, ImportedRow } from './rows.ts';

const { ref: _, ...said } = CONTENT;
/** Columns of a version that a row of a file decides. */
export const SAID = Object.keys(said);
const SAID_TYPES = Object.entries(said);

const STAGE = ['line', 'originId', 'gone', 'digest', 'ref', 'noteEn', 'url', 'published'];

/**
 * Tables of one session: the batch at hand, what becomes of its rows, and every id that the file has had so far. They go with the
 * session, so that an import which is killed leaves nothing behind.
 */
export const STAGE_TABLES = [
  `create temp table import_stage (line bigint, origin_id text, gone boolean, digest text, ref text, note_en text, url text,
     published date, ${SAID_TYPES.map(([name, type]) => `${columnList([name])} ${type}`).join(', ')})`,
  'create temp table import_verdict (line bigint, origin_id text, incident_id bigint, verdict text, first_line bigint)',
  'create temp table import_seen (origin_id text primary key, line bigint, digest text)',
];

/** The digest is of what the row says: equal for rows that say the same. */
export function importedRow({ line, originId, ref, content, account }: GivenRow): ImportedRow {
  const values: Readonly<Record<string, unknown>> = content;
  const { noteEn, url, published } = account;
  const says = copyCells([noteEn, url, published, ...SAID.map((name) => values[name])]);
  const digest = hash('sha256', says, 'base64url').slice(0, DIGEST_LENGTH);
  return { line, originId, text: `${copyCells([line, originId, false, digest, ref])}\t${says}\n` };
}

/** 22 letters of base64 are 132 bits. */
const DIGEST_LENGTH = 22;
const deletion = ({ line, originId }: Batch['deletions'][number]) =>
  `${copyCells([line, originId, true, ...Array<null>(STAGE.length - 3 + SAID.length).fill(null)])}\n`;

/** Sends the batch to its stage by COPY: nothing is parsed, planned or checked row by row. */
export async function fillStage(tx: TransactionSql, { rows, deletions }: Batch): Promise<void> {
  await tx.unsafe('truncate import_stage, import_verdict');
  const stage = await tx.unsafe(`copy import_stage (${columnList([...STAGE, ...SAID])}) from stdin`).writable();
  stage.end(Buffer.from(rows.map(({ text }) => text).join('') + deletions.map(deletion).join('')));
  await finished(stage);
}
