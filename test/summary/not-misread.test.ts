import { beforeAll, describe, expect, test } from 'vitest';
import type { Core } from '../../src/core/core.ts';
import { emptyQuestion } from '../../src/core/question/question.ts';
import { createTranslator } from '../../src/core/reply/translator.ts';
import { chartOf } from '../../src/core/summary/charts/chart-of.ts';
import { createVoice } from '../../src/core/summary/voice.ts';
import { csvOf, fileOf, importer, ucdpEvent } from '../imports/importing.ts';
import { coreOfShippedFacts, person, startOn, textOf } from '../support/core.ts';
import { factsStore } from '../support/store.ts';
import { factsDesk } from './facts-desk.ts';

/** Figures that are right by the rule and would be read wrongly if nothing were said beside them. */

type Ask = (text: string) => Promise<string>;

/** Each question by somebody else: nothing is a follow-up. */
const asker = (core: Core, today: string): Ask => {
  let people = 0;
  return async (text) => textOf(await person(core, { name: `asker${++people}`, today }).says(text));
};

/** UCDP's events of 2017: a fight, killings of civilians, a year's dead in one row. */
const events = [
  ucdpEvent({ id: 1, deaths_a: 3, deaths_b: 30, deaths_civilians: 1, deaths_unknown: 0, low: 34, best: 34, high: 34 }),
  ucdpEvent({
    ...{ id: 2, type_of_violence: 3, dyad_name: 'IS - Civilians', side_a: 'IS', side_b: 'Civilians' },
    ...{ deaths_a: 0, deaths_b: 0, deaths_civilians: 4, deaths_unknown: 0, low: 4, best: 4, high: 4 },
    ...{ date_start: '2017-05-10', date_end: '2017-05-10' },
  }),
  ucdpEvent({
    ...{ id: 3, event_clarity: 2, date_prec: 5, date_start: '2017-01-01', date_end: '2017-12-31' },
    ...{ deaths_a: 900, deaths_b: 0, deaths_civilians: 0, deaths_unknown: 0, low: 900, best: 900, high: 900 },
  }),
];

let shipped: Ask;
let ucdp: Ask;
beforeAll(async () => {
  shipped = asker(await coreOfShippedFacts(), '2023-05-02');
  const store = await factsStore();
  const { problems } = await importer(store)({ format: 'ucdp-ged', path: fileOf(csvOf(events)) });
  expect(problems).toEqual([]);
  ucdp = asker(await startOn(store), '2023-05-02');
});

describe('attacks laid to somebody', () => {
  test('say where records name both sides of a fight, and whose dead are among them', async () => {
    const text = await ucdp('attacks by ISIS in 2017');
    expect(text).toContain('In these, ISIS’s own side lost 30 killed');
    expect(text).toContain('Between the SAA and ISIS, who attacked is not told');
    expect(text).not.toContain('the SAA and ISIS (no claim known) against the SAA and ISIS');
  });

  test('say that “killed by” leaves out the own dead and cannot tell who killed whom in a fight', async () => {
    const text = await ucdp('how many people were killed by ISIS in March 2017');
    expect(text).toContain('4 killed in 1 incident by ISIS');
    expect(text).toContain('In these, ISIS’s own side lost 30 killed');
    expect(text).toContain('does not tell who killed whom');
  });

  test('say it of the dead of others too, and where attackers are compared', async () => {
    const own = 'ISIS’s own side lost 30 killed';
    expect(await ucdp('how many civilians were killed by ISIS in 2017')).toContain(own);
    expect(await ucdp('did ISIS or the SAA kill more civilians in 2017')).toContain('ISIS and the SAA’s own side lost 33 killed');
  });

  test('say nothing of it where nobody of that side died', async () => {
    expect(await shipped('attacks by ISIS in April 2023')).not.toContain('own side lost');
  });

  test('say it in Arabic too', async () => {
    const text = await ucdp('هجمات داعش في 2017');
    expect(text).toContain('خسائر تنظيم الدولة الإسلامية في هذه: 30 قتيلًا');
    expect(text).toContain('ولا يُعرف المهاجم');
  });
});

