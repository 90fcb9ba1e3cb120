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

/** Which transactions had been committed at a moment, as `pg_current_snapshot()` writes it: all below `next` but those under way. */
interface Moment {
  next: bigint;
  underWay: readonly bigint[];
}

function momentOf(text: string): Moment {
  const [, next = '0', underWay = ''] = text.split(':');
  const ids = underWay === '' ? [] : underWay.split(',');
  return { next: BigInt(next), underWay: ids.map(BigInt) };
}

const had = ({ next, underWay }: Moment, transaction: bigint) => transaction < next && !underWay.includes(transaction);

/** All that had been committed at one moment had been at the other. */
const hadAllOf = (later: Moment, earlier: Moment) =>
  later.next >= earlier.next && later.underWay.every((id) => id >= earlier.next || earlier.underWay.includes(id));

export interface FollowedNames {
  /** Somebody here has just changed names: resolves when they have been read since, for whatever reason. */
  changed(): Promise<void>;
  /** Resolves to when nothing is under way any more. */
  end(): Promise<void>;
}

/**
 * Calls `read` when names have changed, in whichever process, one call at a time; a change that the last call has seen needs none of its
 * own. A session that was lost and comes back reads anew, as it may have missed something.
 */
export async function followNames({ sql }: Pick<Store, 'sql'>, read: () => Promise<void>): Promise<FollowedNames> {
  const now = async (): Promise<Moment> => {
    const [row] = await sql<{ moment: string }[]>`select pg_current_snapshot()::text as moment`;
    return momentOf(row?.moment ?? '');
  };
  let seen: Moment | null = null;
  let last: Promise<void> = Promise.resolve();
  /** After all that was asked for before; not at all where that has seen it. */
  const readUnless = (isSeen: (seen: Moment) => boolean): Promise<void> => {
    const reading = last.then(async () => {
      if (seen && isSeen(seen)) return;
      const moment = await now();
      seen = null;
      await read();
      seen = moment;
    });
    last = reading.catch(() => {});
    return reading;
  };
  const told = (isSeen: (seen: Moment) => boolean) => {
    // the names stay as they were; the next change reads them
    readUnless(isSeen).catch(() => {});
  };
  let listened = false;
  const { unlisten } = await sql.listen(
    CHANGED,
    (transaction) => told((moment) => /^\d+$/u.test(transaction) && had(moment, BigInt(transaction))),
    () => {
      if (listened) told(() => false);
      listened = true;
    },
  );
  return {
    async changed() {
      const moment = await now();
      await readUnless((before) => hadAllOf(before, moment));
    },
    async end() {
      await unlisten();
      await last;
    },
  };
}
