import { remembered } from '../gazetteer/remembered.ts';
import { displayWidth } from './display-width.ts';
import { withoutIsolates } from './isolates.ts';
import { type Run, wrap } from './lines.ts';
import type { Block, BlockOf, Inline, Reply } from './reply.ts';

export interface TextOptions {
  /** Columns; Infinity: lines are never broken. */
  width: number;
  /** Terminal colours and weights. */
  colour: boolean;
  /** Direction isolates: many terminals show them as boxes or do without. */
  isolates?: 'keep' | 'strip';
  /** Where a picture or file was saved; null: it was not. */
  saved?: (block: BlockOf<'image'> | BlockOf<'file'>) => string | null;
  /** Buttons mean nothing in a file. */
  actions?: 'show' | 'hide';
}

const STYLES = {
  bold: '\u001b[1m',
  italic: '\u001b[3m',
  code: '\u001b[36m',
  link: '\u001b[4m',
  dim: '\u001b[2m',
  warning: '\u001b[33m',
};

const PRINTED = /^[\x20-\x7e]*$/;

/** Whoever wrote a text, no control character of it reaches the terminal. */
const harmless = (text: string): string =>
  PRINTED.test(text)
    ? text
    : text
        .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
        .replace(/\t/gu, ' ')
        .replace(/(?!\n)[\p{Cc}\p{Cs}]/gu, '');

function runsOf(content: readonly Inline[], base: string): Run[] {
  return content.map((inline) => {
    if (typeof inline === 'string') return { text: harmless(inline), code: base };
    if ('link' in inline) {
      const link = harmless(inline.link).replace(/\s/gu, '');
      return { text: inline.text === '' ? link : `${harmless(inline.text)} <${link}>`, code: base + STYLES.link };
    }
    return { text: harmless(inline.text), code: base + STYLES[inline.style] };
  });
}

/** Runs cut at the line breaks inside them. */
function paragraphs(runs: Run[]): Run[][] {
  const all: Run[][] = [[]];
  for (const { text, code } of runs) {
    text.split('\n').forEach((piece, i) => {
      if (i > 0) all.push([]);
      all.at(-1)?.push({ text: piece, code });
    });
  }
  return all;
}

interface Page {
  options: TextOptions;
  flow(content: readonly Inline[], lead?: { first: string; rest: string }, style?: keyof typeof STYLES): string[];
}

const page = (options: TextOptions): Page => ({
  options,
  flow: (content, lead = { first: '', rest: '' }, style) => {
    const runs = runsOf(content, style ? STYLES[style] : '').map((run) => (options.colour ? run : { ...run, code: '' }));
    return paragraphs(runs).flatMap((paragraph, i) =>
      wrap(paragraph, options.width, i === 0 ? lead : { first: lead.rest, rest: lead.rest }),
    );
  },
});

const oneLine = (text: string) => harmless(text).replaceAll('\n', ' ').trim();

function tableLines(block: BlockOf<'table'>, { options, flow }: Page): string[] {
  const titles = block.columns.map((column) => oneLine(column.title));
  const rows = block.rows.map((row) => titles.map((_, i) => oneLine(row[i] ?? '')));
  const widths = titles.map((title, i) => Math.max(displayWidth(title), ...rows.map((row) => displayWidth(row[i] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  if (total > options.width) {
    // too narrow for columns: each row as a line of its own, titled
    return rows.flatMap((row) =>
      flow([row.map((cell, i) => (i === 0 ? cell : `${titles[i]} ${cell}`)).join(' · ')], { first: '', rest: '  ' }),
    );
  }
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - displayWidth(cell));
        return block.columns[i]?.align === 'end' ? blank + cell : cell + blank;
      })
      .join('  ')
      .trimEnd();
  const head = titles.some((title) => title !== '')
    ? [options.colour ? `${STYLES.dim}${line(titles)}\u001b[0m` : line(titles)]
    : [];
  return [...head, ...rows.map(line)];
}

const attached = (block: BlockOf<'image'> | BlockOf<'file'>, words: string, { options, flow }: Page): string[] => {
  const at = options.saved?.(block) ?? block.name;
  return flow([words === '' ? at : `${words} [${at}]`]);
};

/** Every kind of block has its lines: a new kind does not compile without. */
const renderers = {
  text: (block, { flow }) => flow(block.content),
  heading: (block, { flow }) => flow([block.text], undefined, 'bold'),
  list: (block, { flow }) =>
    block.items.flatMap((item, i) => {
      const mark = block.ordered ? `${(block.start ?? 1) + i}. ` : '• ';
      const rest = ' '.repeat(mark.length);
      return [
        ...flow(item.content, { first: mark, rest }),
        ...(item.lines ?? []).flatMap((line) => flow(line, { first: rest, rest })),
      ];
    }),
  facts: (block, { flow }) =>
    block.facts.flatMap(({ label, value }) =>
      flow([{ style: 'bold', text: `${label}:` }, ' ', ...value], { first: '', rest: '  ' }),
    ),
  table: tableLines,
  image: (block, page) => attached(block, block.alternative, page),
  file: (block, page) => attached(block, block.note, page),
  note: (block, { flow }) => flow(block.content, undefined, block.tone === 'warning' ? 'warning' : 'dim'),
  actions: (block, { flow, options }) =>
    options.actions === 'hide' ? [] : flow([block.actions.map(({ label }) => `[${label}]`).join(' ')]),
} satisfies { [K in Block['kind']]: (block: BlockOf<K>, page: Page) => string[] };

// TypeScript cannot see that a block's kind picks the renderer of that kind
const linesOf = (block: Block, on: Page): string[] =>
  (renderers[block.kind] as (block: Block, page: Page) => string[])(block, on);

/** The reply as plain text: for terminals, files and tests, and what a platform falls back on. Never throws; holds every block. */
export function renderText(reply: Reply, options: TextOptions): string {
  const on = page({ ...options, width: Math.max(1, options.width) });
  return joined(reply, options, (block) => linesOf(block, on));
}

function joined(reply: Reply, options: TextOptions, linesIn: (block: Block) => string[]): string {
  let text = '';
  let before: Block['kind'] | null = null;
  for (const block of reply.blocks) {
    const lines = linesIn(block);
    if (lines.length === 0) continue;
    // small print stands together, a heading or a sentence that ends in a colon by what it heads
    const together =
      before === 'heading' || (before === 'note' && block.kind === 'note') || (before === 'text' && text.endsWith(':'));
    const gap = before === null ? '' : together ? '\n' : '\n\n';
    text += gap + lines.join('\n');
    before = block.kind;
  }
  return options.isolates === 'strip' ? withoutIsolates(text) : text;
}

const COMPACT: TextOptions = { width: Number.POSITIVE_INFINITY, colour: false, actions: 'hide' };
const withoutBlankLines = (text: string) => text.replace(/\n{2,}/gu, '\n');

/** For files and scripts: one line a paragraph, no blank lines, no buttons. */
export const compactText = (reply: Reply): string => withoutBlankLines(renderText(reply, COMPACT));

/** How long the compact text is, for replies that have most of their blocks in common: each is written once. */
export function compactLengths(): (reply: Reply) => number {
  const on = page(COMPACT);
  const linesIn = remembered((block: Block) => linesOf(block, on));
  return (reply) => withoutBlankLines(joined(reply, COMPACT, linesIn)).length;
}
