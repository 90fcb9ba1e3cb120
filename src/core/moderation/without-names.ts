import { REMOVED } from '../tips/for-people.ts';

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const SHORTEST = 2;

/** `names`, such as those of the team's members, as whole words in any case. */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names
    .filter((name) => name.length >= SHORTEST)
    .map((name) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'giu'))
    .reduce((left, pattern) => left.replace(pattern, REMOVED), text);
