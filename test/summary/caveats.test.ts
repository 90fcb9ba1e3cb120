import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createGazetteer, type SourceName } from '../../src/core/gazetteer/gazetteer.ts';
import { emptyQuestion } from '../../src/core/question/question.ts';
import { createTranslator } from '../../src/core/reply/translator.ts';
import type { Found, Totals } from '../../src/core/search/found.ts';
import type { Caveat, Surroundings } from '../../src/core/summary/answer.ts';
import { caveatBlocks } from '../../src/core/summary/caveat-lines.ts';
import { answerFound } from '../../src/core/summary/make-answer.ts';
import { createVoice } from '../../src/core/summary/voice.ts';
import { gazetteer } from './found-land.ts';
import { account } from './found-records.ts';
import { found } from './found-values.ts';

const [wild] = fc.sample(found, { numRuns: 1, seed: 1 });
if (!wild) throw new Error('no sample');

const none = { low: 0, best: 0, high: 0, unknown: 0 };
const totals = (change: Partial<Totals>): Totals => ({
  ...wild.totals,
  incidents: 0,
  possible: 0,
  measures: { killed: none, wounded: none, captured: none, missing: none },
  vagueDate: 0,
  vaguePlace: 0,
  ...change,
});
interface Case {
  time?: { from: string | null; to: string } | null;
  now?: string;
  totals?: Partial<Totals>;
  dataEnds?: string | null;
  around?: Partial<Surroundings>;
}
/** Nothing found, nothing special: each test adds the one thing that it is about. */
function caveats({ time = null, now = '2023-05-02', totals: change = {}, dataEnds = '2024-04-20', around = {} }: Case): Caveat[] {
  const bare: Found = {
    request: { question: { ...emptyQuestion(), time }, now, asOf: null, offset: 0, limit: 10 },
    radiusKm: null,
    totals: totals(change),
    jointTolls: [],
    incidents: [],
    possible: [],
    accounts: {},
    rows: [],
    compared: [],
    statistics: [],
    sourceIds: [],
    storeVersion: 1,
    dataEnds,
  };
  return answerFound(bare, gazetteer, {
    before: null,
    wider: null,
    any_time: null,
    empty_period: false,
    heaviest_lumped: [],
    ...around,
  }).caveats;
}
const lines = (all: Caveat[]) =>
  caveatBlocks(all, createVoice(createTranslator('en'), gazetteer)).map((block) =>
    block.kind === 'note' ? block.content.join('') : '',
  );

