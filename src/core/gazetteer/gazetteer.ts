import type { Outline } from '../../db/schema/place.ts';
import type { Language, Party, PlaceKind, Reliability, SourceKind } from '../../db/schema/vocabulary.ts';

export interface Spelling {
  language: Language;
  text: string;
}

/** A named place. `name` is the short canonical English name ("Homs"); a governorate and its seat may share it. */
export interface Place {
  id: string;
  name: string;
  nameAr: string;
  kind: PlaceKind;
  parentId: string | null;
  country: 'SY' | 'IQ' | null;
  lat: number;
  lon: number;
  /** Kilometres from the point within which all of it lies. */
  extentKm: number;
  outline: Outline | null;
  population: number | null;
  spellings: Spelling[];
}

export interface Actor {
  id: string;
  name: string;
  nameAr: string;
  parentId: string | null;
  party: Party;
  kind: 'force' | 'group' | 'victims';
  spellings: Spelling[];
}

export interface SourceName {
  id: string;
  name: string;
  nameAr: string | null;
  kind: SourceKind;
  side: Party | null;
  reliability: Reliability;
}

/** Who and where: read from the store once and again when it changes; everything here is in memory and plain data. */
export interface Gazetteer {
  places: ReadonlyMap<string, Place>;
  actors: ReadonlyMap<string, Actor>;
  sources: ReadonlyMap<string, SourceName>;
  /** A place's id and those of all places below it. */
  placesUnder(id: string): ReadonlySet<string>;
  /** An actor's id and those of all actors below it. */
  actorsUnder(id: string): ReadonlySet<string>;
  actorNamed(name: string): Actor | undefined;
}

const under = <T extends { id: string; parentId: string | null }>(all: ReadonlyMap<string, T>) => {
  const children = new Map<string, string[]>();
  for (const one of all.values()) {
    if (one.parentId) children.set(one.parentId, [...(children.get(one.parentId) ?? []), one.id]);
  }
  const known = new Map<string, ReadonlySet<string>>();
  const collect = (id: string): ReadonlySet<string> => {
    const seen = known.get(id);
    if (seen) return seen;
    const found = new Set<string>([id]);
    known.set(id, found);
    for (const child of children.get(id) ?? []) for (const one of collect(child)) found.add(one);
    return found;
  };
  return collect;
};

export function createGazetteer(places: Place[], actors: Actor[], sources: SourceName[]): Gazetteer {
  const placeMap = new Map(places.map((p) => [p.id, p]));
  const actorMap = new Map(actors.map((a) => [a.id, a]));
  const byName = new Map(actors.map((a) => [a.name, a]));
  return {
    places: placeMap,
    actors: actorMap,
    sources: new Map(sources.map((s) => [s.id, s])),
    placesUnder: under(placeMap),
    actorsUnder: under(actorMap),
    actorNamed: (name) => byName.get(name),
  };
}
