import { describe, expect, test } from 'vitest';
import { readText } from '../../src/core/question/text.ts';

const words = (text: string) => readText(text).tokens.map(({ norm, raw }) => [norm, raw]);

describe('عال, as speech writes على ال', () => {
  test('is two words, each with its own letters', () => {
    expect(words('هجمات عالجيش')).toEqual([
      ['هجمات', 'هجمات'],
      ['علي', 'ع'],
      ['الجيش', 'الجيش'],
    ]);
    expect(words('عالفرقة الرابعة')[1]).toEqual(['الفرقه', 'الفرقة']);
  });

  test.each(['عالمية', 'عالية', 'عالقين', 'عالجوا', 'العالم', 'عالم'])('stays one word in %s', (word) => {
    expect(words(word)).toHaveLength(1);
  });
});