describe('a number of people', () => {
  test('is the sum of what its incidents show', async () => {
    const text = await ucdp('how many people were killed by ISIS in 2017');
    expect(text).toMatch(/^908 killed/u);
    const shown = text.split('\n').filter((line) => line.startsWith('   ') && line.includes(' killed ('));
    const counted = shown.map((line) => Number(/counted here: (\d+)/u.exec(line)?.[1] ?? /(\d+) killed/u.exec(line)?.[1]));
    expect(counted).toEqual([900, 4, 4]);
  });

  test('says that those killed in attacks on others are in it', async () => {
    const text = await ucdp('how many civilians were killed in 2017');
    expect(text).toMatch(/^5 killed.* in 2 incidents against civilians or with losses among them in 2017\./u);
    expect(await ucdp('كم مدني قتل في 2017')).toContain('ضد مدنيين أو فيها خسائر من هذه الجهة');
  });

  test('has rows of its own or says that they are everybody’s', async () => {
    expect(await ucdp('civilians killed by governorate in 2017')).toContain('killed, all sides');
    expect(await ucdp('attacks by governorate in 2017')).not.toContain('all sides');
  });

  test('is what values are compared by', async () => {
    const text = await ucdp('compare people killed by ISIS in March 2017 and May 2017');
    expect(text).toMatch(/^March 2017 and May 2017: 4 killed each\./u);
  });
});

describe('a ranking', () => {
  test('of who killed most of a group says that it leaves out those killed in attacks on others', async () => {
    expect(await ucdp('who killed most civilians in 2017')).toContain('Those killed in attacks on others are not in it');
  });

  test('of attacks never takes a year’s dead for one attack', async () => {
    const text = await ucdp('deadliest attack in 2017');
    expect(text.split('\n')[0]).toContain('900 killed, for several incidents that its source counted as one');
    expect(text).toContain('The deadliest that stands for itself: 4 March 2017, Palmyra');
  });

  test('of quiet months leaves out those that have not come', async () => {
    const [head] = (await shipped('quietest month of 2023')).split('\n');
    expect(head).toBe(
      'Fewest of 4 incidents in 2023: January 2023, February 2023, March 2023 and May 2023 (so far), with 0 each.',
    );
  });

  test('of quiet months leaves out those after the last record', async () => {
    const later = asker(await coreOfShippedFacts(), '2024-12-31');
    const text = await later('quietest month of 2024');
    expect(text.split('\n')[0]).toMatch(/: January 2024, February 2024 and March 2024, with 0 each/u);
  });
});

describe('a ranking of groups by their dead', () => {
  test('shows the very figures that it goes by, and says what is in no row', async () => {
    const text = await asker(await coreOfShippedFacts(), '2024-05-10')('which group lost the most people since 2019');
    expect(text).toMatch(
      /^Most killed and wounded in \d+ incidents .*: Liwa al-Quds, with 55\.\n\n(?:One|\d) more names? several/u,
    );
    expect(text).toMatch(/Target +incidents +killed\n(?:.*\n)*?Liwa al-Quds +6 +55/u);
    expect(text).toMatch(/(?:One|\d) more names? several and (?:is|are) in no row\./u);
  });
});

describe('the store as it stood', () => {
  test('before it held anything says that, and no more', async () => {
    const text = await shipped('attacks near Palmyra since 2019 as of 1 January 2020');
    expect(text).toContain('On 1 January 2020 the store held nothing yet.');
    expect(text).not.toContain('whatever is asked');
  });
});

describe('the fewest', () => {
  test('are no finding where there is no record', async () => {
    expect(await shipped('quietest month of 2023')).toContain('0 means that nothing is on record');
  });
});

describe('whose losses', () => {
  test('are left out of a figure is said by their side', async () => {
    const text = await ucdp('how many people were killed by the SAA in 2017');
    expect(text).toContain('all losses of the attackers’ side are left out (government side)');
  });
});

describe('a series', () => {
  test('ends with the day of the question', async () => {
    const text = await shipped('attacks by month in 2023');
    expect(text).not.toContain('June 2023');
    expect(text).toContain('None in 4 of 5');
  });

  test('does not count what lies after the last record as empty', async () => {
    const later = asker(await coreOfShippedFacts(), '2024-12-31');
    const text = await later('attacks by month in 2024');
    expect(text).toMatch(/May 2024 +– +–/u);
    expect(text).toMatch(/None in \d of 4/u);
  });
});

describe('a breakdown by units', () => {
  test('says why “in” a governorate may count more than its line', async () => {
    const text = await shipped('attacks by governorate since 2019');
    expect(text).toMatch(/Deir ez-Zor +4 /u);
    expect(text).toContain('4 of these 16 name no governorate: a question about one may still count them, by where they lie.');
    expect(await shipped('which governorate had the most attacks since 2019')).toContain('4 of these 16 name no governorate');
    expect(await shipped('attacks in Deir ez-Zor since 2019')).toMatch(/^5 attacks/u);
  });
});

