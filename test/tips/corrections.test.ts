import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import type { Draft } from '../../src/core/tips/draft.ts';
import { correctionOf, draftOf } from '../../src/core/tips/drafting.ts';
import { createReportReader } from '../../src/core/tips/report-reader.ts';

const gazetteer = gazetteerFromFiles();
const reports = createReportReader(createQuestionReader(gazetteer), gazetteer);
const core = {
  reports,
  gazetteer,
  reportBug: (error: unknown) => {
    throw error;
  },
};
/** A Tuesday. */
const TODAY = '2023-05-02';

const said = (...texts: string[]): Draft =>
  draftOf(
    texts.map((text) => ({ content: { kind: 'words' as const, text, today: TODAY, answers: null } })),
    {},
    core,
  );

/** Each field as one word. */
const told = ({ day, place, tactics, attackers, targets, tolls }: Draft) => ({
  day: day && (day.from === day.to ? day.from : `${day.from}…${day.to}`),
  place: place?.name ?? null,
  tactic: tactics.join(),
  by: attackers.join(),
  on: targets.join(),
  tolls: Object.entries(tolls)
    .flatMap(([party, of]) => Object.entries(of).map(([measure, { low }]) => `${party} ${measure} ${low}`))
    .join(),
});
type Told = ReturnType<typeof told>;

const ENGLISH = 'daesh ambush army near sukhna today, 3 soldiers killed';
const ARABIC = 'كمين لداعش ع الجيش قرب السخنة اليوم قتل 3 عساكر';
const FIRST: Told = {
  day: TODAY,
  place: 'As-Sukhnah',
  tactic: 'ambush',
  by: 'ISIS',
  on: 'SAA',
  tolls: 'government killed 3',
};

describe.each([ENGLISH, ARABIC])('after %s', (first) => {
  test('that is what is understood', () => expect(told(said(first))).toEqual(FIRST));

  test.each<[string, Partial<Told>]>([
    ['no, yesterday', { day: '2023-05-01' }],
    ['not today, yesterday', { day: '2023-05-01' }],
    ['it was yesterday not today', { day: '2023-05-01' }],
    ['yesterday', { day: '2023-05-01' }],
    ['not today', { day: null }],
    ['مبارح بالليل', { day: '2023-05-01…2023-05-02' }],
    ['مو اليوم، مبارح بالليل', { day: '2023-05-01…2023-05-02' }],
    ['مو اليوم مبارح', { day: '2023-05-01' }],
    ['لا مبارح', { day: '2023-05-01' }],
    ['not near sukhna, near palmyra', { place: 'Palmyra' }],
    ['not sukhna palmyra', { place: 'Palmyra' }],
    ['sorry near palmyra', { place: 'Palmyra' }],
    ['مو السخنة تدمر', { place: 'Palmyra' }],
    ['قصدي تدمر', { place: 'Palmyra' }],
    ['المكان غلط، كان بالرصافة', { place: 'Resafa' }],
    ['5 dead not 3', { tolls: 'government killed 5' }],
    ['not 3 but 5', { tolls: 'government killed 5' }],
    ['i mean five', { tolls: 'government killed 5' }],
    ['قصدي 5 مو 3', { tolls: 'government killed 5' }],
    ['خمسة مو تلاتة', { tolls: 'government killed 5' }],
    ['٢ قتلى مو ٣', { tolls: 'government killed 2' }],
    ['hurt not killed', { tolls: 'government wounded 3' }],
    ['جرحى مو قتلى', { tolls: 'government wounded 3' }],
    ['civilians not soldiers', { on: 'civilians', tolls: 'civilians killed 3' }],
    ['مدنيين مو عساكر', { on: 'civilians', tolls: 'civilians killed 3' }],
    ['not ambush, mine', { tactic: 'landmine' }],
    ['مو كمين، لغم', { tactic: 'landmine' }],
    ['not isis, sdf', { by: 'SDF' }],
    ['مو داعش، قسد', { by: 'SDF' }],
    ['it was not ISIS', { by: '' }],
  ])('"%s" corrects it, and leaves the rest as it was', (words, changed) => {
    expect(told(said(first, words))).toEqual({ ...FIRST, ...changed });
  });

  test.each([
    'not sure who',
    'no help came',
    'not far from the road',
    'no one came to help',
    'no',
    'مو متأكد',
    'مو بعيد عن الطريق',
    'لا',
    'ما حدا ساعدنا',
  ])('"%s" takes nothing back', (words) => {
    expect(correctionOf({ text: words, today: TODAY }, core)).toBeNull();
    expect(told(said(first, words))).toEqual(FIRST);
  });

  test('what is one more takes no other place', () => {
    expect(told(said(first, 'and 2 civilians wounded')).tolls).toBe('government killed 3,civilians wounded 2');
    expect(told(said(first, 'also near palmyra')).place).toBe('As-Sukhnah');
    expect(told(said(first, 'كمان قرب تدمر')).place).toBe('As-Sukhnah');
  });

  test('the last correction wins', () => {
    expect(told(said(first, 'no, yesterday', 'sorry, on sunday')).day).toBe('2023-04-30');
  });
});

test('whose people they were is corrected by what they are', () => {
  expect(told(said('اخدو مدني قرب تدمر اليوم', 'مو مدني، شرطي')).tolls).toBe('government captured 1');
});

test.each([
  ['explosion near Palmyra.. no sorry near T3. 4 soldiers wounded', 'T3 pumping station'],
  ['انفجار ببعقوبة.. لا عفوا بالرصافة ، 3 شهداء', 'Resafa'],
])('what is taken back in one breath is read as it was meant: %s', (text, place) => {
  const draft = told(said(text));
  expect(draft.place).toBe(place);
  expect(draft.tolls).not.toBe('');
});
