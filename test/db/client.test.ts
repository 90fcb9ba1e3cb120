import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../src/db/client.ts';
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
    const { pool } = await import('../../src/db/client.ts');
    const other = pool(store.url, { max: 1 });
    await other`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    await other.end();
    await expect.poll(() => sql`select 1 as one`.catch(() => null)).toEqual([{ one: 1 }]);
  });
});
