/** Mulberry32, 32 bits at a time: the same draws every time. */
function bitsFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
}

/** Draws from 0 up to 1. */
export function drawing(seed: number): () => number {
  const bits = bitsFrom(seed);
  return () => bits() / 4_294_967_296;
}

/** Draws whole numbers below a bound. */
export function drawFrom(seed: number): (below: number) => number {
  const bits = bitsFrom(seed);
  return (below) => bits() % below;
}
