import { type Assembly, addOnce } from './assemble/assembly.ts';
import type { Item } from './assemble/sentence.ts';
import type { Finding } from './finding.ts';

/** Words that bind others and say nothing by themselves. */
const CARRY_NOTHING = new Set<Item['kind']>([
  'filler',
  'connective',
  'auxiliary',
  'asker',
  'small_talk',
  'mark',
  'people',
  'intent',
  'patch',
]);

/**
 * The content words that the question could not hold, as typed and in order. Every token is part of a used item, or binds, or is filler
 * by the closed list (also where a recogniser saw more in it), or is here.
 */
export function leftoverOf({ sentence, used, reported }: Assembly, findings: readonly Finding[]): string[] {
  const { tokens } = sentence.text;
  const isFiller = new Array<boolean>(tokens.length).fill(false);
  for (const { kind, start, end } of findings) if (kind === 'filler' || kind === 'connective') isFiller.fill(true, start, end);
  const left: string[] = [];
  for (const item of sentence.items) {
    const forced = reported.has(item);
    // "and before that?": small words, but together they ask for something
    const isAllSmall = item.kind === 'unsupported' && isFiller.slice(item.start, item.end).every(Boolean);
    if (!forced && (used.has(item) || CARRY_NOTHING.has(item.kind))) continue;
    for (let i = item.start; i < item.end; i++) {
      const token = tokens[i];
      const isName = item.kind === 'unsupported' && token?.raw !== token?.raw.toLowerCase();
      if (!token || token.kind === 'mark' || (!isName && !isAllSmall && isFiller[i] && item.kind !== 'negation')) continue;
      addOnce(left, token.raw);
    }
  }
  return left;
}
