import fc from 'fast-check';
import sharp, { type Exif } from 'sharp';
import { expect, test } from 'vitest';
import { readExif } from '../../src/core/media/exif.ts';
import { draw } from '../support/photos.ts';

async function blockWith(tags: Exif): Promise<Buffer> {
  const { exif } = await sharp(await draw({ width: 8, height: 8, seed: 1 }).withExif(tags).jpeg().toBuffer()).metadata();
  if (exif === undefined) throw new Error('no Exif was written');
  return exif.subarray('Exif\0\0'.length);
}

const north = { GPSLatitudeRef: 'N', GPSLatitude: '34/1 30/1 36/1' };
const east = { GPSLongitudeRef: 'E', GPSLongitude: '38/1 15/1 0/1' };

test('reads a position and the camera clock', async () => {
  const block = await blockWith({ IFD2: { DateTimeOriginal: '2026:03:04 23:59:58' }, IFD3: { ...north, ...east } });
  expect(readExif(block)).toEqual({ lat: 34.51, lon: 38.25, at: '2026-03-04T23:59:58' });
});

test('south and west are negative', async () => {
  const block = await blockWith({ IFD3: { ...north, GPSLatitudeRef: 'S', ...east, GPSLongitudeRef: 'W' } });
  expect(readExif(block)).toMatchObject({ lat: -34.51, lon: -38.25 });
});

test('half a position is none', async () => {
  expect(readExif(await blockWith({ IFD0: { DateTime: '2026:03:04 01:02:03' }, IFD3: north }))).toEqual({
    lat: null,
    lon: null,
    at: '2026-03-04T01:02:03',
  });
});

test('the place of a camera without a fix and the time of an unset clock are none', async () => {
  const nowhere = { GPSLatitudeRef: 'N', GPSLatitude: '0/1 0/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '0/1 0/1 0/1' };
  expect(readExif(await blockWith({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' }, IFD3: nowhere }))).toBeNull();
});

test('where the clock is not written the day of the satellites is', async () => {
  const block = await blockWith({ IFD3: { ...north, ...east, GPSDateStamp: '2026:03:05' } });
  expect(readExif(block)).toMatchObject({ at: '2026-03-05' });
});

test('any bytes give a place on earth or none', async () => {
  const block = await blockWith({ IFD2: { DateTimeOriginal: '2026:03:04 23:59:58' }, IFD3: { ...north, ...east } });
  const mutated = fc.array(fc.tuple(fc.nat(block.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 }).map((changes) => {
    const copy = Uint8Array.from(block);
    for (const [at, byte] of changes) copy[at] = byte;
    return copy;
  });
  fc.assert(
    fc.property(fc.oneof(mutated, fc.uint8Array({ maxLength: 300 })), (bytes) => {
      const captured = readExif(bytes);
      if (captured === null) return;
      expect(captured.lat === null).toBe(captured.lon === null);
      expect(Math.abs(captured.lat ?? 0)).toBeLessThanOrEqual(90);
      expect(Math.abs(captured.lon ?? 0)).toBeLessThanOrEqual(180);
      if (captured.at !== null) expect(captured.at).toMatch(/^\d{4}-\d{2}-\d{2}/u);
    }),
    { numRuns: 3000 },
  );
});
