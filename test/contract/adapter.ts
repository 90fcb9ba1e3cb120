import type { Core } from '../../src/core/core.ts';
import type { Destination } from '../../src/core/post.ts';
import type { Action, Reply } from '../../src/core/reply/reply.ts';
import { renderText } from '../../src/core/reply/reply-text.ts';

export interface SeenFile {
  name: string;
  data: Buffer;
}

/** What one message or press brought, as a person sees it: all messages of the answer together. */
export interface Seen {
  text: string;
  /** Labels of what can be pressed. */
  buttons: string[];
  files: SeenFile[];
}

/** Somebody alone with dalil. A word that begins with a slash is given as the platform gives commands. */
export interface Chat {
  says(text: string): Promise<Seen>;
  /** Presses the button of the last answer that has one so called. */
  presses(label: string): Promise<Seen>;
  /** Where words of ours reach this chat. */
  place: Destination;
  /** What the bot said and still stands there once nothing is under way; at the console what is new. */
  standing(): Promise<Seen>;
  /** Sends something without words, as far as the platform can, and resolves when it is answered. */
  sharesPhoto?(data: Buffer): Promise<void>;
  sharesPin?(lat: number, lon: number): Promise<void>;
}

/** dalil at work behind one adapter. */
export interface Bot {
  /** Somebody whom it does not know yet. */
  newcomer(): Chat;
  /** Names of the commands that the platform offers while one types. */
  offered(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface Adapter {
  name: string;
  /** Called again after `stop`, it goes on over the same store and in the same chats. */
  start(core: Core): Promise<Bot>;
}

/** What is said, without how it is set: markup, bullets, direction marks and line breaks are the platform's own. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u2060\u2066-\u2069\u200e\u200f]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** The words of a reply after the plain rendering; where a link leads is markup. */
export const wordsOfReply = (reply: Reply): string =>
  wordsOf(
    renderText(reply, { width: Number.POSITIVE_INFINITY, colour: false, actions: 'hide', saved: () => '' }).replace(
      / <https?:[^>\s]+>/gu,
      '',
    ),
  );

export const actionsOf = (reply: Reply): Action[] =>
  reply.blocks.flatMap((block) => (block.kind === 'actions' ? block.actions : []));

/** Names of files end in letters of chance. */
const withoutChance = (name: string): string => name.replace(/-[0-9a-f]{6}(?=\.\w+$)/u, '');

export const named = ({ name, data }: SeenFile): SeenFile => ({ name: withoutChance(name), data });

export const filesOf = (reply: Reply): SeenFile[] =>
  reply.blocks.flatMap((block) => {
    if (block.kind === 'image') return [{ name: block.name, data: Buffer.from(block.png) }];
    return block.kind === 'file' ? [{ name: block.name, data: Buffer.from(block.data) }] : [];
  });
