import { capturedOf } from '../exif.ts';
import type { Captured } from '../media.ts';
import { type Box, childrenOf, findBox } from './boxes.ts';

/** Boxes of the movie in which phones write where and when: Android in `udta`, Apple in `meta`. */
const SAYING = new Set(['udta', 'meta']);
const MOST_BYTES = 64 * 1024;

/** A point of ISO 6709 as both write it: `+34.5500+038.2700/`. */
const POINT = /([+-]\d{2}(?:\.\d{1,8})?)([+-]\d{3}(?:\.\d{1,8})?)(?:[+-]\d{1,6}(?:\.\d{1,8})?)?\//u;
/** The camera's own clock, as Apple writes it: `2026-03-04T12:33:00+0300`. */
const CLOCK = /(20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})(?:[+-]\d{2}:?\d{2}|Z)/u;
/** Seconds from 1904, where the format begins, to 1970. */
const FROM_1904 = 2_082_844_800;
/** An unset clock counts from 1904 or 1970. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

export function filmCaptured(film: Buffer, moov: Box): Captured | null {
  const said = childrenOf(film, moov)
    .filter(({ type }) => SAYING.has(type))
    .map(({ body, end }) => film.toString('latin1', body, Math.min(end, body + MOST_BYTES)))
    .join('\n');
  const [, lat, lon] = POINT.exec(said) ?? [];
  const inside = Math.abs(Number(lat)) <= 90 && Math.abs(Number(lon)) <= 180;
  return capturedOf(inside ? Number(lat) : null, inside ? Number(lon) : null, CLOCK.exec(said)?.[1] ?? headerClock(film, moov));
}

function headerClock(film: Buffer, moov: Box): string | null {
  const mvhd = findBox(film, moov, 'mvhd');
  if (mvhd === null) return null;
  const long = film.readUInt8(mvhd.body) === 1;
  const seconds = long ? Number(film.readBigUInt64BE(mvhd.body + 4)) : film.readUInt32BE(mvhd.body + 4);
  const at = new Date((seconds - FROM_1904) * 1000);
  const year = at.getUTCFullYear();
  return year >= FIRST_YEAR && year < LAST_YEAR ? `${at.toISOString().slice(0, 19)}Z` : null;
}
