import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createMediaCleaner } from '../../src/core/media/media.ts';
import { besidesThePicture } from '../support/cleaned-photos.ts';
import { mediaSeeds, mutated } from '../support/mutations.ts';

const cleaner = createMediaCleaner({ filesPerProcess: 500 });
afterAll(() => cleaner.close());

test('a damaged file is refused, not shown, or clean', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(await mediaSeeds()), async (file) => {
      const cleaned = await cleaner.clean(file);
      if (cleaned.kind === 'photo') expect(besidesThePicture(cleaned.bytes)).toEqual([]);
      if (cleaned.kind === 'refused') expect(cleaned.reason).not.toBe('too-slow');
    }),
    { numRuns: 600 },
  );
});
