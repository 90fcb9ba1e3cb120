import type { PlaceKind } from '../../db/schema/vocabulary.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { keyOf } from './key.ts';
import type { NameEntry } from './name-index.ts';
import { createScore, prepareName } from './score.ts';
import { kindPhrasesByFirst, kindPhrasesByLast } from './wording.ts';
import { nameWords, splitName, withoutArticle } from './words.ts';

/** Which of two namesakes is meant when nothing else tells: the smaller number. */
const PROMINENCE = {
  country: 0,
  governorate: 0,
  region: 1,
  city: 1,
  river: 1,
  town: 2,
  airbase: 2,
  base: 2,
  pumping_station: 3,
  oil_field: 2,
  gas_field: 2,
  dam: 2,
  crossing: 2,
  lake: 2,
  zone: 3,
  mountain: 2,
  valley: 3,
  road: 3,
  camp: 3,
  prison: 3,
  site: 3,
  well: 3,
  village: 4,
  district: 5,
  subdistrict: 6,
} as const satisfies Record<PlaceKind, number>;

/** A settlement so many times as large as its namesake is meant. */
const MUCH_LARGER = 10;
const UNKNOWN_POPULATION = 1000;

/** Negative: `a` is the more prominent; 0: nothing tells them apart. */
export function compareProminence(a: Place, b: Place): number {
  const kind = PROMINENCE[a.kind] - PROMINENCE[b.kind];
  if (kind !== 0) return kind;
  const [x, y] = [a.population ?? UNKNOWN_POPULATION, b.population ?? UNKNOWN_POPULATION];
  if (x >= MUCH_LARGER * y) return -1;
  if (y >= MUCH_LARGER * x) return 1;
  return a.country === b.country ? 0 : a.country === 'IQ' ? 1 : b.country === 'IQ' ? -1 : 0;
}

/** Kind as a number: the smaller, the likelier meant. */
export const prominence = (place: Place): number =>
  PROMINENCE[place.kind] +
  (place.country === 'IQ' ? 0.5 : 0) -
  Math.log10((place.population ?? UNKNOWN_POPULATION) / UNKNOWN_POPULATION) / 3;

const OTHER_SCRIPT = /[^\p{Script=Latin}\p{Script=Arabic}\p{N}\p{M}\p{P}\p{S}\s]/u;

const spellingsOf = (place: Place) => [place.name, place.nameAr, ...place.spellings.map((spelling) => spelling.text)];

/** "Jabal al-Bishri" without "Jabal", "Dubayat gas field" without "gas field": the rest of the name where the kind word says what it is. */
function withoutKindWord(words: readonly string[], kind: PlaceKind): string[] | null {
  const stems = words.map(withoutArticle);
  const ending = kindPhrasesByLast.get(stems.at(-1) ?? '') ?? [];
  const opening = kindPhrasesByFirst.get(stems[0] ?? '') ?? [];
  for (const [phrases, from] of [
    [ending, 'end'],
    [opening, 'start'],
  ] as const) {
    for (const phrase of phrases) {
      const n = phrase.words.length;
      if (n >= words.length || !phrase.kinds.has(kind)) continue;
      const part = from === 'end' ? stems.slice(-n) : stems.slice(0, n);
      if (!part.every((stem, i) => stem === phrase.words[i])) continue;
      const rest = from === 'end' ? words.slice(0, -n) : words.slice(n);
      return rest[0] === 'of' ? rest.slice(1) : rest;
    }
  }
  return null;
}

const SHORTEST_DERIVED = 2;
/** What takes its name from a place in it is not met by that name. */
const NAMED_AFTER = new Set<PlaceKind>([
  'region',
  'zone',
  'road',
  'country',
  'governorate',
  'district',
  'subdistrict',
  'city',
  'town',
  'village',
]);

/** So many spellings show that much is written of a place: a word a letter away is it, and not a village that nobody listed. */
const MUCH_WRITTEN_OF = 12;
const LITTLE_WRITTEN_OF = 4;
const ALWAYS_KNOWN = new Set<PlaceKind>(['country', 'governorate', 'city', 'region', 'river']);
/** "the 55" for a zone: a number by itself counts something. */
const SHORT_NUMBER = /^\d+$/u;

const withoutThe = (words: readonly string[]) => (words[0] === 'the' ? words.slice(1) : words);

function likenessOf(place: Place, words: readonly string[]): NameEntry<Place>['likeness'] {
  // "desert of Sukhnah": by likeness the town would be found under it
  if (NAMED_AFTER.has(place.kind) && nameWords(words).shortened) return 'none';
  if (ALWAYS_KNOWN.has(place.kind) || place.spellings.length >= MUCH_WRITTEN_OF) return 'free';
  return place.kind === 'village' && place.spellings.length < LITTLE_WRITTEN_OF ? 'strict' : 'near';
}

const SETTLEMENTS = new Set<PlaceKind>(['city', 'town', 'village']);
const LONGEST_SHORT = 5;
const UNLIKE = 0.4;
const LIKE_ANOTHER = 0.8;
const score = createScore();

/** One short Latin word, and no abbreviation. */
const isShort = ({ kind }: Place, [word, ...more]: readonly string[]): boolean =>
  more.length === 0 && word !== undefined && word.length <= LONGEST_SHORT && /^[a-z]+$/u.test(word) && SETTLEMENTS.has(kind);

const isAbbreviation = (spelling: string) => spelling !== spelling[0] + spelling.slice(1).toLowerCase();

/** Nothing else by which the place is called is like it, in either script. */
function isUnlike(place: Place, spelling: string): boolean {
  if (spelling === place.name || isAbbreviation(spelling)) return false;
  const said = prepareName(spelling);
  if ([place.name, place.nameAr].some((name) => score(said, prepareName(name)) >= UNLIKE)) return false;
  return !place.spellings.some(({ text }) => text !== spelling && score(said, prepareName(text)) >= LIKE_ANOTHER);
}

/**
 * Every spelling by which a place is met. Names that lose their kind word are kept as derived where no other place has that name for
 * itself. Villages of which little is written are met by their spelling only, or nearly: there are too many to guess among.
 */
export function placeEntries(gazetteer: Gazetteer): NameEntry<Place>[] {
  const known: NameEntry<Place>[] = [];
  for (const place of gazetteer.places.values()) {
    for (const spelling of spellingsOf(place)) {
      if (OTHER_SCRIPT.test(spelling)) continue;
      const words = withoutThe(splitName(spelling));
      if (words.length === 1 && SHORT_NUMBER.test(words[0] ?? '')) continue;
      const doubtful = isShort(place, words) && isUnlike(place, spelling) ? { doubtful: true as const } : {};
      known.push({ entity: place, spelling, words, likeness: likenessOf(place, words), derived: false, ...doubtful });
    }
  }
  const taken = new Set(known.map((entry) => keyOf(entry.words)));
  const derived = known.flatMap((entry) => {
    const words = NAMED_AFTER.has(entry.entity.kind) ? null : withoutKindWord(entry.words, entry.entity.kind);
    if (!words || words.join('').length < SHORTEST_DERIVED || taken.has(keyOf(words))) return [];
    return [{ ...entry, spelling: words.join(' '), words, derived: true }];
  });
  return [...known, ...derived];
}
