import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Range, Tolls } from '../../src/db/schema/columns.ts';
import { MEASURES, type Measure, PARTIES } from '../../src/db/schema/vocabulary.ts';
import { freshStore } from '../support/store.ts';

const { sql } = await freshStore();

const bound = fc.option(fc.integer({ min: -2, max: 400 }), { nil: null });
const range: fc.Arbitrary<Range> = fc.record({ low: bound, best: bound, high: bound }, { requiredKeys: ['low', 'high'] });
const measures = fc.dictionary(fc.constantFrom(...MEASURES), range, { maxKeys: 3 });
const anyTolls: fc.Arbitrary<Tolls> = fc.dictionary(fc.constantFrom(...PARTIES), measures, { maxKeys: 4 });

const rangesOf = (tolls: Tolls, measure: Measure): Range[] =>
  Object.values(tolls).flatMap((of) => {
    const found = of[measure];
    return found ? [found] : [];
  });

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

/** The rule once more, in plain TypeScript. */
const TOTALS: Record<'low' | 'best' | 'high', (ranges: Range[]) => number | null> = {
  low: (ranges) => sum(ranges.map(({ low }) => low ?? 0)),
  best: (ranges) => sum(ranges.map(({ low, best }) => best ?? low ?? 0)),
  high: (ranges) => (ranges.some(({ high }) => high === null) ? null : sum(ranges.map(({ high }) => high ?? 0))),
};
const totalOf = (tolls: Tolls, measure: Measure, which: 'low' | 'best' | 'high') => {
  const ranges = rangesOf(tolls, measure);
  return ranges.length === 0 ? null : TOTALS[which](ranges);
};

const inOrder = (tolls: Tolls) =>
  MEASURES.flatMap((measure) => rangesOf(tolls, measure)).every(({ low, best, high }) => {
    const known = [low, best ?? null, high].filter((value) => value !== null);
    return known.every((value, i) => value >= 0 && value >= (known[i - 1] ?? 0));
  });

describe('tolls in the database', () => {
  it('have the totals that plain arithmetic gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyTolls, fc.constantFrom(...MEASURES), async (tolls, measure) => {
        const [row] = await sql`
          select toll_total(t, ${measure}, 'low') as low, toll_total(t, ${measure}, 'best') as best, toll_total(t, ${measure}, 'high') as high
          from (select ${JSON.stringify(tolls)}::text::jsonb as t) as given`;
        expect(row).toEqual({
          low: totalOf(tolls, measure, 'low'),
          best: totalOf(tolls, measure, 'best'),
          high: totalOf(tolls, measure, 'high'),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('are in order exactly when 0 ≤ low ≤ best ≤ high holds wherever two are known', async () => {
    await fc.assert(
      fc.asyncProperty(anyTolls, async (tolls) => {
        const [row] = await sql`select tolls_in_order(${JSON.stringify(tolls)}::text::jsonb) as ok`;
        expect(row).toEqual({ ok: inOrder(tolls) });
      }),
      { numRuns: 300 },
    );
  });

  it('keep best between low and high of the total', async () => {
    await fc.assert(
      fc.asyncProperty(anyTolls.filter(inOrder), async (tolls) => {
        const [row] = await sql<{ low: number | null; best: number | null; high: number | null }[]>`
          select toll_total(t, 'killed', 'low') as low, toll_total(t, 'killed', 'best') as best, toll_total(t, 'killed', 'high') as high
          from (select ${JSON.stringify(tolls)}::text::jsonb as t) as given`;
        const { low = null, best = null, high = null } = row ?? {};
        expect((low ?? 0) <= (best ?? 0) && (best ?? 0) <= (high ?? Number.POSITIVE_INFINITY)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('make the totals of an incident, whoever writes it', async () => {
    const tolls: Tolls = { government: { killed: { low: 7, best: 7, high: 8 } }, civilians: { killed: { low: 2, high: null } } };
    const [row] = await sql`
      insert into incident (origin, origin_id, ref, event_date_start, event_date_end, date_prec, place_en, country, lat, lon, where_prec, event_type,
        sub_event_type, attribution_certainty, evidence, summary_en, status, recorded_at, changed_at, tolls)
      values ('test', '1', 'BDY-7K3Q9F', '2020-05-17', '2020-05-17', 1, 'Kabajib', 'SY', 35.1, 39.6, 2, 'Battles',
        'Armed clash', 'suspected', 'fair', '-', 'published', now(), now(), ${JSON.stringify(tolls)}::text::jsonb)
      returning killed_low, killed_best, killed_high, wounded_low, wounded_high`;
    expect(row).toEqual({ killed_low: 9, killed_best: 9, killed_high: null, wounded_low: null, wounded_high: null });
  });
});
