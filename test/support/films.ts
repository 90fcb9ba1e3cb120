import { CANARY } from './photos.ts';

export interface FilmPlan {
  brand: 'isom' | 'qt  ';
  layout: 'movie last' | 'movie first' | 'fragments';
  coding: 'avc1' | 'hvc1';
  sound: boolean;
  /** What a phone or a drone records beside the picture. */
  data: 'meta' | 'text' | 'tmcd' | null;
  wideOffsets: boolean;
  seed: number;
}

export interface Film {
  bytes: Buffer;
  /** Of the pictures and sounds: where, and what must still be there. */
  samples: { start: number; bytes: Buffer; userData: boolean }[];
}

const u16 = (n: number) => Buffer.from([n >> 8, n & 255]);
const u32 = (...numbers: number[]) =>
  Buffer.concat(numbers.map((n) => Buffer.from([n >>> 24, (n >> 16) & 255, (n >> 8) & 255, n & 255])));
const zeros = (count: number) => Buffer.alloc(count);

export function box(type: string, ...parts: (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : part)));
  return Buffer.concat([u32(body.length + 8), Buffer.from(type, 'latin1'), body]);
}

/** 2026-03-04 10:11:12 UTC in seconds from 1904. */
const CLOCK = Date.UTC(2026, 2, 4, 10, 11, 12) / 1000 + 2_082_844_800;
const PLACE = '+34.5500+038.2700/';
const MATRIX = u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000);
const wasted = (type: string) => box(type, CANARY);

interface Part {
  id: number;
  handler: string;
  entry: Buffer;
  samples: Buffer[];
}

const visualEntry = (coding: FilmPlan['coding']) => {
  const lengths =
    coding === 'avc1' ? Buffer.from([1, 66, 0, 30, 0xff, 0xe0, 0]) : Buffer.concat([zeros(21), Buffer.from([3, 0])]);
  const fixed = [
    zeros(6),
    u16(1),
    zeros(4),
    'CNRY',
    zeros(8),
    u16(64),
    u16(48),
    zeros(14),
    `\u001f${CANARY}`.padEnd(32, '.'),
    u16(24),
    u16(0xffff),
  ];
  return box(
    coding,
    ...fixed,
    box(coding === 'avc1' ? 'avcC' : 'hvcC', lengths),
    box('colr', 'prof', CANARY),
    wasted('uuid'),
    wasted('CNRY'),
  );
};
const soundEntry = () =>
  box('sowt', zeros(6), u16(1), zeros(4), 'CNRY', u16(2), u16(16), zeros(4), u32(48_000 << 4), wasted('CNRY'));

/** A picture of a message with user data and of noise, with lengths before the units. */
function picture(coding: FilmPlan['coding'], seed: number): Buffer {
  const text = Buffer.from(`0123456789abcdef${CANARY}`, 'latin1');
  const message = Buffer.concat([
    Buffer.from(coding === 'avc1' ? [6] : [0x4e, 1]),
    Buffer.from([5, text.length]),
    text,
    Buffer.from([1, 2, 7, 8, 0x80]),
  ]);
  const noise = Buffer.alloc(40 + (seed % 30)).map((_, at) => (at * 31 + seed * 17) & 255 || 1);
  const slice = Buffer.concat([Buffer.from(coding === 'avc1' ? [0x65] : [0x26, 1]), noise]);
  return Buffer.concat([u32(message.length), message, u32(slice.length), slice]);
}

function tableOf(part: Part, offsets: number[], plan: FilmPlan): Buffer {
  const inFragments = plan.layout === 'fragments';
  const sizes = inFragments ? [] : part.samples.map(({ length }) => length);
  const places = inFragments ? [] : offsets;
  const wide = (n: number) => u32(0, n);
  return box(
    'stbl',
    box('stsd', u32(0, 1), part.entry),
    box('stts', u32(0, 1, sizes.length, 100)),
    box('stsc', u32(0, ...(inFragments ? [0] : [1, 1, 1, 1]))),
    box('stsz', u32(0, 0, sizes.length, ...sizes)),
    plan.wideOffsets ? box('co64', u32(0, places.length), ...places.map(wide)) : box('stco', u32(0, places.length, ...places)),
    wasted('CNRY'),
  );
}

function trackOf(part: Part, offsets: number[], plan: FilmPlan): Buffer {
  const hdlr = box('hdlr', u32(0), plan.brand === 'qt  ' ? 'mhlr' : zeros(4), part.handler, 'appl', zeros(8), `${CANARY}\0`);
  const dref = box('dref', u32(0, 1), plan.brand === 'qt  ' ? box('alis', u32(1), CANARY) : box('url ', u32(1)));
  const minf = box('minf', wasted('gmhd'), box('vmhd', u32(1, 0, 0)), box('dinf', dref), tableOf(part, offsets, plan));
  const mdhd = box('mdhd', u32(0, CLOCK, CLOCK, 1000, 1000), Buffer.from([0x05, 0xb2, 0x43, 0x4e]));
  const tkhd = box(
    'tkhd',
    u32(7, CLOCK, CLOCK, part.id, 0x434e4152, 1000),
    'CANARYCA',
    zeros(8),
    MATRIX,
    u32(64 << 16, 48 << 16),
  );
  return box(
    'trak',
    tkhd,
    box('tref', box('cdsc', u32(1))),
    wasted('udta'),
    box('mdia', mdhd, hdlr, minf),
    box('meta', zeros(4), CANARY),
  );
}

