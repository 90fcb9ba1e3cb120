import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Vault } from '../../src/core/identity/vault.ts';
import { firstBroken } from '../../src/core/moderation/chain.ts';
import { type Deciding, decide, type Outcome } from '../../src/core/moderation/decide.ts';
import { contentOf } from '../../src/core/moderation/record.ts';
import { follow, TIP_EVENTS, type TipEvent } from '../../src/core/moderation/states.ts';
import type { Store } from '../../src/db/client.ts';
import { readDecisions, readLog } from '../../src/db/queries/decision.ts';
import { moderator } from '../../src/db/schema/moderator.ts';
import { TIP_STATES, type TipState, tip } from '../../src/db/schema/tip.ts';
import { freshStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';
import { aTip, enrol, NOW } from './team.ts';

let store: Store;
let vault: Vault;
beforeAll(async () => {
  store = await freshStore();
  vault = freshVault();
  for (const id of ['ana', 'ben', 'cara']) await enrol(store, id);
  await enrol(store, 'vera', 'viewer');
});

const by = (id: string): Deciding['by'] => ({ kind: 'moderator', id });
let causes = 0;
const decideOn = (tipId: string, event: TipEvent, more: Partial<Deciding> = {}): Promise<Outcome> =>
  store.db.transaction((tx) =>
    decide(tx, vault, { tipId, version: null, event, by: by('ana'), cause: `cause ${++causes}`, ...more }, NOW),
  );
const rowOf = async (id: string) => (await store.db.select().from(tip).where(eq(tip.id, id)))[0];

/** An incident must be named where one is published: any that there is, for tests that are not about it. */
const needsIncident = (event: TipEvent) => event === 'approve' || event === 'merge';

describe('a decision', () => {
  it('changes the tip, its version and the log together', async () => {
    const id = await aTip(store);
    const outcome = await decideOn(id, 'decline', { version: 1, content: { reason: 'no place is named' } });
    expect(outcome).toMatchObject({ kind: 'done', state: 'declined', version: 2 });
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: 'declined', version: 2, decidedAt: NOW });
    const [entry, ...others] = await readDecisions(store.db, 'tip', row?.ref ?? '');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ event: 'decline', fromState: 'received', toState: 'declined', moderatorId: 'ana' });
    expect(entry && contentOf(entry, vault)).toEqual({ reason: 'no place is named' });
    expect(Buffer.from(entry?.content ?? []).includes('no place')).toBe(false);
  });

  it('is made once where many are made at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const id = await aTip(store);
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          decideOn(id, n % 2 === 0 ? 'decline' : 'spam', { version: 1, by: by(['ana', 'ben', 'cara'][n % 3] ?? 'ana') }),
        ),
      );
      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      expect(outcomes.filter(({ kind }) => kind === 'stale')).toHaveLength(19);
    }
  });

  it('asked for by one update has one effect, however often the update comes', async () => {
    const id = await aTip(store);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => decideOn(id, 'claim', { cause: 'the same press' })));
    expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'repeated')).toHaveLength(19);
    expect((await rowOf(id))?.version).toBe(2);
  });

  it('is not made by who has left the team, nor by who may only look', async () => {
    const id = await aTip(store);
    expect(await decideOn(id, 'decline', { by: by('vera') })).toEqual({ kind: 'forbidden' });
    expect(await decideOn(id, 'decline', { by: by('nobody') })).toEqual({ kind: 'forbidden' });
    await enrol(store, 'dora');
    await store.db.update(moderator).set({ revokedAt: NOW }).where(eq(moderator.id, 'dora'));
    expect(await decideOn(id, 'decline', { by: by('dora') })).toEqual({ kind: 'forbidden' });
    expect(await rowOf(id)).toMatchObject({ state: 'received', version: 1 });
  });

  it('is never made after its maker was revoked, whichever comes first', async () => {
    for (let round = 0; round < 40; round++) {
      const who = await enrol(store, `leaving${round}`);
      const id = await aTip(store);
      let revoked = false;
      const revoking = store.db
        .transaction((tx) => tx.update(moderator).set({ revokedAt: NOW }).where(eq(moderator.id, who)))
        .then(() => {
          revoked = true;
        });
      let begunAfter = false;
      const deciding = (async () => {
        await store.sql`select 1`;
        begunAfter = revoked;
        return decideOn(id, 'decline', { by: by(who) });
      })();
      const [outcome] = await Promise.all([deciding, revoking]);
      if (begunAfter) expect(outcome.kind).toBe('forbidden');
      else expect(['done', 'forbidden']).toContain(outcome.kind);
    }
  });

  it('that fails leaves nothing behind', async () => {
    const id = await aTip(store);
    const failing = decideOn(id, 'decline', {
      effect: async () => {
        throw new Error('no');
      },
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rowOf(id)).toMatchObject({ state: 'received', version: 1 });
    expect(await readDecisions(store.db, 'tip', (await rowOf(id))?.ref ?? '')).toEqual([]);
  });

  it('exists for exactly the pairs of state and event of the table', async () => {
    for (const state of TIP_STATES) {
      for (const event of TIP_EVENTS) {
        if (needsIncident(event) || state === 'accepted' || state === 'merged') continue;
        const id = await aTip(store, state, state === 'claimed' || state === 'needs_info' ? 'ben' : null);
        const who: Deciding['by'] =
          event === 'amend' || event === 'answer' || event === 'withdraw'
            ? { kind: 'contact' }
            : event === 'expire'
              ? { kind: 'clock' }
              : by('ana');
        const outcome = await decideOn(id, event, { by: who });
        const to = follow(state, event);
        expect(outcome.kind, `${state}, ${event}`).toBe(to === null ? 'impossible' : 'done');
        expect((await rowOf(id))?.state).toBe(to ?? state);
      }
    }
  });
});

describe('the log', () => {
  it('replays to the states that the tips are in, and is whole', async () => {
    const ids: string[] = [];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...TIP_EVENTS.filter((event) => !needsIncident(event))), { maxLength: 12 }),
        async (events) => {
          const id = await aTip(store);
          ids.push(id);
          for (const event of events) {
            const contacts: TipEvent[] = ['amend', 'answer', 'withdraw'];
            await decideOn(id, event, {
              by: contacts.includes(event) ? { kind: 'contact' } : event === 'expire' ? { kind: 'clock' } : by('ben'),
            });
          }
        },
      ),
      { numRuns: 25 },
    );
    for (const id of ids) {
      const row = await rowOf(id);
      const replayed = (await readDecisions(store.db, 'tip', row?.ref ?? '')).reduce<TipState>(
        (state, { fromState, toState }) => {
          expect(fromState).toBe(state);
          return toState ?? state;
        },
        'received',
      );
      expect(replayed).toBe(row?.state);
    }
    expect(firstBroken(await readLog(store.db))).toBeNull();
  });

  it('shows where it was tampered with', async () => {
    const rows = await readLog(store.db);
    const middle = Math.floor(rows.length / 2);
    const changed = rows.map((row, n) => (n === middle ? { ...row, moderatorId: 'cara', event: 'spam' } : row));
    expect(firstBroken(changed)).toBe(rows[middle]?.id);
    const dropped = rows.filter((_, n) => n !== middle);
    expect(firstBroken(dropped)).toBe(rows[middle + 1]?.id);
    expect(firstBroken(rows)).toBeNull();
  });
});
