import { createHash } from 'node:crypto';
import type { decision } from '../../db/schema/decision.ts';

export type DecisionRow = typeof decision.$inferSelect;
/** What of a decision its hash vouches for: all but its place in the table. */
export type Decided = Omit<DecisionRow, 'id' | 'hash'>;

/** Before the first decision. */
export const NO_DECISION = new Uint8Array(32);

const hex = (bytes: Uint8Array | null) => (bytes === null ? null : Buffer.from(bytes).toString('hex'));

/** SHA-256 over the row and, through it, over all before it: a row that is changed, dropped or moved no longer fits the next. */
export const hashOf = (row: Decided): Uint8Array =>
  createHash('sha256')
    .update(
      JSON.stringify([
        hex(row.previousHash),
        row.at.toISOString(),
        row.subject,
        row.subjectId,
        row.event,
        row.fromState,
        row.toState,
        row.by,
        row.moderatorId,
        hex(row.cause),
        // what is sealed may go with its key, but cannot be exchanged
        hex(row.content),
      ]),
    )
    .digest();

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

/** The first row that does not fit what is before it, given in order from the beginning; null: the log is whole. */
export function firstBroken(rows: Iterable<DecisionRow>): number | null {
  let before: Uint8Array = NO_DECISION;
  for (const row of rows) {
    if (!same(row.previousHash, before) || !same(row.hash, hashOf(row))) return row.id;
    before = row.hash;
  }
  return null;
}
