/** COPY's text format: tabs between columns, `\N` for null, a line end after each row. */
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const SPECIAL = /[\\\t\n\r]/gu;
const IS_SPECIAL = /[\\\t\n\r]/u;

const escaped = (text: string) => (IS_SPECIAL.test(text) ? text.replace(SPECIAL, (letter) => ESCAPES[letter] ?? letter) : text);
const element = (text: string) => `"${text.replaceAll(/["\\]/gu, '\\$&')}"`;

/** Lists become Postgres arrays, other objects JSON. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'string') return escaped(value);
  if (Array.isArray(value)) return value.length === 0 ? '{}' : escaped(`{${value.map((one) => element(String(one))).join(',')}}`);
  return typeof value === 'object' ? escaped(JSON.stringify(value)) : String(value);
}

export const copyCells = (values: readonly unknown[]): string => values.map(cell).join('\t');
