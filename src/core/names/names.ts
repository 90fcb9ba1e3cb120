import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { Recogniser } from '../question/finding.ts';
import { actorsRecogniser } from '../question/recognisers/actors.ts';
import { placesRecogniser } from '../question/recognisers/places.ts';
import { sourcesRecogniser } from '../question/recognisers/sources.ts';
import { nameKey } from './key.ts';
import type { NameEntry } from './name-index.ts';
import { prominence } from './place-names.ts';
import { createReader } from './reader.ts';
import { createResolve, type ResolvedPlace } from './resolve.ts';
import { type Alike, createSuggestions, type Named, type Suggestions } from './suggestions.ts';
import { rolesOf, stemOf } from './wording.ts';

/** Everything that has to do with names, for one gazetteer. Made once, and again when the gazetteer changes. */
export interface Names extends Suggestions {
  places: Recogniser;
  actors: Recogniser;
  sources: Recogniser;
  /** Whether some place or actor is called so, and the word is no everyday one besides. */
  isName(word: string): boolean;
  /** Whether the word is an everyday one, whatever else it may be. */
  isEveryday(word: string): boolean;
  /** The places that a line names, best first. */
  resolve(text: string): ResolvedPlace[];
}

const ACTORS_STAND = 2;
const SOURCES_STAND = 3;

const grouped = <T>(entries: Iterable<NameEntry<T>>): Map<T, NameEntry<T>[]> => {
  const groups = new Map<T, NameEntry<T>[]>();
  for (const entry of entries) {
    const group = groups.get(entry.entity);
    if (group) group.push(entry);
    else groups.set(entry.entity, [entry]);
  }
  return groups;
};

export function createNames(gazetteer: Gazetteer): Names {
  const reader = createReader(gazetteer);
  const places = [...grouped(reader.entries.places)].map(([place, entries]): Named => {
    const { id, name, nameAr, kind } = place;
    return { suggestion: { kind: 'place', id, name, nameAr, placeKind: kind }, entries, standing: prominence(place) };
  });
  const actors = [...grouped(reader.entries.actors)].map(([{ id, name, nameAr }, entries]): Named => {
    return { suggestion: { kind: 'actor', id, name, nameAr, placeKind: null }, entries, standing: ACTORS_STAND };
  });
  const sources = [...grouped(reader.entries.sources)].map(([{ id, name, nameAr }, entries]): Named => {
    return { suggestion: { kind: 'source', id, name, nameAr, placeKind: null }, entries, standing: SOURCES_STAND };
  });
  const byId = new Map([...places, ...actors].map((named) => [`${named.suggestion.kind} ${named.suggestion.id}`, named]));
  const alike: Alike = (name, least) => {
    const found = [
      ...reader.index.places.alike(name, least).map(({ entity, score }) => ({ named: byId.get(`place ${entity.id}`), score })),
      ...reader.index.actors.alike(name, least).map(({ entity, score }) => ({ named: byId.get(`actor ${entity.id}`), score })),
    ];
    return found.flatMap(({ named, score }) => (named ? [{ named, score }] : []));
  };
  return {
    places: placesRecogniser(reader),
    actors: actorsRecogniser(reader),
    sources: sourcesRecogniser(reader),
    isName: (word) => {
      const key = nameKey(word);
      if (key === '') return false;
      if (reader.index.actors.exactly(key).length > 0) return true;
      const isTelling = word.startsWith('ال') || rolesOf(stemOf(word)) === 0;
      return isTelling && reader.index.places.exactly(key).some(({ derived }) => !derived);
    },
    isEveryday: (word) => rolesOf(stemOf(word)) !== 0,
    resolve: createResolve(reader),
    ...createSuggestions([...places, ...actors, ...sources], alike),
  };
}