describe('a caveat', () => {
  test('is not made where nothing calls for one', () => {
    expect(caveats({ time: { from: '2023-04-01', to: '2023-04-30' }, totals: { incidents: 5, vaguePlace: 1 } })).toEqual([]);
  });

  test('says that the period still runs', () => {
    const [one, ...others] = caveats({ time: { from: '2023-05-01', to: '2023-05-31' } });
    expect(one).toEqual({ kind: 'running', until: '2023-05-02' });
    expect(others).toEqual([]);
    expect(lines([{ kind: 'running', until: '2023-05-02' }])).toEqual(['The period is still running: figures up to 2 May 2023.']);
  });

  test('takes “this year” for a running period and “since March” for a whole one', () => {
    expect(caveats({ time: { from: '2023-01-01', to: '2023-05-02' } })).toHaveLength(1);
    expect(caveats({ time: { from: '2023-03-01', to: '2023-05-02' } })).toEqual([]);
    expect(caveats({ time: { from: '2023-05-02', to: '2023-05-02' } })).toEqual([]);
  });

  test('says that the data ends before the period does, or before it begins', () => {
    const ends = { now: '2024-06-12', dataEnds: '2024-04-20' };
    const within = caveats({ ...ends, time: { from: '2024-01-01', to: '2024-06-12' } });
    const after = caveats({ ...ends, time: { from: '2024-06-11', to: '2024-06-11' } });
    expect(lines(within)).toEqual(['The store’s records end on 20 April 2024, before the period does.']);
    expect(lines(after)).toEqual(['The store’s records end on 20 April 2024, before the period begins.']);
  });

  test('says that most records are vague, once there are enough of them', () => {
    expect(lines(caveats({ totals: { incidents: 4, vaguePlace: 3 } }))).toEqual(['Of these 4, 3 have no exact place.']);
    expect(lines(caveats({ totals: { incidents: 4, vagueDate: 3 } }))).toEqual(['Of these 4, 3 have no exact day.']);
    expect(lines(caveats({ totals: { incidents: 9, vaguePlace: 6, vagueDate: 2 } }))).toEqual([
      'Of these 9, 6 have no exact place and 2 no exact day.',
    ]);
    expect(caveats({ totals: { incidents: 2, vaguePlace: 2 } })).toEqual([]);
    expect(caveats({ totals: { incidents: 4, vaguePlace: 2, vagueDate: 2 } })).toEqual([]);
  });

  test('takes several tellings of field contacts for neither one source nor several', () => {
    const contact: SourceName = {
      ...(gazetteer.sources.get('sohr') as SourceName),
      id: 'contact',
      name: 'Field contact',
      kind: 'field contact',
    };
    const land = createGazetteer(
      [...gazetteer.places.values()],
      [...gazetteer.actors.values()],
      [contact, ...gazetteer.sources.values()],
    );
    const [one] = wild.incidents;
    const [telling] = fc.sample(account, { numRuns: 1, seed: 1 });
    if (!one || !telling) throw new Error('no sample');
    const told = (ids: readonly string[]) => {
      const accounts = { [one.ref]: ids.map((sourceId) => ({ ...telling, sourceId, stance: 'report' as const })) };
      const request = { ...wild.request, question: emptyQuestion() };
      const of = {
        ...wild,
        request,
        incidents: [{ ...one, eventClarity: 1 }],
        accounts,
        totals: totals({ incidents: 1 }),
        dataEnds: null,
      };
      return answerFound(of, land).caveats.map(({ kind }) => kind);
    };
    expect(told(['contact', 'contact'])).toEqual(['contacts_alone']);
    expect(told(['sohr'])).toEqual(['single_source']);
    expect(told(['sohr', 'contact'])).toEqual([]);
  });

  test('says that the circle cuts a cluster', () => {
    const wider = { km: 50, incidents: 9, possible: 0 };
    expect(lines(caveats({ totals: { incidents: 3 }, around: { wider } }))).toEqual([
      'The circle cuts through a cluster: 9 within 50 km.',
    ]);
    expect(caveats({ totals: { incidents: 5 }, around: { wider } })).toEqual([]);
    expect(caveats({ totals: { incidents: 0 }, around: { wider } })).toEqual([]);
  });
});

test('answers carry the figures that they were given, whatever those are', () => {
  fc.assert(
    fc.property(found, (of) => {
      const answer = answerFound(of, gazetteer);
      expect(answer.total.incidents).toBe(of.totals.incidents);
      expect(answer.total.possible).toBe(of.totals.possible);
      const begun = of.rows.filter(({ incidents, period }) => incidents > 0 || (period?.from ?? '') <= of.request.now);
      expect(answer.rows.map((row) => row.incidents)).toEqual(begun.map((row) => row.incidents));
      expect(answer.compared.map((one) => one.total.incidents)).toEqual(of.compared.map((one) => one.totals.incidents));
      for (const measure of ['killed', 'wounded', 'captured', 'missing'] as const) {
        const { low, best, high, unknown } = of.totals.measures[measure];
        const known = unknown < of.totals.incidents || of.totals.incidents === 0;
        expect(answer.total[measure]).toEqual(
          known ? { low, best, high, unknown } : { low: null, best: null, high: null, unknown },
        );
      }
    }),
    { numRuns: 100 },
  );
});
