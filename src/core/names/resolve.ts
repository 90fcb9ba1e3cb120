import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Place } from '../gazetteer/gazetteer.ts';
import type { Candidate } from '../question/finding.ts';
import { readText } from '../question/text.ts';
import { nameKey } from './key.ts';
import { tiedOnWord, wordBefore } from './meant-place.ts';
import { knownPlaces, likelyPlaces } from './place-candidates.ts';
import type { NameReader } from './reader.ts';
import { prepareName } from './score.ts';
import type { Spot } from './spot.ts';
import { is, type Unit, unitsOf } from './units.ts';
import type { Role } from './wording.ts';

/** A place that a line of text names: one row of `dalil places resolve`. */
export interface ResolvedPlace {
  id: string;
  name: string;
  name_ar: string;
  kind: PlaceKind;
  lat: number;
  lon: number;
  /** 0–1.1; 1.1: a known spelling. */
  score: number;
}

const LONGEST_BARE_NAME = 6;
const LONGEST_EVERYDAY_NAME = 2;
const LIKE_OTHER_SCRIPT = 0.88;
const MOST_RESOLVED = 10;
const LONGEST_LINE = 2000;
const SENTENCE_ROLES = ['common', 'never', 'cue', 'weakCue', 'sourceCue', 'foreign'] as const satisfies readonly Role[];
const ADMINISTRATIVE = new Set<PlaceKind>(['country', 'governorate', 'district', 'subdistrict']);

/** A name is looked up for a point on the map: the city goes before the governorate that bears its name. */
function pointsFirst(candidates: readonly Candidate<Place>[]): Candidate<Place>[] {
  const name = candidates[0]?.entity.name;
  const isArea = ({ entity }: Candidate<Place>) => ADMINISTRATIVE.has(entity.kind);
  const namesakes = candidates.filter(({ entity }) => entity.name === name);
  const reordered = [...namesakes.filter((one) => !isArea(one)), ...namesakes.filter(isArea)];
  return candidates.map((candidate) => {
    const at = namesakes.indexOf(candidate);
    return at < 0 ? candidate : { entity: reordered[at]?.entity ?? candidate.entity, score: candidate.score };
  });
}

const EXACTNESS = { exact: 2, dictionary: 1, fuzzy: 0 } as const;

const bySureness = (a: Spot<Place>, b: Spot<Place>) =>
  EXACTNESS[b.exactness] - EXACTNESS[a.exactness] || (b.candidates[0]?.score ?? 0) - (a.candidates[0]?.score ?? 0);

/** No word of it tells that it is a sentence. */
const isBareName = (units: readonly Unit[]) =>
  units.filter(({ kind }) => kind !== 'tie').length <= LONGEST_BARE_NAME &&
  units.every(
    (unit, i) =>
      !SENTENCE_ROLES.some((role) => is(unit, role)) || is(unit, 'part') || is(units[i - 1], 'part') || is(unit, 'kind'),
  );

/** "Duwayr al-Zeytoun" is not al-Duwayr: an unknown word goes with the name. */
const isPartOfName = (units: readonly Unit[], { start, end }: Spot<Place>) =>
  tiedOnWord(units, end) !== null || wordBefore(units, start) !== null;

const spotOf = (candidates: Candidate<Place>[], end: number): Spot<Place> => {
  return { start: 0, end, nameStart: 0, nameEnd: end, prefix: '', exactness: 'exact', candidates };
};

/** The places that a line names, best first: a bare name, or a sentence that holds one. Nothing where nothing is like enough. */
export function createResolve(reader: NameReader): (text: string) => ResolvedPlace[] {
  function spotsIn(line: string): Spot<Place>[] {
    const text = readText(line);
    const units = unitsOf(text);
    const whole = reader.index.places.exactly(nameKey(line)).filter(({ derived }) => !derived);
    const isNever = units.length === 1 && is(units[0], 'never');
    if (whole.length > 0 && !isNever) return [spotOf(knownPlaces(whole, null), units.length)];
    if (isBareName(units)) {
      const bare = reader.readNames(text).filter((spot) => !isPartOfName(units, spot));
      if (bare.length > 0) return bare;
    }
    const said = reader.read(text).places;
    return said.length > 0 ? said : inOtherScript(line, units);
  }

  /** An everyday word may still be the name of a place that came in with its name in the other script only. */
  function inOtherScript(line: string, units: readonly Unit[]): Spot<Place>[] {
    if (units.length > LONGEST_EVERYDAY_NAME) return [];
    const found = reader.index.places.alike(prepareName(line), LIKE_OTHER_SCRIPT).filter(({ own }) => own === null);
    return found.length > 0 ? [{ ...spotOf(likelyPlaces(found, null), units.length), exactness: 'fuzzy' }] : [];
  }

  return (line) => {
    const seen = new Set<string>();
    return spotsIn(line.slice(0, LONGEST_LINE))
      .sort(bySureness)
      .flatMap((spot) => pointsFirst(spot.candidates))
      .filter(({ entity }) => !seen.has(entity.id) && seen.add(entity.id))
      .slice(0, MOST_RESOLVED)
      .map(({ entity: { id, name, nameAr, kind, lat, lon }, score }) => {
        return { id, name, name_ar: nameAr, kind, lat, lon, score: Math.round(score * 1000) / 1000 };
      });
  };
}
