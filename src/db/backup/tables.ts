import type { ISql } from 'postgres';

export interface TableForm {
  name: string;
  /** Names and types of all that are written; generated ones make themselves. */
  columns: { name: string; type: string }[];
  /** Those that number themselves. */
  numbered: string[];
  /** Its rows refer to each other. */
  refersToItself: boolean;
}

/** Every table of the store, each after those that it refers to. */
export async function storeTables(sql: ISql): Promise<TableForm[]> {
  const columns = await sql<{ table: string; column: string; type: string; numbered: boolean }[]>`
    select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attidentity <> '' as numbered
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by c.relname, a.attnum`;
  const references = await sql<{ from: string; to: string }[]>`
    select f.relname as from, t.relname as to
    from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and k.connamespace = 'public'::regnamespace`;
  const tables = new Map<string, TableForm>();
  for (const { table, column, type, numbered } of columns) {
    const refersToItself = references.some(({ from, to }) => from === table && to === table);
    const form = tables.get(table) ?? { name: table, columns: [], numbered: [], refersToItself };
    form.columns.push({ name: column, type });
    if (numbered) form.numbered.push(column);
    tables.set(table, form);
  }
  return inOrder(tables, references);
}

function inOrder(tables: Map<string, TableForm>, references: readonly { from: string; to: string }[]): TableForm[] {
  const ordered: TableForm[] = [];
  const left = new Map(tables);
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !references.some(({ from, to }) => from === name && to !== name && left.has(to)),
    );
    if (free.length === 0) throw new Error(`tables refer to each other in a circle: ${[...left.keys()].join(', ')}`);
    for (const form of free) {
      ordered.push(form);
      left.delete(form.name);
    }
  }
  return ordered;
}

/** When the newest applied migration was written: which form the store has. */
export async function storeForm(sql: ISql): Promise<number> {
  const [row] = await sql<{ last: string }[]>`select max(created_at)::text as last from drizzle.__drizzle_migrations`;
  return Number(row?.last);
}

export const nameOf = (name: string): string => `"${name.replaceAll('"', '""')}"`;
