import type { Actor } from '../gazetteer/gazetteer.ts';
import type { Candidate } from '../question/finding.ts';
import { cueBefore } from './cues.ts';
import { knownNamesAt } from './known-names.ts';
import type { Budget, LikelyNames } from './likely-names.ts';
import type { NameEntry, NameIndex } from './name-index.ts';
import type { Spot } from './spot.ts';
import { is, type Unit } from './units.ts';
import { splitName } from './words.ts';

const KNOWN = 1.1;
const MOST_CANDIDATES = 3;
const NOWHERE: ReadonlySet<number> = new Set();
/** Abbreviations (SAA, NDF) are met by their spelling alone. */
const SHORTEST_FUZZY = 6;

export function* actorEntries(actors: Iterable<Actor>): Generator<NameEntry<Actor>> {
  for (const actor of actors) {
    for (const spelling of [actor.name, actor.nameAr, ...actor.spellings.map(({ text }) => text)]) {
      const words = splitName(spelling);
      const likeness = words.join('').length >= SHORTEST_FUZZY ? 'free' : 'none';
      yield { entity: actor, spelling, words, likeness, derived: false };
    }
  }
}

/** "in Turkey" is where, not who. */
const isWhere = (units: readonly Unit[], start: number, end: number, prefix: string) =>
  end - start === 1 && is(units[start], 'foreign') && cueBefore(units, start, prefix, NOWHERE) === 'strong';

const byScore = (a: Candidate<Actor>, b: Candidate<Actor>) => b.score - a.score;

/** All actors in a text: known names first, the longest at each token, then like-spelled ones in what is left. */
export function spotActors(
  units: readonly Unit[],
  { index, likely, budget }: { index: NameIndex<Actor>; likely: LikelyNames<Actor>; budget: Budget },
): Spot<Actor>[] {
  const spots: Spot<Actor>[] = [];
  const used = units.map(() => false);
  const add = (spot: Omit<Spot<Actor>, 'nameStart' | 'nameEnd'>) => {
    spots.push({ ...spot, nameStart: spot.start, nameEnd: spot.end });
    used.fill(true, spot.start, spot.end);
  };
  for (let at = 0; at < units.length; at++) {
    const known = knownNamesAt(units, at, index).find((name) => !isWhere(units, name.start, name.end, name.prefix));
    if (!known) continue;
    const candidates = known.entries.map(({ entity }) => ({ entity, score: KNOWN }));
    add({ start: at, end: known.end, prefix: known.prefix, exactness: 'exact', candidates });
    at = known.end - 1;
  }
  for (let at = 0; at < units.length; at++) {
    if (used[at]) continue;
    const name = likely.at(units, at, { used, cue: (prefix) => cueBefore(units, at, prefix, NOWHERE), budget });
    if (!name) continue;
    const candidates = name.found.map(({ entity, score }) => ({ entity, score }));
    add({
      start: at,
      end: name.end,
      prefix: name.prefix,
      exactness: name.exactness,
      candidates: candidates.sort(byScore).slice(0, MOST_CANDIDATES),
    });
    at = name.end - 1;
  }
  return spots.sort((a, b) => a.start - b.start);
}
