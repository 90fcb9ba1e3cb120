import { describe, expect, it } from 'vitest';
import { readGazetteer } from '../../src/core/gazetteer/read.ts';
import { search } from '../../src/core/search/search.ts';
import { ask } from '../search/asked.ts';
import { person, startOn, textOf } from '../support/core.ts';
import { readmeBlocks, unbroken } from '../support/readme.ts';
import { factsStore } from '../support/store.ts';
import { csvRecords, governorateOf, ucdpText } from '../support/ucdp.ts';
import { fileOf, importer, stateOf } from './importing.ts';

const text = ucdpText();

describe.skipIf(text === null)('UCDP’s 16,566 events of Syria, imported as they were downloaded', () => {
  it('are all taken, add up as a plain reading of the file does, and change nothing the second time', async () => {
    const store = await factsStore();
    const run = importer(store);
    const path = fileOf(text ?? '');
    expect((await run({ format: 'ucdp-ged', path })).counts).toEqual({
      read: 16_566,
      new: 16_566,
      changed: 0,
      unchanged: 0,
      deleted: 0,
      rejected: 0,
    });

    // what the batches added to the tallies is one row a key again
    expect(await store.sql`select 1 from incident_tally where not merged limit 1`).toEqual([]);

    const rows = [...csvRecords(text ?? '')];
    const sum = (of: typeof rows, pick: (row: Record<string, number>) => number) =>
      of.reduce((total, { low, best, high }) => total + pick({ low: Number(low), best: Number(best), high: Number(high) }), 0);
    const killedIn = (of: typeof rows) => ({
      low: sum(of, ({ low = 0, best = 0 }) => Math.min(low, best)),
      best: sum(of, ({ best = 0 }) => best),
      high: sum(of, ({ high = 0, best = 0 }) => Math.max(high, best)),
      unknown: 0,
    });
    const gazetteer = await readGazetteer(store);
    for (const [id, name, year] of [
      ['sy-homs', 'Homs', 2016],
      ['sy-deir-ez-zor', 'Deir ez-Zor', 2017],
      ['sy-suwayda', 'As-Suwayda', 2018],
    ] as const) {
      const time = { from: `${year}-01-01`, to: `${year}-12-31` };
      const { totals } = await search(store, gazetteer, { ...ask(gazetteer, { places: [id], relation: 'in', time }) });
      const right = rows.filter(
        (row) =>
          governorateOf(row.adm_1 ?? '') === name && (row.date_start ?? '') >= time.from && (row.date_end ?? '') <= time.to,
      );
      expect([totals.incidents, totals.measures.killed]).toEqual([right.length, killedIn(right)]);
    }

    // the README's words on this very file
    const shown = readmeBlocks().find((block) => block.includes('import ucdp-ged')) ?? '';
    const [, question = '', answer = ''] = /dalil -- ask "([^"]+)"\n(.+)$/su.exec(shown) ?? [];
    const said = unbroken(textOf(await person(await startOn(store)).says(question)));
    const promised = answer.split('\n').filter((line) => line !== '' && line !== '…');
    expect(promised.length).toBeGreaterThan(2);
    expect(promised.filter((line) => !said.includes(unbroken(line)))).toEqual([]);

    const state = await stateOf(store);
    expect((await run({ format: 'ucdp-ged', path, snapshot: true })).counts).toMatchObject({
      new: 0,
      changed: 0,
      unchanged: 16_566,
      deleted: 0,
      rejected: 0,
    });
    expect(await stateOf(store)).toEqual(state);
  }, 240_000);
});
