/** Markers that a JPEG needs: tables, frames, scans, and the JFIF header. */
const JPEG_NEEDS = new Set([0xd8, 0xd9, 0xdb, 0xc0, 0xc2, 0xc4, 0xda, 0xdd, 0xe0]);
const PNG_NEEDS = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'pHYs']);

/** What a JPEG or PNG holds besides the picture: one line for each thing, none if it is bare. */
export function besidesThePicture(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return file.readUInt16BE(0) === 0xffd8 ? besidesInJpeg(file) : besidesInPng(file);
}

function besidesInJpeg(file: Buffer): string[] {
  const found: string[] = [];
  let at = 2;
  while (at < file.length) {
    if (file[at] !== 0xff) return [...found, `no marker at ${at}`];
    const marker = file[at + 1] ?? 0;
    if (!JPEG_NEEDS.has(marker)) found.push(`marker ${marker.toString(16)}`);
    if (marker === 0xd9) return at + 2 === file.length ? found : [...found, `${file.length - at - 2} bytes after the end`];
    const length = file.readUInt16BE(at + 2);
    if (marker === 0xe0 && (length !== 16 || file.toString('latin1', at + 4, at + 8) !== 'JFIF')) found.push('a JFIF thumbnail');
    at += 2 + length;
    // a scan goes on to the next marker that is neither a stuffed 0 nor a restart
    if (marker === 0xda) while (file[at] !== 0xff || file[at + 1] === 0 || ((file[at + 1] ?? 0) & 0xf8) === 0xd0) at++;
  }
  return [...found, 'no end'];
}

function besidesInPng(file: Buffer): string[] {
  const found: string[] = [];
  let at = 8;
  while (at < file.length) {
    const type = file.toString('latin1', at + 4, at + 8);
    if (!PNG_NEEDS.has(type)) found.push(`chunk ${type}`);
    at += 12 + file.readUInt32BE(at);
    if (type === 'IEND') return at === file.length ? found : [...found, `${file.length - at} bytes after the end`];
  }
  return [...found, 'no end'];
}
