import type { Text } from '../question/text.ts';
import type { Spot } from './spot.ts';

/** The name as it was typed, without the Arabic particles attached to its first word. */
export function saidName(text: Text, { nameStart, nameEnd, prefix }: Spot<unknown>): string {
  const first = text.tokens[nameStart];
  const last = text.tokens[nameEnd - 1];
  if (!first || !last) return '';
  let at = first.start;
  // each particle is a letter, with the marks that may stand on it
  for (let left = prefix.length; left > 0 && at < last.end; at++) if (!/\p{M}/u.test(text.raw[at] ?? '')) left--;
  while (at < last.end && /\p{M}/u.test(text.raw[at] ?? '')) at++;
  return text.raw.slice(at, last.end);
}
