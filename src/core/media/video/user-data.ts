import { type Box, BrokenFilm, UnknownFilm } from './boxes.ts';
import type { Range } from './ranges.ts';
import { entriesOf, setUpOf } from './sample-entry.ts';
import type { Track } from './tracks.ts';

/** How a coding marks its messages (SEI): in H.264 the unit type 6, in H.265 39 before and 40 after a picture. */
interface Coding {
  lengthBytes: number;
  headerBytes: number;
  isMessage(header: number): boolean;
}

/** Registered and free user data (captions, names of encoders, positions of drones), time codes. No decoder needs them. */
const MASKED = new Set([4, 5, 136]);
/** Real ones have some hundreds. */
const MOST_MESSAGE_BYTES = 1024 * 1024;
/** Never part of the start-code emulations that the payload's zeros take part in. */
const MASK = 0x55;

/** Overwrites user data in the messages between the pictures. Their lengths stay, and with them every other message. */
export function maskUserData(film: Buffer, { handler, stsd }: Track, samples: readonly Range[]): void {
  if (handler !== 'vide' || stsd === null) return;
  const codings = entriesOf(film, stsd).flatMap((entry) => {
    const boxes = setUpOf(film, handler, entry).boxes;
    for (const box of boxes) if (box.type === 'hvcC') maskInSetUp(film, box);
    return boxes.map((box) => codingOf(film, box)).filter((coding) => coding !== null);
  });
  const [coding] = codings;
  if (coding === undefined) return;
  if (codings.some((other) => other.lengthBytes !== coding.lengthBytes)) throw new BrokenFilm('units of two lengths');
  for (const { start, end } of samples) {
    let at = start;
    while (at + coding.lengthBytes < end) {
      const body = at + coding.lengthBytes;
      const stop = body + film.readUIntBE(at, coding.lengthBytes);
      if (stop > end) throw new BrokenFilm('a unit longer than its sample');
      if (stop > body && coding.isMessage(film.readUInt8(body))) maskMessages(film, body + coding.headerBytes, stop);
      at = stop;
    }
  }
}

function codingOf(film: Buffer, { type, body }: Box): Coding | null {
  if (type === 'avcC') {
    return { lengthBytes: (film.readUInt8(body + 4) & 3) + 1, headerBytes: 1, isMessage: (header) => (header & 0x1f) === 6 };
  }
  if (type === 'hvcC') return { lengthBytes: (film.readUInt8(body + 21) & 3) + 1, headerBytes: 2, isMessage: isHevcMessage };
  return null;
}

const isHevcMessage = (header: number) => {
  const type = (header >> 1) & 0x3f;
  return type === 39 || type === 40;
};

/** H.265 may keep messages in its set-up as well (ISO/IEC 14496-15, 8.3.3.1). */
function maskInSetUp(film: Buffer, { body, end }: Box): void {
  let at = body + 23;
  for (let array = film.readUInt8(body + 22); array > 0; array--) {
    const units = film.readUInt16BE(at + 1);
    at += 3;
    for (let unit = 0; unit < units; unit++) {
      const stop = at + 2 + film.readUInt16BE(at);
      if (stop > end) throw new BrokenFilm('a unit longer than its box');
      if (isHevcMessage(film.readUInt8(at + 2))) maskMessages(film, at + 4, stop);
      at = stop;
    }
  }
}

/** Types and sizes are counted without the 3 that follows two zeros (emulation prevention): it stays where it is. */
function maskMessages(film: Buffer, from: number, to: number): void {
  if (to - from > MOST_MESSAGE_BYTES) throw new UnknownFilm('messages without end');
  const places: number[] = [];
  for (let at = from, zeros = 0; at < to; at++) {
    const byte = film.readUInt8(at);
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    zeros = byte === 0 ? zeros + 1 : 0;
    places.push(at);
  }
  let next = 0;
  const number = () => {
    let sum = 0;
    for (;;) {
      const place = places[next++];
      if (place === undefined) return null;
      const byte = film.readUInt8(place);
      sum += byte;
      if (byte !== 0xff) return sum;
    }
  };
  // the last byte is the unit's stop bit
  while (next < places.length - 1) {
    const [type, size] = [number(), number()];
    if (type === null || size === null) return;
    if (MASKED.has(type)) for (const place of places.slice(next, next + size)) if (film[place]) film[place] = MASK;
    next += size;
  }
}
