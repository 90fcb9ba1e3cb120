import type { TransactionSql } from 'postgres';

type Value = Fragment | string | number | boolean | null | readonly string[] | readonly number[];

/** A piece of SQL with its values, to put into another. Plain data: an answer is put together out of hundreds. */
export class Fragment {
  readonly texts: readonly string[];
  readonly values: readonly Value[];

  constructor(texts: readonly string[], values: readonly Value[]) {
    this.texts = texts;
    this.values = values;
  }
}

/** One transaction: makes pieces of SQL out of templates, and of names that are then quoted ("i.admin1", or a list of columns). */
export interface Session {
  (texts: TemplateStringsArray, ...values: Value[]): Fragment;
  (name: string | readonly string[]): Fragment;
  /** Sends a statement, which is prepared once on each connection. Statements go in the order in which they are run. */
  run<R>(statement: Fragment): Promise<R[]>;
}

const quoted = (name: string) => `"${name.replaceAll('"', '""').replaceAll('.', '"."')}"`;
const NO_VALUES: readonly Value[] = [];

export function sessionOn(transaction: TransactionSql): Session {
  const sql = (given: TemplateStringsArray | string | readonly string[], ...values: Value[]): Fragment => {
    if (typeof given === 'string') return new Fragment([quoted(given)], NO_VALUES);
    return 'raw' in given ? new Fragment(given, values) : new Fragment([given.map(quoted).join(', ')], NO_VALUES);
  };
  const run = async <R>(statement: Fragment): Promise<R[]> => {
    const values: Exclude<Value, Fragment>[] = [];
    const text = textOf(statement, values);
    const rows = await transaction.unsafe(text, values.map(plain), { prepare: true }).execute();
    // what a statement gives is known to whoever wrote it
    return rows as unknown as R[];
  };
  return Object.assign(sql, { run });
}

/** The driver takes arrays that could be written to. */
const plain = (value: Exclude<Value, Fragment>) => (Array.isArray(value) ? [...value] : value);

function textOf({ texts, values }: Fragment, all: Exclude<Value, Fragment>[]): string {
  let text = texts[0] ?? '';
  for (const [i, value] of values.entries()) {
    text += value instanceof Fragment ? textOf(value, all) : `$${all.push(value)}`;
    text += texts[i + 1] ?? '';
  }
  return text;
}
