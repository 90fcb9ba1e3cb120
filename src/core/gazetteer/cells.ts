import { type Point, segmentKm } from './geometry.ts';
import { holds, type Shape } from './shape.ts';

/** The store's grid (incident.cell): 0.05° squares, row × 7200 + column. */
const PER_DEGREE = 20;
const COLUMNS = 360 * PER_DEGREE;
const rowOf = (lat: number) => Math.floor((lat + 90) * PER_DEGREE);
const columnOf = (lon: number) => Math.floor((lon + 180) * PER_DEGREE);
/** From the middle of a square to its corners, at the equator, where they are farthest. */
const HALF_DIAGONAL_KM = 3.95;

/** More squares than this, and looking at every record is cheaper than looking them up. */
const MOST_CELLS = 20_000;

/** Squares of the grid that lie in a shape wholly, and those that its edge may cross. */
export interface Cover {
  inside: number[];
  border: number[];
}

/** Null: too wide for the grid. A square may be called border without need, but never inside without being so. */
export function coverOf(shape: Shape): Cover | null {
  const { south, north, west, east } = shape.box;
  if ((rowOf(north) - rowOf(south) + 1) * (columnOf(east) - columnOf(west) + 1) > MOST_CELLS) return null;
  const edge = edgeDistances(shape);
  const core: Shape = { ...shape, km: 0 };
  const cover: Cover = { inside: [], border: [] };
  for (let row = rowOf(south); row <= rowOf(north); row++) {
    for (let column = columnOf(west); column <= columnOf(east); column++) {
      const cell = row * COLUMNS + column;
      const within = shape.rings.length > 0 && holds(core, middle(row, column));
      const km = edge.get(cell) ?? Number.POSITIVE_INFINITY;
      // how far the middle lies outside of the shape; negative: inside
      const outside = within ? -km - shape.km : km - shape.km;
      if (outside <= -HALF_DIAGONAL_KM) cover.inside.push(cell);
      else if (outside <= HALF_DIAGONAL_KM) cover.border.push(cell);
    }
  }
  return cover;
}

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
  const reach = shape.km + HALF_DIAGONAL_KM;
  for (const [a, b] of shape.stretches) {
    const lats = reach / 110;
    const lons = lats / Math.cos((Math.min(85, Math.max(Math.abs(a[1]), Math.abs(b[1])) + lats) * Math.PI) / 180);
    for (let row = rowOf(Math.min(a[1], b[1]) - lats); row <= rowOf(Math.max(a[1], b[1]) + lats); row++) {
      for (let column = columnOf(Math.min(a[0], b[0]) - lons); column <= columnOf(Math.max(a[0], b[0]) + lons); column++) {
        const cell = row * COLUMNS + column;
        const km = segmentKm(middle(row, column), a, b);
        if (km < (distances.get(cell) ?? Number.POSITIVE_INFINITY)) distances.set(cell, km);
      }
    }
  }
  return distances;
}
