import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/core/reply/display-width.ts';
import type { Block, Inline, Reply } from '../../src/core/reply/reply.ts';
import { compactText, renderText } from '../../src/core/reply/reply-text.ts';

const reply = (...blocks: Block[]): Reply => ({ language: 'en', blocks, visibility: 'public' });
const plainly = { width: 40, colour: false };

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('\u001b]0;title\u0007', '\u001b[2J', 'هجمات قرب السخنة في نيسان', '中文字符很宽', 'a\nb\r\n\r\nc', ' '),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  hostile,
  fc.record({ style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const), text: hostile }),
  fc.record({ link: fc.webUrl(), text: hostile }),
);
const content = fc.array(inline, { maxLength: 4 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), content }),
  fc.record({ kind: fc.constant('heading' as const), text: hostile }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    start: fc.nat(1000),
    items: fc.array(fc.record({ content, lines: fc.array(content, { maxLength: 2 }) }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: hostile, value: content }), { maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(fc.record({ title: hostile, align: fc.constantFrom('start' as const, 'end' as const) }), { maxLength: 3 }),
    rows: fc.array(fc.array(hostile, { maxLength: 4 }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('image' as const), png: fc.constant(new Uint8Array()), name: hostile, alternative: hostile }),
  fc.record({
    kind: fc.constant('file' as const),
    data: fc.constant(new Uint8Array()),
    name: hostile,
    mime: fc.constant('text/csv'),
    note: hostile,
  }),
  fc.record({ kind: fc.constant('note' as const), content, tone: fc.constantFrom('plain' as const, 'warning' as const) }),
  fc.record({
    kind: fc.constant('actions' as const),
    actions: fc.array(fc.record({ label: hostile, command: fc.constant('more'), args: fc.constant({}) }), { maxLength: 3 }),
  }),
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: the renderer's own colours
const SGR = /\u001b\[[0-9;]*m/gu;

describe('a reply as plain text', () => {
  test('holds every kind of block', () => {
    const text = renderText(
      reply(
        { kind: 'text', content: [{ style: 'bold', text: '1 attack' }, ': ', { link: 'https://example.org/a', text: 'source' }] },
        { kind: 'heading', text: 'Heading' },
        { kind: 'list', ordered: true, start: 9, items: [{ content: ['nine'], lines: [['below']] }, { content: ['ten'] }] },
        { kind: 'facts', facts: [{ label: 'Ref', value: [{ style: 'code', text: 'BDY-7K3Q9F' }] }] },
        {
          kind: 'table',
          columns: [
            { title: 'Month', align: 'start' },
            { title: 'attacks', align: 'end' },
          ],
          rows: [
            ['April', '12'],
            ['May', '3'],
          ],
        },
        { kind: 'image', png: new Uint8Array(), name: 'map.png', alternative: 'A map of 3 attacks' },
        { kind: 'file', data: new Uint8Array(), name: 'all.csv', mime: 'text/csv', note: '' },
        { kind: 'note', content: ['small print'], tone: 'plain' },
        { kind: 'note', content: ['careful'], tone: 'warning' },
        { kind: 'actions', actions: [{ label: 'More', command: 'more', args: {} }] },
      ),
      { ...plainly, saved: (saved) => `/tmp/${saved.name}` },
    );
    expect(text).toBe(
      [
        '1 attack: source <https://example.org/a>',
        '',
        'Heading',
        '9. nine',
        '   below',
        '10. ten',
        '',
        'Ref: BDY-7K3Q9F',
        '',
        'Month  attacks',
        'April       12',
        'May          3',
        '',
        'A map of 3 attacks [/tmp/map.png]',
        '',
        '/tmp/all.csv',
        '',
        'small print',
        'careful',
        '',
        '[More]',
      ].join('\n'),
    );
  });

  test('breaks lines at blanks, under the text of their item', () => {
    const text = renderText(reply({ kind: 'list', ordered: false, items: [{ content: ['one two three four'] }] }), {
      width: 10,
      colour: false,
    });
    expect(text).toBe('• one two\n  three\n  four');
  });

  test('turns a table that is too wide into lines that lose nothing', () => {
    const columns = [
      { title: 'Month', align: 'start' as const },
      { title: 'attacks', align: 'end' as const },
    ];
    const text = renderText(reply({ kind: 'table', columns, rows: [['April 2023', '12']] }), { width: 14, colour: false });
    expect(text).toBe('April 2023 ·\n  attacks 12');
  });

  test('colours what is styled and nothing beyond it', () => {
    const text = renderText(reply({ kind: 'text', content: [{ style: 'bold', text: 'a b' }, ' c'] }), {
      width: 80,
      colour: true,
    });
    expect(text).toBe('\u001b[1ma b\u001b[0m c');
  });

  test('strips direction isolates where asked', () => {
    const said = reply({ kind: 'text', content: ['من تنفيذ \u2068ISIS\u2069'] });
    expect(renderText(said, plainly)).toContain('\u2068');
    expect(renderText(said, { ...plainly, isolates: 'strip' })).toBe('من تنفيذ ISIS');
  });

  test('for scripts has no buttons and no empty lines', () => {
    const said = reply(
      { kind: 'text', content: ['one'] },
      { kind: 'text', content: ['two'] },
      { kind: 'actions', actions: [{ label: 'More', command: 'more', args: {} }] },
    );
    expect(compactText(said)).toBe('one\ntwo');
  });

  test('is there for every reply and lets no control character through', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.integer({ min: 1, max: 120 }), fc.boolean(), (blocks, width, colour) => {
        const text = renderText(reply(...blocks), { width, colour });
        expect(text.replace(SGR, '').replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        if (!colour) expect(text).not.toMatch(SGR);
      }),
      { numRuns: 1500 },
    );
  });

  test('has no line wider than asked, but for a word that is', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 5 }), fc.integer({ min: 1, max: 120 }), (blocks, width) => {
        for (const line of renderText(reply(...blocks), { width, colour: false }).split('\n')) {
          if (displayWidth(line) <= width) continue;
          // marks of lists may stand before the word
          expect(line.trim().replace(/^(?:•|\d+\.) /u, '')).not.toContain(' ');
        }
      }),
      { numRuns: 1500 },
    );
  });

  test('is the same words on lines without end as on lines of any width', () => {
    const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '');
    fc.assert(
      fc.property(fc.array(fc.record({ kind: fc.constant('text' as const), content }), { maxLength: 3 }), (blocks) => {
        const at = (width: number) => words(renderText(reply(...blocks), { width, colour: false }));
        expect(at(Number.POSITIVE_INFINITY)).toEqual(at(30));
      }),
      { numRuns: 500 },
    );
  });

  test('loses no letter of what is said', () => {
    const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
    fc.assert(
      fc.property(
        fc.array(fc.record({ kind: fc.constant('text' as const), content: fc.array(fc.string({ unit: 'grapheme' })) })),
        (blocks) => {
          const said = blocks.map((one) => one.content.join('')).join('');
          expect(letters(renderText(reply(...blocks), { width: 20, colour: false }))).toBe(letters(said));
        },
      ),
    );
  });

  test('measures Arabic, marks and wide characters as terminals show them', () => {
    expect(['abc', 'السخنة', 'قُتِل', '中文', '\u2068a\u2069', '👍'].map(displayWidth)).toEqual([3, 6, 3, 4, 1, 2]);
  });
});
