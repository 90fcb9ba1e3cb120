import { type Box, boxOf, type Point, segmentKm } from './geometry.ts';
import type { Shape } from './shape.ts';

/** The store's grid (incident.cell): 0.05° squares, row × 7200 + column. */
const PER_DEGREE = 20;
const COLUMNS = 360 * PER_DEGREE;
const rowOf = (lat: number) => Math.floor((lat + 90) * PER_DEGREE);
const columnOf = (lon: number) => Math.floor((lon + 180) * PER_DEGREE);
/** From the middle of a square to its corners, at the equator, where they are farthest. */
const HALF_DIAGONAL_KM = 3.95;

/** With more squares than this in question, to look at every record is cheaper than to look them up. */
const MOST_CELLS = 60_000;

/** Squares of the grid that lie in a shape wholly, and those that its edge may cross. */
export interface Cover {
  inside: number[];
  border: number[];
}

/** Null: too wide for the grid. A square may be called border without need, but never inside without being so. */
export function coverOf(shape: Shape): Cover | null {
  if (squaresInQuestion(shape) > MOST_CELLS) return null;
  const edge = edgeDistances(shape);
  const within = middlesWithin(shape);
  const cover: Cover = { inside: [], border: [] };
  for (const cell of new Set([...edge.keys(), ...within])) {
    const km = edge.get(cell) ?? Number.POSITIVE_INFINITY;
    // how far the middle lies outside of the shape; negative: inside
    const outside = within.has(cell) ? -km - shape.km : km - shape.km;
    if (outside <= -HALF_DIAGONAL_KM) cover.inside.push(cell);
    else if (outside <= HALF_DIAGONAL_KM) cover.border.push(cell);
  }
  return cover;
}

interface Squares {
  rows: [first: number, last: number];
  columns: [first: number, last: number];
}

const squaresOf = ({ south, north, west, east }: Box): Squares => ({
  rows: [rowOf(south), rowOf(north)],
  columns: [columnOf(west), columnOf(east)],
});
const count = ({ rows, columns }: Squares) => (rows[1] - rows[0] + 1) * (columns[1] - columns[0] + 1);

const reachOf = ([a, b]: Shape['stretches'][number], shape: Shape) => squaresOf(boxOf([a, b], shape.km + HALF_DIAGONAL_KM));

const squaresInQuestion = (shape: Shape) =>
  (shape.rings.length > 0 ? count(squaresOf(shape.box)) : 0) +
  shape.stretches.reduce((sum, stretch) => sum + count(reachOf(stretch, shape)), 0);

/** Squares that lie in both. One that is too wide for the grid decides nothing: the other's squares are all left to be judged. */
export function bothCovers(a: Cover | null, b: Cover | null): Cover | null {
  if (!a || !b) {
    const known = a ?? b;
    return known && { inside: [], border: [...known.inside, ...known.border] };
  }
  const inside = intersection(a.inside, b.inside);
  const sure = new Set(inside);
  const touched = intersection([...a.inside, ...a.border], [...b.inside, ...b.border]);
  return { inside, border: touched.filter((cell) => !sure.has(cell)) };
}

function intersection(a: readonly number[], b: readonly number[]): number[] {
  const other = new Set(b);
  return a.filter((cell) => other.has(cell));
}

const middle = (row: number, column: number): Point => ({
  lat: (row + 0.5) / PER_DEGREE - 90,
  lon: (column + 0.5) / PER_DEGREE - 180,
});

/** Kilometres from the middle of each square to the nearest edge of the core, for the squares that an edge may decide. */
function edgeDistances(shape: Shape): Map<number, number> {
  const distances = new Map<number, number>();
  for (const stretch of shape.stretches) {
    const { rows, columns } = reachOf(stretch, shape);
    for (let row = rows[0]; row <= rows[1]; row++) {
      for (let column = columns[0]; column <= columns[1]; column++) {
        const cell = row * COLUMNS + column;
        const km = segmentKm(middle(row, column), ...stretch);
        if (km < (distances.get(cell) ?? Number.POSITIVE_INFINITY)) distances.set(cell, km);
      }
    }
  }
  return distances;
}

/** Squares whose middle lies inside the rings, row by row: from one crossing of an edge to the next (the even-odd rule). */
function middlesWithin(shape: Shape): Set<number> {
  const within = new Set<number>();
  if (shape.rings.length === 0) return within;
  const { rows } = squaresOf(shape.box);
  for (let row = rows[0]; row <= rows[1]; row++) {
    const crossings = crossingsAt(middle(row, 0).lat, shape);
    for (const [i, west] of crossings.entries()) {
      const east = crossings[i + 1];
      if (i % 2 === 1 || east === undefined) continue;
      for (let column = columnOf(west); column <= columnOf(east); column++) {
        const { lon } = middle(row, column);
        if (west <= lon && lon < east) within.add(row * COLUMNS + column);
      }
    }
  }
  return within;
}

const crossingsAt = (lat: number, { stretches }: Shape): number[] =>
  stretches
    .flatMap(([[lonA, latA], [lonB, latB]]) =>
      latA > lat !== latB > lat ? [lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA)] : [],
    )
    .sort((a, b) => a - b);
