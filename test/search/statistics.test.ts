import { describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { emptyQuestion, type Question } from '../../src/core/question/question.ts';
import { reachesOf } from '../../src/core/search/reach.ts';
import { matchStatistics, metricsFor } from '../../src/core/search/statistics.ts';
import type { StatisticRow } from '../../src/db/queries/statistics.ts';
import { askedPlace } from './asked.ts';

const gazetteer = gazetteerFromFiles();

const figure = (more: Partial<StatisticRow>): StatisticRow => ({
  id: 'one',
  sourceId: 'sohr',
  documentTitle: null,
  metric: 'killed',
  low: 9,
  high: 9,
  approximate: false,
  period: { from: '2023-03-01', to: '2023-03-31' },
  areaEn: '',
  areaAr: '',
  areaPlaceIds: ['sy-homs'],
  perpetrators: [],
  subjects: [],
  subjectEn: null,
  subjectAr: null,
  breakdown: [],
  noteEn: null,
  noteAr: null,
  accountId: null,
  ...more,
});

const asking = ({ places = [], ...slots }: Partial<Omit<Question, 'places'>> & { places?: string[] }): Question => ({
  ...emptyQuestion(),
  relation: 'in',
  time: { from: '2023-03-01', to: '2023-03-31' },
  ...slots,
  places: places.map((id) => askedPlace(gazetteer, id)),
});

const fits = (question: Question, ...rows: StatisticRow[]) =>
  matchStatistics(gazetteer, question, reachesOf(gazetteer, question), rows).map(({ id, fit }) => [id, fit.period, fit.area]);

const people = (actors: Partial<Question['actors']>) => ({ actors: { perpetrator: [], target: [], any: [], ...actors } });

describe('a published figure', () => {
  it.each<[string, string[], string | null]>([
    ['the same governorate', ['sy-homs'], 'exact'],
    ['a town of it', ['palmyra'], 'wider'],
    ['the country', ['syria'], 'narrower'],
    ['nowhere in particular', [], 'narrower'],
    ['a neighbour with a common border', ['sy-hama'], null],
    ['that and another governorate', ['sy-homs', 'sy-hama'], 'narrower'],
    ['the desert that it has a part of', ['badia'], 'overlaps'],
    ['another country', ['iq-anbar'], null],
  ])('on Homs, asked for %s', (_, places, area) => {
    expect(fits(asking({ places }), figure({}))).toEqual(area === null ? [] : [['one', 'exact', area]]);
  });

  it.each<[string, Question['time'], string]>([
    ['the same month', { from: '2023-03-01', to: '2023-03-31' }, 'exact'],
    ['a day of it', { from: '2023-03-05', to: '2023-03-05' }, 'wider'],
    ['the year', { from: '2023-01-01', to: '2023-12-31' }, 'narrower'],
    ['until the middle of it', { from: null, to: '2023-03-15' }, 'overlaps'],
    ['any time', null, 'narrower'],
  ])('on March, asked for %s', (_, time, period) => {
    expect(fits(asking({ places: ['sy-homs'], time }), figure({}))).toEqual([['one', period, 'exact']]);
  });

  it('stands beside a question about a group below or above its subject, not about another', () => {
    const ofAllies = figure({ subjects: ['government-and-allies'] });
    expect(fits(asking({ places: ['sy-homs'], ...people({ target: ['Liwa al-Quds'] }) }), ofAllies)).toHaveLength(1);
    expect(
      fits(asking({ places: ['sy-homs'], ...people({ target: ['Pro-government forces'] }) }), figure({ subjects: ['saa'] })),
    ).toHaveLength(1);
    expect(fits(asking({ places: ['sy-homs'], ...people({ target: ['SDF'] }) }), ofAllies)).toEqual([]);
    expect(
      fits(asking({ places: ['sy-homs'], ...people({ perpetrator: ['ISIS'] }) }), figure({ perpetrators: ['isis'] })),
    ).toHaveLength(1);
  });

  it('comes the closer, the earlier', () => {
    const [wide, close] = [figure({ id: 'wide', areaPlaceIds: ['syria'] }), figure({ id: 'close' })];
    expect(fits(asking({ places: ['sy-homs'] }), wide, close).map(([id]) => id)).toEqual(['close', 'wide']);
  });

  it('answers the measure that was asked for, and none that is narrowed by what no figure is narrowed by', () => {
    expect(metricsFor(asking({ casualties: { field: 'killed_or_wounded', op: 'sum', value: null } }))).toEqual([
      'killed',
      'wounded',
    ]);
    expect(metricsFor(asking({}))).toContain('attacks');
    expect(metricsFor(asking({ tactics: ['landmine'] }))).toEqual([]);
    expect(metricsFor(asking({ casualties: { field: 'killed', op: '>=', value: 3 } }))).toEqual([]);
  });
});
