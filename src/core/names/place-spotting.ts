import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Place } from '../gazetteer/gazetteer.ts';
import { cueBefore } from './cues.ts';
import { decisiveKind, kindsBeside, withKindWords } from './kind-words.ts';
import { type KnownName, knownNamesAt } from './known-names.ts';
import { isTwoEnds, spelledName, withNamesakes } from './known-places.ts';
import type { Budget, LikelyNames } from './likely-names.ts';
import { isMeantAsPlace, isOtherKind, isTiedOn, tiedOnWord, wordBefore } from './meant-place.ts';
import type { NameIndex } from './name-index.ts';
import { knownPlaces, likelyPlaces } from './place-candidates.ts';
import { prepareName } from './score.ts';
import type { Spot } from './spot.ts';
import type { Unit } from './units.ts';

export interface PlaceNames {
  index: NameIndex<Place>;
  likely: LikelyNames<Place>;
  /** Places of one canonical name: a governorate and its seat, whose other spellings may differ. */
  namesakes: (place: Place) => readonly Place[];
  budget: Budget;
  /** The text is nothing but names: all of it is announced, and a road by its two ends stays whole. */
  bare: boolean;
}

const OF_KIND_LIKENESS = 0.78;
const LONGER_NAME_LIKENESS = 0.85;

/** All places in a text, left to right, without overlaps; `taken` marks tokens that belong to an actor or a source. */
export function spotPlaces(units: readonly Unit[], taken: readonly boolean[], names: PlaceNames): Spot<Place>[] {
  const { index, likely, budget } = names;
  const spots: Spot<Place>[] = [];
  const placeEnds = new Set<number>();
  const used = [...taken];
  const cueAt = (at: number, prefix: string) => (names.bare ? 'strong' : cueBefore(units, at, prefix, placeEnds));
  const isFree = (start: number, end: number) => !used.slice(start, end).some(Boolean);

  const add = (spot: Spot<Place>) => {
    // kind words that belong to another name are left to it
    const whole = isFree(spot.start, spot.end) ? spot : { ...spot, start: spot.nameStart, end: spot.nameEnd };
    spots.push(whole);
    placeEnds.add(whole.end);
    used.fill(true, whole.start, whole.end);
    return whole.end;
  };

  const alike = (spelling: string) => (budget.left-- > 0 ? index.alike(prepareName(spelling), OF_KIND_LIKENESS) : []);

  /** "Houl camp": the spelling is the town's, the kind word the camp's. */
  function ofOtherKind(name: KnownName<Place>, from: number, kinds: ReadonlySet<PlaceKind>): Spot<Place> | null {
    const kind = decisiveKind(units, name, from);
    if (!kind || [...kind.phrase.kinds].some((one) => kinds.has(one))) return null;
    const found = alike(spelledName(units, name)).filter((one) => kind.phrase.kinds.has(one.entity.kind));
    if (found.length === 0) return null;
    const [start, end] = [Math.min(name.start, kind.start), Math.max(name.end, kind.end)];
    const candidates = likelyPlaces(found, kind.phrase);
    return { start, end, nameStart: name.start, nameEnd: name.end, prefix: name.prefix, exactness: 'dictionary', candidates };
  }

  /** "Marat al-Numan" begins like Marrat, "Toulul al-Safa" ends like al-Safa: the longer name is another place. */
  function isPartOfLikely(name: KnownName<Place>): boolean {
    const before = wordBefore(units, name.start);
    const starts = [tiedOnWord(units, name.end) ? name.start : null, before !== null && !used[before] ? before : null];
    return starts.some((start) => {
      if (start === null) return false;
      const cue = (prefix: string) => cueAt(start, prefix);
      const shortest = start < name.start ? name.end - start - 1 : name.end - start;
      const longer = likely.at(units, start, { used, cue, budget, longerThan: shortest });
      return longer !== null && (longer.found[0]?.score ?? 0) >= LONGER_NAME_LIKENESS;
    });
  }

  function knownAt(at: number, from: number): Spot<Place> | null {
    for (const name of knownNamesAt(units, at, index)) {
      if (!isFree(name.start, name.end) || (!names.bare && isTwoEnds(units, name, index))) continue;
      const entries = withNamesakes(name.entries, names.namesakes);
      const kinds = new Set(entries.map(({ entity }) => entity.kind));
      const named = withKindWords(units, name, from, kinds);
      if (!isMeantAsPlace(units, name, named, cueAt(at, name.prefix)) || isPartOfLikely(name)) continue;
      const other = ofOtherKind(name, from, kinds);
      if (other) return other;
      const span = { ...named, nameStart: name.start, nameEnd: name.end, prefix: name.prefix };
      if (named.phrase || !entries.every(({ derived }) => derived)) {
        return { ...span, exactness: 'exact', candidates: knownPlaces(entries, named.phrase) };
      }
      if (isOtherKind(kinds, kindsBeside(units, name, from))) return null;
      // "Araak" from "Araak gas field" alone: the town that sounds so goes before
      const found = alike(spelledName(units, name));
      if (found.length > 0) return { ...span, exactness: 'dictionary', candidates: likelyPlaces(found, null) };
      return { ...span, exactness: 'exact', candidates: knownPlaces(entries, null) };
    }
    return null;
  }

  function likelyAt(at: number, from: number): Spot<Place> | null {
    if (isTiedOn(units, at)) return null;
    const name = likely.at(units, at, { used, cue: (prefix) => cueAt(at, prefix), budget });
    if (!name) return null;
    const kinds = new Set(name.found.map(({ entity }) => entity.kind));
    const span = { start: at, end: name.end };
    if (isOtherKind(kinds, kindsBeside(units, span, from))) return null;
    const named = withKindWords(units, span, from, kinds);
    const candidates = likelyPlaces(name.found, named.phrase);
    return { ...named, nameStart: at, nameEnd: name.end, prefix: name.prefix, exactness: name.exactness, candidates };
  }

  for (const spotAt of [knownAt, likelyAt]) {
    let from = 0;
    for (let at = 0; at < units.length; at++) {
      if (used[at]) {
        from = at + 1;
        continue;
      }
      const spot = spotAt(at, from);
      if (!spot) continue;
      from = add(spot);
      at = from - 1;
    }
  }
  return spots.sort((a, b) => a.start - b.start);
}
