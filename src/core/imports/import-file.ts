import { basename } from 'node:path';
import type { Store } from '../../db/client.ts';
import { freshenStatistics, type ImportSession, openImportSession } from '../../db/queries/imports/import-session.ts';
import type { Tally } from '../../db/queries/imports/rows.ts';
import { ensureSource } from '../../db/queries/imports/sources.ts';
import { readGazetteer } from '../gazetteer/read.ts';
import { type Batching, createBatching } from './batching.ts';
import { createActorFinder, type NewActor } from './find-actor.ts';
import { createPlaceFinder } from './find-place.ts';
import { type ImportFormat, rowsOf } from './formats.ts';
import { importedRef } from './incident-row.ts';
import type { Mapping } from './mapping/mapping-shape.ts';
import type { RowReader } from './reading.ts';
import type { Problem } from './row.ts';
import { sourceOf } from './source-of.ts';

export interface ImportRequest {
  format: ImportFormat;
  path: string;
  /** What the columns of csv, geojson and xlsx mean; left out: they are called as dalil calls them. */
  mapping?: Mapping | undefined;
  /** Whose rows these are; left out: the format's own source, or the mapping's. */
  source?: string | undefined;
  encoding?: string | undefined;
  dryRun?: boolean | undefined;
  /** The file is all that the source has: what it does not name any more is retracted. */
  snapshot?: boolean | undefined;
  /** Also over what people have changed here. */
  overwrite?: boolean | undefined;
}

export interface ImportDeps {
  store: Pick<Store, 'sql' | 'db' | 'url'>;
  now(): Date;
  /** Rows in one transaction. */
  batchRows?: number;
  /** Finish what is in hand and return. */
  stop?: AbortSignal;
  onProblem?(problem: Problem): void | Promise<void>;
  onProgress?(progress: Progress): void | Promise<void>;
  /** Another import has to end first. */
  onWaiting?(): void;
}

export interface Counts {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  deleted: number;
  rejected: number;
}

export interface Progress extends Counts {
  bytes: number;
}

export interface ImportResult {
  counts: Counts;
  /** Actors that nobody here had a name for. */
  newActors: NewActor[];
  /** Incidents that people have changed here and the source told otherwise: theirs stayed. */
  kept: number;
  /** It was stopped before the end of the file. */
  stopped: boolean;
  /** Why a part of what was asked for was left undone, as a sentence; null: all was done. */
  trouble: string | null;
}

const BATCH_ROWS = 8000;
/** From so many written rows on, the planner is told. */
const MANY = 5000;

/**
 * Brings a file into the store, a batch in a transaction: rows are new, changed or unchanged by their id at the source. Memory stays
 * flat at any size. Whenever it ends, also by a kill, it can simply be started again: what is in is known again. Throws BadFile where
 * the file as a whole cannot be taken.
 */
export async function importFile(deps: ImportDeps, request: ImportRequest): Promise<ImportResult> {
  const { store, now, batchRows = BATCH_ROWS } = deps;
  const { format, mapping, dryRun = false, overwrite = false } = request;
  const gazetteer = await readGazetteer(store);
  const { source, origin } = sourceOf(request, gazetteer);
  const { rows, makeReader } = rowsOf(format, request.path, { mapping, encoding: request.encoding });
  const why = `import of ${basename(request.path)}`;
  if (!dryRun) await ensureSource(store.sql, source, { now: now(), why });
  const refOf = (originId: string, salt: number) => importedRef(origin, originId, salt);
  const task = { origin, sourceId: source.id, why, refOf, overwrite, dryRun };
  const session = await openImportSession(store, task, () => deps.onWaiting?.());
  const actors = createActorFinder(gazetteer);
  const batching = createBatching({
    session,
    deps,
    actors,
    batchRows,
    bytes: () => rows.bytes(),
    context: { origin, source: { ...source, side: source.side ?? null }, place: createPlaceFinder(gazetteer) },
  });
  try {
    let reader: RowReader | null = null;
    let stopped = false;
    for await (const row of rows) {
      if (deps.stop?.aborted) {
        stopped = true;
        break;
      }
      if (!('unreadable' in row)) reader ??= makeReader(Object.keys(row.cells));
      await batching.take(row, reader);
    }
    await batching.finish();
    const trouble = request.snapshot && !stopped ? await retractGone(session, batching, deps) : null;
    const { counts } = batching;
    const written = counts.new + counts.changed + counts.deleted;
    if (!dryRun && written >= MANY) await freshenStatistics(store, written);
    return { counts, newActors: batching.newActors, kept: batching.kept(), stopped, trouble };
  } finally {
    await session.close();
  }
}

/** What the file did not name is retracted, unless it cannot be told what it names: then the sentence says so. */
async function retractGone(session: ImportSession, batching: Batching, { now }: ImportDeps): Promise<string | null> {
  const { read, rejected } = batching.counts;
  if (read === rejected) return 'No row of the file could be taken, so nothing was retracted.';
  const nameless = batching.withoutId();
  if (nameless > 0) {
    return `${nameless} rows have no id that could be read, so what is gone cannot be told: nothing was retracted. Mend them and run it again.`;
  }
  for (;;) {
    const gone: Tally | null = await session.retractGone(now());
    if (gone === null) return null;
    await batching.settle(gone);
  }
}
