import type { Actor, Gazetteer, Place, SourceName } from '../gazetteer/gazetteer.ts';
import type { Text } from '../question/text.ts';
import { actorEntries, spotActors } from './actor-spotting.ts';
import { LONGEST_NAME } from './key.ts';
import { knownNamesAt } from './known-names.ts';
import { createDecoys, createLikelyNames, type Likenesses } from './likely-names.ts';
import { createNameIndex, type NameEntry, type NameIndex } from './name-index.ts';
import { placeEntries } from './place-names.ts';
import { spotPlaces } from './place-spotting.ts';
import { sourceEntries, spotSources } from './source-spotting.ts';
import { overlaps, type Spot } from './spot.ts';
import { type Unit, unitsOf } from './units.ts';

export interface NamesInText {
  units: readonly Unit[];
  places: Spot<Place>[];
  actors: Spot<Actor>[];
  sources: Spot<SourceName>[];
}

export interface NameReader {
  /** The three recognisers ask for the same text: it is read once. */
  read(text: Text): NamesInText;
  /** The places in a text that is nothing but names, so that each of its words may be one. */
  readNames(text: Text): Spot<Place>[];
  index: { places: NameIndex<Place>; actors: NameIndex<Actor>; sources: NameIndex<SourceName> };
  entries: {
    places: readonly NameEntry<Place>[];
    actors: readonly NameEntry<Actor>[];
    sources: readonly NameEntry<SourceName>[];
  };
}

const never = { same: 2, cross: 2, alsoOwn: 1, onlyCross: 2 };

/**
 * From what likeness on an unknown word is a name. Unvowelled Arabic resembles many words, in either script, and Arabic names are hardly
 * ever respelled: there the bar is higher. A word that nothing announces must be all but the same.
 */
const PLACE_LIKENESS: Likenesses = {
  latin: {
    strong: { same: 0.75, cross: 0.82, alsoOwn: 0.6, onlyCross: 0.82 },
    given: { same: 0.93, cross: 0.96, alsoOwn: 0.6, onlyCross: 0.96 },
    weak: { same: 0.82, cross: 0.88, alsoOwn: 0.6, onlyCross: 0.88 },
    none: { same: 0.92, cross: 0.96, alsoOwn: 0.7, onlyCross: 0.96 },
  },
  arabic: {
    strong: { same: 0.86, cross: 0.93, alsoOwn: 0.76, onlyCross: 0.82 },
    given: { same: 0.97, cross: 2, alsoOwn: 1, onlyCross: 0.97 },
    weak: { same: 0.92, cross: 0.97, alsoOwn: 0.8, onlyCross: 0.9 },
    none: { same: 0.93, cross: 2, alsoOwn: 1, onlyCross: 0.97 },
  },
};
/** A line that is a name: nothing else can be meant by it. */
const BARE_LIKENESS: Likenesses = (() => {
  const latin = { same: 0.74, cross: 0.8, alsoOwn: 0.5, onlyCross: 0.8 };
  const arabic = { same: 0.78, cross: 0.88, alsoOwn: 0, onlyCross: 0.8 };
  return {
    latin: { strong: latin, given: latin, weak: latin, none: latin },
    arabic: { strong: arabic, given: arabic, weak: arabic, none: arabic },
  };
})();
const ACTOR_LIKENESS: Likenesses = {
  latin: {
    strong: { same: 0.9, cross: 0.95, alsoOwn: 0.7, onlyCross: 0.95 },
    given: never,
    weak: { same: 0.82, cross: 0.9, alsoOwn: 0.7, onlyCross: 0.9 },
    none: { same: 0.86, cross: 0.93, alsoOwn: 0.7, onlyCross: 0.93 },
  },
  arabic: {
    strong: { same: 0.95, cross: 2, alsoOwn: 1, onlyCross: 0.95 },
    given: never,
    weak: { same: 0.9, cross: 2, alsoOwn: 1, onlyCross: 0.93 },
    none: { same: 0.92, cross: 2, alsoOwn: 1, onlyCross: 0.95 },
  },
};

