import type { Action, Block } from '../../core/reply/reply.ts';
import { CONTENT, FILE_BYTES, FILES } from './limits.ts';

interface Upload {
  name: string;
  mime: string;
  data: Uint8Array;
  description: string;
}

/** What one block adds to a message: lines that are not divided any more, uploads, buttons. */
export interface Draft {
  lines: string[];
  files: Upload[];
  actions: Action[];
}
export const emptyDraft: Draft = { lines: [], files: [], actions: [] };

interface Message {
  content: string;
  files: Upload[];
  actions: Action[];
}

/** Shown where a reply has no words of its own: Discord takes no empty message. */
const NOTHING = '…';

/** Letters, digits and a few marks: what every system stores. Equal names in one message get a number. */
function fileName(name: string, taken: readonly Upload[]): string {
  const safe =
    name
      .replace(/[^\p{L}\p{N}._-]+/gu, '-')
      .replace(/^[.-]+/u, '')
      .slice(-100) || 'file';
  const dot = safe.lastIndexOf('.') > 0 ? safe.lastIndexOf('.') : safe.length;
  let free = safe;
  for (let n = 2; taken.some((file) => file.name === free); n++) free = `${safe.slice(0, dot)}-${n}${safe.slice(dot)}`;
  return free;
}

/** Small print stands together, and a heading by what it heads. */
const gap = (before: Block['kind'] | null, kind: Block['kind'], first: boolean): string =>
  !first || before === 'heading' || (before === 'note' && kind === 'note') ? '\n' : '\n\n';

const isEmpty = ({ content, files, actions }: Message): boolean => content === '' && files.length === 0 && actions.length === 0;
const bytesOf = (files: readonly Upload[]): number => files.reduce((sum, { data }) => sum + data.byteLength, 0);

/** Puts drafts into as few messages as their limits allow, in order. Buttons stand on the message of the lines before them. */
export function messagesOf(drafts: readonly (Draft & { kind: Block['kind'] })[]): Message[] {
  const messages: Message[] = [];
  let open: Message = { content: '', files: [], actions: [] };
  let before: Block['kind'] | null = null;
  const turn = () => {
    if (!isEmpty(open)) messages.push(open);
    open = { content: '', files: [], actions: [] };
  };
  for (const { kind, lines, files, actions } of drafts) {
    for (const file of files) {
      if (open.files.length === FILES || bytesOf([...open.files, file]) > FILE_BYTES) turn();
      open.files.push({ ...file, name: fileName(file.name, open.files) });
    }
    lines.forEach((line, i) => {
      const joint = open.content === '' ? '' : gap(before, kind, i === 0);
      if (open.content.length + joint.length + line.length > CONTENT) turn();
      open.content += open.content === '' ? line : joint + line;
    });
    open.actions.push(...actions);
    if (lines.length > 0) before = kind;
  }
  turn();
  if (messages.length === 0) return [{ content: NOTHING, files: [], actions: [] }];
  return messages.map((message) =>
    message.content === '' && message.files.length === 0 ? { ...message, content: NOTHING } : message,
  );
}
