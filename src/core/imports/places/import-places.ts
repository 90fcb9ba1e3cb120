import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import type { Store } from '../../../db/client.ts';
import { type GazetteerPlaceRow, writePlaces } from '../../../db/queries/imports/places.ts';
import { readGazetteer } from '../../gazetteer/read.ts';
import type { Counts } from '../import-file.ts';
import { readCsv } from '../readers/csv.ts';
import { BadCell, type Problem } from '../row.ts';
import { createFitting } from './fit-place.ts';
import { geonamesPlace, isGeonames } from './geonames.ts';
import type { GivenGazetteerPlace } from './given-place.ts';
import { ochaReader } from './ocha.ts';

type Read = { given: GivenGazetteerPlace } | { problem: Problem } | { skipped: true };

const BATCH_ROWS = 2000;

/**
 * Brings places and spellings of a GeoNames dump or an OCHA table into the gazetteer. A place that is here already gets the spellings
 * alone; imported again nothing changes. Throws BadFile where the file is neither.
 */
export async function importPlaces(
  {
    store,
    now,
    stop,
    onProblem,
  }: { store: Pick<Store, 'sql' | 'db'>; now(): Date; stop?: AbortSignal; onProblem(problem: Problem): void },
  path: string,
): Promise<Counts> {
  const placeHere = createFitting(await readGazetteer(store));
  const counts: Counts = { read: 0, new: 0, changed: 0, unchanged: 0, deleted: 0, rejected: 0 };
  const why = `import of ${basename(path)}`;
  let rows = new Map<string, GazetteerPlaceRow>();
  const write = async () => {
    const written = await writePlaces(store.sql, [...rows.values()], { now: now(), why });
    counts.new += written.new;
    counts.changed += written.changed;
    rows = new Map();
  };
  for await (const read of placesOf(path)) {
    if (stop?.aborted) break;
    counts.read++;
    if ('problem' in read) {
      counts.rejected++;
      onProblem(read.problem);
    } else if ('given' in read) {
      const row = placeHere(read.given);
      // two of the file may be the same place here
      const same = rows.get(row.id);
      rows.set(row.id, same ? { ...row, spellings: [...same.spellings, ...row.spellings] } : row);
      if (rows.size >= BATCH_ROWS) await write();
    }
  }
  await write();
  counts.unchanged = counts.read - counts.new - counts.changed - counts.rejected;
  return counts;
}

async function* placesOf(path: string): AsyncGenerator<Read> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let line = 0;
  for await (const text of lines) {
    line++;
    if (line === 1 && !isGeonames(text.replace(/^\ufeff/u, ''))) {
      lines.close();
      yield* ochaPlacesOf(path);
      return;
    }
    if (text.trim() === '') continue;
    const given = geonamesPlace(text.replace(/^\ufeff/u, ''));
    if ('bad' in given) yield { problem: { line, column: null, reason: given.bad, value: text.slice(0, 80) } };
    else yield 'skipped' in given ? given : { given };
  }
}

async function* ochaPlacesOf(path: string): AsyncGenerator<Read> {
  let reader: ReturnType<typeof ochaReader> | null = null;
  for await (const row of readCsv(path)) {
    if ('unreadable' in row) {
      yield { problem: row.unreadable };
      continue;
    }
    reader ??= ochaReader(Object.keys(row.cells));
    try {
      yield { given: reader(row) };
    } catch (error) {
      if (!(error instanceof BadCell)) throw error;
      yield { problem: { line: row.line, column: error.column, reason: error.message, value: error.value } };
    }
  }
}
