import type { Sql, TransactionSql } from 'postgres';
import { pool, type Store } from '../../client.ts';
import { mergeAllTallies } from '../merge-tallies.ts';
import { giveRefs, judge, judgeGone, rememberSeen, takenRefs } from './judge.ts';
import type { Batch, Tally, Verdict } from './rows.ts';
import { fillStage, STAGE_TABLES } from './stage.ts';
import { rememberKept, type Writing, writeActors, writeChanged, writeDeleted, writeNew, writeStoreEdit } from './write.ts';

export interface ImportTask {
  origin: string;
  sourceId: string;
  why: string;
  /** Another ref for a row whose own is taken. */
  refOf(originId: string, salt: number): string;
  /** Also what people have changed here. */
  overwrite: boolean;
  /** Counts what would be, and writes nothing. */
  dryRun: boolean;
}

export interface ImportSession {
  /** Writes a batch in one transaction, or rejects and has written nothing of it. `sent`: from then on only the server works. */
  write(batch: Batch, now: Date, sent: () => void): Promise<Tally>;
  /** Retracts what the origin has here and the file did not name, some at a time; null: nothing is left. */
  retractGone(now: Date): Promise<Tally | null>;
  close(): Promise<void>;
}

/** "impt": one import at a time on a store. */
const IMPORTING = 0x696d7074;
const RETRACTED_AT_ONCE = 1000;
/** So many more pages of the session's own tables are kept in memory, in MB. */
const TEMP_BUFFERS = '32MB';

/** Opens the one session of an import; `waiting` is called where another import has to end before. */
export async function openImportSession(
  store: Pick<Store, 'url'>,
  task: ImportTask,
  waiting: () => void,
): Promise<ImportSession> {
  const sql = pool(store.url, { max: 1, lasting: true, applicationName: 'dalil import' });
  try {
    await sql.unsafe(`set temp_buffers = '${TEMP_BUFFERS}'`);
    const [lock] = await sql<{ got: boolean }[]>`select pg_try_advisory_lock(${IMPORTING}) as got`;
    if (!lock?.got) {
      waiting();
      await sql`select pg_advisory_lock(${IMPORTING})`;
    }
    for (const statement of STAGE_TABLES) await sql.unsafe(statement);
  } catch (error) {
    await sql.end({ timeout: 1 });
    throw error;
  }
  return sessionOn(sql, task);
}

function sessionOn(sql: Sql, task: ImportTask): ImportSession {
  const writingAt = (now: Date): Writing => ({ ...task, now: now.toISOString() });
  let after = 0;
  return {
    write: (batch, now, sent) =>
      sql.begin(async (tx) => {
        await fillStage(tx, batch);
        sent();
        await rememberSeen(tx, batch);
        await judge(tx, task.origin, task);
        if (!task.dryRun) await writeActors(tx, batch.actors, writingAt(now));
        return settle(tx, task, writingAt(now));
      }),
    retractGone: (now) =>
      sql.begin(async (tx) => {
        const last = await judgeGone(tx, task.origin, { ...task, limit: RETRACTED_AT_ONCE, after });
        if (last === null) return null;
        after = last;
        return settle(tx, task, writingAt(now));
      }),
    close: () => sql.end({ timeout: 5 }),
  };
}

async function settle(tx: TransactionSql, task: ImportTask, writing: Writing): Promise<Tally> {
  const tally = await tallyOf(tx);
  if (task.dryRun) return tally;
  const { counts } = tally;
  // nobody else does for a session's own tables; without, thousands of changes are taken for a handful
  if (counts.changed + counts.deleted + counts.kept > 0)
    await tx.unsafe('analyze import_verdict, import_stage (line, origin_id)');
  if (counts.new > 0) {
    await untakeRefs(tx, task);
    await writeNew(tx, writing);
  }
  if (counts.changed > 0) await writeChanged(tx, writing);
  if (counts.deleted > 0) await writeDeleted(tx, writing);
  if (counts.kept > 0) await rememberKept(tx);
  const { new: added, changed, deleted } = counts;
  if (added + changed + deleted > 0) await writeStoreEdit(tx, { new: added, changed, deleted }, writing);
  return tally;
}

async function untakeRefs(tx: TransactionSql, { refOf }: ImportTask): Promise<void> {
  for (let salt = 1; ; salt++) {
    const taken = await takenRefs(tx);
    if (taken.length === 0) return;
    const refs = taken.map(({ line, originId }) => ({ line, ref: refOf(originId, salt) }));
    await giveRefs(tx, refs);
  }
}

async function tallyOf(tx: TransactionSql): Promise<Tally> {
  const counted = await tx.unsafe<{ verdict: Verdict; count: number }[]>(
    'select verdict, count(*)::int as count from import_verdict group by verdict',
  );
  const none = { new: 0, changed: 0, unchanged: 0, deleted: 0, kept: 0, repeated: 0 };
  const counts = { ...none, ...Object.fromEntries(counted.map(({ verdict, count }) => [verdict, count])) };
  return { counts, kept: counts.kept > 0 ? await keptOf(tx) : [], repeated: counts.repeated > 0 ? await repeatedOf(tx) : [] };
}

const keptOf = (tx: TransactionSql) =>
  tx.unsafe<Tally['kept']>(
    `select v.line::float8 as line, v.origin_id as "originId", i.ref from import_verdict v join incident i on i.id = v.incident_id
     where v.verdict = 'kept' order by v.line, i.id`,
  );

const repeatedOf = (tx: TransactionSql) =>
  tx.unsafe<Tally['repeated']>(
    `select line::float8 as line, origin_id as "originId", first_line::float8 as "firstLine" from import_verdict
     where verdict = 'repeated' order by line`,
  );

/** From so many rows on, the pages are gone through too. */
const VACUUM_FROM = 50_000;

/** After many rows: the planner's statistics, and the map by which an index alone answers. Alone, since VACUUM takes no transaction. */
export async function freshenStatistics({ sql }: Pick<Store, 'sql'>, written: number): Promise<void> {
  const how = written < VACUUM_FROM ? 'analyze' : 'vacuum (analyze)';
  // each batch has added sums of its own to the same months
  await mergeAllTallies({ sql });
  for (const table of ['incident', 'incident_tally', 'account', 'account_incident']) await sql.unsafe(`${how} ${table}`);
}
