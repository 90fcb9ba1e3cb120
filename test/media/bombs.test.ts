import { afterAll, expect, test } from 'vitest';
import { createMediaCleaner } from '../../src/core/media/media.ts';
import { bombs } from '../support/bombs.ts';
import { draw } from '../support/photos.ts';

const cleaner = createMediaCleaner({ filesPerProcess: 20 });
afterAll(() => cleaner.close());

const planted = await bombs();

test('there are a hundred bombs', () => {
  expect(planted.length).toBeGreaterThanOrEqual(100);
});

// the child is held to its time and memory by decoder.ts: what is late or dies is an answer here, and never takes the bot along
test.each(planted)('$name is answered, and the next photo is cleaned', async ({ bytes }) => {
  const cleaned = await cleaner.clean(bytes);
  expect(['photo', 'unseen', 'refused']).toContain(cleaned.kind);
  if (cleaned.kind === 'photo') expect(cleaned.width * cleaned.height).toBeLessThanOrEqual(2560 * 2560);
  if (cleaned.kind === 'refused') expect(cleaned.reason).not.toBe('too-slow');
  expect(await cleaner.clean(await draw({ width: 16, height: 16, seed: 1 }).png().toBuffer())).toMatchObject({ kind: 'photo' });
});

test('more pixels than fit are refused before they are decoded', async () => {
  const large = planted.filter(({ name }) => /^(?:(?:png|jpeg|tiff) of 30000|(?:png|avif) of 50000000) /u.test(name));
  expect(large.length).toBe(5);
  for (const { name, bytes } of large) {
    expect(await cleaner.clean(bytes), name).toEqual({ kind: 'refused', reason: 'too-many-pixels' });
  }
});
