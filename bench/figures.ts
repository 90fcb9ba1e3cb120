/** Times in milliseconds, summed up. */
export interface Times {
  p50: number;
  p95: number;
  max: number;
  runs: number;
}

const rounded = (ms: number) => Math.round(ms * 100) / 100;

export function times(all: readonly number[]): Times {
  const sorted = [...all].sort((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN);
  return { p50: at(0.5), p95: at(0.95), max: at(1), runs: sorted.length };
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
