import { dayOf } from '../question/calendar.ts';
import type { Captured } from './media.ts';

interface Entry {
  type: number;
  count: number;
  /** Where the value is, from the start of the block. */
  at: number;
}

/** Bytes of a value by its type (TIFF 6.0, page 15): byte, ascii, short, long, rational. */
const TYPE_BYTES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8 };
const ENTRY_BYTES = 12;
/** Real files have some dozens. */
const MOST_ENTRIES = 512;

/** Tags of Exif 2.32: 4.6.5 (time), 4.6.6 (GPS). */
const TAG = {
  dateTime: 0x0132,
  exif: 0x8769,
  gps: 0x8825,
  dateTimeOriginal: 0x9003,
  latRef: 1,
  lat: 2,
  lonRef: 3,
  lon: 4,
  gpsDay: 0x1d,
} as const;

/** Where and when, from a block of Exif, which is a TIFF file without a picture (a whole TIFF file serves as well). Null: it does not say. */
export function readExif(block: Uint8Array): Captured | null {
  try {
    return read(block);
  } catch (error) {
    // an offset that points outside
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function read(block: Uint8Array): Captured | null {
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== 42) return null;

  const directory = (at: number): Map<number, Entry> => {
    const count = Math.min(view.getUint16(at, little), MOST_ENTRIES);
    const entries = new Map<number, Entry>();
    for (let n = 0; n < count; n++) {
      const from = at + 2 + n * ENTRY_BYTES;
      const [type, values] = [view.getUint16(from + 2, little), view.getUint32(from + 4, little)];
      const inline = values * (TYPE_BYTES[type] ?? 1) <= 4;
      entries.set(view.getUint16(from, little), {
        type,
        count: values,
        at: inline ? from + 8 : view.getUint32(from + 8, little),
      });
    }
    return entries;
  };
  const below = (parent: Map<number, Entry>, tag: number) => {
    const entry = parent.get(tag);
    return entry === undefined ? new Map<number, Entry>() : directory(view.getUint32(entry.at, little));
  };
  const text = (entry: Entry | undefined) =>
    entry?.type === 2 ? String.fromCharCode(...block.subarray(entry.at, entry.at + Math.min(entry.count, 32))) : '';
  const rational = (at: number) => view.getUint32(at, little) / view.getUint32(at + 4, little);
  const degrees = (value: Entry | undefined, ref: string, negative: string, limit: number) => {
    if (value?.type !== 5 || value.count !== 3) return null;
    const size = rational(value.at) + rational(value.at + 8) / 60 + rational(value.at + 16) / 3600;
    return size <= limit ? size * (ref.startsWith(negative) ? -1 : 1) : null;
  };

  const main = directory(view.getUint32(4, little));
  const gps = below(main, TAG.gps);
  const lat = degrees(gps.get(TAG.lat), text(gps.get(TAG.latRef)), 'S', 90);
  const lon = degrees(gps.get(TAG.lon), text(gps.get(TAG.lonRef)), 'W', 180);
  const at =
    clockTime(text(below(main, TAG.exif).get(TAG.dateTimeOriginal))) ??
    clockTime(text(main.get(TAG.dateTime))) ??
    clockTime(text(gps.get(TAG.gpsDay)));
  return capturedOf(lat, lon, at);
}

/** Null where nothing is said. A camera without a fix writes 0°, 0°. */
export function capturedOf(lat: number | null, lon: number | null, at: string | null): Captured | null {
  const fixed = lat !== null && lon !== null && (lat !== 0 || lon !== 0);
  if (!fixed && at === null) return null;
  return { lat: fixed ? lat : null, lon: fixed ? lon : null, at };
}

const CLOCK = /^(\d{4}):(\d{2}):(\d{2})(?: (\d{2}:\d{2}:\d{2}))?/u;

/** `2026:03:04 12:33:00` or the day alone, as Exif writes it. Null for no such day: an unset clock is all zeros. */
function clockTime(said: string): string | null {
  const [, year, month, day, time] = CLOCK.exec(said) ?? [];
  const iso = dayOf(Number(year), Number(month), Number(day));
  if (iso === null) return null;
  return time === undefined ? iso : `${iso}T${time}`;
}
