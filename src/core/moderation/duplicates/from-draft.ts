import type { Gazetteer } from '../../gazetteer/gazetteer.ts';
import type { Draft } from '../../tips/draft.ts';
import { withinKm, withThoseAbove } from './suggest.ts';
import type { Telling } from './telling.ts';

const idsOf = (names: readonly string[], { actorNamed }: Gazetteer): string[] =>
  names.flatMap((name) => actorNamed(name)?.id ?? []);

/** All dead of a draft together; null: it tells of none. */
function killedOf(tolls: Draft['tolls']): Telling['killed'] {
  const told = Object.values(tolls).flatMap((measures) => measures?.killed ?? []);
  if (told.length === 0) return null;
  const low = told.reduce((sum, { low }) => sum + (low ?? 0), 0);
  const high = told.reduce<number | null>((sum, one) => (sum === null || one.high === null ? null : sum + one.high), 0);
  return { low, high };
}

/** A draft as it is compared; null: it names no day, and everything would be near. */
export function tellingOfDraft(draft: Draft, words: Telling['words'], gazetteer: Gazetteer): Telling | null {
  const { day, place } = draft;
  if (day === null) return null;
  return {
    from: day.from,
    to: day.to,
    point: place && { lat: place.lat, lon: place.lon },
    withinKm: place === null ? 0 : withinKm(place.precision),
    placeEn: place?.name ?? null,
    placeAr: place?.nameAr ?? null,
    attackers: withThoseAbove(gazetteer, idsOf(draft.attackers, gazetteer)),
    targets: withThoseAbove(gazetteer, idsOf(draft.targets, gazetteer)),
    tactics: draft.tactics,
    objects: draft.targetObjects,
    killed: killedOf(draft.tolls),
    words,
  };
}
