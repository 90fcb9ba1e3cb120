/**
 * What people and sources wrote, made harmless as text: no control characters (so no terminal escapes), no direction controls that
 * could reorder the reply around it ("Trojan Source"), no lone surrogates, line breaks as spaces. Zero-width joiners stay: Arabic and Persian use them.
 */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]+/gu;
const BREAKS = /[\r\n\t\u2028\u2029]+/gu;

// an escape with its parameters would leave "[31m" behind
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes are what this looks for
const ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[@-_]/gu;

const ANY_UNSAFE = new RegExp(UNSAFE.source, 'u');

export const plain = (text: string): string =>
  ANY_UNSAFE.test(text) ? text.replace(ESCAPES, '').replace(BREAKS, ' ').replace(UNSAFE, '') : text;

/** Every text in a plain value, its keys excepted. The value itself where all of it is plain, as nearly always. */
export function plainThroughout<T>(value: T): T;
export function plainThroughout(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => plainThroughout(item));
    return items.some((item, i) => item !== value[i]) ? items : value;
  }
  if (value !== null && typeof value === 'object') {
    const changed: [string, unknown][] = [];
    for (const [key, item] of Object.entries(value)) {
      const made = plainThroughout(item);
      if (made !== item) changed.push([key, made]);
    }
    return changed.length === 0 ? value : Object.fromEntries([...Object.entries(value), ...changed]);
  }
  return value;
}
