import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKey } from '../../src/core/names/key.ts';
import { createScore, prepareName } from '../../src/core/names/score.ts';
import { skeletonsOf, soundsOf } from '../../src/core/names/sound.ts';
import { nameWords, splitName } from '../../src/core/names/words.ts';
import { fold } from '../../src/core/question/text.ts';

const score = createScore();
const of = (a: string, b: string) => score(prepareName(a), prepareName(b));

const letters = fc.constantFrom(..."abdehiklmnorstuwyz'- قصعخطدنميوابةالشرغ", 'sh', 'kh', 'al-', 'ez ');
const name = fc.array(letters, { minLength: 1, maxLength: 18 }).map((parts) => parts.join(''));
const text = fc.oneof(name, fc.string({ unit: 'grapheme', maxLength: 30 }));

describe('the score of two names', () => {
  it.each([
    ['As-Sukhnah', 'Sokhneh'],
    ['Deir ez-Zor', 'Dayr az Zawr'],
    ['Al-Mayadin', 'al-Mayadeen'],
    ['Kabajib', 'Kobajjep'],
    ['Al-Qaryatayn', 'القريتين'],
    ['Jabal al-Bishri', 'Mount Bishri'],
    ['Khan Shaykhun', 'Khan Sheikhoun'],
    ['تل أبيض', 'Tell Abiad'],
    ['Hajin', 'Hajeen'],
    ['Palmyra', 'Plamyra'],
  ])('finds %s in %s', (a, b) => {
    expect(of(a, b)).toBeGreaterThan(0.8);
  });

  it.each([
    ['Homs', 'Hama'],
    ['Kabul', 'Nubl'],
    ['Raqqa', 'Rawa'],
    ['Eastern Ghariyah', 'Western Ghariyah'],
    ['Sukhnah', 'سلمية'],
  ])('keeps %s from %s', (a, b) => {
    expect(of(a, b)).toBeLessThan(0.75);
  });

  it('does not depend on which name comes first', () => {
    fc.assert(fc.property(text, text, (a, b) => of(a, b) === of(b, a)));
  });

  it('lies between 0 and 1.1', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const value = of(a, b);
        return value >= 0 && value <= 1.1;
      }),
    );
  });

  it('is 1.1 for the same spelling and for no other', () => {
    fc.assert(fc.property(text, text, (a, b) => (of(a, b) === 1.1) === (nameKey(a) === nameKey(b) && nameKey(a) !== '')));
    expect(of('AS-SUKHNAH', 'as sukhnah')).toBe(1.1);
    expect(of('Sukhnah', 'As-Sukhnah')).toBe(1.1);
    expect(of('السخنه', 'السخنة')).toBe(1.1);
  });
});

describe('taking a name apart', () => {
  it('folds what is folded already into itself', () => {
    fc.assert(
      fc.property(text, (one) => fold(fold(one)) === fold(one)),
      { examples: [['\ufcf2']] },
    );
    fc.assert(fc.property(text, (one) => nameKey(splitName(one).join(' ')) === nameKey(one)));
  });

  it('hears a name alike in both scripts', () => {
    const skeleton = (one: string) => skeletonsOf(soundsOf(nameWords(splitName(one))));
    expect(skeleton('Khanasir')).toEqual(skeleton('خناصر'));
    expect(skeleton('Al-Busayrah')).toEqual(skeleton('البصيرة'));
    expect(skeleton('Dhiban').some((one) => skeleton('ذيبان').includes(one))).toBe(true);
  });

  it('leaves out the article, before and after it was assimilated', () => {
    for (const spelling of ['Al-Sukhnah', 'As-Sukhnah', 'as sukhnah', 'Assukhnah', 'Alsukhnah'])
      expect(nameKey(spelling)).toBe('sukhnah');
    expect(nameKey('Aleppo')).toBe('aleppo');
  });
});
