/** Waits that double, with jitter so that many do not come back at once. `random` in [0, 1). */
export const backoffMs = (attempt: number, random: () => number, { firstMs = 500, mostMs = 60_000 } = {}): number =>
  Math.round(Math.min(mostMs, firstMs * 2 ** Math.min(attempt, 16)) * (0.5 + random() / 2));
