import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createMediaCleaner, hashDistance } from '../../src/core/media/media.ts';
import { besidesThePicture } from '../support/cleaned-photos.ts';
import { CANARY, dirtyPhoto, draw, FORMATS, PLANTED } from '../support/photos.ts';

const cleaner = createMediaCleaner({ filesPerProcess: 1000 });
afterAll(() => cleaner.close());

async function photoOf(bytes: Uint8Array) {
  const cleaned = await cleaner.clean(bytes);
  if (cleaned.kind !== 'photo') throw new Error(`${cleaned.kind} ${'reason' in cleaned ? cleaned.reason : ''}`);
  return cleaned;
}

const scene = { width: 320, height: 200, seed: 1 };
const sizes = [
  { width: 320, height: 200 },
  { width: 33, height: 70 },
];

describe.each(FORMATS)('a %s with all that a phone and an editor write into it', (format) => {
  test.each(sizes.flatMap((size) => [1, 2, 3, 4, 5].map((seed) => ({ ...size, seed }))))(
    'is a bare picture afterwards ($width × $height, $seed)',
    async (size) => {
      const dirty = await dirtyPhoto(format, size);
      expect(dirty.includes(CANARY)).toBe(true);
      const { bytes } = await photoOf(dirty);
      expect(besidesThePicture(bytes)).toEqual([]);
      expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
    },
  );

  test('still shows what it showed', async () => {
    const { bytes, hash } = await photoOf(await dirtyPhoto(format, scene));
    const plain = await photoOf(await draw(scene).png().toBuffer());
    expect(hashDistance(hash, plain.hash)).toBeLessThanOrEqual(4);
    const { channels } = await sharp(bytes).stats();
    const expected = await draw(scene).stats();
    channels.forEach(({ mean }, n) => {
      expect(Math.abs(mean - (expected.channels[n]?.mean ?? 0))).toBeLessThan(6);
    });
  });
});

// libvips writes no Exif into GIF and TIFF
test.each(['jpeg', 'png', 'webp', 'avif'] as const)('says where and when a %s was taken', async (format) => {
  const { captured } = await photoOf(await dirtyPhoto(format, scene));
  expect(captured?.at).toBe(PLANTED.at);
  expect(captured?.lat).toBeCloseTo(PLANTED.lat, 5);
  expect(captured?.lon).toBeCloseTo(PLANTED.lon, 5);
});

test('a photo without Exif says nothing of where and when', async () => {
  expect((await photoOf(await draw(scene).jpeg().toBuffer())).captured).toBeNull();
});

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'a photo with orientation %i is turned before the note is thrown away',
  async (orientation) => {
    const lying = orientation >= 5;
    const photo = await photoOf(await dirtyPhoto('jpeg', scene, orientation));
    expect([photo.width, photo.height]).toEqual(lying ? [200, 320] : [320, 200]);
    const upright = await sharp(await draw(scene).withMetadata({ orientation }).jpeg().toBuffer())
      .autoOrient()
      .png()
      .toBuffer();
    expect(hashDistance(photo.hash, (await photoOf(upright)).hash)).toBeLessThanOrEqual(4);
  },
);

test('a photo larger than a chat shows is made smaller', async () => {
  const photo = await photoOf(await draw({ width: 3000, height: 1500, seed: 3 }).jpeg().toBuffer());
  expect([photo.width, photo.height]).toEqual([2560, 1280]);
});

test('what was rubbed out to transparency is gone', async () => {
  const rubbed = await draw(scene).ensureAlpha(0).png().toBuffer();
  const { bytes } = await photoOf(rubbed);
  const { channels } = await sharp(bytes).stats();
  expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
});

test('of an animation the first picture is shown', async () => {
  const frames = await Promise.all(
    [1, 2, 3].map((seed) =>
      draw({ ...scene, seed })
        .png()
        .toBuffer(),
    ),
  );
  for (const format of ['gif', 'webp'] as const) {
    const moving = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    const photo = await photoOf(moving);
    expect([photo.width, photo.height]).toEqual([320, 200]);
    expect(hashDistance(photo.hash, (await photoOf(frames[0] ?? moving)).hash)).toBeLessThanOrEqual(4);
  }
});

test('letters on a screenshot stay sharp, and a huge one becomes a JPEG', async () => {
  expect((await photoOf(await draw(scene).png().toBuffer())).mime).toBe('image/png');
  const noise = sharp({
    create: { width: 2400, height: 2400, channels: 3, background: '#888', noise: { type: 'gaussian', sigma: 60, mean: 128 } },
  });
  const { mime, bytes } = await photoOf(await noise.png().toBuffer());
  expect(mime).toBe('image/jpeg');
  expect(bytes.length).toBeLessThan(8 * 1024 * 1024);
});

test('deep and grey pictures come out with eight bits and three colours', async () => {
  const deep = await draw(scene).toColourspace('rgb16').png().toBuffer();
  const grey = await draw(scene).greyscale().toColourspace('b-w').png().toBuffer();
  const ink = await draw(scene).toColourspace('cmyk').jpeg().toBuffer();
  for (const bytes of [deep, grey, ink]) {
    const { depth, channels, space } = await sharp((await photoOf(bytes)).bytes).metadata();
    expect([depth, channels, space]).toEqual(['uchar', 3, 'srgb']);
  }
});

test('a photo that no decoder here knows (HEIC) is left to be sealed without a preview', async () => {
  const avif = await draw(scene).avif().toBuffer();
  const heic = Buffer.from(avif.toString('latin1').replaceAll('avif', 'heic').replaceAll('av01', 'hvc1'), 'latin1');
  expect(await cleaner.clean(heic)).toEqual({ kind: 'unseen', reason: 'not-decodable' });
});

test('a photo cut off in the middle is refused: what it leaves blank could be old memory', async () => {
  for (const format of FORMATS.filter((one) => one !== 'gif')) {
    const whole = await draw(scene).toFormat(format).toBuffer();
    expect(await cleaner.clean(whole.subarray(0, whole.length >> 1)), format).toEqual({ kind: 'refused', reason: 'broken' });
  }
});
