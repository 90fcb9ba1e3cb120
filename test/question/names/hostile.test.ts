import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/core/question/text.ts';
import { findings, gazetteer, names } from './found.ts';

const RECOGNISERS = [names.places, names.actors, names.sources];
const ALL_SPELLINGS = [...gazetteer.places.values()].flatMap(({ name, nameAr, spellings }) => [
  name,
  nameAr,
  ...spellings.map(({ text }) => text),
]);

const spelling = fc.constantFrom(...ALL_SPELLINGS);
const scrap = fc.constantFrom(
  ...[
    'in',
    'near',
    'al-',
    '-',
    "'",
    'of',
    'the',
    'and',
    ',',
    'governorate',
    'tal',
    'as',
    '٤',
    '55',
    'km',
    'قرب',
    'في',
    'ريف',
    'و',
    'ال',
    'تل',
    'بـ',
    '\u200f',
  ],
  ...['\n', '"', '(', '😀', 'x'.repeat(50), 'ISIS', 'soldiers', 'according to', 'Mayadeen', 'Zorgbat'],
);
const question = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: scrap }, { weight: 2, arbitrary: spelling }, fc.string({ unit: 'grapheme', maxLength: 12 })),
    {
      maxLength: 14,
    },
  )
  .chain((parts) => fc.constantFrom(' ', '').map((between) => parts.join(between)));
const hostile = fc.oneof(
  question,
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('the names room under any text', () => {
  it('never throws, stays within the text, and has a candidate for each finding', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const { tokens } = readText(raw);
        for (const recogniser of RECOGNISERS) {
          for (const finding of findings(recogniser, raw)) {
            expect(finding.start).toBeGreaterThanOrEqual(0);
            expect(finding.end).toBeGreaterThan(finding.start);
            expect(finding.end).toBeLessThanOrEqual(tokens.length);
            if (finding.kind !== 'place') continue;
            expect(finding.candidates.length).toBeGreaterThan(0);
            const scores = finding.candidates.map(({ score }) => score);
            expect(scores).toEqual([...scores].sort((a, b) => b - a));
          }
        }
      }),
      { numRuns: 2000, examples: [['Mayadeen مطار دير الزور العسكري']] },
    );
  });

  it('says the same of the same text', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        for (const recogniser of RECOGNISERS) expect(findings(recogniser, raw)).toEqual(findings(recogniser, raw));
      }),
      { numRuns: 500 },
    );
  });

  it('finds places that do not overlap', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        const found = findings(names.places, raw);
        return found.every(({ start }, i) => i === 0 || (found[i - 1]?.end ?? 0) <= start);
      }),
      { numRuns: 1000 },
    );
  });

  it('resolves and suggests for any text', () => {
    fc.assert(
      fc.property(hostile, (raw) => {
        expect(names.resolve(raw).length).toBeLessThanOrEqual(10);
        expect(names.suggest(raw, { limit: 5 }).length).toBeLessThanOrEqual(5);
        expect(names.nearest(raw, 5).length).toBeLessThanOrEqual(5);
      }),
      { numRuns: 500 },
    );
  });
});
