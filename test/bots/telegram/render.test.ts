import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeAction } from '../../../src/bots/telegram/actions.ts';
import { automaticLinks, readHtml, visible } from '../../fakes/telegram/read-html.ts';
import { inertEverywhere, sentFor, withinLimits } from './inert-html.ts';

describe('a text from elsewhere', () => {
  test('does nothing on Telegram and stays readable, 2,000 times', () => fc.assert(inertEverywhere, { numRuns: 2_000 }));

  test('keeps a reply within every limit, 200 times', () => fc.assert(withinLimits, { numRuns: 200 }));

  test.each([
    '@admin',
    '#tag',
    '$USD',
    '/approve',
    'a@e.example',
    'e.example',
    'https://e.example',
    '10.0.0.1',
    '+963 944 123 456',
    '4111 1111 1111 1111',
  ])('would be a link: %s', (text) => expect(automaticLinks(text)).not.toEqual([]));

  test('keeps decimal numbers and dates as they can be copied', () => {
    const [sent] = sentFor({
      language: 'en',
      visibility: 'public',
      blocks: [{ kind: 'text', content: ['34.55, 38.28 on 2023-04-08: 12 killed.'] }],
    });
    expect(sent?.params.text).toBe('34.55, 38.28 on 2023-04-08: 12 killed.');
  });
});

describe('a reply on Telegram', () => {
  const long = Array.from({ length: 900 }, (_, i) => `word${i}`).join(' ');

  test('is split between words, and nothing of it is lost', () => {
    const sent = sentFor({ language: 'en', visibility: 'public', blocks: [{ kind: 'text', content: [long] }] });
    const texts = sent.map(({ params }) => visible(readHtml(String(params.text)).text));
    expect(texts.length).toBeGreaterThan(1);
    expect(texts.join(' ')).toBe(long);
  });

  test('has its buttons under its last text, before its pictures', () => {
    const sent = sentFor({
      language: 'en',
      visibility: 'public',
      blocks: [
        { kind: 'actions', actions: [{ label: 'More (3)', command: 'more', args: { answer: 'a1', offset: '10' } }] },
        { kind: 'image', png: new Uint8Array(4), name: 'map.png', alternative: 'a map' },
        { kind: 'text', content: [long] },
      ],
    });
    expect(sent.map(({ method, params }) => [method, 'reply_markup' in params])).toEqual([
      ['sendMessage', false],
      ['sendMessage', true],
      ['sendPhoto', false],
    ]);
  });

  test('shows a narrow table in columns and an Arabic one in words', () => {
    const table = (title: string) => ({
      kind: 'table' as const,
      columns: [
        { title, align: 'start' as const },
        { title: 'n', align: 'end' as const },
      ],
      rows: [['2023-04', '12']],
    });
    const texts = sentFor({ language: 'en', visibility: 'public', blocks: [table('month'), table('الشهر')] }).map(
      ({ params }) => params.text,
    );
    expect(texts).toEqual(['<pre>month    n\n2023-04 12</pre>\n2023-04 · n 12']);
  });

  test('never cuts what a button does', () => {
    expect(() => encodeAction({ command: 'ask', args: { text: 'x'.repeat(60) } })).toThrow(RangeError);
  });
});
