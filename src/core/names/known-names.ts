import { LONGEST_NAME } from './key.ts';
import type { NameEntry, NameIndex } from './name-index.ts';
import { beyondTies, type Unit } from './units.ts';

/** Tokens [start, end) that are, run together, a known spelling. */
export interface KnownName<T> {
  start: number;
  end: number;
  /** Arabic particles that were attached to its first word. */
  prefix: string;
  entries: readonly NameEntry<T>[];
}

/** Latin articles that are English words too, and must look like an article to be one. */
const SUN_LETTERS: Readonly<Record<string, string>> = { as: 's', an: 'n', at: '', us: '', all: '', en: '' };

/** Whether the article at `at` belongs to the name after it: "As-Sukhnah", "as sukhnah", but not "at Tanf" and "as ISIS". */
export function opensName(units: readonly Unit[], at: number): boolean {
  const word = units[at]?.readings[0]?.stem ?? '';
  const isTied = units[at + 1]?.kind === 'tie';
  const next = units[isTied ? beyondTies(units, at + 1) : at + 1];
  if (next?.kind !== 'word' || isTied) return next?.kind === 'word';
  const sun = SUN_LETTERS[word];
  if (sun === undefined) return true;
  const initial = next.readings[0]?.stem[0];
  return (units[at]?.capital === true && at > 0) || (sun !== '' && sun === initial);
}

/** A longer word begins only names that are known to begin with it; a shorter one may be cut off from its name: "T 4", "al bu kamal". */
const LONGEST_SPLIT = 4;

/** Words with the ties and articles between them. */
export const MOST_TOKENS = 18;

/** All known names that begin at a token, longest first. */
export function knownNamesAt<T>(units: readonly Unit[], at: number, index: NameIndex<T>): KnownName<T>[] {
  const first = units[at];
  if (!first || (first.kind !== 'word' && first.kind !== 'number')) return [];
  const found: KnownName<T>[] = [];
  const opening = first.article && opensName(units, at);
  for (const reading of opening ? [{ stem: '', prefix: '' }] : first.readings) {
    let key = '';
    let words = 0;
    for (let i = at; i < Math.min(units.length, at + MOST_TOKENS) && words < LONGEST_NAME; i++) {
      const unit = units[i];
      if (!unit || unit.kind === 'stop') break;
      if (unit.kind === 'tie' || (unit.article && (i > at || opening))) continue;
      key += i === at ? reading.stem : (unit.readings[0]?.stem ?? '');
      words++;
      const entries = key.length > 1 ? index.exactly(key) : [];
      if (entries.length > 0) found.push({ start: at, end: i + 1, prefix: reading.prefix, entries });
      if (words === 1 && key.length > LONGEST_SPLIT && !index.begins(key)) break;
    }
  }
  return found.sort((a, b) => b.end - a.end || a.prefix.length - b.prefix.length);
}
