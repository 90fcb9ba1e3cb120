import type { Outline } from '../../db/schema/place.ts';
import { kmBetween, type Point } from '../gazetteer/geometry.ts';

/** Kilometres from the point to the farthest part of an outline. */
export function reach(point: Point, outline: Outline): number {
  const [ends, width] = outline.type === 'area' ? [outline.rings.flat(), 0] : [outline.lines.flat(), outline.km];
  return width + Math.max(0, ...ends.map(([lon, lat]) => kmBetween(point, { lat, lon })));
}
