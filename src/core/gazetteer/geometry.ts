import type { Position } from '../../db/schema/place.ts';

/** Degrees, WGS 84. */
export interface Point {
  lat: number;
  lon: number;
}

/** Degrees. */
export interface Box {
  south: number;
  north: number;
  west: number;
  east: number;
}

/** Mean radius of the earth (IUGG). The store measures distances with the same (db/queries/place-test.ts). */
export const EARTH_KM = 6371.0088;
const RADIAN = Math.PI / 180;
const KM_PER_DEGREE = EARTH_KM * RADIAN;

/** Great-circle distance in km. */
export function kmBetween(a: Point, b: Point): number {
  const half =
    Math.sin(((b.lat - a.lat) * RADIAN) / 2) ** 2 +
    Math.cos(a.lat * RADIAN) * Math.cos(b.lat * RADIAN) * Math.sin(((b.lon - a.lon) * RADIAN) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** The point that lies `km` from `from` in the direction `bearing` (degrees, clockwise from north). */
export function pointAt(from: Point, bearing: number, km: number): Point {
  const turn = bearing * RADIAN;
  const arc = km / EARTH_KM;
  const lat0 = from.lat * RADIAN;
  const lat = Math.asin(Math.sin(lat0) * Math.cos(arc) + Math.cos(lat0) * Math.sin(arc) * Math.cos(turn));
  const east = Math.atan2(Math.sin(turn) * Math.sin(arc) * Math.cos(lat0), Math.cos(arc) - Math.sin(lat0) * Math.sin(lat));
  return { lat: lat / RADIAN, lon: from.lon + east / RADIAN };
}

/**
 * Kilometres from a point to a stretch between two positions: on a flat map round the point, which is right to within 0.1 % at the
 * tens of kilometres that questions are about.
 */
export function segmentKm(point: Point, [lonA, latA]: Position, [lonB, latB]: Position): number {
  if (lonA === lonB && latA === latB) return kmBetween(point, { lat: latA, lon: lonA });
  const east = KM_PER_DEGREE * Math.cos(point.lat * RADIAN);
  const ax = (lonA - point.lon) * east;
  const ay = (latA - point.lat) * KM_PER_DEGREE;
  const dx = (lonB - lonA) * east;
  const dy = (latB - latA) * KM_PER_DEGREE;
  const along = Math.max(0, Math.min(1, -(ax * dx + ay * dy) / (dx * dx + dy * dy)));
  return Math.hypot(ax + along * dx, ay + along * dy);
}

/** Whether a ring (its first position is not repeated) holds a point, on the plain map of degrees. */
export function inRing({ lat, lon }: Point, ring: readonly Position[]): boolean {
  let inside = false;
  let before = ring.at(-1);
  for (const at of ring) {
    if (before && at[1] > lat !== before[1] > lat) {
      const crossing = at[0] + ((lat - at[1]) / (before[1] - at[1])) * (before[0] - at[0]);
      if (lon < crossing) inside = !inside;
    }
    before = at;
  }
  return inside;
}

const side = (a: Position, b: Position, c: Position) => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));

/** Whether two stretches cross or meet, on the plain map of degrees. */
export const segmentsCross = (a: Position, b: Position, c: Position, d: Position): boolean =>
  side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0 && boxesMeet(boxOf([a, b]), boxOf([c, d]));

/** The box round positions, `km` wider on every side. */
export function boxOf(positions: Iterable<Position>, km = 0): Box {
  const box = { south: 90, north: -90, west: 180, east: -180 };
  for (const [lon, lat] of positions) {
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
  }
  const lats = km / KM_PER_DEGREE;
  // the meridians are closest where the box reaches farthest from the equator
  const farthest = Math.min(89, Math.max(Math.abs(box.south), Math.abs(box.north)) + lats);
  const lons = lats / Math.cos(farthest * RADIAN);
  return { south: box.south - lats, north: box.north + lats, west: box.west - lons, east: box.east + lons };
}

export const boxesMeet = (a: Box, b: Box): boolean =>
  a.south <= b.north && b.south <= a.north && a.west <= b.east && b.west <= a.east;