/** Writes a film that holds the canary wherever a film can hold words, and whatever else says where, when and who. */
export function writeFilm(plan: FilmPlan): Film {
  const parts: Part[] = [
    {
      id: 1,
      handler: 'vide',
      entry: visualEntry(plan.coding),
      samples: [0, 1, 2, 3].map((n) => picture(plan.coding, plan.seed * 4 + n)),
    },
  ];
  if (plan.sound)
    parts.push({
      id: 2,
      handler: 'soun',
      entry: soundEntry(),
      samples: [1, 2, 3, 4].map((n) => Buffer.alloc(16 * n, 0x40 + n + (plan.seed % 50))),
    });
  if (plan.data) {
    const words = Buffer.from(`GPS 34.5500 38.2700 ${CANARY}`);
    parts.push({
      id: 3,
      handler: plan.data,
      entry: box('mebx', zeros(6), u16(1), CANARY),
      samples: [words, words, words, words],
    });
  }
  const brands = box('ftyp', plan.brand, u32(0x434e4152), plan.brand, 'isom', 'CNRY');
  const write = plan.layout === 'fragments' ? fragments : whole;
  return write(plan, parts, brands);
}

function movie(plan: FilmPlan, parts: readonly Part[], offsets: readonly number[][]): Buffer {
  const mvhd = box(
    'mvhd',
    u32(0, CLOCK, CLOCK, 1000, 1000, 0x10000),
    u16(0x100),
    'CANARY-CAN',
    MATRIX,
    CANARY.slice(0, 24),
    u32(9),
  );
  const mvex = box('mvex', ...parts.map(({ id }) => box('trex', u32(0, id, 1, 0, 16, 0))), wasted('CNRY'));
  const udta = box('udta', box('\u00a9xyz', u16(PLACE.length), u16(0), PLACE), box('\u00a9mak', CANARY), zeros(4));
  const tracks = parts.map((part, n) => trackOf(part, [...(offsets[n] ?? [])], plan));
  return box('moov', mvhd, ...tracks, ...(plan.layout === 'fragments' ? [mvex] : []), udta, wasted('meta'), wasted('uuid'));
}

const head = (brands: Buffer) => Buffer.concat([brands, wasted('free'), wasted('uuid'), box('CNRY', CANARY)]);
const TAIL = Buffer.concat([wasted('mfra'), wasted('skip'), Buffer.from('CNR')]);

/** Samples in turn, with the canary between them. */
function interleave(parts: readonly Part[], from: number) {
  const pieces: Buffer[] = [];
  const offsets = parts.map((): number[] => []);
  let at = from;
  for (let n = 0; n < 4; n++) {
    parts.forEach(({ samples }, track) => {
      const gap = Buffer.from(CANARY);
      const sample = samples[n] ?? gap;
      pieces.push(gap, sample);
      offsets[track]?.push(at + gap.length);
      at += gap.length + sample.length;
    });
  }
  return { body: Buffer.concat(pieces), offsets };
}

const keptSamples = (parts: readonly Part[], offsets: readonly number[][]): Film['samples'] =>
  parts.flatMap(({ id, samples }, track) =>
    id === 3 ? [] : samples.map((bytes, n) => ({ start: offsets[track]?.[n] ?? 0, bytes, userData: id === 1 })),
  );

function whole(plan: FilmPlan, parts: readonly Part[], brands: Buffer): Film {
  const first = head(brands);
  const sizeOfMovie = movie(plan, parts, interleave(parts, 0).offsets).length;
  const before = first.length + (plan.layout === 'movie first' ? sizeOfMovie : 0);
  const { body, offsets } = interleave(parts, before + 8);
  const moov = movie(plan, parts, offsets);
  const mdat = box('mdat', body);
  const order = plan.layout === 'movie first' ? [first, moov, mdat, TAIL] : [first, mdat, moov, TAIL];
  return { bytes: Buffer.concat(order), samples: keptSamples(parts, offsets) };
}

function fragments(plan: FilmPlan, parts: readonly Part[], brands: Buffer): Film {
  const start = Buffer.concat([head(brands), movie(plan, parts, [])]);
  const fragment = (offsets: readonly number[][], moofAt: number) =>
    box(
      'moof',
      box('mfhd', u32(0, 1)),
      ...parts.map(({ id, samples }, track) =>
        box(
          'traf',
          box('tfhd', u32(0x20000, id)),
          ...samples.map(({ length }, n) => box('trun', u32(0x201, 1, (offsets[track]?.[n] ?? 0) - moofAt, length))),
          wasted('uuid'),
        ),
      ),
      wasted('CNRY'),
    );
  const length = fragment([], 0).length;
  const clock = box('prft', CANARY);
  const moofAt = start.length + clock.length;
  const { body, offsets } = interleave(parts, moofAt + length + 8);
  const bytes = Buffer.concat([start, clock, fragment(offsets, moofAt), box('mdat', body), wasted('emsg'), TAIL]);
  return { bytes, samples: keptSamples(parts, offsets) };
}

/** Every combination, `per` films of each. */
export const filmPlans = (per: number): FilmPlan[] =>
  (['isom', 'qt  '] as const).flatMap((brand) =>
    (['movie last', 'movie first', 'fragments'] as const).flatMap((layout) =>
      (['avc1', 'hvc1'] as const).flatMap((coding) =>
        ([null, 'meta', 'text', 'tmcd'] as const).flatMap((data, n) =>
          Array.from({ length: per }, (_, seed) => ({
            brand,
            layout,
            coding,
            data,
            sound: (seed + n) % 2 === 0,
            wideOffsets: seed % 2 === 1,
            seed,
          })),
        ),
      ),
    ),
  );
