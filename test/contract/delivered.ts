import { expect } from 'vitest';
import type { Store } from '../../src/db/client.ts';

/** Resolves once nothing waits to be answered or sent: an answer may be several messages. */
export async function delivered({ sql }: Store): Promise<void> {
  const waiting = () =>
    sql`select id from inbox where state = 'waiting' union all select id from outbox where state in ('waiting', 'sending')`;
  await expect.poll(async () => (await waiting()).length, { timeout: 20_000, interval: 10 }).toBe(0);
}
