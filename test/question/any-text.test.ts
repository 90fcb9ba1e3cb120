import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gazetteerFromFiles } from '../../src/core/facts/files.ts';
import { LEXICONS } from '../../src/core/question/lexicon/index.ts';
import { createQuestionReader } from '../../src/core/question/pipeline.ts';
import { type Question, questionSchema } from '../../src/core/question/question.ts';

const NOW = '2024-06-12';
const gazetteer = gazetteerFromFiles();
const reader = createQuestionReader(gazetteer);

/** Every word of the lexicons, and names, numbers, marks and what hostile people type. */
const wordings = (value: unknown): string[] =>
  typeof value === 'string'
    ? value.split(/[\s|?]+/u).filter((word) => word !== '' && !/[{}~+=_]/u.test(word))
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(wordings)
      : [];
const names = [...gazetteer.places.values(), ...gazetteer.actors.values()].flatMap(({ name, nameAr }) => [name, nameAr]);
const HOSTILE = [
  "'",
  '"',
  ';',
  '--',
  'DROP TABLE incident',
  '{number}',
  '\u0000',
  '\u202e',
  '\u200f',
  '😀',
  '٣٠',
  '1e309',
  '-1',
  '99999999999',
  '%',
  '\\',
  '<b>',
  '[',
  '(',
  '((((',
  'Привет',
  '你好',
  '\n',
  '\t',
  'ـــ',
  'َ',
  'BDY-',
  'bdy-7k3q9f',
  '0',
  '31/02/2023',
  '2023-13-45',
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...new Set(LEXICONS.flatMap(wordings))) },
  { weight: 3, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 2100 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom(...HOSTILE) },
);
const sentence = fc.array(word, { maxLength: 14 }).map((words) => words.join(' '));
const text = fc.oneof(
  { weight: 5, arbitrary: sentence },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 60 }) },
);

const tokensTraced = (trace: readonly { stage: string; detail: string }[]) =>
  trace.filter(({ stage }) => stage === 'items').flatMap(({ detail }) => detail.split('\n'));

describe('any text at all', () => {
  test('gives a question of the right shape', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { question } = reader.read(typed, { now: NOW });
        expect(questionSchema.safeParse(question).success).toBe(true);
      }),
      { numRuns: 7000 },
    );
  });

  test('is read the same each time', () => {
    fc.assert(
      fc.property(text, (typed) => {
        const { question, assumptions } = reader.read(typed, { now: NOW });
        expect(reader.read(typed, { now: NOW })).toMatchObject({ question, assumptions });
      }),
      { numRuns: 500 },
    );
  });

  test('may follow any other', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (turns) => {
        let previous: Question | null = null;
        for (const turn of turns) {
          const { question } = reader.read(turn, { now: NOW, previous });
          expect(questionSchema.safeParse(question).success).toBe(true);
          previous = question;
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('every word that nobody knows is left over', () => {
    const unknown = fc.constantFrom('zorgbat', 'Qwertzu', 'blorptown', 'زغفطوش', 'خنفشارية');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), unknown, fc.array(word, { maxLength: 6 }), (before, strange, after) => {
        const typed = [...before, strange, ...after].join(' ');
        const { question, assumptions } = reader.read(typed, { now: NOW });
        const isSaid = question.leftover.includes(strange) || assumptions.some((a) => 'said' in a && a.said.includes(strange));
        expect(isSaid || question.unanswerable || question.intent === 'help', typed).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  test('the trace accounts for every token once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('attacks', 'in', 'Homs', 'هجمات', 'زغفطوش', '5', ',', 'killed'), { maxLength: 8 }),
        (words) => {
          const typed = words.join(' ');
          const said = tokensTraced(reader.read(typed, { now: NOW }).trace).map((line) => line.split(' → ')[0]);
          expect(said.join(' ')).toBe(typed);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('texts that ask for nothing', () => {
  test.each([
    '',
    '   ',
    '???',
    '…',
    '😀😀',
    '\u0000\u0001',
    '\u202e\u202c',
    'Какие атаки были вчера',
    '哪里有袭击',
    "'; SELECT * FROM users; --",
  ])('%j is nothing, and said so', (typed) =>
    expect(reader.read(typed, { now: NOW })).toMatchObject({ nothing: true, clarification: null }),
  );

  test('of a very long text the opening is read and the rest is said to be unread', () => {
    const { question, assumptions } = reader.read(`attacks near Sukhnah in April 2023 ${'and so on '.repeat(10_000)}`, {
      now: NOW,
    });
    expect(question).toMatchObject({ intent: 'list', relation: 'near', time: { from: '2023-04-01', to: '2023-04-30' } });
    expect(assumptions).toContainEqual({ kind: 'not_read', said: expect.stringContaining('so on') });
  });
});