const MOST_COMPARED = 300;

const mark = (length: number, spots: readonly Spot<unknown>[]): boolean[] => {
  const taken = new Array<boolean>(length).fill(false);
  for (const { start, end } of spots) taken.fill(true, start, end);
  return taken;
};

/** Of two readings of the same words that are both guesses or one of them a guess: known before likely, then the likelier. */
const isBetter = (a: Spot<unknown>, b: Spot<unknown>): boolean =>
  overlaps(a, b) && (a.candidates[0]?.score ?? 0) > (b.candidates[0]?.score ?? 0);

/** Prepares all names once. */
export function createReader(gazetteer: Gazetteer): NameReader {
  const entries = {
    places: placeEntries(gazetteer),
    actors: [...actorEntries(gazetteer.actors.values())],
    sources: [...sourceEntries(gazetteer.sources.values())],
  };
  const places = createNameIndex(entries.places);
  const actors = createNameIndex(entries.actors);
  const sources = createNameIndex(entries.sources);
  const decoys = createDecoys();
  const likelyPlaces = createLikelyNames(places, PLACE_LIKENESS, decoys);
  const likelyBare = createLikelyNames(places, BARE_LIKENESS, decoys);
  const likelyActors = createLikelyNames(actors, ACTOR_LIKENESS, decoys);
  const byName = new Map<string, Place[]>();
  for (const place of gazetteer.places.values()) byName.set(place.name, [...(byName.get(place.name) ?? []), place]);
  const namesakes = (place: Place) => byName.get(place.name) ?? [];
  const known = new WeakMap<Text, NamesInText>();

  function read(text: Text): NamesInText {
    const units = unitsOf(text);
    const budget = { left: MOST_COMPARED };
    // "SDF areas": a place that is named after an actor is the place
    const isInLongerPlace = ({ nameStart, nameEnd }: Spot<Actor>) =>
      Array.from({ length: Math.min(nameStart, LONGEST_NAME) + 1 }, (_, back) => nameStart - back).some((start) =>
        knownNamesAt(units, start, places).some((name) => name.end >= nameEnd && name.end - name.start > nameEnd - nameStart),
      );
    const inActors = spotActors(units, { index: actors, likely: likelyActors, budget }).filter(
      (actor) => !isInLongerPlace(actor),
    );
    const isShared = (start: number, end: number) =>
      knownNamesAt(units, start, places).some((name) => name.end >= end) ||
      knownNamesAt(units, start, actors).some((name) => name.end >= end);
    const inSources = spotSources(units, sources, isShared);
    const exactActors = inActors.filter((actor) => actor.exactness === 'exact');
    const taken = mark(units.length, [...exactActors, ...inSources]);
    const inPlaces = spotPlaces(units, taken, { index: places, likely: likelyPlaces, namesakes, budget, bare: false });
    return {
      units,
      places: inPlaces.filter((place) => place.exactness === 'exact' || !inActors.some((actor) => isBetter(actor, place))),
      actors: inActors.filter((actor) => actor.exactness === 'exact' || !inPlaces.some((place) => isBetter(place, actor))),
      sources: inSources,
    };
  }

  return {
    read(text) {
      let found = known.get(text);
      if (!found) {
        found = read(text);
        known.set(text, found);
      }
      return found;
    },
    readNames(text) {
      const units = unitsOf(text);
      const budget = { left: MOST_COMPARED };
      const taken = mark(
        units.length,
        spotActors(units, { index: actors, likely: likelyActors, budget }).filter(({ exactness }) => exactness === 'exact'),
      );
      return spotPlaces(units, taken, { index: places, likely: likelyBare, namesakes, budget, bare: true });
    },
    index: { places, actors, sources },
    entries,
  };
}
