import { type Box, BrokenFilm, childrenOf, findBox } from './boxes.ts';
import type { Range } from './ranges.ts';

/** Flags of `tfhd` and `trun` (ISO/IEC 14496-12, 8.8.7 and 8.8.8): each says that a field is there. */
const TFHD = { base: 0x1, description: 0x2, duration: 0x8, size: 0x10, baseIsMoof: 0x20000 } as const;
const TRUN = { offset: 0x1, firstFlags: 0x4, duration: 0x100, size: 0x200, flags: 0x400, shift: 0x800 } as const;

/** Where the samples of a film in fragments are, by the number of the track. */
export function fragmentSamples(film: Buffer, boxes: readonly Box[], moov: Box): Map<number, Range[]> {
  const usual = usualSizes(film, moov);
  const samples = new Map<number, Range[]>();
  for (const moof of boxes.filter(({ type }) => type === 'moof')) {
    // a fragment that does not say where it begins goes on where the one before it stopped
    let next = moof.start;
    for (const traf of childrenOf(film, moof).filter(({ type }) => type === 'traf')) {
      const { id, base, size } = fragmentHeader(film, traf, usual, { moof: moof.start, next });
      const ranges = samples.get(id) ?? [];
      samples.set(id, ranges);
      next = base;
      for (const trun of childrenOf(film, traf).filter(({ type }) => type === 'trun')) {
        next = addRun(film, trun, { base, next, size }, ranges);
      }
    }
  }
  return samples;
}

function usualSizes(film: Buffer, moov: Box): Map<number, number> {
  const mvex = findBox(film, moov, 'mvex');
  const rows = mvex ? childrenOf(film, mvex).filter(({ type }) => type === 'trex') : [];
  return new Map(rows.map(({ body }) => [film.readUInt32BE(body + 4), film.readUInt32BE(body + 16)]));
}

function fragmentHeader(film: Buffer, traf: Box, usual: ReadonlyMap<number, number>, from: { moof: number; next: number }) {
  const tfhd = findBox(film, traf, 'tfhd');
  if (tfhd === null) throw new BrokenFilm('a fragment of no track');
  const flags = film.readUInt32BE(tfhd.body);
  const id = film.readUInt32BE(tfhd.body + 4);
  let at = tfhd.body + 8;
  let base = flags & TFHD.baseIsMoof ? from.moof : from.next;
  if (flags & TFHD.base) {
    base = Number(film.readBigUInt64BE(at));
    at += 8;
  }
  if (flags & TFHD.description) at += 4;
  if (flags & TFHD.duration) at += 4;
  return { id, base, size: flags & TFHD.size ? film.readUInt32BE(at) : (usual.get(id) ?? 0) };
}

/** @returns where the run ends */
function addRun(film: Buffer, trun: Box, from: { base: number; next: number; size: number }, ranges: Range[]): number {
  const flags = film.readUInt32BE(trun.body);
  const fields = [TRUN.duration, TRUN.size, TRUN.flags, TRUN.shift].filter((field) => flags & field).length;
  const first = trun.body + 8 + (flags & TRUN.offset ? 4 : 0) + (flags & TRUN.firstFlags ? 4 : 0);
  let at = flags & TRUN.offset ? from.base + film.readInt32BE(trun.body + 8) : from.next;
  const count = film.readUInt32BE(trun.body + 4);
  if (fields === 0) {
    ranges.push({ start: at, end: at + count * from.size });
    return at + count * from.size;
  }
  if (count * fields * 4 > trun.end - first) throw new BrokenFilm('a run is longer than its box');
  for (let sample = 0; sample < count; sample++) {
    const row = first + sample * fields * 4;
    const size = flags & TRUN.size ? film.readUInt32BE(row + (flags & TRUN.duration ? 4 : 0)) : from.size;
    ranges.push({ start: at, end: at + size });
    at += size;
  }
  return at;
}
