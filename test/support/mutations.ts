import fc from 'fast-check';
import { filmPlans, writeFilm } from './films.ts';
import { dirtyPhoto, FORMATS } from './photos.ts';

/** A photo of every format and films of several kinds, all with metadata. */
export async function mediaSeeds(): Promise<Buffer[]> {
  const photos = await Promise.all(FORMATS.map((format) => dirtyPhoto(format, { width: 48, height: 32, seed: 5 })));
  return [...photos, ...filmPlans(1).map((plan) => writeFilm(plan).bytes)];
}

/** A file with bytes changed, cut out, doubled or cut off, or with a number in it made huge. */
export const mutated = (seeds: readonly Buffer[]): fc.Arbitrary<Buffer> =>
  fc
    .record({
      seed: fc.constantFrom(...seeds),
      changes: fc.array(
        fc.record({
          // most of what can go wrong stands at the beginning
          at: fc.oneof(fc.nat(400), fc.nat(100_000)),
          what: fc.constantFrom('byte', 'number', 'cut', 'double', 'end'),
          value: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x0fffffff, 0x7fffffff, 0xffffffff),
        }),
        { minLength: 1, maxLength: 5 },
      ),
    })
    .map(({ seed, changes }) => changes.reduce(mutate, Buffer.from(seed)));

interface Change {
  at: number;
  what: 'byte' | 'number' | 'cut' | 'double' | 'end';
  value: number;
}

function mutate(file: Buffer, { at: wanted, what, value }: Change): Buffer {
  const at = wanted % Math.max(1, file.length - 4);
  const piece = file.subarray(at, at + 1 + (value & 31));
  if (what === 'byte') file[at] = value & 255;
  else if (what === 'number' && file.length > at + 4) file.writeUInt32BE(value, at);
  else if (what === 'cut') return Buffer.concat([file.subarray(0, at), file.subarray(at + piece.length)]);
  else if (what === 'double') return Buffer.concat([file.subarray(0, at + piece.length), file.subarray(at)]);
  else if (what === 'end') return file.subarray(0, at);
  return file;
}
