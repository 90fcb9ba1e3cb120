import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Sql } from 'postgres';
import { nameOf, storeForm, storeTables, type TableForm } from './tables.ts';

/** What stands on the first line of a backup. */
export const FORMAT = 'dalil backup 1';
/** Some hold photos and videos. */
const ROWS_AT_ONCE = 20;

/**
 * Writes the whole store as it is at one moment. Lines of JSON in UTF-8:
 * - `{"format": "dalil backup 1", "form": N}`: N is when the newest migration was written, in ms since 1970;
 * - for every table `{"table": "place", "columns": ["id", …]}`, then each row as `["p-1", null, …]`, all as Postgres writes them as text;
 * - `{"rows": N}`: the end; without it the file was cut short.
 * What is sealed comes as it is, and keys are in no table. @returns how many rows
 */
export async function writeBackup(sql: Sql, to: Writable): Promise<number> {
  const put = async (line: unknown) => {
    if (!to.write(`${JSON.stringify(line)}\n`)) await once(to, 'drain');
  };
  return sql.begin('isolation level repeatable read read only', async (tx) => {
    await put({ format: FORMAT, form: await storeForm(tx) });
    let rows = 0;
    for (const table of await storeTables(tx)) {
      await put({ table: table.name, columns: table.columns.map(({ name }) => name) });
      // not COPY: postgres.js can leave its socket paused at the end of one
      for await (const some of tx.unsafe(`select ${asText(table)} from ${nameOf(table.name)}`).cursor(ROWS_AT_ONCE)) {
        rows += some.length;
        for (const row of some) await put(Object.values(row));
      }
    }
    await put({ rows });
    return rows;
  });
}

// names that begin with a letter keep their order as keys
const asText = ({ columns }: TableForm) => columns.map(({ name }, at) => `${nameOf(name)}::text as c${at}`).join(', ');
