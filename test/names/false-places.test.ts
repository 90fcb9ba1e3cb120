import { describe, expect, it } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { createReader } from '../../src/core/names/reader.ts';
import { createResolve } from '../../src/core/names/resolve.ts';
import { COMMON_WORDS as COMMON_ARABIC } from '../../src/core/question/lexicon/ar/common-words.ts';
import { COMMON_WORDS as COMMON_ENGLISH } from '../../src/core/question/lexicon/en/common-words.ts';
import { readText } from '../../src/core/question/text.ts';
import { RARER_ARABIC, RARER_ENGLISH } from './rarer-words.ts';

const reader = createReader(gazetteerFromFiles());
const resolve = createResolve(reader);
const NONE = 0.01;
/** After a cue, a word that no list knows. */
const FEW = 0.06;

describe('words that are no place', () => {
  it.each([
    ['English, common', COMMON_ENGLISH, (w: string) => `attacks ${w} yesterday`, 2000, NONE],
    ['English, common, after "in"', COMMON_ENGLISH, (w: string) => `attacks in ${w} yesterday`, 2000, NONE],
    ['English, rarer', RARER_ENGLISH, (w: string) => `attacks ${w} yesterday`, 300, NONE],
    ['English, rarer, after "in"', RARER_ENGLISH, (w: string) => `attacks in ${w} yesterday`, 300, FEW],
    ['Arabic, common', COMMON_ARABIC, (w: string) => `هجمات ${w} أمس`, 1000, NONE],
    ['Arabic, common, after في', COMMON_ARABIC, (w: string) => `هجمات في ${w} أمس`, 1000, NONE],
    ['Arabic, rarer', RARER_ARABIC, (w: string) => `هجمات ${w} أمس`, 300, NONE],
    ['Arabic, rarer, after في', RARER_ARABIC, (w: string) => `هجمات في ${w} أمس`, 300, FEW],
  ] as const)('%s', (kind, words, sentence, atLeast, most) => {
    expect(words.length).toBeGreaterThanOrEqual(atLeast);
    const taken = words.filter((word) => reader.read(readText(sentence(word))).places.length > 0);
    console.info(`${kind}: ${taken.length} of ${words.length} taken for a place`);
    expect(taken.length / words.length, taken.join(' ')).toBeLessThanOrEqual(most);
  });

  it('are not resolved either', () => {
    const taken = COMMON_ENGLISH.filter((word) => resolve(`attacks ${word} yesterday`).length > 0);
    expect(taken.length / COMMON_ENGLISH.length, taken.join(' ')).toBeLessThanOrEqual(NONE);
  });
});
