/** Numbers that look random and are the same on every run (mulberry32). */
export interface Draw {
  /** In [0, 1). */
  unit(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  of<T>(all: readonly [T, ...T[]]): T;
  /** One by its weight. */
  weighted<T>(all: Weighted<T>): T;
}

export interface Weighted<T> {
  values: readonly [T, ...T[]];
  /** Running sums of the weights. */
  sums: readonly number[];
}

export function weighted<T>(all: readonly (readonly [T, number])[]): Weighted<T> {
  const [first, ...rest] = all;
  if (!first) throw new Error('nothing to draw from');
  let sum = 0;
  const sums = all.map(([, weight]) => {
    sum += weight;
    return sum;
  });
  return { values: [first[0], ...rest.map(([value]) => value)], sums };
}

export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number) => Math.floor(unit() * count);
  return {
    unit,
    below,
    of: (all) => all[below(all.length)] ?? all[0],
    weighted({ values, sums }) {
      const at = unit() * (sums.at(-1) ?? 0);
      let [low, high] = [0, sums.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((sums[middle] ?? 0) > at) high = middle;
        else low = middle + 1;
      }
      return values[low] ?? values[0];
    },
  };
}
