import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';

export const FORMATS = ['jpeg', 'png', 'gif', 'webp', 'tiff', 'avif'] as const;
export type Format = (typeof FORMATS)[number];

/** In every place of a file that can hold words. */
export const CANARY = 'CANARY-abu-samir-0955123456';
/** Where and when the planted Exif says that it was taken. */
export const PLANTED = { lat: 34.5625, lon: 38.28, at: '2026-03-04T11:12:13' };

export interface Scene {
  width: number;
  height: number;
  /** Draws the same picture again for the same number. */
  seed: number;
}

/** A picture with shapes in it, so that two seeds look different. */
export function draw({ width, height, seed }: Scene): Sharp {
  const data = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const [u, v] = [x / width, y / height];
      data[at] = 128 + 127 * Math.sin(7 * u + seed * 1.7 + 3 * v * Math.cos(seed));
      data[at + 1] = 128 + 127 * Math.cos(5 * v + seed * 0.9 + 4 * u * Math.sin(seed));
      data[at + 2] = 128 + 127 * Math.sin(6 * (u + v) + seed);
    }
  }
  return sharp(data, { raw: { width, height, channels: 3 } });
}

const XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${CANARY}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

/** A photo as a phone and an editor leave it: Exif with a position, XMP, a colour profile, and all that the format has besides. */
export async function dirtyPhoto(format: Format, scene: Scene, orientation = 1): Promise<Buffer> {
  const drawn = await draw(scene)
    .keepIccProfile()
    .withIccProfile('p3')
    .withXmp(XMP)
    .withExif({
      IFD0: {
        Make: CANARY,
        Model: CANARY,
        Artist: CANARY,
        Software: CANARY,
        ImageDescription: CANARY,
        DateTime: '2026:03:04 11:12:13',
      },
      IFD2: { DateTimeOriginal: '2026:03:04 11:12:13', UserComment: CANARY, LensSerialNumber: CANARY },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '34/1 33/1 45/1', GPSLongitudeRef: 'E', GPSLongitude: '38/1 16/1 48/1' },
    })
    .withMetadata({ orientation })
    .toFormat(format)
    .toBuffer();
  return PLANTINGS[format](drawn);
}

const PLANTINGS = { jpeg: plantInJpeg, png: plantInPng, gif: plantInGif, webp: plantInWebp, tiff: withTail, avif: plantInAvif };

function withTail(file: Buffer): Buffer {
  return Buffer.concat([file, Buffer.from(`PK\u0003\u0004 tail ${CANARY}`)]);
}

/** Comment, IPTC (APP13), C2PA (APP11), a second picture (MPF in APP2), a maker's own (APP15), each with the canary. */
export function plantInJpeg(file: Buffer): Buffer {
  const segment = (marker: number, body: string) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, Buffer.from(body, 'latin1')]);
  };
  const segments = [
    segment(0xfe, `comment ${CANARY}`),
    segment(0xed, `Photoshop 3.0\u00008BIM\u0004\u0004\0\0\0\0\0\u0020\u001c\u0002\u0050\0\u001b${CANARY}`),
    segment(0xeb, `JP\u0001\u0001\0\0\0\u0001\0\0\0\u0020jumb${CANARY}`),
    segment(0xe2, `MPF\0MM\0*${CANARY}`),
    segment(0xef, CANARY),
  ];
  return withTail(Buffer.concat([file.subarray(0, 2), ...segments, file.subarray(2)]));
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

export function pngChunk(type: string, body: Uint8Array): Buffer {
  const chunk = Buffer.alloc(body.length + 12);
  chunk.writeUInt32BE(body.length);
  chunk.write(type, 4, 'latin1');
  chunk.set(body, 8);
  let crc = 0xffffffff;
  for (const byte of chunk.subarray(4, body.length + 8)) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  chunk.writeUInt32BE((crc ^ 0xffffffff) >>> 0, body.length + 8);
  return chunk;
}

const PNG_HEAD = 33;

export function plantInPng(file: Buffer): Buffer {
  const chunks = [
    pngChunk('tEXt', Buffer.from(`Author\0${CANARY}`)),
    pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(CANARY)])),
    pngChunk('iTXt', Buffer.from(`Title\0\0\0\0\0${CANARY}`)),
    pngChunk('tIME', Buffer.from([0x07, 0xea, 3, 4, 11, 12, 13])),
    pngChunk('caBX', Buffer.from(CANARY)),
  ];
  return withTail(Buffer.concat([file.subarray(0, PNG_HEAD), ...chunks, file.subarray(PNG_HEAD)]));
}

function plantInGif(file: Buffer): Buffer {
  const words = Buffer.from(CANARY);
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe, words.length]), words, Buffer.from([0])]);
  const xmp = Buffer.concat([
    Buffer.from([0x21, 0xff, 11]),
    Buffer.from('XMP DataXMP'),
    Buffer.from([words.length]),
    words,
    Buffer.from([0]),
  ]);
  // before the trailer byte
  return withTail(Buffer.concat([file.subarray(0, -1), comment, xmp, file.subarray(-1)]));
}

function plantInWebp(file: Buffer): Buffer {
  const words = Buffer.from(CANARY.padEnd(28, '.'));
  const chunk = Buffer.concat([Buffer.from('CNRY'), Buffer.from([words.length, 0, 0, 0]), words]);
  const planted = Buffer.concat([file, chunk]);
  planted.writeUInt32LE(planted.length - 8, 4);
  return withTail(planted);
}

function plantInAvif(file: Buffer): Buffer {
  const words = Buffer.from(CANARY);
  const box = Buffer.concat([Buffer.alloc(4), Buffer.from('uuid'), Buffer.alloc(16, 7), words]);
  box.writeUInt32BE(box.length);
  return Buffer.concat([file, box]);
}
