import type { Outline, Position } from '../../../db/schema/place.ts';
import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts';
import { aroundCircle, type Bounds, union } from './projection.ts';

/** What lies under every map, taken from the gazetteer once. */
export interface BaseMap {
  governorates: { lines: Position[][] }[];
  rivers: { lines: Position[][] }[];
  roads: { lines: Position[][] }[];
  /** Named points, the most important first. */
  towns: { name: string; nameAr: string; lat: number; lon: number }[];
}

const linesOf = (outline: Outline): Position[][] => (outline.type === 'area' ? outline.rings : outline.lines);

const RANK: Partial<Record<Place['kind'], number>> = { city: 3e6, town: 0, airbase: 2e4, pumping_station: 1e4, village: -1e5 };
/** Villages are drawn only when people report on them: hand-made entries carry no population. */
const importance = (place: Place): number => (RANK[place.kind] ?? -1e6) + (place.population ?? 15_000);

export function baseMap(gazetteer: Gazetteer): BaseMap {
  const all = [...gazetteer.places.values()];
  const outlined = (kind: Place['kind']) =>
    all.flatMap((p) => (p.kind === kind && p.outline ? [{ lines: linesOf(p.outline) }] : []));
  return {
    governorates: outlined('governorate'),
    rivers: [...outlined('river'), ...outlined('lake')],
    roads: outlined('road'),
    towns: all
      .filter((p) => p.kind in RANK)
      .sort((a, b) => importance(b) - importance(a))
      .map(({ name, nameAr, lat, lon }) => ({ name, nameAr, lat, lon })),
  };
}

/** The smallest bounds that hold a place: its outline, or the circle of its extent. */
export function boundsOf(place: Place): Bounds {
  const positions = place.outline ? linesOf(place.outline).flat() : [];
  if (positions.length === 0) return aroundCircle(place.lat, place.lon, Math.max(place.extentKm, 5));
  return (
    union(positions.map(([lon, lat]) => ({ south: lat, north: lat, west: lon, east: lon }))) ??
    aroundCircle(place.lat, place.lon, place.extentKm)
  );
}

export const outlineLines = (place: Place | undefined): Position[][] =>
  place?.outline?.type === 'area' ? place.outline.rings : [];
