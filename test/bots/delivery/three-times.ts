import { expect } from 'vitest';
import type { Core } from '../../../src/core/core.ts';
import { countWaiting } from '../../../src/db/queries/inbox.ts';
import { countUnsent } from '../../../src/db/queries/outbox.ts';
import { drawFrom } from '../../support/drawing.ts';
import { openPost, said } from './post.ts';

const BOT = { platform: 'telegram', bot: '1' } as const;
const CHATS = 20;
const BATCH = 50;

function shuffled<T>(all: readonly T[], seed: number): T[] {
  const draw = drawFrom(seed);
  return all
    .map((value) => ({ value, at: draw(2 ** 31) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}

/** So many messages, each delivered three times and all in any order, to two processes at once: each is answered once. */
export async function threeTimesShuffled(core: Core, count: number): Promise<void> {
  const [one, two] = [openPost(core), openPost(core)];
  try {
    const arrivals = Array.from({ length: count }, (_, i) => said(`chat${i % CHATS}`, String(i), `${i}`));
    one.delivery.start();
    two.delivery.start();
    const all = shuffled([...arrivals, ...arrivals, ...arrivals], 5);
    const batches = Array.from({ length: Math.ceil(all.length / BATCH) }, (_, i) => all.slice(i * BATCH, (i + 1) * BATCH));
    const fresh = await Promise.all(batches.map((batch, i) => (i % 2 ? one : two).delivery.keep(batch)));
    expect(fresh.reduce((sum, n) => sum + n, 0)).toBe(count);
    const arrived = () => [...one.arrived, ...two.arrived];
    await Promise.race([one, two].map((each) => each.until(() => arrived().length >= count)));
    await Promise.all([one.delivery.stop(), two.delivery.stop()]);
    expect(
      arrived()
        .map(({ text }) => text)
        .sort(),
    ).toEqual(arrivals.map((_, i) => `re: ${i}`).sort());
    expect(new Set(arrived().map(({ nonce }) => nonce)).size).toBe(count);
    expect(await countWaiting(core.store.db, BOT)).toBe(0);
    expect(await countUnsent(core.store.db, BOT)).toBe(0);
  } finally {
    await Promise.all([one.delivery.stop(), two.delivery.stop()]);
  }
}
