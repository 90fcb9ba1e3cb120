import type { Actor, Gazetteer, Place } from '../../../src/core/gazetteer/gazetteer.ts';
import { ofPlace, type Shape } from '../../../src/core/gazetteer/shape.ts';
import type { Party } from '../../../src/db/schema/vocabulary.ts';

/** What the reference asks of one gazetteer again and again, each worked out once. */
export interface Ground {
  gazetteer: Gazetteer;
  /** A place and what it lies in, innermost first; empty for none. */
  chain(id: string | null): readonly Place[];
  /** The same object for the same place. */
  landOf(place: Place): Shape;
  /** Ids of the actor of this name and of all below it. */
  below(name: string): ReadonlySet<string>;
  partyOf(actorId: string): Party | undefined;
  /** The id of the first place of this kind, country and name, within what is named; null where there is none. */
  unitId(kind: string, country: string, name: string, within: string | null): string | null;
}

export const onceEach = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const made = new Map<K, V>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};

export function groundOf(gazetteer: Gazetteer): Ground {
  const places = [...gazetteer.places.values()];
  const actors = [...gazetteer.actors.values()];
  const climb = (id: string | null): Place[] => {
    const place = id === null ? undefined : gazetteer.places.get(id);
    return place ? [place, ...climb(place.parentId)] : [];
  };
  const collect = (name: string): ReadonlySet<string> => {
    const start: Actor | undefined = actors.find((actor) => actor.name === name);
    const ids = start ? [start.id] : [];
    for (const id of ids) ids.push(...actors.filter((actor) => actor.parentId === id).map((actor) => actor.id));
    return new Set(ids);
  };
  const findUnit = onceEach((key: string) => {
    const [kind, country, name, within] = JSON.parse(key);
    const found = places.find(
      (p) =>
        p.kind === kind &&
        p.country === country &&
        p.name === name &&
        (within === null || gazetteer.places.get(p.parentId ?? '')?.name === within),
    );
    return { id: found?.id ?? null };
  });
  return {
    gazetteer,
    chain: onceEach(climb),
    landOf: onceEach(ofPlace),
    below: onceEach(collect),
    partyOf: (id) => gazetteer.actors.get(id)?.party,
    unitId: (...key) => findUnit(JSON.stringify(key)).id,
  };
}
