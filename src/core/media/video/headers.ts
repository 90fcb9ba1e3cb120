import { type Box, BrokenFilm, childrenOf, UnknownFilm } from './boxes.ts';

/** Brands that say how to read a file. The others name the maker of a camera. */
const BRANDS = new Set(
  ['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'iso7', 'iso8', 'iso9', 'mp41', 'mp42', 'avc1', 'qt  ', 'dash', 'msdh'].concat(
    ['3gp4', '3gp5', '3gp6', '3gp7', '3g2a', 'hvc1', 'hev1', 'av01', 'cmfc', 'cmf2', 'M4V '],
  ),
);

/** The first brand stays what it is where it is a common one, so that the file stays an MP4 or a QuickTime film. */
export function cleanBrands(film: Buffer, { body, end }: Box): void {
  for (let at = body; at + 4 <= end; at += 4) {
    if (at !== body + 4 && !BRANDS.has(film.toString('latin1', at, at + 4))) film.write('isom', at, 'latin1');
  }
  // the version of the first brand
  film.fill(0, body + 4, Math.min(body + 8, end));
  film.fill(0, end - ((end - body) % 4), end);
}

/** Version 1 of a header has clocks and durations of 8 bytes. */
const isLong = (film: Buffer, { body }: Box) => film.readUInt8(body) === 1;

/** Ranges of a header that go, from its body on: in version 0 and in version 1. Clocks first. */
const GOES = {
  // the rest is reserved, or QuickTime's preview, poster and selection
  mvhd: {
    short: [
      [4, 12],
      [26, 36],
      [72, 96],
    ],
    long: [
      [4, 20],
      [38, 48],
      [84, 108],
    ],
  },
  tkhd: {
    short: [
      [4, 12],
      [16, 20],
      [24, 32],
    ],
    long: [
      [4, 20],
      [24, 28],
      [36, 44],
    ],
  },
  mdhd: { short: [[4, 12]], long: [[4, 20]] },
} as const;

export const cleanHeader =
  (name: keyof typeof GOES) =>
  (film: Buffer, box: Box): void => {
    for (const [from, to] of GOES[name][isLong(film, box) ? 'long' : 'short']) {
      if (box.body + to > box.end) throw new BrokenFilm('a short header');
      film.fill(0, box.body + from, box.body + to);
    }
  };

/** Packed ISO 639 for "undetermined": phones write their owner's language. */
const UNDETERMINED = 0x55c4;

export function cleanMediaHeader(film: Buffer, box: Box): void {
  cleanHeader('mdhd')(film, box);
  const language = box.body + (isLong(film, box) ? 32 : 20);
  if (language + 2 > box.end) throw new BrokenFilm('a short header');
  film.writeUInt16BE(UNDETERMINED, language);
  film.fill(0, language + 2, box.end);
}

/** QuickTime's handlers say whether they are of media or of data. */
const QUICKTIME_HANDLERS = new Set(['mhlr', 'dhlr']);

/** Leaves the kind of handler: its maker and its name go. */
export function cleanHandler(film: Buffer, { body, end }: Box): void {
  if (!QUICKTIME_HANDLERS.has(film.toString('latin1', body + 4, body + 8))) film.fill(0, body + 4, body + 8);
  film.fill(0, body + 12, end);
}

/** Leaves that the samples are in this file: QuickTime's aliases hold paths and names of disks. */
export function cleanDataReference(film: Buffer, { body, end }: Box): void {
  for (const entry of childrenOf(film, { type: 'dref', start: body, body: body + 8, end })) {
    const inThisFile = film.readUInt32BE(entry.body) & 1;
    if (!inThisFile) throw new UnknownFilm('samples in another file');
    film.fill(0, entry.body + 4, entry.end);
  }
}
