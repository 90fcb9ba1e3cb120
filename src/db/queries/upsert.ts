import type { ISql } from 'postgres';

/** A table that is filled from whole rows. Columns are named as in the code; their values come as JSON. */
export interface Target {
  table: string;
  /** Name → Postgres type. */
  columns: Readonly<Record<string, string>>;
  /** Columns that make a row the same row. */
  key: readonly string[];
  /** Written with a new row and then left alone. */
  once?: readonly string[];
  /** Under which `edit.subject` people's changes of a row are kept; theirs are never overwritten. */
  subject?: string;
}

export interface ChangedRow {
  id: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
}

export const snake = (name: string): string => name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** A column list and the same list out of one source of rows. */
export const columnList = (names: readonly string[]): string => names.map(snake).join(', ');
export const valueList = (from: string, names: readonly string[]): string =>
  names.map((name) => `${from}.${snake(name)}`).join(', ');

/** `jsonb_to_recordset` of the statement's first parameter, as rows named `given`. */
export const givenRows = (columns: Target['columns']): string =>
  `given as (select * from jsonb_to_recordset($1::text::jsonb) as g(${Object.entries(columns)
    .map(([name, type]) => `${snake(name)} ${type}`)
    .join(', ')}))`;

/** Rows as JSON text with the database's column names. */
export const asJson = (rows: readonly object[]): string =>
  JSON.stringify(rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value]))));

/** True where somebody other than `who` (the second parameter) has changed the row. */
export const changedByOthers = (subject: string, id: string): string =>
  `exists (select from edit e where e.subject = '${subject}' and e.subject_id = ${id} and e.who <> $2)`;

/**
 * Puts rows into a table in one statement: new ones are added, those that differ are changed, the rest is not touched. Returns what
 * was changed. Names come from this code alone, values travel as a parameter.
 */
export async function upsert(sql: ISql, target: Target, rows: readonly object[], who: string): Promise<ChangedRow[]> {
  const { table, columns, key, once = [], subject } = target;
  const names = Object.keys(columns);
  const kept = names.filter((name) => !key.includes(name) && !once.includes(name));
  const same = key.map((name) => `held.${snake(name)} = put.${snake(name)}`).join(' and ');
  const differs = `(${valueList('t', kept)}) is distinct from (${valueList('excluded', kept)})`;
  const change =
    kept.length === 0
      ? 'nothing'
      : `update set ${kept.map((name) => `${snake(name)} = excluded.${snake(name)}`).join(', ')} where ${differs}
         ${subject ? `and not ${changedByOthers(subject, 't.id')}` : ''}`;
  return sql.unsafe<ChangedRow[]>(
    `with ${givenRows(columns)},
       put as (
         insert into ${table} as t (${columnList(names)}) select ${valueList('given', names)} from given
         on conflict (${columnList(key)}) do ${change} returning t.*
       )
     select ${key.map((name) => `put.${snake(name)}`).join(" || ' ' || ")} as id, to_jsonb(held) as before, to_jsonb(put) as after
     from put join ${table} as held on ${same}
     where $2::text is not null`,
    [asJson(rows), who],
  );
}
