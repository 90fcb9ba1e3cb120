import type { FileKind } from './kind.ts';
import { kindOf } from './kind.ts';
import type { Cleaned } from './media.ts';
import { cleanPhoto } from './photo.ts';
import { cleanVideo } from './video/clean.ts';

type Cleaning = (bytes: Uint8Array, kind: FileKind, maxPixels: number) => Promise<Cleaned> | Cleaned;

const CLEANINGS = {
  jpeg: cleanPhoto,
  png: cleanPhoto,
  gif: cleanPhoto,
  webp: cleanPhoto,
  tiff: cleanPhoto,
  avif: cleanPhoto,
  heic: cleanPhoto,
  mp4: cleanVideo,
  mov: cleanVideo,
} satisfies Record<FileKind, Cleaning>;

/** What the child does with a file. */
export async function cleanFile(bytes: Uint8Array, maxPixels: number): Promise<Cleaned> {
  const kind = kindOf(bytes);
  return kind === null ? { kind: 'unseen', reason: 'unknown-kind' } : CLEANINGS[kind](bytes, kind, maxPixels);
}