describe('nothing found', () => {
  test('says where the store holds nothing at all from the period, also between its records', async () => {
    const all = 'The store holds nothing at all from this period, whatever is asked';
    expect(await shipped('attacks near Palmyra in June 2021')).toContain(all);
    expect(await shipped('attacks near Palmyra in April 2020')).not.toContain(all);
    expect(await shipped('هجمات قرب تدمر في حزيران 2021')).toContain('لا شيء في السجل عن هذه المدة');
  });
});

describe('an average', () => {
  test('over units of time is given, with how many units it is over', async () => {
    const text = await shipped('average number of people killed per month in 2023');
    expect(text).toContain('On average 3 killed a month, over 5 months.');
    expect(await shipped('متوسط عدد القتلى شهريًا في 2023')).toContain('المتوسط في الشهر: 3');
  });
});

describe('an average over incidents', () => {
  test('names the heaviest that stand for several, on whatever page they are', async () => {
    const store = await factsStore();
    const many = Array.from({ length: 12 }, (_, i) => ucdpEvent({ id: i + 1 }));
    const lump = {
      event_clarity: 2,
      deaths_a: 900,
      low: 906,
      best: 906,
      high: 906,
      date_start: '2017-12-01',
      date_end: '2017-12-01',
    };
    await importer(store)({ format: 'ucdp-ged', path: fileOf(csvOf([...many, ucdpEvent({ id: 13, ...lump })])) });
    const ask = asker(await startOn(store), '2023-05-02');
    expect(await ask('average number of people killed in 2017')).toMatch(
      /Among the heaviest, BDY-\w{6} stands for several incidents: the average is of records, not of attacks\./u,
    );
    expect(await shipped('average number of people killed in 2023')).not.toContain('Among the heaviest');
  });
});

describe('a toll that only the attackers give', () => {
  test('is said to be their claim', async () => {
    const text = await shipped('how many people were killed in the Badia in April 2019');
    expect(text).toContain('The tolls of BDY-2QTATX and BDY-X27E82 are the attackers’ own claims alone.');
    expect(await shipped('attacks near Sukhnah in April 2023')).not.toContain('own claim');
  });
});

describe('a chart', () => {
  test('draws no nought after the last record', async () => {
    const later = person(await coreOfShippedFacts(), { name: 'later', today: '2024-12-31' });
    await later.says('attacks by month in 2024');
    expect(textOf(await later.says('/chart'))).toContain('May 2024: not known');
  });

  test('says in the picture that its periods are not of one length', async () => {
    const desk = await factsDesk();
    const years = ['2022', '2023'].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` }));
    const compare = { by: 'period' as const, values: ['2022', '2023'], periods: years };
    const question = { intent: 'compare' as const, time: { from: '2022-01-01', to: '2023-12-31' }, compare };
    const { answer } = await desk.ask({ question });
    if (answer.total === null) throw new Error('nothing was searched');
    const voice = createVoice(createTranslator('en'), desk.gazetteer);
    const saying = { voice, radiusKm: null, gazetteer: desk.gazetteer };
    const detail = { incidents: 'line', page: 10, possible: 3, statistics: 2, elsewhere: 0, rows: 12 } as const;
    const spec = chartOf({ answer, question: { ...emptyQuestion(), ...question }, voice, saying, detail });
    expect(spec?.footer).toContain('The periods are not of one length: 2022 has 365 days and 2023 so far 122.');
  });
});

describe('a comparison of periods', () => {
  test('of different length says so and gives no ratio', async () => {
    const text = await shipped('compare 2022 and 2023');
    const [head] = text.split('\n');
    expect(head).not.toContain('times as many');
    expect(text).toContain('The periods are not of one length: 2022 has 365 days and 2023 so far 122.');
    expect(await shipped('قارن بين 2022 و2023')).toContain('المدتان ليستا بطول واحد');
  });

  test('of months takes them for equal', async () => {
    expect(await shipped('compare attacks in February 2023 and April 2023')).not.toContain('not of one length');
  });
});

describe('what the page does not show', () => {
  test('is not vouched for: lumped records are told of the incidents that were looked at', async () => {
    const store = await factsStore();
    const many = Array.from({ length: 12 }, (_, i) => ucdpEvent({ id: i + 1, event_clarity: i === 0 ? 2 : 1 }));
    await importer(store)({ format: 'ucdp-ged', path: fileOf(csvOf(many)) });
    const ask = asker(await startOn(store), '2023-05-02');
    expect(await ask('attacks in 2017')).toContain('Only 10 of the 12 were looked at for this.');
  });
});
