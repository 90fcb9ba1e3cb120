import fc from 'fast-check';
import { expect } from 'vitest';
import { createTelegram } from '../../../src/bots/telegram/adapter.ts';
import { renderTelegram } from '../../../src/bots/telegram/render.ts';
import type { Block, Inline, Reply } from '../../../src/core/reply/reply.ts';
import { clean } from '../../../src/core/reply/text-safety.ts';
import { readHtml, visible } from '../../fakes/telegram/read-html.ts';
import { faultsOf } from '../../fakes/telegram/requests.ts';
import { judge } from '../../fakes/telegram/spec.ts';
import { hostileText } from '../hostile-text.ts';

const english = (...blocks: Block[]): Reply => ({ language: 'en', blocks, visibility: 'public' });
const ROUTE = { chat: '10', thread: null, replyTo: null };

interface Sent {
  method: string;
  params: Record<string, unknown>;
}

/** The requests with their files in place, as they arrive. */
export function sentFor(reply: Reply): Sent[] {
  return renderTelegram(reply, ROUTE).map(({ payload, files: [file] }) => {
    const { method, body, file: field } = payload as { method: string; body: Record<string, unknown>; file: string | null };
    return { method, params: field && file ? { ...body, [field]: { ...file, data: Buffer.from(file.data) } } : body };
  });
}

const htmlOf = ({ params }: Sent): string => String(params.text ?? params.caption ?? '');

/** One hostile text in every place where a block takes one, with what its markup may say. */
const PLACES: { place: string; block(text: string): Block; may: readonly string[] }[] = [
  { place: 'text', block: (text) => ({ kind: 'text', content: [text] }), may: [] },
  { place: 'heading', block: (text) => ({ kind: 'heading', text }), may: ['bold'] },
  { place: 'note', block: (text) => ({ kind: 'note', tone: 'plain', content: [text] }), may: ['italic'] },
  { place: 'warning', block: (text) => ({ kind: 'note', tone: 'warning', content: [text] }), may: [] },
  { place: 'code', block: (text) => ({ kind: 'text', content: [{ style: 'code', text }] }), may: ['code'] },
  { place: 'item', block: (text) => ({ kind: 'list', ordered: false, items: [{ content: [text], lines: [[text]] }] }), may: [] },
  { place: 'fact', block: (text) => ({ kind: 'facts', facts: [{ label: text, value: [text] }] }), may: ['bold'] },
  {
    place: 'table',
    block: (text) => ({
      kind: 'table',
      columns: [
        { title: text, align: 'start' },
        { title: 'n', align: 'end' },
      ],
      rows: [[text, '1']],
    }),
    may: ['pre'],
  },
  { place: 'link text', block: (text) => ({ kind: 'text', content: [{ link: 'https://example.org/a', text }] }), may: ['link'] },
  { place: 'link', block: (text) => ({ kind: 'text', content: [{ link: text, text: 'here' }] }), may: ['link'] },
  { place: 'picture', block: (text) => ({ kind: 'image', png: new Uint8Array(4), name: 'a.png', alternative: text }), may: [] },
];

const words = (text: string): string => visible(text).replace(/\s/gu, '');

/** Valid HTML in which nothing is active but what the reply says; the words are seen as they were. */
export const inertEverywhere = fc.property(hostileText, fc.constantFrom(...PLACES), (text, { place, block, may }) => {
  const sent = sentFor(english(block(text)));
  const seen = sent.map((request) => readHtml(htmlOf(request)));
  for (const { marked, found, text: shown } of seen) {
    expect(found, `${place}: ${JSON.stringify(shown)}`).toEqual([]);
    expect(marked.filter(({ kind }) => !may.includes(kind))).toEqual([]);
    for (const { kind, text: under, url } of marked) {
      expect(under.trim()).not.toBe('');
      if (kind === 'link') expect(url).toMatch(/^https?:\/\//u);
    }
  }
  if (!['text', 'heading', 'note', 'code'].includes(place)) return;
  expect(words(seen.map((one) => one.text).join(''))).toBe(words(clean(text, 'keep')) || '…');
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  hostileText,
  fc.record({ style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const), text: hostileText }),
  fc.record({ link: fc.oneof(fc.webUrl(), hostileText), text: hostileText }),
);
const content = fc.array(inline, { maxLength: 6 });
const long = fc.tuple(hostileText, fc.nat({ max: 400 })).map(([text, times]) => `${text} `.repeat(times).slice(0, 12_000));
const bytes = fc.uint8Array({ minLength: 1, maxLength: 8 });
const tableOf = (columns: number) =>
  fc.array(fc.array(hostileText, { minLength: columns, maxLength: columns }), { maxLength: 40 }).map(
    (rows): Block => ({
      kind: 'table',
      columns: Array.from({ length: columns }, (_, i) => ({ title: `c${i}`, align: i === 0 ? 'start' : 'end' })),
      rows,
    }),
  );
const narrow = fc.nat({ max: 900 }).map(
  (n): Block => ({
    kind: 'table',
    columns: [
      { title: 'month', align: 'start' },
      { title: 'n', align: 'end' },
    ],
    rows: Array.from({ length: n }, (_, i) => [`<${i}>`, String(i * 7)]),
  }),
);
const action = fc
  .record({
    label: hostileText,
    command: fc.constantFrom('more', 'radius', 'do'),
    args: fc.dictionary(fc.constantFrom('answer', 'km', 'id'), fc.string({ maxLength: 12 })),
  })
  .filter((one) => fits(one));
const { fits = () => true } = createTelegram({
  me: { id: '1', username: 'bot', isCommand: () => false },
  wire: { send: async () => ({ kind: 'sent', message: null }), fetch: async () => ({ kind: 'never', trouble: '' }) },
  conversation: () => '',
  role: () => 'member',
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), content }),
  long.map((text): Block => ({ kind: 'text', content: [text] })),
  fc.record({ kind: fc.constant('heading' as const), text: hostileText }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ content, lines: fc.array(content, { maxLength: 3 }) }), { maxLength: 12 }),
  }),
  tableOf(3),
  narrow,
  fc.record({
    kind: fc.constant('image' as const),
    png: bytes,
    name: fc.constant('map.png'),
    alternative: fc.oneof(hostileText, long),
  }),
  fc.record({
    kind: fc.constant('file' as const),
    data: bytes,
    name: fc.constant('a.csv'),
    mime: fc.constant('text/csv'),
    note: hostileText,
  }),
  fc.record({ kind: fc.constant('note' as const), content, tone: fc.constantFrom('plain' as const, 'warning' as const) }),
  fc.array(action, { maxLength: 120 }).map((actions): Block => ({ kind: 'actions', actions })),
);

/** Whole replies are requests that Telegram takes, with every button, whatever is in them. */
export const withinLimits = fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
  const sent = sentFor(english(...blocks));
  expect(sent.length).toBeGreaterThan(0);
  for (const { method, params } of sent) {
    expect([...faultsOf(method, params), ...judge(method, params)]).toEqual([]);
    const html = htmlOf({ method, params });
    expect(html).not.toMatch(/\p{Cs}|[\u202a-\u202e\u2066\u2067]/u);
    for (const line of html.split('\n')) {
      expect(line.replace(/[^\u2068]/gu, '').length).toBe(line.replace(/[^\u2069]/gu, '').length);
    }
  }
  const offered = blocks.flatMap((one) => (one.kind === 'actions' ? one.actions : []));
  const shown = sent.flatMap(({ params }) => JSON.stringify(params.reply_markup ?? {}).match(/"callback_data"/gu) ?? []);
  expect(shown).toHaveLength(offered.length);
});
