import { deflateSync } from 'node:zlib';
import { box } from './films.ts';
import { draw, pngChunk } from './photos.ts';

export interface Bomb {
  name: string;
  bytes: Buffer;
}

function header(width: number, height: number, depth = 8, colour = 2): Buffer {
  const ihdr = Buffer.alloc(13);
  ihdr.writeUInt32BE(width, 0);
  ihdr.writeUInt32BE(height, 4);
  ihdr.set([depth, colour], 8);
  return ihdr;
}
const png = (...chunks: Buffer[]) =>
  Buffer.concat([Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'), ...chunks, pngChunk('IEND', Buffer.alloc(0))]);
const packed = (bytes: number) => deflateSync(Buffer.alloc(bytes));

/** Sizes in the header that the file does not have: width and height where each format keeps them. */
async function relabelled(width: number, height: number): Promise<Bomb[]> {
  const scene = { width: 64, height: 48, seed: 1 };
  const jpeg = await draw(scene).jpeg().toBuffer();
  const sof = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(Math.min(height, 65_535), sof + 5);
  jpeg.writeUInt16BE(Math.min(width, 65_535), sof + 7);
  const gif = await draw(scene).gif().toBuffer();
  gif.writeUInt16LE(Math.min(width, 65_535), 6);
  gif.writeUInt16LE(Math.min(height, 65_535), 8);
  const avif = await draw(scene).avif().toBuffer();
  const ispe = avif.indexOf('ispe');
  avif.writeUInt32BE(width, ispe + 8);
  avif.writeUInt32BE(height, ispe + 12);
  const tiff = await draw(scene).tiff({ compression: 'none' }).toBuffer();
  const directory = tiff.readUInt32LE(4);
  for (let n = 0; n < tiff.readUInt16LE(directory); n++) {
    const at = directory + 2 + n * 12;
    if (tiff.readUInt16LE(at) === 0x100 || tiff.readUInt16LE(at) === 0x101) tiff.writeUInt32LE(width, at + 8);
  }
  const empty = png(pngChunk('IHDR', header(width, height)), pngChunk('IDAT', packed(100_000)));
  return Object.entries({ jpeg, gif, avif, tiff, png: empty }).map(([name, bytes]) => ({
    name: `${name} of ${width} × ${height}`,
    bytes,
  }));
}

const SIZES = [
  [30_000, 30_000],
  [7000, 7000],
  [65_535, 65_535],
  [1, 60_000_000],
  [100_000, 100_000],
  [2 ** 31 - 1, 2 ** 31 - 1],
  [7071, 7071],
  [50_000_000, 1],
  [20_000, 2500],
  [60_000, 800],
] as const;

const declared = (type: string, size: number) => {
  const bytes = box(type, Buffer.alloc(64));
  bytes.writeUInt32BE(size >>> 0);
  return bytes;
};
const nested = (type: string, depth: number) => {
  let nest: Buffer = Buffer.alloc(0);
  for (let n = 0; n < depth; n++) nest = box(type, nest);
  return nest;
};

/** A hundred files that ask for far more than they are. */
export async function bombs(): Promise<Bomb[]> {
  const pictures = (await Promise.all(SIZES.map(([width, height]) => relabelled(width, height)))).flat();
  const swelling = packed(200_000_000);
  const pixels = [6000, 7000, 7071].map((side) => ({
    name: `black png of ${side}²`,
    bytes: png(pngChunk('IHDR', header(side, side, 8, 0)), pngChunk('IDAT', packed(side * (side + 1)))),
  }));
  const texts = ['iCCP', 'zTXt', 'iTXt', 'eXIf', 'tEXt'].map((type) => ({
    name: `${type} that swells`,
    bytes: png(
      pngChunk('IHDR', header(8, 8)),
      pngChunk(type, Buffer.concat([Buffer.from('x\0\0'), swelling])),
      pngChunk('IDAT', packed(8 * 25)),
    ),
  }));
  const jpeg = await draw({ width: 64, height: 48, seed: 1 }).jpeg({ progressive: true }).toBuffer();
  const scan = jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xda])), -2);
  const profile = Buffer.concat([
    Buffer.from([0xff, 0xe2, 0xff, 0xff]),
    Buffer.from('ICC_PROFILE\0\u0001\u00ff'),
    Buffer.alloc(65_519),
  ]);
  const endless = [
    {
      name: 'jpeg of 20,000 scans',
      bytes: Buffer.concat([
        jpeg.subarray(0, -2),
        ...Array.from({ length: 20_000 }, () => scan.subarray(0, 400)),
        jpeg.subarray(-2),
      ]),
    },
    {
      name: 'endless colour profile',
      bytes: Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: 300 }, () => profile), jpeg.subarray(2)]),
    },
    { name: 'jpeg of markers', bytes: Buffer.concat([jpeg.subarray(0, 2), Buffer.alloc(19_000_000, 0xff)]) },
    {
      name: 'png of empty chunks',
      bytes: png(
        pngChunk('IHDR', header(8, 8)),
        Buffer.concat(Array.from({ length: 200_000 }, () => pngChunk('tEXt', Buffer.alloc(0)))),
      ),
    },
    { name: 'gif of 100,000 pictures', bytes: await manyFrames(100_000) },
  ];
  const ftyp = box('ftyp', 'isom', Buffer.alloc(4), 'isom');
  const films = ['moov', 'trak', 'udta', 'meta', 'moof', 'free', 'mdat', 'CNRY'].flatMap((type) => [
    { name: `${type} in ${type}`, bytes: Buffer.concat([ftyp, nested(type, 1000)]) },
    { name: `many ${type}`, bytes: Buffer.concat([ftyp, Buffer.concat(Array.from({ length: 100_000 }, () => box(type)))]) },
    { name: `${type} of 4 GB`, bytes: Buffer.concat([ftyp, declared(type, 0xffffffff)]) },
    { name: `${type} of nothing`, bytes: Buffer.concat([ftyp, declared(type, 2)]) },
  ]);
  const others = ['avif', 'heic', 'qt  ', 'mif1', 'crx '].map((brand) => ({
    name: `${brand} of zeros`,
    bytes: Buffer.concat([box('ftyp', brand, Buffer.alloc(4), brand), Buffer.alloc(15_000_000)]),
  }));
  return [...pictures, ...pixels, ...texts, ...endless, ...films, ...others];
}

async function manyFrames(count: number): Promise<Buffer> {
  const gif = await draw({ width: 4, height: 4, seed: 1 }).gif().toBuffer();
  const frame = Buffer.from([0x2c, 0, 0, 0, 0, 4, 0, 4, 0, 0, 2, 2, 0x44, 1, 0]);
  return Buffer.concat([gif.subarray(0, -1), Buffer.concat(Array.from({ length: count }, () => frame)), gif.subarray(-1)]);
}
