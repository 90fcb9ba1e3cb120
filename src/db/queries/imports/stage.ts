import { finished } from 'node:stream/promises';
import type { TransactionSql } from 'postgres';
import { columnList } from '../upsert.ts';
import { CONTENT } from '../versions.ts';
import { copyLine } from './copy-text.ts';
import type { Batch } from './rows.ts';

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

/** Columns that a deletion leaves open. */
const nothingSaid = SAID.map(() => null);

/** Sends the batch to its stage by COPY: nothing is parsed, planned or checked row by row. */
export async function fillStage(tx: TransactionSql, { rows, deletions }: Batch): Promise<void> {
  await tx.unsafe('truncate import_stage, import_verdict');
  const stage = await tx.unsafe(`copy import_stage (${columnList([...STAGE, ...SAID])}) from stdin`).writable();
  const lines = [
    ...rows.map(({ line, originId, digest, ref, account, content }) => {
      const values = new Map<string, unknown>(Object.entries(content));
      const { noteEn, url, published } = account;
      return copyLine([line, originId, false, digest, ref, noteEn, url, published, ...SAID.map((name) => values.get(name))]);
    }),
    ...deletions.map(({ line, originId }) => copyLine([line, originId, true, null, null, null, null, null, ...nothingSaid])),
  ];
  stage.end(lines.join(''));
  await finished(stage);
}
