import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import type { FindingOf } from '../../../src/core/question/finding.ts';
import { dates as ar } from '../../../src/core/question/lexicon/ar/dates.ts';
import { dates as en } from '../../../src/core/question/lexicon/en/dates.ts';
import type { Period } from '../../../src/core/question/question.ts';
import { createDateRecogniser } from '../../../src/core/question/recognisers/dates/dates.ts';
import { readText } from '../../../src/core/question/text.ts';

const recognise = createDateRecogniser([en, ar]);
const gazetteer = createGazetteer([], [], []);
const read = (text: string, now = '2024-06-12') => recognise(readText(text), { now, gazetteer });
const times = (text: string, now?: string) => read(text, now).filter((f): f is FindingOf<'time'> => f.kind === 'time');

type Row = { lang: string; now: string; text: string; gold: [string | null, string] | null };
const rows = (file: string): Row[] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** A running period may end on the day of asking or at its own end: both say the same. */
const clip = (period: Period, now: string): Period => ({
  from: period.from,
  to: period.to > now && (period.from ?? now) <= now ? now : period.to,
});

describe.each(['measured.jsonl', 'written.jsonl'])('dates as analysts write them (%s)', (file) => {
  test.each(rows(file))('$lang: $text', ({ text, now, gold }) => {
    const found = times(text, now).map((f) => clip(f.period, now));
    expect(found).toEqual(gold ? [clip({ from: gold[0], to: gold[1] }, now)] : []);
  });
});

describe('what a date finding says besides its days', () => {
  test('it covers the words that bend it', () => {
    const [found] = times('attacks in Homs since 5 March by ISIS');
    const text = readText('attacks in Homs since 5 March by ISIS');
    expect(text.tokens.slice(found?.start, found?.end).map((t) => t.norm)).toEqual(['since', '5', 'march']);
  });

  test('a year that was not said is an assumption, one that was said at either end is none', () => {
    expect(times('in April')[0]?.assumptions).toEqual([{ kind: 'year', said: 'in April', from: '2024-04-01', to: '2024-04-30' }]);
    expect(times('from January to March 2023')[0]?.assumptions).toEqual([]);
  });

  test('a slash date is said to be day-first only where it could be read the other way', () => {
    expect(times('3/4/2023')[0]?.assumptions).toEqual([{ kind: 'day_first', said: '3/4/2023', day: '2023-04-03' }]);
    expect(times('13/4/2023')[0]?.assumptions).toEqual([]);
    expect(times('4/4/2023')[0]?.assumptions).toEqual([]);
  });

  test('dates side by side are kept one by one, within their envelope', () => {
    const [found] = times('attacks in April and June 2023');
    expect(found?.period).toEqual({ from: '2023-04-01', to: '2023-06-30' });
    expect(found?.periods).toEqual([
      { from: '2023-04-01', to: '2023-04-30' },
      { from: '2023-06-01', to: '2023-06-30' },
    ]);
  });

  test('"as of" asks for a past state of the store, not for a period', () => {
    expect(read('attacks in Homs as of 1 May 2024').map((f) => f.kind)).toEqual(['as_of']);
  });

  test('Ramadan and seasons are said to be read by a calendar', () => {
    expect(times('during Ramadan 2023')[0]?.assumptions.map((a) => a.kind)).toEqual(['calendar']);
    expect(times('last winter')[0]?.assumptions.map((a) => a.kind)).toEqual(['season']);
  });

  test('a month that has not begun is last year’s, on every day of the year', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2016-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }),
        fc.constantFrom(...en.months.map((m) => m[0] ?? '')),
        (date, month) => {
          const now = date.toISOString().slice(0, 10);
          const period = times(`attacks in ${month}`, now)[0]?.period;
          expect(period?.from && period.from <= now).toBe(true);
          expect(Date.parse(now) - Date.parse(period?.from ?? '')).toBeLessThan(366 * 86_400_000);
        },
      ),
    );
  });
});

describe('hostile text', () => {
  const words = [
    ...en.cues,
    ...en.to,
    ...en.and,
    ...Object.values(en.before).flat(),
    ...Object.values(ar.before).flat(),
    ...en.months.flat(),
    ...ar.months.flat(),
    ...ar.to,
    'week',
    'last',
    'أسبوع',
    'آخر',
    '2023',
    '5',
    '31',
    '/',
    '-',
    'Q1',
    'early',
    'نهاية',
  ];
  const soup = fc.array(fc.constantFrom(...words), { maxLength: 30 }).map((w) => w.join(' '));

  test('spans lie in the text, days are in order, and no two findings overlap', () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 200 })), (raw) => {
        const text = readText(raw);
        const found = recognise(text, { now: '2024-06-12', gazetteer });
        let end = 0;
        for (const f of found) {
          expect(f.start).toBeGreaterThanOrEqual(end);
          expect(f.end).toBeGreaterThan(f.start);
          expect(f.end).toBeLessThanOrEqual(text.tokens.length);
          if (f.kind === 'time' && f.period.from !== null) expect(f.period.from <= f.period.to).toBe(true);
          end = f.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('a hundred kilobytes of date words are read to the end', () => {
    const found = read('from 1 - January until '.repeat(4500));
    expect(found.length).toBeGreaterThan(0);
  });
});
