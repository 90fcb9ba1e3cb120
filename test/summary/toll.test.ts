import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTranslator } from '../../src/core/reply/translator.ts';
import { figureOf, sayParties, sayToll, sayTotal } from '../../src/core/summary/figures.ts';
import { incidentTolls, totalOf } from '../../src/core/summary/toll.ts';
import { createVoice } from '../../src/core/summary/voice.ts';
import { gazetteer } from './found-land.ts';
import { tolls } from './found-records.ts';
import { found } from './found-values.ts';

const en = createVoice(createTranslator('en'), gazetteer);
const ar = createVoice(createTranslator('ar'), gazetteer);
const of = (low: number | null, best: number | null, high: number | null) => ({ low, best, high, unknown: 0 });

describe('a toll in words', () => {
  test.each([
    [of(6, 6, 6), '6 killed', '6 قتلى'],
    [of(1, 1, 1), '1 killed', 'قتيل واحد'],
    [of(2, 2, 2), '2 killed', 'قتيلان'],
    [of(0, 0, 0), 'none killed', 'لا قتلى'],
    [of(7, 7, 8), '7 to 8 killed', '7 إلى 8 قتلى'],
    [of(5, 8, 12), '8 killed (5 to 12)', '8 قتلى (بين 5 و12)'],
    [of(13, 13, null), 'at least 13 killed', '13 قتيلًا على الأقل'],
    [of(13, 15, null), '15 killed (at least 13)', '15 قتيلًا (13 على الأقل)'],
    [of(0, 0, 4), 'up to 4 killed', 'حتى 4 قتلى'],
    [of(0, 0, null), 'an unknown number killed', 'عدد غير معلن من القتلى'],
    [of(null, null, null), 'killed not known', 'عدد القتلى غير معروف'],
  ])('%o', (toll, english, arabic) => {
    expect(sayToll('killed', toll, en)).toBe(english);
    expect(sayToll('killed', toll, ar)).toBe(arabic);
  });

  test('is “about” where the source says so', () => {
    expect(sayToll('killed', of(9, 9, 9), en, true)).toBe('about 9 killed');
    expect(sayToll('killed', of(9, 9, 9), ar, true)).toBe('نحو 9 قتلى');
  });

  test('stands by side; one side alone is named behind', () => {
    expect(sayParties({ government: { killed: { low: 6, best: 6, high: 6 } } }, en)).toBe('6 killed (government side)');
    expect(
      sayParties(
        {
          government: { killed: { low: 7, high: 7 }, wounded: { low: 13, high: null } },
          civilians: { killed: { low: 0, high: 1 } },
        },
        en,
      ),
    ).toBe('government side: 7 killed and at least 13 wounded; civilians: up to 1 killed');
  });

  test('is never zero where nothing is known', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(99)), fc.option(fc.nat(99)), fc.boolean(), (low, high, known) => {
        const figure = figureOf({ low, high: high === null || low === null ? high : Math.max(low, high) }, known);
        if (!known) expect(figure.shape).toBe('unknown');
        if (figure.shape === 'none') expect([low, high]).toEqual([low ?? null, 0]);
      }),
    );
  });
});

describe('an incident’s toll', () => {
  test('is the sum over its parties, open above where one of them is, and unknown where none has the measure', () => {
    const made = incidentTolls({
      government: { killed: { low: 7, best: 7, high: 7 }, wounded: { low: 13, high: null } },
      civilians: { killed: { low: 0, best: 0, high: 1 } },
    });
    expect(made.killed).toEqual({ low: 7, best: 7, high: 8, unknown: 0 });
    expect(made.wounded).toEqual({ low: 13, best: 13, high: null, unknown: 0 });
    expect(made.captured).toEqual({ low: null, best: null, high: null, unknown: 1 });
  });

  test('keeps low ≤ best ≤ high', () => {
    fc.assert(
      fc.property(tolls, (made) => {
        for (const { low, best, high } of Object.values(incidentTolls(made))) {
          if (low === null || best === null) continue;
          expect(low).toBeLessThanOrEqual(best);
          if (high !== null) expect(best).toBeLessThanOrEqual(high);
        }
      }),
    );
  });
});

describe('a total', () => {
  test('is not known where no incident’s toll is, and nought where there is no incident', () => {
    fc.assert(
      fc.property(found, ({ totals }) => {
        const none = { low: 0, best: 0, high: 0 };
        const blank = { ...totals, measures: { ...totals.measures, killed: { ...none, unknown: totals.incidents } } };
        const expected = totals.incidents === 0 ? none : { low: null, best: null, high: null };
        expect(totalOf(blank).killed).toEqual({ ...expected, unknown: totals.incidents });
      }),
      { numRuns: 50 },
    );
  });

  test('says of how many the toll is not known', () => {
    const known = { low: 0, best: 0, high: 0, unknown: 0 };
    const total = {
      incidents: 3,
      killed: { low: 6, best: 6, high: 6, unknown: 2 },
      wounded: known,
      captured: known,
      missing: known,
    };
    expect(sayTotal(total, en)).toBe('6 killed; killed not known for 2');
    expect(sayTotal(total, ar)).toBe('6 قتلى؛ عدد القتلى غير معروف في حادثتين');
  });
});
