import { rankDuplicates } from '../../../src/core/moderation/duplicates/suggest.ts';
import type { Telling } from '../../../src/core/moderation/duplicates/telling.ts';

const DAY_MS = 86_400_000;
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;

/** Ranks events as the store would give them: of the days and the area around. `without`: an event that it does not hold. */
export function rankings(events: readonly Telling[]): (telling: Telling, without?: number) => number[] {
  const byDay = new Map<number, number[]>();
  events.forEach(({ from, to }, at) => {
    for (let day = dayNumber(from); day <= dayNumber(to); day++) byDay.set(day, [...(byDay.get(day) ?? []), at]);
  });
  const isNear = (one: Telling, other: Telling) =>
    other.withinKm >= 25 ||
    (Math.abs((one.point?.lat ?? 0) - (other.point?.lat ?? 0)) < 0.56 &&
      Math.abs((one.point?.lon ?? 0) - (other.point?.lon ?? 0)) < 0.68);
  return (telling, without) => {
    const around = new Set<number>();
    for (let day = dayNumber(telling.from) - 7; day <= dayNumber(telling.to) + 7; day++) {
      for (const at of byDay.get(day) ?? []) {
        const event = events[at];
        if (at !== without && event && isNear(telling, event)) around.add(at);
      }
    }
    const ids = [...around];
    return rankDuplicates(
      telling,
      ids.flatMap((at) => events[at] ?? []),
    ).map(({ at }) => ids[at] ?? -1);
  };
}
