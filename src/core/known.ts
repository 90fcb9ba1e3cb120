import type { Store } from '../db/client.ts';
import type { Gazetteer } from './gazetteer/gazetteer.ts';
import { readGazetteer } from './gazetteer/read.ts';
import { createQuestionReader, type QuestionReader } from './question/pipeline.ts';
import { createReportReader, type ReportReader } from './tips/report-reader.ts';

/** What is made of the store's names: kept in memory, as every question needs it. */
export interface Known {
  gazetteer: Gazetteer;
  reader: QuestionReader;
  /** What contacts tell. */
  reports: ReportReader;
}

/** As the store has the names now. */
export async function readKnown(store: Pick<Store, 'db'>): Promise<Known> {
  const gazetteer = await readGazetteer(store);
  const reader = createQuestionReader(gazetteer);
  return { gazetteer, reader, reports: createReportReader(reader, gazetteer) };
}

/** The migrations' triggers tell here of every change. */
const CHANGED = 'dalil_names';

/**
 * Calls `read` whenever names have changed, by whichever process, one call at a time, and once more where they changed meanwhile. Resolves
 * to what ends it. A session that was lost and comes back reads anew, as it may have missed something.
 */
export async function whenNamesChange(store: Pick<Store, 'sql'>, read: () => Promise<void>): Promise<() => Promise<void>> {
  let asked = false;
  let reading: Promise<void> | null = null;
  const again = () => {
    asked = true;
    reading ??= (async () => {
      while (asked) {
        asked = false;
        await read();
      }
    })().finally(() => {
      reading = null;
    });
  };
  let listened = false;
  const { unlisten } = await store.sql.listen(CHANGED, again, () => {
    if (listened) again();
    listened = true;
  });
  return async () => {
    await unlisten();
    await reading;
  };
}
