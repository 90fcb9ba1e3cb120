import type { Action, Block, BlockOf, Inline, Reply } from '../../core/reply/reply.ts';
import { clean } from '../../core/reply/text-safety.ts';
import type { Occasion, Outgoing } from '../delivery/adapter.ts';
import { splitInlines } from '../split-text.ts';
import { encodeAction } from './actions.ts';
import { labelText, preformatted, toHtml } from './html.ts';
import { LIMITS } from './limits.ts';
import { alignedLines, rowInWords } from './table.ts';

/** Where a reply goes. */
export interface Route {
  chat: string;
  /** A group's topic. */
  thread: number | null;
  replyTo: number | null;
}

/** A request to the Bot API; `file`: the field that carries the attached file. */
export interface Request {
  method:
    | 'sendMessage'
    | 'sendPhoto'
    | 'sendDocument'
    | 'deleteMessage'
    | 'editMessageText'
    | 'editMessageMedia'
    | 'setMyCommands'
    | 'deleteMyCommands';
  body: Record<string, unknown>;
  file: 'photo' | 'document' | 'media_file' | null;
}

const sizeOf = (content: readonly Inline[]) => toHtml(content).length;

const cleaned = (inline: Inline): Inline =>
  typeof inline === 'string' ? clean(inline, 'keep') : { ...inline, text: clean(inline.text, 'keep') };

/** HTML of at most so many characters each, none of it empty. Cleaned as a whole: what a text hides must not show where it is cut. */
const pieces = (content: readonly Inline[], limit: number): string[] =>
  splitInlines(content.map(cleaned), limit, sizeOf)
    .map(toHtml)
    .filter((html) => html.trim() !== '');

const paragraph = (content: readonly Inline[]): string[] => pieces(content, LIMITS.text);

/** As many rows as fit, each stretch below its titles. */
function tableHtml(table: BlockOf<'table'>): string[] {
  const aligned = alignedLines(table);
  if (!aligned) return table.rows.flatMap((row) => paragraph([rowInWords(table, row)]));
  const { head, lines } = aligned;
  const stretches: string[][] = [[]];
  for (const line of lines) {
    const held = stretches.at(-1);
    if (held && (held.length === 0 || preformatted([head, ...held, line].join('\n')).length <= LIMITS.text)) held.push(line);
    else stretches.push([line]);
  }
  return stretches.map((stretch) => preformatted([head, ...stretch].join('\n')));
}

const emphasised = (content: readonly Inline[]): Inline[] =>
  content.map((inline) => (typeof inline === 'string' ? { style: 'italic', text: inline } : inline));

/** Every kind of block has its text: a new kind does not compile without. Pictures, files and buttons are sent by `renderTelegram`. */
const TEXTS = {
  text: ({ content }) => paragraph(content),
  heading: ({ text }) => paragraph([{ style: 'bold', text }]),
  list: ({ items, ordered, start = 1 }) =>
    items.flatMap(({ content, lines = [] }, i) => [
      ...paragraph([ordered ? `${start + i}. ` : '• ', ...content]),
      ...lines.flatMap((line) => paragraph(['   ', ...line])),
    ]),
  facts: ({ facts }) => facts.flatMap(({ label, value }) => paragraph([{ style: 'bold', text: `${label}:` }, ' ', ...value])),
  table: tableHtml,
  image: () => [],
  file: () => [],
  note: ({ content, tone }) => paragraph(tone === 'warning' ? ['⚠ ', ...content] : emphasised(content)),
  actions: () => [],
} satisfies { [K in Block['kind']]: (block: BlockOf<K>) => string[] };

// TypeScript cannot see that a block's kind picks the renderer of that kind
const textsOf = (block: Block): string[] => (TEXTS[block.kind] as (block: Block) => string[])(block);

/** Paragraphs put together into messages as long as they may be. */
function together(paragraphs: readonly string[]): string[] {
  const messages: string[] = [];
  for (const html of paragraphs) {
    const last = messages.at(-1);
    if (last !== undefined && last.length + 1 + html.length <= LIMITS.text) messages[messages.length - 1] = `${last}\n${html}`;
    else messages.push(html);
  }
  return messages;
}

/** Two buttons side by side where their labels are short enough to be read on a phone. */
function keyboard(actions: readonly Action[]) {
  const rows: { text: string; callback_data: string }[][] = [];
  for (const action of actions) {
    const button = { text: labelText(action.label), callback_data: encodeAction(action) };
    const row = rows.at(-1);
    const letters = [...(row ?? []), button].reduce((sum, { text }) => sum + [...text].length, 0);
    if (row && row.length < LIMITS.buttonsInRow && letters <= LIMITS.rowLetters) row.push(button);
    else rows.push([button]);
  }
  return { inline_keyboard: rows };
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));

const messageRequest = (text: string): Request => ({
  method: 'sendMessage',
  body: { text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } },
  file: null,
});

/** A picture or file with as much of its words as a caption takes; the rest follows. */
function attachment(block: BlockOf<'image'> | BlockOf<'file'>): { request: Request; files: Outgoing['files'] }[] {
  const words = block.kind === 'image' ? block.alternative : block.note;
  const [caption = '', ...more] = pieces([words], LIMITS.caption);
  const [method, file] = block.kind === 'image' ? (['sendPhoto', 'photo'] as const) : (['sendDocument', 'document'] as const);
  const attached =
    block.kind === 'image'
      ? { name: block.name, mime: 'image/png', data: block.png }
      : { name: block.name, mime: block.mime, data: block.data };
  return [
    { request: { method, body: caption === '' ? {} : { caption, parse_mode: 'HTML' }, file }, files: [attached] },
    ...more.map((text) => ({ request: messageRequest(text), files: [] })),
  ];
}

/** A reply as requests, in the order in which they are sent. Buttons stand under the last text. Throws RangeError where a button does not fit. */
export function renderTelegram(
  reply: Reply,
  { chat, thread, replyTo }: Route,
  { posted }: Occasion = { posted: false },
): Outgoing[] {
  const texts = together(reply.blocks.flatMap(textsOf));
  const attachments = reply.blocks.flatMap((block) => (block.kind === 'image' || block.kind === 'file' ? attachment(block) : []));
  const keyboards = chunks(
    reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : [])),
    LIMITS.buttons,
  ).map(keyboard);
  // buttons need a message to stand under
  const without = Math.max(0, keyboards.length - texts.length, texts.length + attachments.length === 0 ? 1 : 0);
  const messages = [...texts, ...Array.from({ length: without }, () => '…')].map(messageRequest);
  keyboards.forEach((markup, i) => {
    const under = messages[messages.length - keyboards.length + i];
    if (under) under.body.reply_markup = markup;
  });
  const address = {
    chat_id: chat,
    ...(thread === null ? {} : { message_thread_id: thread }),
    ...(replyTo === null ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
    // cards and words of contacts are not to be forwarded or saved
    ...(posted ? { protect_content: true } : {}),
  };
  return [...messages.map((request) => ({ request, files: [] })), ...attachments].map(({ request, files }) => ({
    chat,
    payload: { ...request, body: { ...address, ...request.body } },
    files,
  }));
}
