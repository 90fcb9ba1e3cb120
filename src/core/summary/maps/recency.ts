import type { MapPoint } from './map-spec.ts';

const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** First days of the newest and the middle third of the points' span; null where all are of one time. */
export function recencyBounds(points: readonly MapPoint[]): { newest: string; middle: string } | null {
  const days = points.map((p) => Date.parse(p.day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  if (points.length < 2 || last - first < 3 * DAY_MS) return null;
  const third = (last - first) / 3;
  return { newest: iso(first + 2 * third), middle: iso(first + third) };
}

/** 0 newest third, 2 oldest. */
export function recencyOf(points: readonly MapPoint[]): (day: string) => 0 | 1 | 2 {
  const bounds = recencyBounds(points);
  return (day) => (bounds === null || day >= bounds.newest ? 0 : day >= bounds.middle ? 1 : 2);
}
