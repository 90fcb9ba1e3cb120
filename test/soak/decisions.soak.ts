import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { firstBroken } from '../../src/core/moderation/chain.ts';
import { decide, type Outcome } from '../../src/core/moderation/decide.ts';
import type { Store } from '../../src/db/client.ts';
import { readLog } from '../../src/db/queries/decision.ts';
import { revokeMember } from '../../src/db/queries/team.ts';
import { tip } from '../../src/db/schema/tip.ts';
import { pressAll, standing } from '../moderation/payloads.ts';
import { aTip, enrol, NOW, teamWithTips } from '../moderation/team.ts';
import { coreOfShippedFacts } from '../support/core.ts';
import { freshStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';

const vault = freshVault();
let store: Store;
beforeAll(async () => {
  store = await freshStore();
  for (const id of ['ana', 'ben', 'cara']) await enrol(store, id);
});

const by = (id: string) => ({ kind: 'moderator', id }) as const;
const EVENTS = ['decline', 'spam', 'claim', 'note'] as const;
let causes = 0;

const decideOn = (tipId: string, n: number, cause = `cause ${++causes}`): Promise<Outcome> =>
  store.db.transaction((tx) =>
    decide(
      tx,
      vault,
      { tipId, version: 1, event: EVENTS[n % 4] ?? 'note', by: by(['ana', 'ben', 'cara'][n % 3] ?? 'ana'), cause },
      NOW,
    ),
  );

const hundred = <T>(make: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 100 }, (_, n) => make(n)));
const doneOf = (outcomes: readonly Outcome[]) => outcomes.filter(({ kind }) => kind === 'done').length;

/** The control: looks whether the tip is as it was seen, and then writes. */
async function readThenWrite(tipId: string): Promise<boolean> {
  const [row] = await store.db.select().from(tip).where(eq(tip.id, tipId));
  if (row?.version !== 1) return false;
  await store.db
    .update(tip)
    .set({ version: sql`${tip.version} + 1` })
    .where(eq(tip.id, tipId));
  return true;
}

describe('a hundred decisions at once', () => {
  it('have one winner in each of 200 rounds', async () => {
    for (let round = 0; round < 200; round++) {
      const id = await aTip(store);
      expect(doneOf(await hundred((n) => decideOn(id, n)))).toBe(1);
    }
    expect(firstBroken(await readLog(store.db))).toBeNull();
  });

  it('have one effect where they are one update, delivered a hundred times', async () => {
    for (let round = 0; round < 20; round++) {
      const id = await aTip(store);
      const outcomes = await hundred(() => decideOn(id, 0, `the same ${round}`));
      expect([doneOf(outcomes), outcomes.filter(({ kind }) => kind === 'repeated').length]).toEqual([1, 99]);
    }
  });

  it('would have several winners by looking first and writing then', async () => {
    let several = 0;
    for (let round = 0; round < 20; round++) {
      const id = await aTip(store);
      const winners = (await hundred(() => readThenWrite(id))).filter(Boolean).length;
      if (winners > 1) several++;
    }
    expect(several).toBeGreaterThan(10);
  });
});

describe('a thousand revocations', () => {
  it('each come before a decision or after it, and none is decided after its revocation', async () => {
    let decided = 0;
    for (let round = 0; round < 1000; round++) {
      const member = await enrol(store, `member ${round}`);
      const id = await aTip(store);
      const deciding = store.db.transaction((tx) =>
        decide(tx, vault, { tipId: id, version: 1, event: 'decline', by: by(member), cause: `revoked ${round}` }, NOW),
      );
      const revoking = store.db.transaction(async (tx) => {
        await revokeMember(tx, member, NOW);
        const [row] = await tx.select().from(tip).where(eq(tip.id, id));
        return row?.state;
      });
      const [outcome, then] = await Promise.all([deciding, revoking]);
      const [row] = await store.db.select().from(tip).where(eq(tip.id, id));
      if (outcome.kind === 'done') decided++;
      // what is not decided when the revocation holds never will be
      expect([round, then, outcome.kind === 'done']).toEqual([round, row?.state, row?.state === 'declined']);
    }
    // both orders were met, or nothing was shown
    expect(decided).toBeGreaterThan(0);
    expect(decided).toBeLessThan(1000);
  });
});

describe('ten thousand buttons that were altered, passed on or made up', () => {
  it('do nothing', async () => {
    const core = await coreOfShippedFacts();
    const team = await teamWithTips(core, 20);
    const before = await standing(core);
    await pressAll(core, 10_000, { ...team, seed: 7 });
    expect(await standing(core)).toEqual(before);
  });
});
