// biome-ignore lint/suspicious/noControlCharactersInRegex: NUL is what is looked for
const UNSTORABLE = /\u0000|\p{Cs}/gu;

/** JSON as Postgres keeps it: its text holds neither NUL nor half of a surrogate pair (https://www.postgresql.org/docs/current/datatype-json.html). */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(UNSTORABLE, '\ufffd');
  if (Array.isArray(value)) return value.map(storable);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [String(storable(key)), storable(item)]));
  }
  return value ?? null;
}
