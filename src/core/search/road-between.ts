import type { Position } from '../../db/schema/place.ts';
import type { Gazetteer, Place } from '../gazetteer/gazetteer.ts';
import { kmBetween, type Point, segmentKm } from '../gazetteer/geometry.ts';

/** A road connects two places when its line passes both at no more than this. */
const PASSES_KM = 10;

/** The shortest stretch of a known road from one place to the other; null where none passes both. */
export function roadBetween(gazetteer: Gazetteer, from: Place, to: Place): Position[] | null {
  const stretches = [...gazetteer.places.values()]
    .flatMap(({ kind, outline }) => (kind === 'road' && outline?.type === 'corridor' ? outline.lines : []))
    .flatMap((line) => stretch(line, from, to) ?? [])
    .map((line) => ({ line, km: lengthKm(line) }));
  return stretches.sort((a, b) => a.km - b.km)[0]?.line ?? null;
}

function stretch(line: Position[], from: Place, to: Place): [Position[]] | null {
  const [a, b] = [nearest(line, from), nearest(line, to)];
  if (!a || !b || a.km > PASSES_KM || b.km > PASSES_KM) return null;
  const [first, last, start, end] = a.at <= b.at ? [a.at, b.at, from, to] : [b.at, a.at, to, from];
  return [[[start.lon, start.lat], ...line.slice(first + 1, last + 1), [end.lon, end.lat]]];
}

/** The stretch of the line that passes closest, by its number. */
function nearest(line: Position[], place: Point): { at: number; km: number } | null {
  let best: { at: number; km: number } | null = null;
  for (const [at, start] of line.entries()) {
    const end = line[at + 1];
    if (!end) break;
    const km = segmentKm(place, start, end);
    if (!best || km < best.km) best = { at, km };
  }
  return best;
}

const lengthKm = (line: Position[]): number =>
  line.reduce((sum, [lon, lat], i) => {
    const before = line[i - 1];
    return before ? sum + kmBetween({ lat: before[1], lon: before[0] }, { lat, lon }) : 0;
  }, 0);
