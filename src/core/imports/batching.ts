import type { ImportSession } from '../../db/queries/imports/import-session.ts';
import type { Batch, ImportedRow, Tally } from '../../db/queries/imports/rows.ts';
import { errorCode } from '../../db/unavailable.ts';
import type { ActorFinder, NewActor } from './find-actor.ts';
import type { PlaceFinder } from './find-place.ts';
import type { Counts, ImportDeps } from './import-file.ts';
import { type ImportSource, incidentRow } from './incident-row.ts';
import type { RowReader } from './reading.ts';
import { BadCell, type Problem, type Row, type Unreadable } from './row.ts';

interface BatchingDeps {
  session: ImportSession;
  deps: ImportDeps;
  actors: ActorFinder;
  batchRows: number;
  bytes(): number;
  context: { origin: string; source: ImportSource; place: PlaceFinder };
}

export interface Batching {
  counts: Counts;
  newActors: NewActor[];
  kept(): number;
  /** Rows that did not even tell their id. */
  withoutId(): number;
  take(row: Row | Unreadable, reader: RowReader | null): Promise<void>;
  /** Counts what became of rows. */
  settle(tally: Tally): Promise<void>;
  /** Writes what is left. */
  finish(): Promise<void>;
}

interface OpenBatch {
  rows: ImportedRow[];
  deletions: { line: number; originId: string }[];
  seen: { line: number; originId: string }[];
}

const sizeOf = ({ rows, deletions, seen }: OpenBatch) => rows.length + deletions.length + seen.length;

/** Gathers rows into batches. While the store writes one, the next is read: at most two are in memory. */
export function createBatching({ session, deps, actors, batchRows, bytes, context }: BatchingDeps): Batching {
  const counts: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, deleted: 0, rejected: 0 };
  const newActors: NewActor[] = [];
  let kept = 0;
  let withoutId = 0;
  let open: OpenBatch = { rows: [], deletions: [], seen: [] };
  let writing: Promise<void> = Promise.resolve();

  const tell = async (problem: Problem) => {
    await deps.onProblem?.(problem);
  };
  const reject = async (problem: Problem) => {
    counts.rejected++;
    await tell(problem);
  };

  async function settle(tally: Tally): Promise<void> {
    counts.new += tally.counts.new;
    counts.changed += tally.counts.changed;
    counts.unchanged += tally.counts.unchanged + tally.kept.filter(({ line }) => line !== null).length;
    counts.deleted += tally.counts.deleted;
    kept += tally.counts.kept;
    for (const { line, ref, originId } of tally.kept) {
      await tell({ line: line ?? 0, column: null, reason: `${ref} was changed here, and that was kept`, value: originId });
    }
    for (const { line, originId, firstLine } of tally.repeated) {
      await reject({ line, column: null, reason: `has the id of line ${firstLine} and says something else`, value: originId });
    }
  }

  /** A row that the store refuses is found by halves: the rest of its batch goes in. */
  async function write(batch: Batch, sent: () => void): Promise<void> {
    try {
      await settle(await session.write(batch, deps.now(), sent));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const [row] = batch.rows;
      if (batch.rows.length <= 1) {
        if (!row) throw error;
        await reject({ line: row.line, column: null, reason: `the store refuses it (${errorCode(error)})`, value: row.originId });
        return session.write({ ...batch, rows: [], seen: [...batch.seen, row] }, deps.now(), sent).then(settle);
      }
      const half = Math.ceil(batch.rows.length / 2);
      await write({ ...batch, rows: batch.rows.slice(0, half) }, sent);
      await write({ rows: batch.rows.slice(half), deletions: [], seen: [], actors: [] }, sent);
    }
  }

  async function send(): Promise<void> {
    await writing;
    if (sizeOf(open) === 0) return;
    const fresh = actors.takeNew();
    newActors.push(...fresh);
    const batch: Batch = { ...open, actors: fresh };
    open = { rows: [], deletions: [], seen: [] };
    // to read on while the batch is still being sent would only slow the sending down
    await new Promise<void>((sent) => {
      writing = write(batch, sent).then(() => deps.onProgress?.({ ...counts, bytes: bytes() }));
      // it is awaited with the next batch; until then its failure is nobody's
      writing.catch(() => sent());
    });
  }

  async function take(row: Row | Unreadable, reader: RowReader | null): Promise<void> {
    counts.read++;
    if ('unreadable' in row || reader === null) {
      withoutId++;
      if ('unreadable' in row) await reject(row.unreadable);
      return;
    }
    try {
      const reading = reader.read(row, actors);
      if ('deletion' in reading) open.deletions.push({ line: row.line, originId: reading.deletion });
      else open.rows.push(incidentRow(reading.incident, row.line, context));
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      const originId = idOf(row, reader);
      if (originId === null) withoutId++;
      else open.seen.push({ line: row.line, originId });
      await reject({ line: row.line, column: error.column, reason: error.message, value: error.value });
    }
    if (sizeOf(open) >= batchRows) await send();
  }

  return {
    counts,
    newActors,
    kept: () => kept,
    withoutId: () => withoutId,
    take,
    settle,
    async finish() {
      await send();
      await writing;
    },
  };
}

function idOf(row: Row, reader: RowReader): string | null {
  try {
    return reader.idOf(row);
  } catch {
    return null;
  }
}

/** Data exceptions and broken constraints: the row's fault, not the server's. */
const isRefusal = (error: unknown): boolean => /^2[23]/u.test(errorCode(error));
