import { describe, expect, test } from 'vitest';
import { createMediaCleaner } from '../../src/core/media/media.ts';
import { cleanVideo } from '../../src/core/media/video/clean.ts';
import { box, type Film, filmPlans, writeFilm } from '../support/films.ts';

/** Words of the planted canary, of the place, of clocks and of a language, as a file would hold them. */
const TELLING = ['CANARY', 'abu-samir', 'CNRY', '0955', '34.55', 'GPS', 'appl', '\u00a9xyz', '\u00a9mak'];

const clean = (film: Film, kind: 'mp4' | 'mov' = 'mp4') => {
  const cleaned = cleanVideo(film.bytes, kind);
  if (cleaned.kind !== 'video') throw new Error(`${cleaned.kind}: ${'reason' in cleaned ? cleaned.reason : ''}`);
  return { ...cleaned, bytes: Buffer.from(cleaned.bytes) };
};

/** A picture without its message, which is the first unit. */
const slices = (sample: Buffer) => sample.subarray(4 + sample.readUInt32BE());

describe.each(filmPlans(3))('$brand, $layout, $coding, data $data, $seed', (plan) => {
  const film = writeFilm(plan);

  test('tells nothing', () => {
    const before = film.bytes.toString('latin1');
    const after = clean(film).bytes.toString('latin1');
    expect(TELLING.filter((word) => before.includes(word))).toEqual(expect.arrayContaining(['CANARY', 'CNRY', '34.55', 'appl']));
    expect(TELLING.filter((word) => after.includes(word))).toEqual([]);
    const clock = Buffer.alloc(4);
    clock.writeUInt32BE(Date.UTC(2026, 2, 4, 10, 11, 12) / 1000 + 2_082_844_800);
    expect(film.bytes.includes(clock)).toBe(true);
    expect(clean(film).bytes.includes(clock)).toBe(false);
  });

  test('has every picture and sound where it was', () => {
    const { bytes } = clean(film);
    for (const { start, bytes: sample, userData } of film.samples) {
      const after = bytes.subarray(start, start + sample.length);
      if (!userData) expect(after).toEqual(sample);
      else {
        expect(slices(after)).toEqual(slices(sample));
        // the next message in the same unit is as it was
        const end = 4 + sample.readUInt32BE();
        expect(after.subarray(end - 5, end)).toEqual(sample.subarray(end - 5, end));
      }
    }
  });

  test('is clean when it is cleaned again', () => {
    const { bytes } = clean(film);
    expect(clean({ ...film, bytes }).bytes).toEqual(bytes);
  });
});

const plan = {
  brand: 'isom',
  layout: 'movie last',
  coding: 'avc1',
  sound: true,
  data: null,
  wideOffsets: false,
  seed: 1,
} as const;

test('says where and when a film was taken', () => {
  expect(clean(writeFilm(plan)).captured).toEqual({ lat: 34.55, lon: 38.27, at: '2026-03-04T10:11:12Z' });
});

test('is told by its first bytes, and cleaned in the child as well', async () => {
  const cleaner = createMediaCleaner();
  const film = writeFilm({ ...plan, brand: 'qt  ' });
  const cleaned = await cleaner.clean(film.bytes);
  expect(cleaned).toMatchObject({ kind: 'video', mime: 'video/quicktime' });
  expect(cleaned.kind === 'video' && Buffer.from(cleaned.bytes).equals(clean(film).bytes)).toBe(true);
  await cleaner.close();
});

/** The film with one word for another of the same length. */
const respelt = (word: string, other: string) =>
  cleanVideo(Buffer.from(writeFilm(plan).bytes.toString('latin1').replaceAll(word, other), 'latin1'), 'mp4');

test.each([
  ['a coding that nobody knows', 'avc1', 'xvc9'],
  ['motion JPEG, whose frames have metadata of their own', 'avc1', 'jpeg'],
  ['an encrypted film', 'avc1', 'encv'],
  ['no picture', 'vide', 'sbtl'],
] as const)('%s is not shown', (_, word, other) => {
  expect(respelt(word, other)).toEqual({ kind: 'unseen', reason: 'not-decodable' });
});

test.each([
  ['no movie', 'moov', 'xoov'],
  ['samples outside of the data', 'mdat', 'xdat'],
  ['no sizes', 'stsz', 'xtsz'],
  ['no offsets', 'stco', 'xtco'],
  ['no description', 'stsd', 'xtsd'],
] as const)('a film with %s is refused', (_, word, other) => {
  expect(respelt(word, other)).toEqual({ kind: 'refused', reason: 'broken' });
});

test('a film cut off anywhere is refused, or is clean', () => {
  const { bytes } = writeFilm(plan);
  for (let length = 8; length < bytes.length; length += 7) {
    const cleaned = cleanVideo(bytes.subarray(0, length), 'mp4');
    if (cleaned.kind === 'video') expect(Buffer.from(cleaned.bytes).includes('CANARY')).toBe(false);
    else expect(cleaned).toEqual({ kind: 'refused', reason: 'broken' });
  }
});

test('boxes without end in boxes cost nothing', () => {
  let nest: Buffer = box('CNRY', 'x');
  for (let depth = 0; depth < 2000; depth++) nest = box('udta', nest);
  expect(cleanVideo(Buffer.concat([box('ftyp', 'isom'), nest]), 'mp4')).toEqual({ kind: 'refused', reason: 'broken' });
  const wide = Buffer.concat([box('ftyp', 'isom'), ...Array.from({ length: 60_000 }, () => box('free'))]);
  expect(cleanVideo(wide, 'mp4')).toEqual({ kind: 'unseen', reason: 'not-decodable' });
});
