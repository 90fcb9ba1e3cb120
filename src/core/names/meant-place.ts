import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Place } from '../gazetteer/gazetteer.ts';
import type { Cue } from './cues.ts';
import type { KindSpan, NameWithKind } from './kind-words.ts';
import type { KnownName } from './known-names.ts';
import { beyondTies, is, type Unit } from './units.ts';
import { fieldWords, stemOf } from './wording.ts';

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

/** "Homs w/o IEDs": a letter by itself is no part of a name. */
const SHORTEST_TIED_ON = 2;

const isUnknown = (unit: Unit | undefined) =>
  unit?.kind === 'word' &&
  (unit.readings[0]?.stem.length ?? 0) >= SHORTEST_TIED_ON &&
  (unit.roles === 0 || (is(unit, 'person') && !is(unit, 'weakCue'))) &&
  !unit.article;

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

/** "Kafr Hamrah" is not al-Hamra; but "Jabal" and the like may stand before any name. */
function isAfterPart(units: readonly Unit[], start: number): boolean {
  const before = units[wordBefore(units, start) ?? -1];
  // أم is "Umm" and "or": a known name after it stands by itself
  return is(before, 'part') && !is(before, 'kind') && !is(before, 'link');
}

const isCommon = (unit: Unit) => unit.kind !== 'word' || unit.article || is(unit, 'common') || is(unit, 'kind');
const isEveryday = (unit: Unit) => isCommon(unit) || is(unit, 'person');

const SHORTEST_ALONE = 3;
const fields: ReadonlySet<string> = new Set(fieldWords.map(stemOf));

/** Nothing but the name: "Al Kawm", السلمية; or a name in capitals right before what happened there: "the Kawm attack". */
function isSaidAlone(units: readonly Unit[], start: number, end: number): boolean {
  const name = units.slice(start, end);
  if (lettersOf(name) < SHORTEST_ALONE || name.some((unit) => is(unit, 'part') || is(unit, 'kind'))) return false;
  const rest = [...units.slice(0, start), ...units.slice(end)];
  if (rest.every((unit) => unit.kind === 'tie' || unit.kind === 'stop' || unit.article)) return true;
  const isOwned = name.some(({ latin, definite }) => !latin && definite);
  // هجوم الكوم
  if (isOwned && fields.has(units[start - 1]?.readings[0]?.stem ?? '')) return !name.every(isEveryday);
  return (
    name.some(({ capital }) => capital) && start > 0 && fields.has(units[end]?.readings[0]?.stem ?? '') && !name.every(isEveryday)
  );
}

/** Whether a known spelling is meant as a place here: everyday words, given names and foreign namesakes need a cue. */
export function isMeantAsPlace(units: readonly Unit[], name: KnownName<Place>, named: NameWithKind, cue: Cue): boolean {
  const { start, end, entries } = name;
  const inName = units.slice(start, end);
  const words = inName.filter((unit) => unit.kind !== 'tie' && !unit.article && unit.readings[0]?.stem !== 'the');
  const single = words.length === 1 ? words[0] : undefined;
  const isNamed = named.phrase !== null && entries.some(({ entity }) => named.phrase?.kinds.has(entity.kind));
  if (single && is(single, 'never')) return false;
  if (single && is(single, 'part') && tiedOnWord(units, end)) return false;
  if (cue !== 'strong' && !isNamed && (entries.every(({ doubtful }) => doubtful) || (single && is(single, 'part')))) return false;
  if (single && is(single, 'foreign') && !entries.some(({ entity }) => NOTABLE.has(entity.kind))) return false;
  if (single && isTiedOn(units, start) && (entries.every(({ derived }) => derived) || isAfterPart(units, start))) return false;
  if (single && is(single, 'kind') && !isNamed) return isLandscape(units, single, name, cue);
  if (single && isEveryday(single) && isSaidAlone(units, start, end)) return !single.latin && single.definite;
  if (single && isEveryday(single) && !single.latin && !single.definite && entries.every((entry) => isDefinite(entry.spelling)))
    return false;
  if (inName.every(isCommon) && entries.every(({ derived }) => derived)) return isNamed;
  if (cue === 'strong') return true;
  // على is Ali and "on" in one spelling
  if (is(units[start - 1], 'person') && !is(units[start - 1], 'weakCue') && !isNamed) return false;
  // قصف على عين العرب: everyday words, but a known name of two of them
  // "Al-Hole camp": the article tells
  const isRegion = entries.some(({ entity, derived }) => entity.kind === 'region' && !derived);
  const isTold = cue === 'weak' || isRegion || inName.some(({ article }) => article);
  if (inName.every(isEveryday)) return isNamed || (isTold && words.length > 1);
  if (name.prefix !== '' && name.prefix !== 'و' && cue === 'none') return false;
  const letters = lettersOf(inName);
  if (isSaidAlone(units, start, end)) return true;
  if (entries.every(({ entity }) => entity.kind === 'village'))
    return cue === 'weak' || isNamed || letters >= SHORTEST_UNCUED_VILLAGE;
  return letters >= SHORTEST_UNCUED || words.some((unit) => /\d/u.test(unit.readings[0]?.stem ?? ''));
}

/** Such a place may have anything in it or beside its name. */
const SETTLED = new Set<PlaceKind>([
  'city',
  'town',
  'village',
  'country',
  'governorate',
  'district',
  'subdistrict',
  'region',
  'zone',
]);
const isSettled = (kind: PlaceKind) => SETTLED.has(kind);

/**
 * Whether the kind word beside a guessed name speaks against it: "Hayyan town" is not the Hayyan gas plant, nor "Tishrin oil field" the
 * dam. A town may have anything in it: "Palmira prison".
 */
export function isOtherKind(kinds: ReadonlySet<PlaceKind>, beside: readonly (KindSpan | null)[]): boolean {
  const all = [...kinds];
  return beside.some((span) => {
    if (!span || all.some((kind) => span.phrase.kinds.has(kind))) return false;
    return !all.some(isSettled);
  });
}
