import { describe, expect, it } from 'vitest';
import { emptyQuestion, type Question } from '../../src/core/question/question.ts';
import { bucketFor, bucketsIn } from '../../src/core/search/buckets.ts';
import { comparedQuestions } from '../../src/core/search/compare.ts';

describe('a time series', () => {
  it('has no gaps, whole units as keys, and only the asked part of the first and last', () => {
    expect(bucketsIn('week', '2023-04-01', '2023-04-12')).toEqual([
      { key: '2023-03-27', period: { from: '2023-04-01', to: '2023-04-02' } },
      { key: '2023-04-03', period: { from: '2023-04-03', to: '2023-04-09' } },
      { key: '2023-04-10', period: { from: '2023-04-10', to: '2023-04-12' } },
    ]);
    expect(bucketsIn('quarter', '2022-11-05', '2023-05-01').map((b) => b.key)).toEqual([
      '2022-10-01',
      '2023-01-01',
      '2023-04-01',
    ]);
    expect(bucketsIn('month', '2024-01-31', '2024-03-01').map((b) => b.period.to)).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-01',
    ]);
    expect(bucketsIn('year', '2020-01-01', '2020-12-31')).toHaveLength(1);
  });

  it('without a unit goes by what gives a readable number of points', () => {
    const unit = (from: string, to: string) => bucketFor({ from, to });
    expect([unit('2023-04-01', '2023-04-30'), unit('2023-01-01', '2023-03-31'), unit('2020-01-01', '2023-12-31')]).toEqual([
      'day',
      'week',
      'month',
    ]);
    expect(bucketFor({ from: null, to: '2023-12-31' })).toBe('year');
  });
});

describe('a comparison', () => {
  const place = (name: string): Question['places'][number] => ({
    id: name,
    name,
    name_ar: name,
    kind: 'governorate',
    lat: 0,
    lon: 0,
  });
  const base = { ...emptyQuestion(), intent: 'compare' as const };

  it('asks the same question of each value alone', () => {
    const places = {
      ...base,
      places: [place('Homs'), place('Hama')],
      compare: { by: 'place' as const, values: ['Hama', 'Homs'] },
    };
    expect(comparedQuestions(places).map((one) => one.question.places.map((p) => p.name))).toEqual([['Hama'], ['Homs']]);
    const actors = {
      ...base,
      actors: { perpetrator: ['ISIS', 'SDF'], target: [], any: [] },
      compare: { by: 'perpetrator' as const, values: ['ISIS', 'SDF'] },
    };
    expect(comparedQuestions(actors).map((one) => one.question.actors.perpetrator)).toEqual([['ISIS'], ['SDF']]);
    const periods = [
      { from: '2022-01-01', to: '2022-12-31' },
      { from: '2023-01-01', to: '2023-12-31' },
    ];
    const years = { ...base, compare: { by: 'period' as const, values: ['2022', '2023'], periods } };
    expect(comparedQuestions(years).map((one) => one.question.time)).toEqual(periods);
  });
});
