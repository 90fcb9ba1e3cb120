import { type Box, BrokenFilm, findBox, rowCount } from './boxes.ts';
import type { Range } from './ranges.ts';
import type { Track } from './tracks.ts';

/** Where a track's samples are by its tables: one range for a picture, one for each run of sound. Throws BrokenFilm. */
export function tableSamples(film: Buffer, track: Track, tracks: readonly Track[]): Range[] {
  if (track.stbl === null) return [];
  const sizes = sizesOf(film, track.stbl);
  const offsets = chunkOffsets(film, track.stbl);
  const perChunk = samplesPerChunk(film, track.stbl, offsets.length);
  const frame = track.handler === 'soun' && sizes.uniform > 0 ? soundFrame(film, track) : null;
  const following = frame === null ? new Map<number, number>() : followingStarts(film, tracks);
  const ranges: Range[] = [];
  let sample = 0;
  offsets.forEach((offset, chunk) => {
    const count = Math.min(perChunk[chunk] ?? 0, sizes.count - sample);
    if (sizes.uniform > 0) {
      const said = offset + count * sizes.uniform;
      const needed = frame === null ? said : offset + Math.ceil(count / frame.samples) * frame.bytes;
      // where the table of sizes counts otherwise than the description, the sound goes on to what comes next at most
      const limit = needed > said ? (following.get(offset) ?? needed) : said;
      ranges.push({ start: offset, end: Math.max(said, Math.min(needed, limit)) });
    } else {
      let at = offset;
      for (let n = 0; n < count; n++) {
        const end = at + sizes.of(sample + n);
        ranges.push({ start: at, end });
        at = end;
      }
    }
    sample += count;
  });
  return ranges;
}

/** For the start of each chunk that of the next one, whatever its track. */
function followingStarts(film: Buffer, tracks: readonly Track[]): Map<number, number> {
  const starts = new Set(tracks.flatMap(({ stbl }) => (stbl ? chunkOffsets(film, stbl) : [])));
  const sorted = [...starts].sort((a, b) => a - b);
  return new Map(sorted.slice(1).map((start, before) => [sorted[before] ?? start, start]));
}

interface Sizes {
  count: number;
  /** Of every sample; 0: each has its own. */
  uniform: number;
  of(sample: number): number;
}

function sizesOf(film: Buffer, stbl: Box): Sizes {
  const stsz = findBox(film, stbl, 'stsz');
  if (stsz) {
    const uniform = film.readUInt32BE(stsz.body + 4);
    const count = uniform > 0 ? film.readUInt32BE(stsz.body + 8) : rowCount(film, stsz, stsz.body + 8, 4);
    return { count, uniform, of: (sample) => film.readUInt32BE(stsz.body + 12 + sample * 4) };
  }
  const stz2 = findBox(film, stbl, 'stz2');
  if (stz2 === null) throw new BrokenFilm('samples of no size');
  const bits = film.readUInt8(stz2.body + 7);
  if (bits !== 4 && bits !== 8 && bits !== 16) throw new BrokenFilm('sizes of no width');
  const rows = stz2.body + 12;
  const of = {
    4: (sample: number) => (film.readUInt8(rows + (sample >> 1)) >> (sample & 1 ? 0 : 4)) & 15,
    8: (sample: number) => film.readUInt8(rows + sample),
    16: (sample: number) => film.readUInt16BE(rows + sample * 2),
  }[bits];
  return { count: rowCount(film, stz2, stz2.body + 8, bits / 8), uniform: 0, of };
}

function chunkOffsets(film: Buffer, stbl: Box): number[] {
  const stco = findBox(film, stbl, 'stco');
  const co64 = stco ?? findBox(film, stbl, 'co64');
  if (co64 === null) throw new BrokenFilm('samples of no place');
  const width = stco ? 4 : 8;
  const rows = co64.body + 8;
  return Array.from({ length: rowCount(film, co64, co64.body + 4, width) }, (_, chunk) =>
    stco ? film.readUInt32BE(rows + chunk * 4) : Number(film.readBigUInt64BE(rows + chunk * 8)),
  );
}

function samplesPerChunk(film: Buffer, stbl: Box, chunks: number): number[] {
  const stsc = findBox(film, stbl, 'stsc');
  if (stsc === null) throw new BrokenFilm('chunks of no length');
  const rows = rowCount(film, stsc, stsc.body + 4, 12);
  const counts: number[] = [];
  for (let row = 0; row < rows; row++) {
    const at = stsc.body + 8 + row * 12;
    const until = row + 1 < rows ? film.readUInt32BE(at + 12) - 1 : chunks;
    if (film.readUInt32BE(at) !== counts.length + 1 || until > chunks) throw new BrokenFilm('chunks out of order');
    while (counts.length < until) counts.push(film.readUInt32BE(at + 4));
  }
  return counts;
}

/**
 * Bytes of a run of sound as QuickTime counts them: old files give 1 as the size of a sample (QuickTime File Format, "Sound Sample
 * Descriptions"). Null where the description does not say.
 */
function soundFrame(film: Buffer, { stsd }: Track): { samples: number; bytes: number } | null {
  if (stsd === null) return null;
  const entry = stsd.body + 16;
  const version = film.readUInt16BE(entry + 8);
  if (version === 1) {
    const [samples, bytes] = [film.readUInt32BE(entry + 28), film.readUInt32BE(entry + 36)];
    return samples > 0 && bytes > 0 ? { samples, bytes } : null;
  }
  return version === 0
    ? { samples: 1, bytes: film.readUInt16BE(entry + 16) * Math.ceil(film.readUInt16BE(entry + 18) / 8) }
    : null;
}
