import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CustomIdTooLong, customId, readCustomId } from '../../../src/bots/discord/custom-id.ts';
import { payloadSchema } from '../../../src/bots/discord/payload.ts';
import { renderDiscord } from '../../../src/bots/discord/render.ts';
import type { Action, Block } from '../../../src/core/reply/reply.ts';
import { readMarkdown } from './read-markdown.ts';
import { contentsOf, english, inertEverywhere, ROUTE, withinLimits } from './render-properties.ts';

const action = (n: number, args: Action['args'] = { answer: `a${n}` }): Action => ({
  label: `Button ${n}`,
  command: 'more',
  args,
});
const bodies = (...blocks: Block[]) =>
  renderDiscord(english(...blocks), ROUTE).map(({ payload }) => payloadSchema.parse(payload).body);

describe('a reply on Discord', () => {
  test('each block has its own look', () => {
    expect(
      contentsOf(
        english(
          { kind: 'text', content: [{ style: 'bold', text: '4 attacks' }, ' near Sukhnah.'] },
          { kind: 'heading', text: 'April' },
          { kind: 'list', ordered: true, start: 3, items: [{ content: ['BDY-7K3Q9F'], lines: [['2 killed']] }] },
          { kind: 'facts', facts: [{ label: 'Grade', value: ['fair'] }] },
          { kind: 'text', content: [{ link: 'https://example.org/a_(b)', text: 'Report' }] },
          { kind: 'note', tone: 'plain', content: ['Radius: 30 km.'] },
          { kind: 'note', tone: 'warning', content: ['“truffles” was not understood.'] },
        ),
      ),
    ).toEqual([
      [
        '**4 attacks** near Sukhnah.',
        '',
        '### April',
        '3. BDY-7K3Q9F',
        '   2 killed',
        '',
        '**Grade\\:** fair',
        '',
        '[Report](<https://example.org/a%5f%28b%29>)',
        '',
        '-# Radius\\: 30 km.',
        '-# ⚠ “truffles” was not understood.',
      ]
        .join('\n')
        .replace('Radius\\:', 'Radius:')
        .replace('Grade\\:', 'Grade:'),
    ]);
  });

  test('a narrow table stands in columns, a wide or Arabic one is a list', () => {
    const columns = [
      { title: 'Month', align: 'start' as const },
      { title: 'Attacks', align: 'end' as const },
    ];
    expect(
      contentsOf(
        english({
          kind: 'table',
          columns,
          rows: [
            ['April', '4'],
            ['May', '12'],
          ],
        }),
      ),
    ).toEqual(['```\nMonth  Attacks\nApril        4\nMay         12\n```']);
    expect(contentsOf(english({ kind: 'table', columns, rows: [['نيسان', '4']] }))).toEqual(['- **نيسان** · Attacks 4']);
    expect(contentsOf(english({ kind: 'table', columns, rows: [['x'.repeat(60), '4']] }))[0]).toMatch(
      /^- \*\*x+\*\* · Attacks 4$/u,
    );
  });

  test('a long table repeats its titles in every message', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [`Place number ${i}`, String(i)]);
    const contents = contentsOf(
      english({
        kind: 'table',
        columns: [
          { title: 'Place', align: 'start' },
          { title: 'n', align: 'end' },
        ],
        rows,
      }),
    );
    expect(contents.length).toBeGreaterThan(1);
    for (const content of contents) expect(content).toMatch(/^```\nPlace /u);
    expect(contents.join('').match(/Place number/gu)).toHaveLength(200);
  });

  test('pictures and files are uploads with what they show in words', () => {
    const [body] = bodies(
      { kind: 'text', content: ['A map.'] },
      { kind: 'image', png: new Uint8Array([1]), name: 'map of Homs.png', alternative: 'A map of 4 attacks' },
      { kind: 'image', png: new Uint8Array([2]), name: 'map of Homs.png', alternative: 'Another' },
      { kind: 'file', data: new Uint8Array([3]), name: '../../etc/passwd', mime: 'text/csv', note: '4 rows' },
    );
    expect(body?.content).toBe('A map.\n\n-# 4 rows');
    expect(body?.attachments).toEqual([
      { id: '0', filename: 'map-of-Homs.png', description: 'A map of 4 attacks' },
      { id: '1', filename: 'map-of-Homs-2.png', description: 'Another' },
      { id: '2', filename: 'etc-passwd' },
    ]);
  });

  test('a description that is too long stands in the message, whole', () => {
    const alternative = 'attack '.repeat(400).trim();
    const [body] = bodies({ kind: 'image', png: new Uint8Array(), name: 'a.png', alternative });
    expect(body?.attachments[0]?.description?.length).toBeLessThanOrEqual(1024);
    expect(
      readMarkdown(
        contentsOf(english({ kind: 'image', png: new Uint8Array(), name: 'a.png', alternative })).join(' '),
      ).text.match(/attack/gu),
    ).toHaveLength(400);
  });

  test('an eleventh file goes into a second message', () => {
    const image: Block = { kind: 'image', png: new Uint8Array([1]), name: 'a.png', alternative: 'a' };
    expect(bodies(...Array.from({ length: 11 }, () => image)).map(({ attachments }) => attachments.length)).toEqual([10, 1]);
  });

  test('actions are rows of five buttons; more than 25 are menus', () => {
    const [buttons] = bodies({ kind: 'actions', actions: Array.from({ length: 12 }, (_, i) => action(i)) });
    expect(buttons?.components.map((row) => Array.isArray(row.components) && row.components.length)).toEqual([5, 5, 2]);
    const [menus] = bodies({ kind: 'actions', actions: Array.from({ length: 30 }, (_, i) => action(i)) });
    expect(menus?.components).toMatchObject([
      { components: [{ custom_id: 'menu;0', options: { length: 25 } }] },
      { components: [{ custom_id: 'menu;1', options: { length: 5 } }] },
    ]);
  });

  test('the same action twice is one button', () => {
    const [body] = bodies({ kind: 'actions', actions: [action(1), { ...action(1), label: 'Again' }, action(2)] });
    expect(body?.components).toMatchObject([{ components: { length: 2 } }]);
  });

  test('an Arabic reply keeps its isolates in pairs in every message', () => {
    const sentence = 'وقع \u2068ISIS ambush\u2069 قرب السخنة في نيسان. ';
    for (const content of contentsOf({
      language: 'ar',
      visibility: 'public',
      blocks: [{ kind: 'text', content: [sentence.repeat(120)] }],
    })) {
      expect(content).toMatch(/^وقع|^\u2068|^قرب|^السخنة|^في|^نيسان/u);
      expect(content.match(/\u2068/gu)?.length).toBe(content.match(/\u2069/gu)?.length);
      expect(content).not.toMatch(/\u2068ISIS$|^ambush/u);
    }
  });
});

describe('what a button does', () => {
  test('comes back as it went', () => {
    const args = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/u), fc.string({ unit: 'grapheme', maxLength: 10 }), {
      maxKeys: 3,
    });
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,12}$/u), args, (command, given) => {
        const plainArgs = { ...given };
        expect(readCustomId(customId({ command, args: plainArgs }))).toEqual({ command, args: plainArgs });
      }),
    );
  });

  test('is never shortened: what does not fit is an error', () => {
    expect(() => customId({ command: 'ask', args: { text: 'a'.repeat(100) } })).toThrow(CustomIdTooLong);
  });

  test.each(['', 'Menu', 'more;', 'more;=x', '../x'])('“%s” is not ours', (id) => expect(readCustomId(id)).toBeNull());
});

describe('hostile texts', () => {
  test('do nothing and are seen as they are, wherever they stand', () => fc.assert(inertEverywhere, { numRuns: 2_000 }));
  test('never break a limit', () => fc.assert(withinLimits, { numRuns: 300 }));
});
