/**
 * What people and sources wrote, made harmless as text: no control characters (so no terminal escapes), no direction controls that
 * could reorder the reply around it ("Trojan Source"), no lone surrogates, line breaks as spaces. Zero-width joiners stay: Arabic and Persian use them.
 */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Cs}]+/gu;
const BREAKS = /[\r\n\t\u2028\u2029]+/gu;

// an escape with its parameters would leave "[31m" behind
// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escapes are what this looks for
const ESCAPES = /(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]|\u001b[@-_]/gu;

export const plain = (text: string): string => text.replace(ESCAPES, '').replace(BREAKS, ' ').replace(UNSAFE, '');

/** Every text in a plain value, its keys excepted. */
export function plainThroughout<T>(value: T): T;
export function plainThroughout(value: unknown): unknown {
  if (typeof value === 'string') return plain(value);
  if (Array.isArray(value)) return value.map((item) => plainThroughout(item));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainThroughout(item)]));
  }
  return value;
}
