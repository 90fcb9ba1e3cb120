import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createMediaCleaner } from '../../src/core/media/media.ts';
import { besidesThePicture } from '../support/cleaned-photos.ts';
import { mediaSeeds, mutated } from '../support/mutations.ts';
import { dirtyPhoto, FORMATS } from '../support/photos.ts';

const cleaner = createMediaCleaner({ filesPerProcess: 500 });
afterAll(() => cleaner.close());

test('500 photos of every format are bare pictures afterwards', async () => {
  let cleanedPhotos = 0;
  for (let seed = 0; cleanedPhotos < 500; seed++) {
    const format = FORMATS[seed % FORMATS.length] ?? 'jpeg';
    const dirty = await dirtyPhoto(
      format,
      { width: 40 + ((seed * 37) % 900), height: 30 + ((seed * 53) % 700), seed },
      1 + (seed % 8),
    );
    const cleaned = await cleaner.clean(dirty);
    if (cleaned.kind !== 'photo') throw new Error(`${format}: ${cleaned.kind}`);
    expect(besidesThePicture(cleaned.bytes)).toEqual([]);
    expect(Buffer.from(cleaned.bytes).includes('CANARY')).toBe(false);
    cleanedPhotos++;
  }
});

test('20,000 damaged files are refused, not shown, or clean', async () => {
  await fc.assert(
    fc.asyncProperty(mutated(await mediaSeeds()), async (file) => {
      const cleaned = await cleaner.clean(file);
      if (cleaned.kind === 'photo') expect(besidesThePicture(cleaned.bytes)).toEqual([]);
      if (cleaned.kind === 'refused') expect(cleaned.reason).not.toBe('too-slow');
    }),
    { numRuns: 20_000 },
  );
});

/** A real encoder and decoder, where the machine has one. */
const ffmpeg = (...args: string[]) => spawnSync('ffmpeg', ['-v', 'error', '-nostdin', '-y', ...args], { encoding: 'utf8' });
const hasFfmpeg = ffmpeg('-version').status === 0;

describe.skipIf(!hasFfmpeg)('films of a real encoder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dalil-films-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const words = [
    '-metadata',
    'title=CANARY',
    '-metadata',
    'location=+34.5500+038.2700/',
    '-metadata',
    'make=CANARY',
    '-metadata',
  ];
  const told = [...words, 'creation_time=2026-03-04T10:11:12Z', '-metadata:s:v', 'handler_name=CANARY', '-movflags'];
  const muxings = [
    ['mp4', '+write_colr'],
    ['mp4', '+faststart'],
    ['mov', '+use_metadata_tags'],
    ['mp4', '+frag_keyframe+empty_moov'],
    ['mp4', '+frag_keyframe+separate_moof'],
  ] as const;
  const codings = [
    ['-c:v', 'libx264', '-bf', '2', '-g', '5', '-c:a', 'aac'],
    ['-c:v', 'libx265', '-tag:v', 'hvc1', '-g', '5', '-c:a', 'alac', '-x265-params', 'log-level=none'],
  ];
  const plans = muxings.flatMap(([extension, flags]) =>
    codings.flatMap((coding) => Array.from({ length: 10 }, (_, hue) => ({ extension, flags, coding, hue }))),
  );
  const decoded = (path: string) => ffmpeg('-i', path, '-map', '0:v', '-map', '0:a', '-f', 'md5', '-').stdout;

  test.each(plans)('$extension $flags $coding.1 $hue decodes to the same frames', async ({ extension, flags, coding, hue }) => {
    const path = join(folder, `film.${extension}`);
    const picture = [
      '-f',
      'lavfi',
      '-i',
      `testsrc=s=160x120:r=15:d=1,hue=h=${hue * 30}`,
      '-f',
      'lavfi',
      '-i',
      `sine=${200 + hue * 50}:d=1`,
    ];
    expect(ffmpeg(...picture, ...coding, '-pix_fmt', 'yuv420p', ...told, flags, path).stderr).toBe('');
    const cleaned = await cleaner.clean(readFileSync(path));
    if (cleaned.kind !== 'video') throw new Error(cleaned.kind);
    expect(Buffer.from(cleaned.bytes).includes('CANARY')).toBe(false);
    expect(Buffer.from(cleaned.bytes).includes('34.55')).toBe(false);
    const before = decoded(path);
    writeFileSync(path, cleaned.bytes);
    expect(before).toMatch(/^MD5=/u);
    expect(decoded(path)).toBe(before);
  });
});
