import { beforeAll, describe, expect, test } from 'vitest';
import type { Action, Reply } from '../../src/core/reply/reply.ts';
import { type Asking, factsDesk } from './facts-desk.ts';

let desk: Awaited<ReturnType<typeof factsDesk>>;
beforeAll(async () => {
  desk = await factsDesk();
});

const now = '2024-06-12';
const headline = async (asked: Asking) => (await desk.ask({ now, ...asked })).text.split('\n')[0];
const actionsOf = (reply: Reply): Action[] => reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
const attacks = { subject: 'attacks' } as const;

describe('a list', () => {
  test('shows ten and says where they stand; the rest is one press away', async () => {
    const { text, reply, answer } = await desk.ask({ question: { intent: 'list' }, now, answerId: 'a1' });
    expect(text.split('\n')[0]).toBe(
      '21 incidents in the store: 115 killed (at least 114), at least 15 wounded and at least 6 captured; killed not known for 10.',
    );
    const more = actionsOf(reply).find(({ command }) => command === 'more');
    const listed = reply.blocks.find((block) => block.kind === 'list');
    const shown = listed?.kind === 'list' ? listed.items.length : 0;
    expect(text).toContain(`1 to ${shown} of 21.`);
    const args = { answer: 'a1', offset: String(shown), after: answer.incidents[shown - 1]?.ref };
    expect(more).toEqual({ label: `More (${21 - shown})`, command: 'more', args });
    expect(answer.incidents).toHaveLength(10);
  });

  test('numbers its incidents through all pages', async () => {
    const { text } = await desk.ask({ question: { intent: 'list' }, now, offset: 10 });
    expect(text).toContain('\n11. ');
  });

  test('lists each incident that its total counts', async () => {
    const refs: string[] = [];
    for (const offset of [0, 10, 20]) {
      const { answer } = await desk.ask({ question: { intent: 'list' }, now, offset });
      refs.push(...answer.incidents.map(({ ref }) => ref));
    }
    expect(new Set(refs).size).toBe(21);
  });
});

describe('the latest', () => {
  test('is named with its day, place and toll', async () => {
    const question = { intent: 'latest', order: 'date_desc', limit: 1, places: ['sy-homs'], relation: 'in', ...attacks } as const;
    const { text, reply } = await desk.ask({ question: { ...question, places: ['sy-homs'] }, now, answerId: 'a1' });
    expect(text.split('\n')[0]).toBe(
      '4 attacks in Homs governorate; the latest: 8 April 2023, Sukhnah desert (Badia al-Sukhnah), Homs: 6 killed.',
    );
    expect(actionsOf(reply).map(({ command }) => command)).not.toContain('more');
  });

  test('may be the first on record', async () => {
    const question = { intent: 'latest', order: 'date_asc', limit: 1, ...attacks } as const;
    expect(await headline({ question })).toMatch(/^17 attacks in the store; the first on record: /u);
  });
});

describe('a ranking', () => {
  test('of groups names all that share the first place', async () => {
    const question = { intent: 'top', group_by: 'governorate', order: 'count_desc', ...attacks } as const;
    expect(await headline({ question })).toBe('Most of 17 attacks in the store: Deir ez-Zor and Homs, with 4 each.');
    expect(await headline({ question, language: 'ar' })).toBe('17 هجومًا في السجل؛ الأكثر: دير الزور وحمص (4 لكل منها).');
  });

  test('of months goes by those without any where the quietest is asked for', async () => {
    const time = { from: '2023-03-01', to: '2023-05-31' };
    const question = { intent: 'top', group_by: 'month', order: 'count_asc', limit: 1, time, ...attacks } as const;
    expect(await headline({ question })).toBe(
      'Fewest of 4 attacks from March to May 2023: March 2023 and May 2023, with 0 each.',
    );
  });

  test('of incidents names the deadliest and says who shares the place', async () => {
    const question = { intent: 'top', order: 'killed_desc', limit: 1, ...attacks } as const;
    expect(await headline({ question })).toMatch(
      /^17 attacks in the store; the deadliest: in the week of 13–20 April 2024, day not known, .*: 22 killed\.$/u,
    );
    const both = { ...question, actors: { perpetrator: [], target: ['Liwa al-Quds'], any: [] } };
    const { answer } = await desk.ask({ question: both, now });
    expect(answer.incidents.map(({ killed }) => killed.best)).toEqual([22]);
  });
});

