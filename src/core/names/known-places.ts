import type { Place } from '../gazetteer/gazetteer.ts';
import { type KnownName, knownNamesAt } from './known-names.ts';
import type { NameEntry, NameIndex } from './name-index.ts';
import { is, type Unit } from './units.ts';
import { nameWords } from './words.ts';

/**
 * The places of a spelling with those that bear the same canonical name: a governorate and its seat are both meant by "Sweida", even if
 * the spelling is listed for one of them. "Homs Governorate" has said which.
 */
export function withNamesakes(
  entries: readonly NameEntry<Place>[],
  namesakes: (place: Place) => readonly Place[],
): readonly NameEntry<Place>[] {
  const known = new Set(entries.map(({ entity }) => entity));
  const more = entries
    .filter((entry) => !entry.derived && !nameWords(entry.words).shortened)
    .flatMap((entry) => namesakes(entry.entity).map((entity) => ({ ...entry, entity })));
  return [...entries, ...more.filter(({ entity }) => !known.has(entity) && known.add(entity))];
}

/** The words of a name in a text, without articles and attached particles. */
export const spelledName = (units: readonly Unit[], { start, end, prefix }: KnownName<Place>): string =>
  units
    .slice(start, end)
    .map((unit, i) => (unit.article ? '' : (unit.readings.find((reading) => i > 0 || reading.prefix === prefix)?.stem ?? '')))
    .join(' ');

/** "Palmyra-Deir Ezzor road", طريق السخنة دير الزور: a road that is named by its two ends is asked for by them. */
export const isTwoEnds = (
  units: readonly Unit[],
  { start, end, entries }: KnownName<Place>,
  index: NameIndex<Place>,
): boolean => {
  if (!entries.every(({ entity }) => entity.kind === 'road')) return false;
  const from = is(units[start], 'kind') ? [start, start + 1] : [start];
  return from
    .flatMap((at) => knownNamesAt(units, at, index))
    .some(
      (first) =>
        first.end < end &&
        [first.end, first.end + 1].some((next) => knownNamesAt(units, next, index).some((second) => second.end <= end)),
    );
};
