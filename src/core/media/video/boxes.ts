/** A box of ISO/IEC 14496-12 (QuickTime: an atom). Offsets in the file. */
export interface Box {
  type: string;
  /** Of its size field. */
  start: number;
  /** Of what is after its size and type. */
  body: number;
  end: number;
}

/** The structure contradicts itself. */
export class BrokenFilm extends Error {}
/** It may be a film, but nothing here knows how to clean it. */
export class UnknownFilm extends Error {}

/** Real films have some hundreds of boxes side by side; live recordings in fragments some thousands. */
const MOST_SIBLINGS = 50_000;
const HEADER = 8;
const LONG_HEADER = 16;

/** The box at `start`, or null where what is there cannot be one that ends by `to`. */
function boxAt(film: Buffer, start: number, to: number): Box | null {
  if (to - start < HEADER) return null;
  const size = film.readUInt32BE(start);
  const type = film.toString('latin1', start + 4, start + HEADER);
  if (size === 0) return { type, start, body: start + HEADER, end: to };
  if (size !== 1) return size >= HEADER && size <= to - start ? { type, start, body: start + HEADER, end: start + size } : null;
  if (to - start < LONG_HEADER) return null;
  const long = film.readBigUInt64BE(start + HEADER);
  if (long < LONG_HEADER || long > to - start) return null;
  return { type, start, body: start + LONG_HEADER, end: start + Number(long) };
}

/** The boxes from `from` on, and where they stop: at `to`, or at the first bytes that are no box. */
export function boxesUntil(film: Buffer, from: number, to: number): { boxes: Box[]; end: number } {
  const boxes: Box[] = [];
  let end = from;
  for (let box = boxAt(film, from, to); box !== null; box = boxAt(film, end, to)) {
    if (boxes.length === MOST_SIBLINGS) throw new UnknownFilm('too many boxes');
    boxes.push(box);
    end = box.end;
  }
  return { boxes, end };
}

/** The boxes that fill `from`–`to` exactly. Throws BrokenFilm. */
export function boxesIn(film: Buffer, from: number, to: number): Box[] {
  const { boxes, end } = boxesUntil(film, from, to);
  if (end !== to) throw new BrokenFilm('a box does not end where the one around it does');
  return boxes;
}

export const childrenOf = (film: Buffer, box: Box): Box[] => boxesIn(film, box.body, box.end);

/** The first box at the end of a path of types, for example `mdia`, `hdlr`. */
export function findBox(film: Buffer, inside: Box, ...path: readonly string[]): Box | null {
  const [type, ...rest] = path;
  if (type === undefined) return inside;
  const next = childrenOf(film, inside).find((box) => box.type === type);
  return next === undefined ? null : findBox(film, next, ...rest);
}

/** Makes it empty space of the same size, so that every offset stays right. */
export function freeBox(film: Buffer, { start, body, end }: Box): void {
  film.write('free', start + 4, 'latin1');
  film.fill(0, body, end);
}

/** Of a table that says how many rows follow `from`: that number, if they fit. Throws BrokenFilm. */
export function rowCount(film: Buffer, { end }: Box, at: number, rowBytes: number): number {
  const count = film.readUInt32BE(at);
  if (count * rowBytes > end - at - 4) throw new BrokenFilm('a table is longer than its box');
  return count;
}
