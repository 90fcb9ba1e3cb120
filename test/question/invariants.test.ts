import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import { gridOf, TABLES, type Tongue } from './grid/grid.ts';
import { NOW, type Wording } from './grid/wording.ts';

const gazetteer = gazetteerFromFiles();
const reader = createQuestionReader(gazetteer);
const read = (text: string) => reader.read(text, { now: NOW }).question;
const TONGUES = ['en', 'ar'] satisfies Tongue[];
const sentencesOf = (tongue: Tongue) => gridOf(tongue).filter(({ previous }) => previous === undefined);

const ARABIC_ZERO = 0x660;
const PERSIAN_ZERO = 0x6f0;
const inLatin = (text: string) => text.replace(/[٠-٩]/gu, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO));
/** Digits that follow a Latin letter are part of a name: T4, Q1. */
const inDigits = (text: string, zero: number) =>
  text.replace(/(?<![A-Za-z\d])\d+/gu, (number) => String.fromCharCode(...[...number].map((digit) => zero + Number(digit))));

describe.each(TONGUES)('a sentence in %s is read the same', (tongue) => {
  const rows = sentencesOf(tongue);
  const runs = { numRuns: 300 };

  it('with words of courtesy around it', () => {
    const courtesy = fc.constantFrom(...TABLES[tongue].courtesies);
    fc.assert(
      fc.property(fc.constantFrom(...rows), courtesy, ({ text }, frame) => {
        expect(read(frame.replace('Q', () => text))).toEqual(read(text));
      }),
      runs,
    );
  });

  it('with its digits in any script', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.constantFrom(ARABIC_ZERO, PERSIAN_ZERO), ({ text }, zero) => {
        expect(read(inDigits(inLatin(text), zero))).toEqual(read(inLatin(text)));
      }),
      runs,
    );
  });

  it('wherever the place and the days stand', () => {
    const { events, places, times } = TABLES[tongue];
    const of = (table: readonly Wording[]) => fc.constantFrom(...table.map(([said]) => said));
    fc.assert(
      fc.property(of(events), of(places), of(times), (what, where, when) => {
        const before = tongue === 'en' ? `${when}, ${what} ${where}` : `${when} ${what} ${where}`;
        const first = read(`${what} ${where} ${when}`);
        expect(read(`${what} ${when} ${where}`)).toEqual(first);
        expect(read(before)).toEqual(first);
      }),
      runs,
    );
  });
});

/** Letters that writers of Arabic take for each other at will. */
const LETTERS: readonly [RegExp, string][] = [
  [/ة/gu, 'ه'],
  [/[أإآ]/gu, 'ا'],
  [/ى(?=\s|$)/gu, 'ي'],
  [/ي(?=\s|$)/gu, 'ى'],
  [/ؤ/gu, 'و'],
  [/ئ/gu, 'ي'],
];
const placesIn = (name: string) => {
  const { places, country } = read(`هجمات في ${name}`);
  return [...places.map(({ id }) => id), country];
};

describe('an Arabic place name', () => {
  const names = [...new Set([...gazetteer.places.values()].map(({ nameAr }) => nameAr))];

  it('names the same place whichever of the letters that are taken for each other it is written with', () => {
    const others = names.flatMap((name) =>
      LETTERS.map(([letter, other]) => [name, name.replace(letter, other)] as const).filter(([one, other]) => one !== other),
    );
    expect(others.length).toBeGreaterThan(300);
    const parted = others.filter(([name, other]) => JSON.stringify(placesIn(name)) !== JSON.stringify(placesIn(other)));
    expect(parted).toEqual([]);
  });

  it('names the same place without its article, but for the few that are everyday words then', () => {
    const withArticle = names.filter((name) => /^ال\S+$/u.test(name));
    const parted = withArticle.filter((name) => JSON.stringify(placesIn(name)) !== JSON.stringify(placesIn(name.slice(2))));
    expect(withArticle.length).toBeGreaterThan(200);
    expect(parted.length / withArticle.length, parted.join(' ')).toBeLessThan(0.1);
  });
});
