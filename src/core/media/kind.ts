/** What a file is, told from its first bytes alone: names and claimed types are the sender's words. */
export type FileKind = 'jpeg' | 'png' | 'gif' | 'webp' | 'tiff' | 'avif' | 'heic' | 'mp4' | 'mov';

/** Boxes that QuickTime files without `ftyp` begin with. */
const OLD_QUICKTIME = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot']);
/** Brands of ISO/IEC 23008-12 stills and sequences; what they hold is decided by a second look at `avif`, `avis`. */
const STILL_BRANDS = new Set(['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'mif2', 'msf1']);
/** Major brands of ISO files that hold something else than a film: sound alone, raw photos, JPEG 2000, protected streams. */
const NO_FILM = new Set(['M4A ', 'M4B ', 'M4P ', 'F4A ', 'F4B ', 'crx ', 'jp2 ', 'jpx ', 'jpm ', 'mjp2']);

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]) => signature.every((byte, at) => bytes[at] === byte);
const text = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/** Null: nothing that can be cleaned. */
export function kindOf(bytes: Uint8Array): FileKind | null {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  const first = text(bytes, 0, 4);
  if (first === 'GIF8') return 'gif';
  if (first === 'RIFF' && text(bytes, 8, 12) === 'WEBP') return 'webp';
  if (first === 'II*\0' || first === 'MM\0*') return 'tiff';
  const box = text(bytes, 4, 8);
  if (box === 'ftyp') return isoKind(bytes);
  return OLD_QUICKTIME.has(box) ? 'mov' : null;
}

function isoKind(bytes: Uint8Array): FileKind | null {
  const size = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0);
  const end = Math.min(size, bytes.length, 256);
  const major = text(bytes, 8, 12);
  const brands = [major];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(text(bytes, at, at + 4));
  if (STILL_BRANDS.has(major)) return brands.some((brand) => brand === 'avif' || brand === 'avis') ? 'avif' : 'heic';
  if (NO_FILM.has(major)) return null;
  return major === 'qt  ' ? 'mov' : 'mp4';
}
