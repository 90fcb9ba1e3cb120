import { filmPlans, writeFilm } from '../../support/films.ts';
import { dirtyPhoto } from '../../support/photos.ts';

/** What contacts send, each full of what a phone writes into it. */
export interface Files {
  photo(n: number): Buffer;
  film: Buffer;
  /** Ogg with a comment header: no kind that is decoded. */
  voice(n: number): Buffer;
  /** A picture at which a decoder stops. */
  damaged: Buffer;
}

const PHOTOS = 8;

/** The photos and the film hold the canary of test/support/photos.ts, beside what `canary` names. */
export async function makeFiles(canary: string): Promise<Files> {
  const photos = await Promise.all(
    Array.from({ length: PHOTOS }, (_, seed) => dirtyPhoto('jpeg', { width: 96, height: 64, seed })),
  );
  const [plan] = filmPlans(1);
  const png = await dirtyPhoto('png', { width: 64, height: 48, seed: 1 });
  if (!plan) throw new Error('there is no film');
  return {
    photo: (n) => photos[n % PHOTOS] ?? Buffer.alloc(0),
    film: writeFilm(plan).bytes,
    voice: (n) =>
      Buffer.from(`OggS\0\u0002${'\0'.repeat(20)}OpusTags\u0010\0\0\0ARTIST=${canary} voice ${n}${'\u0007'.repeat(2000)}`),
    damaged: png.subarray(0, png.length / 2),
  };
}
