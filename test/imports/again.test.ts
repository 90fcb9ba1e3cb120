import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/db/client.ts';
import { factsStore } from '../support/store.ts';
import { csvOf, editsIn, fileOf, importer, stateOf, ucdpEvent } from './importing.ts';

let store: Store;
let run: ReturnType<typeof importer>;
const bringIn = (
  events: ReturnType<typeof ucdpEvent>[],
  said: { snapshot?: boolean; overwrite?: boolean; dryRun?: boolean } = {},
) => run({ format: 'ucdp-ged', path: fileOf(csvOf(events)), ...said });
const incident = async (id: number) => {
  const [row] = await store.sql`select * from incident where origin = 'ucdp-ged' and origin_id = ${String(id)}`;
  return row;
};

/** As a moderator's command does: a new version, and who made it. */
async function moderate(id: number, summary: string): Promise<void> {
  await store.sql`update incident set summary_en = ${summary}, version = version + 1 where origin = 'ucdp-ged' and origin_id = ${String(id)}`;
  await store.sql`insert into edit (at, who, why, subject, subject_id, changes)
    select now(), 'lead', 'better', 'incident', ref, '{}' from incident where origin = 'ucdp-ged' and origin_id = ${String(id)}`;
}

describe('importing again', () => {
  beforeEach(async () => {
    store = await factsStore();
    run = importer(store, 3);
  });

  it('changes nothing where nothing has changed, whatever was in the file', async () => {
    const event = fc.record({
      id: fc.integer({ min: 1, max: 12 }),
      deaths_a: fc.integer({ min: 0, max: 4 }),
      best: fc.integer({ min: 0, max: 9 }),
      where_prec: fc.integer({ min: 0, max: 7 }),
      side_b: fc.constantFrom('IS', 'Syrian insurgents', 'Fatah Halab, HTS', ''),
      where_coordinates: fc.constantFrom('Tadmur town', 'Nowhere "at all"', 'مدينة تدمر', ''),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 20 }), async (events) => {
        const rows = events.map((one) => ucdpEvent({ deaths_b: 0, deaths_civilians: 0, ...one }));
        const first = await bringIn(rows);
        const [state, edits] = [await stateOf(store), await editsIn(store)];
        const second = await bringIn(rows);
        expect(second.counts).toMatchObject({ new: 0, changed: 0, deleted: 0, rejected: first.counts.rejected });
        expect(second.counts.unchanged + second.counts.rejected).toBe(rows.length);
        expect(await stateOf(store)).toEqual(state);
        expect(await editsIn(store)).toBe(edits);
      }),
      { numRuns: 12 },
    );
  });

  it('keeps the version that held of what has changed, says what did, and answers past days from it', async () => {
    await bringIn([ucdpEvent({ id: 1 }), ucdpEvent({ id: 2 })]);
    const { counts } = await bringIn([ucdpEvent({ id: 1, deaths_b: 6, best: 10 }), ucdpEvent({ id: 2 }), ucdpEvent({ id: 3 })]);
    expect(counts).toEqual({ read: 3, new: 1, changed: 1, unchanged: 1, deleted: 0, rejected: 0 });
    const now = await incident(1);
    expect(now).toMatchObject({ version: 2, killed_best: 10 });
    const [past] =
      await store.sql`select *, valid_to = ${String(now?.changed_at)} as follows from incident_past where origin_id = '1'`;
    expect(past).toMatchObject({ version: 1, ref: now?.ref, follows: true, tolls: { isis: { killed: { best: 5 } } } });
    const [edit] = await store.sql`select who, changes from edit where subject = 'incident' and subject_id = ${String(now?.ref)}`;
    expect(edit?.who).toBe('import');
    expect(edit?.changes).toMatchObject({ killed_best: [9, 10], version: [1, 2] });
    const [account] = await store.sql`select changes from edit where subject = 'account' and subject_id = 'ucdp-ged:1'`;
    expect(account?.changes).toHaveProperty('tolls');
  });

  it('gives new incidents one edit for each batch, so that the store’s version stands for them', async () => {
    const before = await editsIn(store);
    await bringIn(Array.from({ length: 7 }, (_, i) => ucdpEvent({ id: i + 1 })));
    // three batches and the source
    expect(await editsIn(store)).toBe(before + 4);
  });

  it('keeps what people have changed here and says so once, unless --overwrite', async () => {
    await bringIn([ucdpEvent({ id: 1 })]);
    await moderate(1, 'As the team knows it.');
    expect((await bringIn([ucdpEvent({ id: 1 })])).problems).toEqual([]);
    const changed = ucdpEvent({ id: 1, best: 20 });
    const kept = await bringIn([changed]);
    expect([kept.counts.unchanged, kept.kept, kept.problems[0]?.reason]).toEqual([
      1,
      1,
      expect.stringContaining('was changed here, and that was kept'),
    ]);
    expect(await incident(1)).toMatchObject({ summary_en: 'As the team knows it.', killed_best: 9 });
    expect((await bringIn([changed])).problems).toEqual([]);
    expect((await bringIn([changed], { overwrite: true })).counts.changed).toBe(1);
    expect(await incident(1)).toMatchObject({ killed_best: 20, summary_en: expect.stringContaining('Government of Syria') });
    expect((await bringIn([changed], { overwrite: true })).counts.unchanged).toBe(1);
  });

  it('keeps an incident of which somebody else has told here', async () => {
    await bringIn([ucdpEvent({ id: 1 })]);
    await store.sql`insert into account (id, source_id, stance, recorded_at) values ('tip:1', 'sohr', 'report', now())`;
    await store.sql`insert into account_incident select 'tip:1', id from incident where origin = 'ucdp-ged'`;
    await store.sql`update incident set evidence = 'fair' where origin = 'ucdp-ged'`;
    expect((await bringIn([ucdpEvent({ id: 1, best: 20 })])).kept).toBe(1);
    // also over it, the grade that was made of all accounts stands
    await bringIn([ucdpEvent({ id: 1, best: 21 })], { overwrite: true });
    expect(await incident(1)).toMatchObject({ killed_best: 21, evidence: 'fair' });
    expect((await bringIn([ucdpEvent({ id: 1, best: 21 })], { overwrite: true })).counts.unchanged).toBe(1);
  });

  it('retracts with --snapshot what the file no longer names, but not what it names wrongly or people have changed', async () => {
    await bringIn([1, 2, 3, 4].map((id) => ucdpEvent({ id })));
    await moderate(3, 'Ours.');
    const result = await bringIn([ucdpEvent({ id: 1 }), ucdpEvent({ id: 2, best: 'x' })], { snapshot: true });
    expect(result.counts).toEqual({ read: 2, new: 0, changed: 0, unchanged: 1, deleted: 1, rejected: 1 });
    expect(await Promise.all([1, 2, 3, 4].map(async (id) => (await incident(id))?.status))).toEqual([
      'published',
      'published',
      'published',
      'retracted',
    ]);
    expect(result.kept).toBe(1);
    expect((await store.sql`select from incident where origin = 'dalil' and status <> 'published'`).length).toBe(0);
  });

  it('retracts nothing with --snapshot where it cannot be told what the file names', async () => {
    await bringIn([1, 2].map((id) => ucdpEvent({ id })));
    const nameless = await bringIn([ucdpEvent({ id: 1 }), ucdpEvent({ id: '' })], { snapshot: true });
    expect([nameless.counts.deleted, nameless.trouble]).toEqual([0, expect.stringContaining('no id that could be read')]);
    const nothing = await bringIn([ucdpEvent({ id: 1, best: 'x' })], { snapshot: true });
    expect([nothing.counts.deleted, nothing.trouble]).toEqual([0, expect.stringContaining('nothing was retracted')]);
  });

  it('with --dry-run says what would be and writes nothing', async () => {
    await bringIn([ucdpEvent({ id: 1 }), ucdpEvent({ id: 2 })]);
    const [state, edits] = [await stateOf(store), await editsIn(store)];
    const rows = [
      ucdpEvent({ id: 1 }),
      ucdpEvent({ id: 2, best: 30 }),
      ucdpEvent({ id: 3, side_b: 'Nobody Knows' }),
      ucdpEvent({ id: 4, best: '' }),
    ];
    const dry = await bringIn(rows, { dryRun: true, snapshot: true });
    expect(dry.counts).toEqual({ read: 4, new: 1, changed: 1, unchanged: 1, deleted: 0, rejected: 1 });
    expect(dry.newActors.map(({ name }) => name)).toEqual(['Nobody Knows']);
    expect([await stateOf(store), await editsIn(store)]).toEqual([state, edits]);
    expect((await bringIn(rows, { snapshot: true })).counts).toEqual(dry.counts);
  });

  it('takes the first of two rows with one id and refuses the second, unless it says the same', async () => {
    const { counts, problems } = await bringIn([1, 2, 2, 3, 4, 1].map((id, i) => ucdpEvent({ id, best: i === 5 ? 12 : 9 })));
    expect(counts).toMatchObject({ read: 6, new: 4, unchanged: 1, rejected: 1 });
    expect(problems).toEqual([expect.objectContaining({ line: 7, reason: 'has the id of line 2 and says something else' })]);
  });

  it('finds another ref where one is taken', async () => {
    await bringIn([ucdpEvent({ id: 1 })]);
    const ref = (await incident(1))?.ref;
    await store.sql`delete from account_incident where account_id = 'ucdp-ged:1'`;
    await store.sql`update incident set origin = 'tip', origin_id = 'T' where origin = 'ucdp-ged'`;
    await store.sql`delete from account where id = 'ucdp-ged:1'`;
    await bringIn([ucdpEvent({ id: 1 })]);
    expect((await incident(1))?.ref).toMatch(/^BDY-[2-9A-HJKMNP-TV-Z]{6}$/u);
    expect((await incident(1))?.ref).not.toBe(ref);
  });

  it('leaves out one row that the store refuses, and takes its neighbours', async () => {
    await store.sql`alter table incident add constraint no_unlucky check (origin_id <> '13')`;
    const { counts, problems } = await bringIn([11, 12, 13, 14, 15].map((id) => ucdpEvent({ id })));
    expect(counts).toMatchObject({ read: 5, new: 4, rejected: 1 });
    expect(problems).toEqual([expect.objectContaining({ line: 4, reason: expect.stringContaining('the store refuses it') })]);
  });
});
