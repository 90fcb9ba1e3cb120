import type { Readable } from 'node:stream';
import type { ISql, Sql } from 'postgres';
import { z } from 'zod';
import { nameOf, storeForm, storeTables, type TableForm } from './tables.ts';
import { FORMAT } from './write-backup.ts';

/** The file cannot be put into this store; the message is a sentence for the operator. Nothing was changed. */
export class BackupProblem extends Error {
  override name = 'BackupProblem';
}

const headSchema = z.object({ format: z.literal(FORMAT), form: z.number() });
const lineSchema = z.union([
  z.array(z.string().nullable()),
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ rows: z.number() }),
]);

/** Tables that tell whether anybody has used the store. */
const USED = ['incident', 'tip', 'contact', 'moderator'];
/** Letters of rows that go in one statement. */
const MUCH = 1 << 20;

/** The lines of a stream; what is wrong with the stream is thrown. */
async function* linesOf(from: Readable): AsyncGenerator<string> {
  let rest = '';
  from.setEncoding('utf8');
  for await (const chunk of from) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

function parsed<T>(schema: z.ZodType<T>, line: string): T | null {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

async function empty(tx: ISql, tables: readonly TableForm[], replace: boolean): Promise<void> {
  for (const name of USED) {
    const [row] = replace ? [] : await tx.unsafe(`select 1 from ${nameOf(name)} limit 1`);
    if (row) throw new BackupProblem('This store is not empty. Restore into a new DALIL_HOME or database, or say --replace.');
  }
  await tx.unsafe(`truncate ${tables.map(({ name }) => nameOf(name)).join(', ')} restart identity cascade`);
}

/** Gathers the rows of one table and puts many into it at once; all, where they refer to each other. */
function filling(tx: ISql, form: TableForm, told: readonly string[]) {
  const columns = told.map((name) => form.columns.find((column) => column.name === name));
  const types = columns.map((column) => {
    if (!column) throw new BackupProblem('The backup is of another form than this store.');
    return column.type;
  });
  const insert = `insert into ${nameOf(form.name)} (${told.map(nameOf).join(', ')}) overriding system value
    select ${types.map((type, at) => `(r ->> ${at})::${type}`).join(', ')} from json_array_elements($1::text::json) as r`;
  let lines: string[] = [];
  let letters = 0;
  const flush = async () => {
    if (lines.length > 0) await tx.unsafe(insert, [`[${lines.join(',')}]`]);
    lines = [];
    letters = 0;
  };
  return {
    async add(line: string) {
      lines.push(line);
      letters += line.length;
      if (letters > MUCH && !form.refersToItself) await flush();
    },
    flush,
  };
}

async function fill(tx: ISql, tables: readonly TableForm[], lines: AsyncGenerator<string>): Promise<number> {
  let rows = 0;
  let table: ReturnType<typeof filling> | null = null;
  for await (const line of lines) {
    const read = parsed(lineSchema, line);
    if (read === null) break;
    if (Array.isArray(read)) {
      rows++;
      await table?.add(line);
      continue;
    }
    await table?.flush();
    if ('rows' in read) {
      if (read.rows !== rows) throw new BackupProblem('The backup is damaged: rows are missing.');
      return rows;
    }
    const form = tables.find(({ name }) => name === read.table);
    if (!form) throw new BackupProblem('The backup is of another form than this store.');
    table = filling(tx, form, read.columns);
  }
  throw new BackupProblem('The backup is cut short or damaged.');
}

/**
 * Puts a backup into an empty store, or in place of all that a store holds. All or nothing. Throws BackupProblem.
 * @returns how many rows
 */
export async function readBackup(sql: Sql, from: Readable, { replace }: { replace: boolean }): Promise<number> {
  const lines = linesOf(from);
  const first = await lines.next();
  const head = first.done ? null : parsed(headSchema, first.value);
  if (!head) throw new BackupProblem('This is no backup of dalil.');
  return sql.begin(async (tx) => {
    if (head.form > (await storeForm(tx))) throw new BackupProblem('A newer dalil wrote this backup. Restore it with that one.');
    const tables = await storeTables(tx);
    // what they keep is in the backup itself, and decisions are put back as they were taken
    for (const { name } of tables) await tx.unsafe(`alter table ${nameOf(name)} disable trigger user`);
    await empty(tx, tables, replace);
    const rows = await fill(tx, tables, lines).catch(asProblem);
    for (const table of tables) await finish(tx, table);
    return rows;
  });
}

/** What Postgres refuses is no row of a store of dalil: class 22, data that do not fit their type; 23, a check or a reference. */
function asProblem(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  throw /^2[23]/u.test(code) ? new BackupProblem('The backup is damaged: rows do not fit together.', { cause: error }) : error;
}

/** Numbers go on after the last one. */
async function finish(tx: ISql, { name, numbered }: TableForm): Promise<void> {
  await tx.unsafe(`alter table ${nameOf(name)} enable trigger user`);
  for (const column of numbered) {
    await tx.unsafe(
      `select setval(pg_get_serial_sequence($1, $2), coalesce(max(${nameOf(column)}), 0) + 1, false) from ${nameOf(name)}`,
      [nameOf(name), column],
    );
  }
}
