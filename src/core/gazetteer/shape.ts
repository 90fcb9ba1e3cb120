import type { Outline, Position } from '../../db/schema/place.ts';
import type { Place } from './gazetteer.ts';
import { type Box, boxesMeet, boxOf, inRing, type Point, pointAt, segmentKm, segmentsCross } from './geometry.ts';
import { remembered } from './remembered.ts';

type Stretch = readonly [Position, Position];

/**
 * A stretch of land: what lies within `km` of its rings' inside and of its lines. A circle is a line of one position; an area has
 * rings (the first is the outside, the others are holes) and 0 km.
 */
export interface Shape {
  rings: Position[][];
  lines: Position[][];
  km: number;
  /** Round all of it, its km included. */
  box: Box;
  stretches: Stretch[];
}

const stretchesOf = (positions: readonly Position[], closed: boolean): Stretch[] =>
  positions.flatMap((at, i) => {
    const next = positions[i + 1] ?? (closed || positions.length === 1 ? positions[0] : undefined);
    return next ? [[at, next] as const] : [];
  });

function shapeOf(rings: Position[][], lines: Position[][], km: number): Shape {
  const stretches = [...rings.flatMap((r) => stretchesOf(r, true)), ...lines.flatMap((l) => stretchesOf(l, false))];
  return { rings, lines, km, box: boxOf([...rings.flat(), ...lines.flat()], km), stretches };
}

export const circle = ({ lat, lon }: Point, km: number): Shape => shapeOf([], [[[lon, lat]]], km);
export const corridor = (lines: Position[][], km: number): Shape => shapeOf([], lines, km);
export const widened = (shape: Shape, km: number): Shape => shapeOf(shape.rings, shape.lines, shape.km + km);

export const ofOutline = (outline: Outline): Shape =>
  outline.type === 'area' ? shapeOf(outline.rings, [], 0) : shapeOf([], outline.lines, outline.km);

/** All the land that a place stands for: its outline, or the circle that surely holds it. */
export const ofPlace = remembered(
  (place: Place): Shape => (place.outline ? ofOutline(place.outline) : circle(place, place.extentKm)),
);

const ARC_STEP = 3;

/** The quarter of a circle round a point that faces `bearing` (0 north, 90 east …): up to 45° to either side. */
export function wedge(from: Point, bearing: number, km: number): Shape {
  const ring: Position[] = [[from.lon, from.lat]];
  for (let turn = bearing - 45; turn <= bearing + 45; turn += ARC_STEP) {
    const { lat, lon } = pointAt(from, turn, km);
    ring.push([lon, lat]);
  }
  return shapeOf([ring], [], 0);
}

const inBox = ({ lat, lon }: Point, box: Box) => box.south <= lat && lat <= box.north && box.west <= lon && lon <= box.east;

/** Inside by the even-odd rule, so that a hole is outside. */
const inRings = (point: Point, rings: readonly Position[][]) => rings.filter((ring) => inRing(point, ring)).length % 2 === 1;

const within = (shape: Shape, point: Point, km: number) =>
  inRings(point, shape.rings) || (km > 0 && shape.stretches.some(([a, b]) => segmentKm(point, a, b) <= km));

export const holds = (shape: Shape, point: Point): boolean => inBox(point, shape.box) && within(shape, point, shape.km);

/** Whether two shapes have any land in common. */
export function touch(a: Shape, b: Shape): boolean {
  if (!boxesMeet(a.box, b.box)) return false;
  const km = a.km + b.km;
  const [centreA, centreB] = [centreOf(a), centreOf(b)];
  if (centreA) return within(b, centreA, km);
  if (centreB) return within(a, centreB, km);
  const near = (shape: Shape, other: Shape) => {
    const reach = boxOf(corners(other.box), shape.km);
    return shape.stretches.filter((stretch) => boxesMeet(boxOf(stretch), reach));
  };
  if (startsInside(a, b) || startsInside(b, a)) return true;
  const [ours, theirs] = [near(a, b), near(b, a)];
  return ours.some(([p, q]) => theirs.some(([r, s]) => stretchesMeet(p, q, r, s, km)));
}

/** Of a circle; undefined for every other shape. */
const centreOf = ({ rings, lines, stretches: [first, second] }: Shape): Point | undefined =>
  rings.length === 0 && lines.length === 1 && first && !second && first[0] === first[1] ? at(first[0]) : undefined;

const corners = (box: Box): Position[] => [
  [box.west, box.south],
  [box.east, box.north],
];

const at = ([lon, lat]: Position): Point => ({ lat, lon });

/** Without a crossing of edges, one shape touches another's inside only if a whole part of it lies there: its first position tells. */
const startsInside = (a: Shape, b: Shape) =>
  b.rings.length > 0 && [...a.rings, ...a.lines].some((part) => part[0] !== undefined && inRings(at(part[0]), b.rings));

const stretchesMeet = (p: Position, q: Position, r: Position, s: Position, km: number) =>
  segmentKm(at(p), r, s) <= km ||
  segmentKm(at(q), r, s) <= km ||
  segmentKm(at(r), p, q) <= km ||
  segmentKm(at(s), p, q) <= km ||
  segmentsCross(p, q, r, s);
