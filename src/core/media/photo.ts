import sharp, { type Metadata, type Sharp, type SharpOptions } from 'sharp';
import { readExif } from './exif.ts';
import type { FileKind } from './kind.ts';
import type { Captured, Cleaned } from './media.ts';
import { differenceHash, HASH_HEIGHT, HASH_WIDTH } from './photo-hash.ts';

/** What Telegram itself keeps of a photo in high definition: nobody in a team's chat sees more, and a number plate stays readable. */
const LONG_SIDE = 2560;
/** Longer than any panorama of a phone; a picture of one endless row costs a decoder gigabytes. */
const MOST_LONG_SIDE = 20_000;
const JPEG_QUALITY = 85;
/** Under Discord's and Telegram's 10 MB for a photo. A PNG beyond it becomes a JPEG. */
const PNG_MAX_BYTES = 8 * 1024 * 1024;
/** Nothing stays transparent: who rubs a face out in an editor often leaves it under the transparency. */
const WHITE = '#ffffff';

/** How sharp calls what we have told from the first bytes. */
const FORMATS: Partial<Record<FileKind, string>> = {
  jpeg: 'jpeg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  tiff: 'tiff',
  avif: 'heif',
  heic: 'heif',
};
/** Drawings and screenshots, whose letters a JPEG would smear. */
const DRAWN: ReadonlySet<FileKind> = new Set(['png', 'gif']);

/**
 * A new picture from bare pixels: the decoded picture passes through an array of samples, which has no place for metadata, profiles or
 * tails. Of an animation the first frame.
 */
export async function cleanPhoto(bytes: Uint8Array, kind: FileKind, maxPixels: number): Promise<Cleaned> {
  const undecodable: Cleaned =
    kind === 'heic' ? { kind: 'unseen', reason: 'not-decodable' } : { kind: 'refused', reason: 'broken' };
  // what a half-read picture leaves blank may be old memory: it is refused, not shown
  const options: SharpOptions = { failOn: 'error', pages: 1, limitInputPixels: false };
  try {
    const metadata = await sharp(bytes, options).metadata();
    if (metadata.format !== FORMATS[kind]) return undecodable;
    const { width, height } = metadata;
    if (width * height > maxPixels || Math.max(width, height) > MOST_LONG_SIDE)
      return { kind: 'refused', reason: 'too-many-pixels' };
    const { data, info } = await sharp(bytes, { ...options, limitInputPixels: maxPixels })
      .autoOrient()
      .resize(LONG_SIDE, LONG_SIDE, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: WHITE })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    const pixels = sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
    return {
      kind: 'photo',
      ...(await encode(pixels, DRAWN.has(kind))),
      width: info.width,
      height: info.height,
      hash: await hashOf(pixels),
      captured: capturedIn(bytes, kind, metadata),
    };
  } catch {
    // sharp says in words what does not decode; the words may quote the file
    return undecodable;
  }
}

async function encode(pixels: Sharp, drawn: boolean): Promise<{ bytes: Uint8Array; mime: 'image/jpeg' | 'image/png' }> {
  if (drawn) {
    const bytes = await pixels.clone().png().toBuffer();
    if (bytes.length <= PNG_MAX_BYTES) return { bytes, mime: 'image/png' };
  }
  const bytes = await pixels.clone().jpeg({ quality: JPEG_QUALITY }).toBuffer();
  return { bytes, mime: 'image/jpeg' };
}

async function hashOf(pixels: Sharp): Promise<string> {
  const small = pixels.clone().resize(HASH_WIDTH, HASH_HEIGHT, { fit: 'fill' });
  return differenceHash(await small.toColourspace('b-w').raw().toBuffer());
}

/** Begins a block of Exif that is cut out of a file. */
const EXIF_MARK = 'Exif\0\0';

function capturedIn(bytes: Uint8Array, kind: FileKind, { exif }: Metadata): Captured | null {
  if (kind === 'tiff') return readExif(bytes);
  if (exif === undefined) return null;
  return readExif(exif.toString('latin1', 0, EXIF_MARK.length) === EXIF_MARK ? exif.subarray(EXIF_MARK.length) : exif);
}
