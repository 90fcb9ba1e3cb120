import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../src/core/question/question.ts';
import { land } from '../support/land.ts';
import { changeIncidents, load } from '../support/records.ts';
import { freshStore } from '../support/store.ts';
import { anyWideQuestion, edited, largeStore } from './a-large-store.ts';
import { expectSame, searched } from './agreement.ts';
import { expectTalliesInStep } from './expect-tallies.ts';

describe('the monthly tallies', () => {
  it('stay in step with inserts, updates, deletes and folds', async () => {
    const store = await freshStore();
    const before = largeStore(400, 7);
    await load(store.sql, before);
    await expectTalliesInStep(store);
    const { changed } = edited(before, 60, 8);
    await changeIncidents(store.sql, changed);
    await expectTalliesInStep(store);
    await store.sql`update incident set status = 'retracted' where id % 9 = 0`;
    await store.sql`delete from incident i where id % 7 = 0
      and not exists (select from account_incident where incident_id = i.id) and not exists (select from incident_past p where p.id = i.id)`;
    await store.sql`select incident_tally_fold()`;
    await expectTalliesInStep(store);
    const [left] =
      await store.sql`select count(*)::int as n from incident_tally t group by ${store.sql(KEY)} having count(*) > 1`;
    expect(left).toBeUndefined();
  });

  it('are made anew when an actor changes sides', async () => {
    const store = await freshStore();
    await load(store.sql, largeStore(200, 9));
    await store.sql`update actor set party = 'other' where id = (select unnest(targets) from incident where cardinality(targets) > 0 limit 1)`;
    await expectTalliesInStep(store);
  });

  it('give what looking at every record gives, over years, before and after edits', async () => {
    const store = await freshStore();
    const before = largeStore(500, 11);
    const { records: after, changed } = edited(before, 80, 12);
    const questions = fc.sample(anyWideQuestion, { numRuns: 60, seed: 13 });
    await load(store.sql, before);
    for (const question of questions.slice(0, 30)) await expectSame(searched(store, land(), before), requestFor(question));
    await changeIncidents(store.sql, changed);
    for (const question of questions.slice(30)) await expectSame(searched(store, land(), after), requestFor(question));
  });
});

const requestFor = (question: Question) => ({
  question,
  asOf: null,
  now: '2023-04-01',
  offset: 0,
  limit: 7,
});

const KEY = [
  'unit',
  'level',
  'country',
  'admin1',
  'place_id',
  'first_month',
  'last_month',
  'strategic',
  'attributed_to',
  'part',
  'measure',
  'party',
];
