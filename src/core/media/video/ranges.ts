import { type Box, BrokenFilm, UnknownFilm } from './boxes.ts';

/** Bytes of a file, the last excluded. */
export interface Range {
  start: number;
  end: number;
}

/** 20 MB of film has some ten thousand samples; more is a file that wants to be slow. */
const MOST_RANGES = 500_000;

/** Overwrites what no range covers: in `mdat`, whatever no picture or sound points at. Throws BrokenFilm for a range outside. */
export function clearBetween(film: Buffer, ranges: readonly Range[], boxes: readonly Box[]): void {
  if (ranges.length > MOST_RANGES) throw new UnknownFilm('too many samples');
  const sorted = ranges.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  let next = 0;
  for (const { body, end } of boxes) {
    let clean = body;
    for (let range = sorted[next]; range !== undefined && range.start < end; range = sorted[++next]) {
      if (range.start < body || range.end > end) throw new BrokenFilm('a sample outside');
      if (range.start > clean) film.fill(0, clean, range.start);
      clean = Math.max(clean, range.end);
    }
    film.fill(0, clean, end);
  }
  if (next < sorted.length) throw new BrokenFilm('a sample outside');
}
