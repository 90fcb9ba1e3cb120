import { damascusDay } from '../damascus-day.ts';
import { kmBetween } from '../gazetteer/geometry.ts';
import { addDays } from '../question/calendar.ts';
import type { Captured } from './media.ts';

/** What a tip says of where and when. Null where it says nothing. */
export interface Claim {
  lat: number | null;
  lon: number | null;
  /** ISO days in Damascus, both or neither. */
  fromDay: string | null;
  toDay: string | null;
}

export type Agreement = 'agrees' | 'differs' | 'none';

/** A pin is often set on the nearest village, and villages of the desert lie tens of kilometres apart. */
const NEAR_KM = 25;
/** Midnight between the zones of two clocks. */
const DAYS_BEFORE = 1;
/** Pictures of what an attack left are taken in the days after it. */
const DAYS_AFTER = 3;

/** Whether a file was taken near the claimed place and days; `none` where either side does not say. */
export function compareCaptured(captured: Captured | null, claim: Claim): { place: Agreement; time: Agreement } {
  return { place: comparePlaces(captured, claim), time: compareDays(captured?.at ?? null, claim) };
}

function comparePlaces(captured: Captured | null, { lat, lon }: Claim): Agreement {
  if (captured?.lat == null || captured.lon === null || lat === null || lon === null) return 'none';
  return kmBetween({ lat: captured.lat, lon: captured.lon }, { lat, lon }) <= NEAR_KM ? 'agrees' : 'differs';
}

function compareDays(at: string | null, { fromDay, toDay }: Claim): Agreement {
  if (at === null || fromDay === null || toDay === null) return 'none';
  const day = at.endsWith('Z') ? damascusDay(new Date(at)) : at.slice(0, 10);
  return day >= addDays(fromDay, -DAYS_BEFORE) && day <= addDays(toDay, DAYS_AFTER) ? 'agrees' : 'differs';
}

const BITS_SET = Array.from({ length: 16 }, (_, nibble) => [1, 2, 4, 8].filter((bit) => nibble & bit).length);

/** Bits that differ between two photo hashes, 0–64. Up to about 6 it is the same picture, resized or saved again. */
export function hashDistance(a: string, b: string): number {
  let distance = 0;
  for (let at = 0; at < 16; at++) {
    distance += BITS_SET[Number.parseInt(a[at] ?? '0', 16) ^ Number.parseInt(b[at] ?? '0', 16)] ?? 0;
  }
  return distance;
}