describe('a series', () => {
  test('has a row for each month, marks the running one and adds up to the total', async () => {
    const question = { intent: 'trend', group_by: 'month', time: { from: '2023-01-01', to: '2023-05-02' }, ...attacks } as const;
    const { text, answer } = await desk.ask({ question, now: '2023-05-02' });
    expect(text).toContain('▁▁▁█▁');
    expect(text).toMatch(/May 2023 \(so far\) +0 +0/u);
    expect(answer.rows.map(({ incidents }) => incidents)).toEqual([0, 0, 0, 4, 0]);
    expect(answer.rows.reduce((sum, { killed }) => sum + (killed.best ?? 0), 0)).toBe(answer.total?.killed.best);
  });

  test('of a long time fits a phone and says what it leaves out', async () => {
    const question = { intent: 'trend', group_by: 'month', time: { from: '2019-01-01', to: '2024-05-31' }, ...attacks } as const;
    const { text, answer } = await desk.ask({ question, now });
    // 65 months, and one row for what lies in two
    expect(answer.rows).toHaveLength(66);
    expect(text.length).toBeLessThanOrEqual(1500);
    expect(text).toMatch(/\d+ rows are left out, as nothing was recorded in them\./u);
    // all that count are in the table
    const listed = [...text.matchAll(/^(?:\w+ \d{4}|not known)(?: \(so far\))? +(\d+) /gmu)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
    expect(listed).toBe(answer.total?.incidents);
  });
});

describe('a comparison', () => {
  const question = {
    intent: 'compare' as const,
    places: ['sy-homs', 'sy-deir-ez-zor'],
    relation: 'in' as const,
    compare: { by: 'place' as const, values: ['Homs', 'Deir ez-Zor'] },
    ...attacks,
  };

  test('says the difference and the ratio', async () => {
    expect(await headline({ question })).toBe('Deir ez-Zor: 5; Homs: 4. That is 1 more for Deir ez-Zor, 1.3 times as many.');
    expect(await headline({ question, language: 'ar' })).toBe('دير الزور: 5؛ حمص: 4. الفارق 1، والنسبة 1.3 إلى 1.');
  });

  test('gives each value totals of its own', async () => {
    const { text } = await desk.ask({ question, now });
    expect(text).toMatch(/Homs +4 +35 /u);
  });
});

describe('a measure', () => {
  test('of a side comes first and says whose it is', async () => {
    const question = {
      intent: 'count' as const,
      casualties: { field: 'killed' as const, op: 'sum' as const, value: null },
      actors: { perpetrator: [], target: ['SAA'], any: [] },
      ...attacks,
    };
    const { text } = await desk.ask({ question, now });
    expect(text.split('\n')[0]).toBe('47 to 48 killed and at least 13 wounded in 4 attacks against the SAA.');
    expect(text).toContain('Tolls are kept by side: the figure covers the whole side (government side).');
  });

  test('can be an average over the incidents whose toll is known', async () => {
    const question = {
      intent: 'count' as const,
      casualties: { field: 'killed' as const, op: 'avg' as const, value: null },
      ...attacks,
    };
    const { text, answer } = await desk.ask({ question, now });
    const { killed, incidents } = answer.total ?? { killed: { best: 0, unknown: 0 }, incidents: 0 };
    const known = incidents - killed.unknown;
    expect(text).toContain(
      `On average ${Math.round(((killed.best ?? 0) / known) * 10) / 10} killed for each of the ${known} whose toll is known.`,
    );
  });
});

describe('a summary', () => {
  test('tells each incident in the record’s own words, with its ref', async () => {
    const question = {
      intent: 'summary',
      places: ['sy-homs'],
      relation: 'in',
      time: { from: '2019-01-01', to: '2023-12-31' },
      ...attacks,
    } as const;
    const { text, answer } = await desk.ask({ question: { ...question, places: ['sy-homs'] }, now });
    for (const { ref, summary } of answer.incidents) {
      expect(text).toContain(ref);
      expect(text).toContain(summary.split('.')[0]);
    }
    expect(text).toContain('In the stretch before (2014 to 2018): none on record.');
    expect(text.length).toBeLessThanOrEqual(1700);
  });

  test('sets sources that disagree side by side', async () => {
    const question = {
      intent: 'summary',
      places: ['badia'],
      relation: 'in',
      time: { from: '2019-04-01', to: '2019-04-30' },
    } as const;
    const { text } = await desk.ask({ question: { ...question, places: ['badia'] }, now });
    expect(text).toMatch(/Amaq \(its own claim\): 15 killed/u);
    expect(text).toMatch(/Pro-regime social media accounts \(on its own losses\): at least 12 killed or missing/u);
  });
});

describe('the buttons', () => {
  test('are offered only where the answer is kept', async () => {
    const { reply } = await desk.ask({ question: { intent: 'list' }, now });
    expect(actionsOf(reply)).toEqual([]);
  });

  test('carry the answer and what they change', async () => {
    const question = { intent: 'list', places: ['as-sukhnah'], relation: 'near' } as const;
    const { reply } = await desk.ask({ question: { ...question, places: ['as-sukhnah'] }, now, answerId: 'k3' });
    const actions = actionsOf(reply);
    expect(actions.every(({ args }) => args.answer === 'k3')).toBe(true);
    expect(actions.filter(({ command }) => command === 'radius').map(({ label, args }) => [label, args.km])).toEqual([
      ['20 km', '20'],
      ['50 km', '50'],
    ]);
    expect(actions.map(({ command }) => command)).toEqual(expect.arrayContaining(['map', 'sources', 'export']));
  });
});
