import fc from 'fast-check';
import { expect } from 'vitest';
import { fits } from '../../../src/bots/discord/custom-id.ts';
import { payloadSchema } from '../../../src/bots/discord/payload.ts';
import { renderDiscord } from '../../../src/bots/discord/render.ts';
import type { Block, Inline, Reply } from '../../../src/core/reply/reply.ts';
import { clean } from '../../../src/core/reply/text-safety.ts';
import { hostileText } from '../hostile-text.ts';
import { readMarkdown } from './read-markdown.ts';

export const ROUTE = { kind: 'channel', channel: '10', guild: null, message: '11' } as const;

export const contentsOf = (reply: Reply): string[] =>
  renderDiscord(reply, ROUTE).map(({ payload }) => payloadSchema.parse(payload).body.content);

export const english = (...blocks: Block[]): Reply => ({ language: 'en', blocks, visibility: 'public' });

/** What is left of a text however it is broken into lines and messages. */
const words = (text: string): string => text.replace(/[\s\u2068\u2069]/gu, '');

/** One hostile text in every place where a block takes one, with what it may do there. */
const PLACES: { place: string; block(text: string): Block; may: readonly string[] }[] = [
  { place: 'text', block: (text) => ({ kind: 'text', content: [text] }), may: [] },
  { place: 'heading', block: (text) => ({ kind: 'heading', text }), may: ['heading'] },
  { place: 'note', block: (text) => ({ kind: 'note', tone: 'plain', content: [text] }), may: ['small print'] },
  { place: 'bold', block: (text) => ({ kind: 'text', content: ['at ', { style: 'bold', text }, ' it'] }), may: ['bold'] },
  { place: 'italic', block: (text) => ({ kind: 'text', content: [{ style: 'italic', text }] }), may: ['italic'] },
  { place: 'code', block: (text) => ({ kind: 'text', content: [{ style: 'code', text }] }), may: ['code'] },
  {
    place: 'item',
    block: (text) => ({ kind: 'list', ordered: false, items: [{ content: [text], lines: [[text]] }] }),
    may: ['item'],
  },
  { place: 'numbered item', block: (text) => ({ kind: 'list', ordered: true, items: [{ content: [text] }] }), may: ['item'] },
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
    may: ['code block', 'item', 'bold'],
  },
  { place: 'link text', block: (text) => ({ kind: 'text', content: [{ link: 'https://example.org/a', text }] }), may: ['link'] },
  { place: 'link', block: (text) => ({ kind: 'text', content: [{ link: text, text: 'here' }] }), may: ['link'] },
];

/** Nothing active but what the reply says; in the plain places the words are seen as they were. */
export const inertEverywhere = fc.property(hostileText, fc.constantFrom(...PLACES), (text, { place, block, may }) => {
  const contents = contentsOf(english(block(text)));
  for (const content of contents) {
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(content).not.toMatch(/@everyone|@here|<@[!&]?\d|<#\d/u);
    const { active } = readMarkdown(content);
    expect(
      active.filter(({ kind }) => !may.includes(kind)),
      `${place}: ${JSON.stringify(content)}`,
    ).toEqual([]);
    for (const { kind, text: shown } of active) if (kind === 'link') expect(shown).not.toMatch(/^\s*$/u);
  }
  if (!['text', 'heading', 'note', 'bold', 'italic', 'code'].includes(place)) return;
  const seen = words(contents.map((content) => readMarkdown(content).text).join(''));
  const wanted = words(clean(text, 'keep')) || (place === 'bold' ? '' : '…');
  expect(seen, JSON.stringify(contents)).toBe(place === 'bold' ? `at${wanted}it` : wanted);
});

const inline: fc.Arbitrary<Inline> = fc.oneof(
  hostileText,
  fc.record({ style: fc.constantFrom('bold' as const, 'italic' as const, 'code' as const), text: hostileText }),
  fc.record({ link: fc.oneof(fc.webUrl(), hostileText), text: hostileText }),
);
const content = fc.array(inline, { maxLength: 6 });
const cells = fc.array(fc.array(hostileText, { minLength: 3, maxLength: 3 }), { maxLength: 40 });
const bytes = fc.uint8Array({ maxLength: 8 });
const action = fc.record({
  label: hostileText,
  command: fc.constantFrom('more', 'radius', 'ask'),
  args: fc.dictionary(fc.constantFrom('answer', 'km', 'offset'), fc.string({ maxLength: 12 })),
});

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), content }),
  fc.record({ kind: fc.constant('heading' as const), text: hostileText }),
  fc.record({
    kind: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ content, lines: fc.array(content, { maxLength: 3 }) }), { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: hostileText, value: content }), { maxLength: 8 }),
  }),
  cells.map(
    (rows): Block => ({
      kind: 'table',
      columns: [
        { title: 'what', align: 'start' },
        { title: 'n', align: 'end' },
        { title: '', align: 'end' },
      ],
      rows,
    }),
  ),
  fc.record({ kind: fc.constant('image' as const), png: bytes, name: hostileText, alternative: hostileText }),
  fc.record({
    kind: fc.constant('file' as const),
    data: bytes,
    name: hostileText,
    mime: fc.constant('text/csv'),
    note: hostileText,
  }),
  fc.record({ kind: fc.constant('note' as const), content, tone: fc.constantFrom('plain' as const, 'warning' as const) }),
  fc.array(action, { maxLength: 30 }).map((actions): Block => ({ kind: 'actions', actions })),
);

const hasRoom = (reply: Reply): boolean => reply.blocks.every((one) => one.kind !== 'actions' || one.actions.every(fits));

/** Whole replies keep to every limit, and to the bidi rules, whatever is in them. */
export const withinLimits = fc.property(fc.array(block, { maxLength: 10 }), (blocks) => {
  const reply = english(...blocks);
  fc.pre(hasRoom(reply));
  const messages = renderDiscord(reply, ROUTE);
  expect(messages.length).toBeGreaterThan(0);
  for (const { payload, files } of messages) {
    const { body } = payloadSchema.parse(payload);
    expect(body.content.length).toBeLessThanOrEqual(2000);
    expect(body.content.trim() !== '' || files.length > 0).toBe(true);
    expect(body.content).not.toMatch(/\p{Cs}|[\u202a-\u202e\u2066\u2067]/u);
    for (const line of body.content.split('\n')) {
      expect(line.replace(/[^\u2068]/gu, '').length).toBe(line.replace(/[^\u2069]/gu, '').length);
    }
    expect(body.components.length).toBeLessThanOrEqual(5);
    expect(body.attachments.map(({ filename }) => filename)).toEqual([
      ...new Set(body.attachments.map(({ filename }) => filename)),
    ]);
    expect(body.attachments.length).toBe(files.length);
    const active = readMarkdown(body.content).active.map(({ kind }) => kind);
    expect(
      active.filter((kind) =>
        ['mention', 'command', 'timestamp', 'emoji', 'invitation', 'spoiler', 'strike', 'underline', 'quote'].includes(kind),
      ),
    ).toEqual([]);
  }
});
