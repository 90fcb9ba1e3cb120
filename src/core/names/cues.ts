import { is, type Unit } from './units.ts';

/** What stands before a name: a word after which a place is meant, one after which anything may be, or neither. */
export type Cue = 'strong' | 'weak' | 'none';

const FARTHEST = 5;

/** "Homs, Hama and Palmyra": before the links stands a place. */
function carriedOver(units: readonly Unit[], at: number, placeEnds: ReadonlySet<number>): boolean {
  let i = at;
  while (i > 0 && at - i < FARTHEST && !placeEnds.has(i) && (is(units[i - 1], 'link') || units[i - 1]?.kind === 'tie')) i--;
  return placeEnds.has(i);
}

/**
 * The cue for a name that begins at `at`. `prefix`: Arabic particles attached to it. `placeEnds`: where places that were already found
 * end, so that "in X and Y" holds for Y.
 */
export function cueBefore(units: readonly Unit[], at: number, prefix: string, placeEnds: ReadonlySet<number>): Cue {
  if (prefix.includes('ب')) return 'strong';
  if (prefix.includes('و') && placeEnds.has(at)) return 'strong';
  let weak = prefix.includes('ل');
  for (let i = at - 1; i >= 0 && i >= at - FARTHEST; i--) {
    const unit = units[i];
    if (is(unit, 'cue')) return 'strong';
    if ((is(unit, 'link') || unit?.kind === 'tie') && carriedOver(units, i + 1, placeEnds)) return 'strong';
    if (is(unit, 'weakCue')) weak = true;
    else if (!is(unit, 'passed') && !is(unit, 'kind') && !unit?.article && unit?.kind !== 'tie') break;
  }
  return weak ? 'weak' : 'none';
}
