import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Place } from '../gazetteer/gazetteer.ts';
import type { Cue } from './cues.ts';
import type { NameWithKind } from './kind-words.ts';
import type { KnownName } from './known-names.ts';
import { beyondTies, is, type Unit } from './units.ts';

const SHORTEST_UNCUED = 3;
const SHORTEST_UNCUED_VILLAGE = 5;
/** Too well known to be a foreign city's namesake by chance. */
const NOTABLE = new Set<PlaceKind>(['country', 'governorate', 'city', 'town', 'region']);

/** "the desert", "the river": a kind word that is a name by itself. */
const LANDSCAPES = new Set<PlaceKind>(['region', 'river', 'country']);

/** "the Badia", البادية, but not "in the city", "the desert of Homs" and بادية before a name. */
function isLandscape(units: readonly Unit[], word: Unit, { end, entries }: KnownName<Place>, cue: Cue): boolean {
  if (!entries.some(({ entity }) => LANDSCAPES.has(entity.kind)) || units[end]?.readings[0]?.stem === 'of') return false;
  return word.latin ? cue === 'strong' || !is(word, 'common') : word.definite;
}

/** صور are pictures, الصور is a town. */
const isDefinite = (spelling: string) => /^ال/u.test(spelling);

const lettersOf = (units: readonly Unit[]) =>
  units.reduce((sum, unit) => sum + (unit.article ? 0 : (unit.readings[0]?.stem.length ?? 0)), 0);

const isUnknown = (unit: Unit | undefined) => unit?.kind === 'word' && (unit.roles === 0 || is(unit, 'person')) && !unit.article;

/** The word after a name, across a hyphen or article that ties it on: "Tall 'Afar", "Marat al-Numan". */
export function tiedOnWord(units: readonly Unit[], end: number): Unit | null {
  const word = units[beyondTies(units, end)];
  return isUnknown(word) ? (word ?? null) : null;
}

/** The unknown word before a name, across what ties it on: "Toulul al-Safa". */
export function wordBefore(units: readonly Unit[], start: number): number | null {
  const before = beyondTies(units, start - 1, -1);
  return isUnknown(units[before]) || is(units[before], 'part') ? before : null;
}

/** A name that goes on before `start`: "Jub al-Jarrah" is not Jarrah. */
export function isTiedOn(units: readonly Unit[], start: number): boolean {
  const before = wordBefore(units, start);
  return before !== null && (before < start - 1 || units[start]?.article === true || is(units[before], 'part'));
}

const isCommon = (unit: Unit) => unit.kind !== 'word' || unit.article || is(unit, 'common') || is(unit, 'kind');
const isEveryday = (unit: Unit) => isCommon(unit) || is(unit, 'person');

/** Whether a known spelling is meant as a place here: everyday words, given names and foreign namesakes need a cue. */
export function isMeantAsPlace(units: readonly Unit[], name: KnownName<Place>, named: NameWithKind, cue: Cue): boolean {
  const { start, end, entries } = name;
  const inName = units.slice(start, end);
  const words = inName.filter((unit) => unit.kind !== 'tie' && !unit.article && unit.readings[0]?.stem !== 'the');
  const single = words.length === 1 ? words[0] : undefined;
  const isNamed = named.phrase !== null && entries.some(({ entity }) => named.phrase?.kinds.has(entity.kind));
  if (single && is(single, 'never')) return false;
  if (single && is(single, 'part') && tiedOnWord(units, end)) return false;
  if (single && is(single, 'foreign') && !entries.some(({ entity }) => NOTABLE.has(entity.kind))) return false;
  if (single && entries.every(({ derived }) => derived) && isTiedOn(units, start)) return false;
  if (single && is(single, 'kind') && !isNamed) return isLandscape(units, single, name, cue);
  if (single && isEveryday(single) && !single.latin && !single.definite && entries.every((entry) => isDefinite(entry.spelling)))
    return false;
  if (inName.every(isCommon) && entries.every(({ derived }) => derived)) return isNamed;
  if (cue === 'strong') return true;
  if (is(units[start - 1], 'person') && !isNamed) return false;
  if (inName.every(isEveryday)) return isNamed;
  if (name.prefix !== '' && name.prefix !== 'و' && cue === 'none') return false;
  const letters = lettersOf(inName);
  if (entries.every(({ entity }) => entity.kind === 'village'))
    return cue === 'weak' || isNamed || letters >= SHORTEST_UNCUED_VILLAGE;
  return letters >= SHORTEST_UNCUED || words.some((unit) => /\d/u.test(unit.readings[0]?.stem ?? ''));
}
