import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { consoleSpeaker } from '../../src/core/commands/speaker.ts';
import { makeReceipt, RECEIPT_WORDS, readReceipt, tryReceipt } from '../../src/core/identity/receipts.ts';
import { freshStore } from '../support/store.ts';
import { freshVault } from '../support/vault.ts';

const newId = () => randomBytes(8).toString('hex');
const vault = freshVault();
const hex = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString('hex');

/** Letters by their shape without dots. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/[أإآ]/gu, 'ا'],
  [/[تثنيئى]/gu, 'ب'],
  [/[جخ]/gu, 'ح'],
  [/ذ/gu, 'د'],
  [/ز/gu, 'ر'],
  [/ش/gu, 'س'],
  [/ض/gu, 'ص'],
  [/ظ/gu, 'ط'],
  [/غ/gu, 'ع'],
  [/ق/gu, 'ف'],
  [/ة/gu, 'ه'],
  [/ؤ/gu, 'و'],
];

/** One letter too few, too many, another, or two changed over. */
function slips(word: string): string[] {
  const at = [...Array(word.length + 1).keys()];
  return [
    ...at.map((i) => `${word.slice(0, i)}${word.slice(i + 1)}`),
    ...at.map((i) => `${word.slice(0, i)}?${word.slice(i + 1)}`),
    ...at.map((i) => `${word.slice(0, i)}${word[i + 1] ?? ''}${word[i] ?? ''}${word.slice(i + 2)}`),
  ];
}

describe('the words of receipts', () => {
  test.each(['en', 'ar'] as const)('are 1,024 in %s, short, and told apart', (language) => {
    const words = RECEIPT_WORDS[language];
    expect(new Set(words).size).toBe(1024);
    expect(words.filter((word) => word.length < 3 || word.length > 9)).toEqual([]);
  });

  test('in English stay apart with a slip of the finger', () => {
    const words = RECEIPT_WORDS.en;
    const near = new Map<string, string>();
    const clashes: string[] = [];
    for (const word of words) {
      for (const slip of slips(word)) {
        const other = near.get(slip);
        if (other !== undefined && other !== word) clashes.push(`${word} ${other}`);
        near.set(slip, word);
      }
    }
    const oneLetterApart = clashes.filter((pair) => {
      const [a = '', b = ''] = pair.split(' ');
      return slips(a).includes(b) || (a.length === b.length && [...a].filter((letter, i) => letter !== b[i]).length === 1);
    });
    expect(oneLetterApart).toEqual([]);
  });

  test('in Arabic stay apart without their dots', () => {
    const shapes = RECEIPT_WORDS.ar.map((word) => SHAPES.reduce((shape, [letters, one]) => shape.replaceAll(letters, one), word));
    expect(new Set(shapes).size).toBe(1024);
  });
});

describe('a receipt', () => {
  test.each(['en', 'ar'] as const)('in %s finds its tip however it is typed', (language) => {
    const { words, hash } = makeReceipt(vault, language, newId);
    expect(words.split(' ')).toHaveLength(6);
    for (const typed of [words, words.toUpperCase(), ` 1. ${words.replaceAll(' ', ', ')} .`, words.replaceAll(' ', '\n')]) {
      expect(hex(readReceipt(vault, typed))).toBe(hex(hash));
    }
    const hurried = words.replaceAll(/[أإآ]/gu, 'ا').replaceAll('ة', 'ه').replaceAll('ى', 'ي');
    expect(hex(readReceipt(vault, hurried))).toBe(hex(hash));
  });

  test('is another every time, and to another key', () => {
    const made = Array.from({ length: 200 }, () => makeReceipt(vault, 'en', newId));
    expect(new Set(made.map(({ words }) => words)).size).toBe(200);
    const [first] = made;
    expect(hex(readReceipt(freshVault(), first?.words ?? ''))).not.toBe(hex(first?.hash ?? null));
  });

  test('may be asked for five times an hour by one person, and then is nobody’s', async () => {
    const { db } = await freshStore();
    const { words, hash } = makeReceipt(vault, 'ar', newId);
    const speaker = consoleSpeaker('guesser');
    const ask = (minutes: number, who = speaker) =>
      tryReceipt(db, vault, { typed: words, speaker: who, now: new Date(Date.UTC(2026, 10, 21, 12, minutes)) });
    for (let tries = 0; tries < 5; tries++) expect(hex(await ask(tries))).toBe(hex(hash));
    expect(await ask(10)).toBeNull();
    expect(hex(await ask(10, consoleSpeaker('somebody else')))).toBe(hex(hash));
    expect(hex(await ask(60))).toBe(hex(hash));
  });

  test('is not read out of five words, seven, or any others', () => {
    const { words } = makeReceipt(vault, 'en', newId);
    expect(readReceipt(vault, words.split(' ').slice(1).join(' '))).toBeNull();
    expect(readReceipt(vault, `${words} ${words.split(' ')[0]}`)).toBeNull();
    expect(readReceipt(vault, 'there was an attack near Sukhnah today')).toBeNull();
    expect(readReceipt(vault, '')).toBeNull();
  });
});
