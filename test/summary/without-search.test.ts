import { describe, expect, test } from 'vitest';
import { type Clarification, DECLINED, emptyQuestion, type Understanding } from '../../src/core/question/question.ts';
import { compactText } from '../../src/core/reply/reply-text.ts';
import { createTranslators } from '../../src/core/reply/translator.ts';
import type { BareAnswer } from '../../src/core/summary/answer.ts';
import { inquire } from '../../src/core/summary/inquire.ts';
import { answerWithoutSearch, failedAnswer } from '../../src/core/summary/make-answer.ts';
import { present } from '../../src/core/summary/present.ts';
import { LANGUAGES, type Language } from '../../src/db/schema/vocabulary.ts';
import { gazetteer } from './found-land.ts';
import { understandingOf } from './found-values.ts';

const translator = createTranslators();
const day = '2023-05-02';

const understanding = (change: Partial<Understanding>, question = {}): Understanding => ({
  ...understandingOf({ ...emptyQuestion(), ...question }),
  ...change,
});
const say = (answer: BareAnswer, of: Understanding, language: Language = 'en') =>
  present(answer, of, { gazetteer, t: translator(language), answerId: null });
const answered = (of: Understanding, language: Language = 'en') => {
  const answer = answerWithoutSearch(of, day);
  if (!answer) throw new Error('it was searched');
  return { answer, reply: say(answer, of, language), text: compactText(say(answer, of, language)) };
};

const clarification: Clarification = {
  about: 'place',
  said: 'Hawija',
  choices: [
    { label: 'Hawija (Kirkuk, Iraq)', labelAr: 'الحويجة (كركوك، العراق)', text: 'attacks in Hawija, Kirkuk' },
    { label: 'Hawija (Raqqa)', labelAr: 'الحويجة (الرقة)', text: 'attacks in Hawija, Raqqa' },
  ],
};

describe('what was not understood', () => {
  test('is named, with two examples to press', () => {
    const { answer, text, reply } = answered(understanding({ nothing: true }, { leftover: ['lorem', 'ipsum'] }));
    expect(answer).toMatchObject({ kind: 'not_understood', total: null });
    expect(text).toBe(
      [
        'I could not read a question in this. Not understood: “lorem” and “ipsum”.',
        'Say what, where and when. For example:',
        '• attacks near Sukhnah in April 2023',
        '• how many attacks on Liwa al-Quds since 2019',
      ].join('\n'),
    );
    const actions = reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(actions[0]).toEqual({
      label: 'attacks near Sukhnah in April 2023',
      command: 'ask',
      args: { text: 'attacks near Sukhnah in April 2023' },
    });
  });

  test('is not what was found to be nothing, nor what failed', () => {
    const texts = [
      answered(understanding({ nothing: true })).text,
      compactText(say(failedAnswer('f81d', day), understanding({}))),
    ];
    expect(texts[1]).toContain('f81d');
    expect(new Set(texts).size).toBe(2);
  });
});

describe('a question back', () => {
  test('names the choices and carries each as a whole question', () => {
    const { text, reply } = answered(understanding({ clarification }));
    expect(text).toBe('Which “Hawija” is meant?\n1. Hawija (Kirkuk, Iraq)\n2. Hawija (Raqqa)');
    const actions = reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));
    expect(actions).toEqual([
      { label: 'Hawija (Kirkuk, Iraq)', command: 'ask', args: { text: 'attacks in Hawija, Kirkuk' } },
      { label: 'Hawija (Raqqa)', command: 'ask', args: { text: 'attacks in Hawija, Raqqa' } },
    ]);
  });

  test('is asked in Arabic of those who ask in Arabic', () => {
    expect(answered(understanding({ clarification }), 'ar').text).toBe(
      'أي «\u2068Hawija\u2069» تقصد؟\n1. الحويجة (كركوك، العراق)\n2. الحويجة (الرقة)',
    );
  });

  test('says so where nothing is like the name', () => {
    const unknown: Clarification = { about: 'unknown_name', said: 'Xyzzy', choices: [] };
    expect(answered(understanding({ clarification: unknown })).text).toContain('I do not know “Xyzzy”');
  });
});

describe('what no record can tell', () => {
  test.each([...DECLINED, null])('%s is declined in a sentence of its own', (why) => {
    for (const language of LANGUAGES) {
      const { answer, text } = answered(understanding({ declined: why }, { unanswerable: true }), language);
      expect(answer).toMatchObject({ kind: 'unanswerable', why });
      expect(text.split('\n')).toHaveLength(2);
    }
  });

  test('is declined before anything else, whatever else was understood', () => {
    const both = understanding({ clarification, nothing: true }, { unanswerable: true, intent: 'help' });
    expect(answerWithoutSearch(both, day)?.kind).toBe('unanswerable');
  });
});

describe('help', () => {
  test('answers by examples that can be pressed', () => {
    for (const language of LANGUAGES) {
      const { text, reply } = answered(understanding({}, { intent: 'help' }), language);
      expect(text.length).toBeLessThan(1500);
      expect(reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []))).toHaveLength(5);
    }
  });
});

test('none of these searches the store', async () => {
  const search = () => Promise.reject(new Error('searched'));
  for (const of of [
    understanding({ nothing: true }),
    understanding({ clarification }),
    understanding({}, { unanswerable: true }),
    understanding({}, { intent: 'help' }),
  ]) {
    await expect(inquire(of, { now: day, asOf: null, offset: 0, limit: 10 }, { search, gazetteer })).resolves.toMatchObject({
      total: null,
    });
  }
});

test('what people wrote cannot dress up the reply', () => {
  const dressed: Clarification = { ...clarification, said: '\u001b[31mX\u202e\n1. fake' };
  const { text } = answered(understanding({ clarification: dressed }));
  expect(text.split('\n')[0]).toBe('Which “X 1. fake” is meant?');
});
