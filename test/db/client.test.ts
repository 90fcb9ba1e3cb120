import { eq, sql as rawSql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Database, pool } from '../../src/db/client.ts';
import { actor, edit } from '../../src/db/schema/index.ts';
import { freshStore } from '../support/store.ts';

const store = await freshStore();
const { db, sql } = store;

describe('the store', () => {
  it('gives days and instants as text to plain SQL and as Date to the builder', async () => {
    const at = new Date('2023-04-08T06:00:00Z');
    await db.insert(edit).values({ at, who: 'test', why: 'test', subject: 'store', subjectId: '-', changes: {} });
    expect(await sql`select date '2023-04-08' as day, at from edit`).toEqual([
      { day: '2023-04-08', at: '2023-04-08 06:00:00+00' },
    ]);
    expect((await db.select({ at: edit.at }).from(edit))[0]?.at).toEqual(at);
  });

  it('takes days as an array of text', async () => {
    const days = ['2023-04-08', '2023-04-09'];
    expect(await sql`select unnest(${days}::text[]::date[]) as day`).toEqual(days.map((day) => ({ day })));
  });

  it('takes JSON as text', async () => {
    const tolls = { government: { killed: { low: 6, high: null } } };
    expect(await sql`select ${JSON.stringify(tolls)}::jsonb as tolls`).toEqual([{ tolls }]);
  });

  it('lets one function work in the pool and in a transaction', async () => {
    const names = async (any: Database) => (await any.select({ name: actor.name }).from(actor)).map((row) => row.name);
    await db.transaction(async (tx) => {
      await tx.insert(actor).values({ id: 'isis', name: 'ISIS', nameAr: 'داعش', party: 'isis', kind: 'group' });
      expect(await names(tx)).toEqual(['ISIS']);
      expect(await names(db)).toEqual([]);
    });
    expect(await names(db)).toEqual(['ISIS']);
    await db.delete(actor).where(eq(actor.id, 'isis'));
  });

  it('outlives the death of its idle connections', async () => {
    await sql`select 1`;
    await endSessions();
    await expect.poll(() => sql`select 1 as one`.catch(() => null)).toEqual([{ one: 1 }]);
  });

  describe('whose transaction loses its connection', () => {
    const note = (tx: Database, who: string) =>
      tx.insert(edit).values({ at: new Date(0), who, why: 'lost', subject: 'store', subjectId: '-', changes: {} });

    it.each<[string, (tx: Database) => Promise<unknown>]>([
      ['during a query', (tx) => tx.execute(rawSql`select pg_terminate_backend(pg_backend_pid())`)],
      ['between two queries', (tx) => endSessions().then(() => note(tx, 'second'))],
      ['before the commit', () => endSessions()],
      ['while the work fails', () => endSessions().then(() => Promise.reject(new Error('failed')))],
      [
        'in a transaction within',
        (tx) => tx.transaction((inner) => inner.execute(rawSql`select pg_terminate_backend(pg_backend_pid())`)),
      ],
    ])('%s: it fails, keeps nothing, and the process goes on', async (_, work) => {
      await expect(
        db.transaction(async (tx) => {
          await note(tx, 'first');
          await work(tx);
        }),
      ).rejects.toThrow();
      expect(await sql`select who from edit where why = 'lost'`).toEqual([]);
    });

    it('and one that merely fails rolls back, at each depth', async () => {
      const failing = db.transaction(async (tx) => {
        await note(tx, 'outer');
        await tx.transaction((inner) => note(inner, 'inner').then(() => Promise.reject(new Error('inner')))).catch(() => {});
        expect(await tx.select({ who: edit.who }).from(edit).where(eq(edit.why, 'lost'))).toEqual([{ who: 'outer' }]);
        throw new Error('outer');
      });
      await expect(failing).rejects.toThrow('outer');
      expect(await sql`select who from edit where why = 'lost'`).toEqual([]);
    });
  });
});

/** Ends every session of this store from outside, and lets the news arrive. */
async function endSessions(): Promise<void> {
  const other = pool(store.url, { max: 1 });
  await other`select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  await other.end();
}
