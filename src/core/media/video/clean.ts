import type { FileKind } from '../kind.ts';
import type { Captured, Cleaned } from '../media.ts';
import { type Box, BrokenFilm, boxesUntil, childrenOf, freeBox, UnknownFilm } from './boxes.ts';
import { filmCaptured } from './captured.ts';
import { fragmentSamples } from './fragments.ts';
import { cleanBrands, cleanDataReference, cleanHandler, cleanHeader, cleanMediaHeader } from './headers.ts';
import { clearBetween, type Range } from './ranges.ts';
import { cleanSampleEntry, clearAfterEntries, entriesOf } from './sample-entry.ts';
import { tableSamples } from './samples.ts';
import { type Track, tracksOf } from './tracks.ts';
import { maskUserData } from './user-data.ts';

/** What is done to a box that stays: nothing, a scrubber, or the same one level deeper. */
type Rule = 'stays' | ((film: Buffer, box: Box) => void) | Rules;

interface Rules {
  readonly [type: string]: Rule;
}

const SAMPLE_TABLES: Rule = {
  stsd: clearAfterEntries,
  stts: 'stays',
  ctts: 'stays',
  cslg: 'stays',
  stsc: 'stays',
  stsz: 'stays',
  stz2: 'stays',
  stco: 'stays',
  co64: 'stays',
  stss: 'stays',
  stps: 'stays',
  sdtp: 'stays',
  sgpd: 'stays',
  sbgp: 'stays',
};
const MEDIA_INFORMATION: Rule = {
  vmhd: 'stays',
  smhd: 'stays',
  hdlr: cleanHandler,
  dinf: { dref: cleanDataReference },
  stbl: SAMPLE_TABLES,
};
const TRACK: Rule = {
  tkhd: cleanHeader('tkhd'),
  edts: { elst: 'stays' },
  mdia: { mdhd: cleanMediaHeader, hdlr: cleanHandler, minf: MEDIA_INFORMATION },
};
const FRAGMENT: Rule = { tfhd: 'stays', tfdt: 'stays', trun: 'stays', sdtp: 'stays', sgpd: 'stays', sbgp: 'stays' };

/** Every box that stays. One that is not here becomes empty space: places, names, clocks, thumbnails, and what nobody has heard of. */
const FILM: Rules = {
  ftyp: cleanBrands,
  styp: cleanBrands,
  mdat: 'stays',
  moov: { mvhd: cleanHeader('mvhd'), trak: TRACK, mvex: { mehd: 'stays', trex: 'stays' } },
  moof: { mfhd: 'stays', traf: FRAGMENT },
};

/** The film with nothing moved: what goes is overwritten where it is, so the pictures decode to the same frames. */
export function cleanVideo(bytes: Uint8Array, kind: FileKind): Cleaned {
  try {
    const film = Buffer.from(bytes);
    const { end, captured } = scrub(film);
    return {
      kind: 'video',
      bytes: film.subarray(0, end),
      mime: kind === 'mov' ? 'video/quicktime' : 'video/mp4',
      captured,
    };
  } catch (error) {
    if (error instanceof UnknownFilm) return { kind: 'unseen', reason: 'not-decodable' };
    // an offset that points outside is a RangeError
    if (error instanceof BrokenFilm || error instanceof RangeError) return { kind: 'refused', reason: 'broken' };
    throw error;
  }
}

function scrub(film: Buffer): { end: number; captured: Captured | null } {
  // bytes after the last box are cut off
  const { boxes, end } = boxesUntil(film, 0, film.length);
  const movies = boxes.filter(({ type }) => type === 'moov');
  const [moov] = movies;
  if (moov === undefined) throw new BrokenFilm('no movie');
  if (movies.length > 1) throw new UnknownFilm('several movies');
  const captured = filmCaptured(film, moov);
  const tracks = tracksOf(film, moov);
  if (!tracks.some(({ handler, kept }) => kept && handler === 'vide')) throw new UnknownFilm('no picture that is known');

  const samples = samplesOf(film, boxes, moov, tracks);
  clearBetween(
    film,
    samples,
    boxes.filter(({ type }) => type === 'mdat'),
  );
  const fragments = boxes.filter(({ type }) => type === 'moof').flatMap((moof) => childrenOf(film, moof));
  const kept = new Set(tracks.filter((track) => track.kept).map(({ id }) => id));
  for (const traf of fragments.filter(({ type }) => type === 'traf')) {
    const tfhd = childrenOf(film, traf).find(({ type }) => type === 'tfhd');
    if (tfhd === undefined) throw new BrokenFilm('a fragment of no track');
    if (!kept.has(film.readUInt32BE(tfhd.body + 4))) freeBox(film, traf);
  }
  for (const { trak, id, handler, stsd } of tracks) {
    if (!kept.has(id) || stsd === null) freeBox(film, trak);
    else for (const entry of entriesOf(film, stsd)) cleanSampleEntry(film, handler, entry);
  }
  applyTo(film, boxes, FILM);
  return { end, captured };
}

function samplesOf(film: Buffer, boxes: readonly Box[], moov: Box, tracks: readonly Track[]): Range[] {
  const inFragments = fragmentSamples(film, boxes, moov);
  return tracks
    .filter(({ kept }) => kept)
    .flatMap((track) => {
      const samples = [...tableSamples(film, track, tracks), ...(inFragments.get(track.id) ?? [])];
      maskUserData(film, track, samples);
      return samples;
    });
}

function applyTo(film: Buffer, boxes: readonly Box[], rules: Rules): void {
  for (const box of boxes) {
    const rule = Object.hasOwn(rules, box.type) ? rules[box.type] : undefined;
    if (rule === undefined) freeBox(film, box);
    else if (typeof rule === 'function') rule(film, box);
    else if (rule !== 'stays') applyTo(film, childrenOf(film, box), rule);
  }
}
