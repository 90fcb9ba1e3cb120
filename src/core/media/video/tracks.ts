import { type Box, BrokenFilm, childrenOf, findBox } from './boxes.ts';
import { entriesOf, isKnownCodec } from './sample-entry.ts';

export interface Track {
  trak: Box;
  id: number;
  /** `vide`, `soun`, or one that says what else the track holds. */
  handler: string;
  /** Pictures and sound in a known coding. Positions, texts, clocks and thumbnails are other tracks: they go with their samples. */
  kept: boolean;
  stbl: Box | null;
  stsd: Box | null;
}

export function tracksOf(film: Buffer, moov: Box): Track[] {
  const tracks = childrenOf(film, moov)
    .filter(({ type }) => type === 'trak')
    .map((trak) => trackOf(film, trak));
  const kept = tracks.filter((track) => track.kept).map(({ id }) => id);
  if (new Set(kept).size !== kept.length) throw new BrokenFilm('two tracks of one number');
  return tracks;
}

function trackOf(film: Buffer, trak: Box): Track {
  const tkhd = findBox(film, trak, 'tkhd');
  const hdlr = findBox(film, trak, 'mdia', 'hdlr');
  if (tkhd === null || hdlr === null) throw new BrokenFilm('a track of no kind');
  const handler = film.toString('latin1', hdlr.body + 8, hdlr.body + 12);
  const id = film.readUInt32BE(tkhd.body + (film.readUInt8(tkhd.body) === 1 ? 20 : 12));
  const stbl = findBox(film, trak, 'mdia', 'minf', 'stbl');
  const dropped: Track = { trak, id, handler, kept: false, stbl, stsd: null };
  if (handler !== 'vide' && handler !== 'soun') return dropped;
  const stsd = stbl && findBox(film, stbl, 'stsd');
  if (stsd === null) throw new BrokenFilm('a track without a description');
  const kept = entriesOf(film, stsd).every((entry) => isKnownCodec(film, handler, entry));
  return { ...dropped, kept, stsd };
}
