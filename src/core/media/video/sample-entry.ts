import { type Box, BrokenFilm, boxesUntil, freeBox, rowCount } from './boxes.ts';

/** What a track may be coded in. Motion JPEG is not among them: each of its frames may hold metadata of its own. */
const CODECS: Record<string, ReadonlySet<string>> = {
  vide: new Set(['avc1', 'avc3', 'hvc1', 'hev1', 'dvh1', 'dvhe', 'dva1', 'dvav', 'mp4v', 's263', 'h263', 'vp08', 'vp09', 'av01']),
  soun: new Set(
    ['mp4a', 'samr', 'sawb', 'sawp', 'alac', 'ac-3', 'ec-3', 'Opus', 'fLaC', '.mp3'].concat(
      // uncompressed and telephone sound
      ['sowt', 'twos', 'lpcm', 'raw ', 'in24', 'in32', 'fl32', 'fl64', 'ipcm', 'fpcm', 'ulaw', 'alaw', 'ima4'],
    ),
  ),
};
/** MPEG-4 streams by object type (mp4ra.org): MPEG-4, H.264 and MPEG-1/2 pictures and sound; not JPEG (0x6c). */
const STREAMS = new Set([0x20, 0x21, 0x23, 0x40, 0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b]);
/** What a decoder needs to know: set-up, colours, shape of a pixel, channels. All else in a sample entry goes. */
const SET_UP = new Set(
  ['avcC', 'hvcC', 'av1C', 'vpcC', 'dvcC', 'dvvC', 'esds', 'd263', 'damr', 'dOps', 'dfLa', 'dac3', 'dec3', 'alac', 'pcmC'].concat(
    [
      'colr',
      'pasp',
      'clap',
      'fiel',
      'gama',
      'btrt',
      'mdcv',
      'clli',
      'SmDm',
      'CoLL',
      'chan',
      'chnl',
      'srat',
      'frma',
      'enda',
      'wave',
    ],
  ),
);
/** Colours by number; the other kinds are whole ICC profiles, which name the software. */
const COLOURS_BY_NUMBER = new Set(['nclx', 'nclc']);

const HEADER = 8;
const VISUAL_BYTES = 78;
const AUDIO_BYTES = 28;
/** QuickTime's longer sound descriptions by version (QuickTime File Format, "Sound Sample Descriptions"). */
const MORE_AUDIO_BYTES: Record<number, number> = { 0: 0, 1: 16, 2: 36 };

/** The sample entries of an `stsd`. */
export function entriesOf(film: Buffer, stsd: Box): Box[] {
  const count = rowCount(film, stsd, stsd.body + 4, HEADER);
  const entries = boxesUntil(film, stsd.body + 8, stsd.end).boxes.slice(0, count);
  if (entries.length === 0 || entries.length !== count) throw new BrokenFilm('sample entries that are not there');
  return entries;
}

export function clearAfterEntries(film: Buffer, stsd: Box): void {
  film.fill(0, entriesOf(film, stsd).at(-1)?.end ?? stsd.end, stsd.end);
}

/** Whether a track with this handler can be cleaned. */
export function isKnownCodec(film: Buffer, handler: string, entry: Box): boolean {
  if (!CODECS[handler]?.has(entry.type)) return false;
  const esds = setUpOf(film, handler, entry).boxes.find(({ type }) => type === 'esds');
  return esds === undefined || STREAMS.has(streamType(film, esds) ?? -1);
}

/** The boxes in a sample entry. */
export function setUpOf(film: Buffer, handler: string, { body, end }: Box): { boxes: Box[]; end: number } {
  const version = film.readUInt16BE(body + 8);
  const fixed = handler === 'vide' ? VISUAL_BYTES : AUDIO_BYTES + (MORE_AUDIO_BYTES[version] ?? 0);
  if (body + fixed > end) throw new BrokenFilm('a short sample entry');
  const found = boxesUntil(film, body + fixed, end);
  // version 1 of ISO's sound entries has QuickTime's number but not its fields
  const plain = handler === 'soun' ? boxesUntil(film, body + AUDIO_BYTES, end) : found;
  return plain.boxes.some(({ type }) => SET_UP.has(type)) ? plain : found;
}

export function cleanSampleEntry(film: Buffer, handler: string, entry: Box): void {
  const { body } = entry;
  const { boxes, end } = setUpOf(film, handler, entry);
  // reserved; vendor: the maker of the encoder
  film.fill(0, body, body + 6);
  film.fill(0, body + 12, body + 16);
  if (handler === 'vide') {
    // temporal and spatial quality; name of the encoder, which names the device
    film.fill(0, body + 16, body + 24);
    film.fill(0, body + 42, body + 74);
  }
  for (const box of boxes) cleanSetUp(film, box);
  film.fill(0, end, entry.end);
}

function cleanSetUp(film: Buffer, box: Box): void {
  const colours = box.type === 'colr' ? film.toString('latin1', box.body, box.body + 4) : null;
  if (!SET_UP.has(box.type) || (colours !== null && !COLOURS_BY_NUMBER.has(colours))) {
    freeBox(film, box);
    return;
  }
  // the maker of the encoder again
  if (box.type === 'damr' || box.type === 'd263') film.fill(0, box.body, box.body + 4);
  if (box.type !== 'wave') return;
  const { boxes, end } = boxesUntil(film, box.body, box.end);
  for (const inner of boxes) if (!SET_UP.has(inner.type) && !CODECS.soun?.has(inner.type)) freeBox(film, inner);
  film.fill(0, end, box.end);
}

/** The object type of an `esds` (ISO/IEC 14496-1, 7.2.6.6). */
function streamType(film: Buffer, { body, end }: Box): number | null {
  const ES = 0x03;
  const DECODER_CONFIG = 0x04;
  let at = body + 4;
  const tag = () => {
    const read = film.readUInt8(at++);
    for (let n = 0; n < 4 && film.readUInt8(at++) & 0x80; n++);
    return read;
  };
  if (tag() !== ES) return null;
  const flags = film.readUInt8(at + 2);
  // a stream that depends on another, or names an address, is none that a camera writes
  if (flags & 0xe0) return null;
  at += 3;
  return tag() === DECODER_CONFIG && at < end ? film.readUInt8(at) : null;
}
