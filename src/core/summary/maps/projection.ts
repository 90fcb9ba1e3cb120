import type { Position } from '../../../db/schema/place.ts';

export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

export interface Frame {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Degrees of latitude in a kilometre (mean earth radius 6371.0088 km). */
export const DEGREE_PER_KM = 180 / (Math.PI * 6371.0088);

/** Bounds that hold a circle. */
export function aroundCircle(lat: number, lon: number, km: number): Bounds {
  const dLat = km * DEGREE_PER_KM;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return { south: lat - dLat, north: lat + dLat, west: lon - dLon, east: lon + dLon };
}

export const union = (all: readonly Bounds[]): Bounds | null =>
  all.length === 0
    ? null
    : {
        south: Math.min(...all.map((b) => b.south)),
        west: Math.min(...all.map((b) => b.west)),
        north: Math.max(...all.map((b) => b.north)),
        east: Math.max(...all.map((b) => b.east)),
      };

/** Equirectangular about the middle latitude: a degree of longitude shrinks by its cosine, so kilometres are alike both ways. */
export function project(bounds: Bounds, frame: Frame) {
  const middle = (bounds.south + bounds.north) / 2;
  const squeeze = Math.cos((middle * Math.PI) / 180);
  const scale = Math.min(frame.width / ((bounds.east - bounds.west) * squeeze), frame.height / (bounds.north - bounds.south));
  const centre: Position = [(bounds.west + bounds.east) / 2, middle];
  return {
    at: ([lon, lat]: Position): [x: number, y: number] => [
      frame.left + frame.width / 2 + (lon - centre[0]) * squeeze * scale,
      frame.top + frame.height / 2 - (lat - centre[1]) * scale,
    ],
    /** Pixels in a kilometre. */
    perKm: scale * DEGREE_PER_KM,
  };
}
export type Projection = ReturnType<typeof project>;
