import type { Block, BlockOf, Inline, Reply } from '../../core/reply/reply.ts';
import { clean } from '../../core/reply/text-safety.ts';
import type { Outgoing } from '../delivery/adapter.ts';
import { splitInlines } from '../split-text.ts';
import { rowsOf } from './buttons.ts';
import { chatOf } from './channels.ts';
import { CONTENT, FILE_DESCRIPTION } from './limits.ts';
import { codeBlock, inlineMarkdown, line } from './markdown.ts';
import { type Draft, emptyDraft, messagesOf } from './pages.ts';
import type { Payload, Route } from './payload.ts';
import { alignedLines, asList } from './table.ts';

/** How a paragraph begins, on its first line and on the others. */
interface Lead {
  first: string;
  rest: string;
}
const NO_LEAD: Lead = { first: '', rest: '' };

function cleaned(inline: Inline): Inline {
  if (typeof inline === 'string') return clean(inline, 'keep');
  const text = clean(inline.text, 'keep');
  return 'link' in inline ? { link: clean(inline.link).replace(/\s/gu, ''), text } : { ...inline, text };
}

/** A content cut at its line breaks. */
function paragraphs(content: readonly Inline[]): Inline[][] {
  const all: Inline[][] = [[]];
  for (const inline of content.map(cleaned)) {
    const text = typeof inline === 'string' ? inline : inline.text;
    text.split('\n').forEach((piece, i) => {
      if (i > 0) all.push([]);
      all.at(-1)?.push(typeof inline === 'string' ? piece : { ...inline, text: piece });
    });
  }
  return all.filter((paragraph) => paragraph.some((inline) => (typeof inline === 'string' ? inline : inline.text).trim() !== ''));
}

/** Markdown lines of at most `CONTENT` characters, each with its lead. */
function flow(content: readonly Inline[], lead: Lead = NO_LEAD): string[] {
  const longest = CONTENT - Math.max(lead.first.length, lead.rest.length);
  return paragraphs(content)
    .flatMap((paragraph) => splitInlines(paragraph, longest, (piece) => line(inlineMarkdown(piece)).length))
    .map((piece, i) => (i === 0 ? lead.first : lead.rest) + line(inlineMarkdown(piece)));
}

const everywhere = (lead: string): Lead => ({ first: lead, rest: lead });

/** As many rows as fit, each stretch below its own titles. */
function codeBlocks({ head, lines }: { head: string[]; lines: string[] }): string[] {
  const blocks: string[] = [];
  let held: string[] = [];
  for (const text of lines) {
    if (held.length > 0 && codeBlock([...head, ...held, text]).length > CONTENT) {
      blocks.push(codeBlock([...head, ...held]));
      held = [];
    }
    held.push(text);
  }
  return held.length === 0 && head.length === 0 ? blocks : [...blocks, codeBlock([...head, ...held])];
}

const small = (content: readonly Inline[]): string[] => flow(content, everywhere('-# '));

const listLines = (block: BlockOf<'list'>): string[] =>
  block.items.flatMap((item, i) => {
    const mark = block.ordered ? `${(block.start ?? 1) + i}. ` : '- ';
    const rest = ' '.repeat(mark.length);
    return [
      ...flow(item.content, { first: mark, rest }),
      ...(item.lines ?? []).flatMap((content) => flow(content, everywhere(rest))),
    ];
  });

const text = (lines: string[]): Draft => ({ ...emptyDraft, lines });

function image({ png, name, alternative }: BlockOf<'image'>): Draft {
  const [description = ''] = splitInlines([clean(alternative)], FILE_DESCRIPTION, ([words]) => String(words ?? '').length).map(
    (piece) => piece.join(''),
  );
  const whole = description === clean(alternative).trimEnd();
  // a description that is too long stands below the picture, whole
  return {
    ...emptyDraft,
    lines: whole ? [] : small([alternative]),
    files: [{ name, mime: 'image/png', data: png, description }],
  };
}

/** Every kind of block has its markdown: a new kind does not compile without. */
const renderers = {
  text: ({ content }) => text(flow(content)),
  heading: ({ text: words }) => text(flow([clean(words, 'keep').replace(/\s+/gu, ' ')], everywhere('### '))),
  list: (block) => text(listLines(block)),
  facts: ({ facts }) => text(facts.flatMap(({ label, value }) => flow([{ style: 'bold', text: `${label}:` }, ' ', ...value]))),
  table: (block) => {
    const aligned = alignedLines(block);
    return text(aligned ? codeBlocks(aligned) : listLines(asList(block)));
  },
  image,
  file: ({ data, name, mime, note }) => ({ ...text(small([note])), files: [{ name, mime, data, description: '' }] }),
  note: ({ content, tone }) => text(small(tone === 'warning' ? ['⚠ ', ...content] : content)),
  actions: ({ actions }) => ({ ...emptyDraft, actions }),
} satisfies { [K in Block['kind']]: (block: BlockOf<K>) => Draft };

// TypeScript cannot see that a block's kind picks the renderer of that kind
const draftOf = (block: Block): Draft => (renderers[block.kind] as (block: Block) => Draft)(block);

/**
 * A reply as Discord messages: text as markdown in which nothing that came from elsewhere is active, pictures and files as uploads,
 * actions as buttons. Splits at Discord's limits. Throws CustomIdTooLong where an action does not fit behind a button.
 */
export function renderDiscord(reply: Reply, route: Route): Outgoing[] {
  const drafts = reply.blocks.map((block) => ({ kind: block.kind, ...draftOf(block) }));
  return messagesOf(drafts).map(({ content, files, actions }, part) => {
    const payload: Payload = {
      route,
      part,
      hidden: reply.visibility !== 'public',
      body: {
        content,
        components: rowsOf(actions).map((row) => ({ ...row })),
        attachments: files.map(({ name, description }, i) => ({
          id: String(i),
          filename: name,
          ...(description === '' ? {} : { description }),
        })),
      },
    };
    return { chat: chatOf(payload), payload, files: files.map(({ name, mime, data }) => ({ name, mime, data })) };
  });
}
