import type { Invocation, Role } from '../../core/commands/command.ts';
import type { Dispatch, Said } from '../../core/commands/dispatch.ts';
import { consoleSpeaker } from '../../core/commands/speaker.ts';
import type { Reply } from '../../core/reply/reply.ts';
import type { TextOptions } from '../../core/reply/reply-text.ts';
import { saveAttachments } from './attachments.ts';
import { type Brought, brought } from './brought.ts';
import type { Mail } from './mail.ts';
import { actionsOf, pressed } from './press.ts';
import { renderConsole } from './render.ts';

export interface ConsoleDeps {
  dispatch: Dispatch;
  mail: Mail;
  /** Fetches the files that were named. */
  fetchFiles(): Promise<void>;
  /** Different names are different people. */
  user: string;
  /** Names their conversation, and nobody in it. */
  conversation: string;
  role: Role;
  /** The day that counts as today, Asia/Damascus. */
  today(): string;
  clock(): Date;
  home: string;
  newId(): string;
  /** Asked before each reply: a terminal's width changes. */
  look(): Pick<TextOptions, 'width' | 'colour' | 'isolates'>;
}

/** A picture or a file belongs to the answer above it, whose buttons are still in sight. */
const isAttachment = ({ blocks }: Reply) => blocks.length > 0 && blocks.every(({ kind }) => kind === 'image' || kind === 'file');

/** One person at a terminal: a message in, the reply's text out. */
export interface Console {
  answer(message: string): Promise<string>;
  show(reply: Reply): string;
}

export function createConsole(deps: ConsoleDeps): Console {
  function show(reply: Reply): string {
    return renderConsole(reply, { ...deps.look(), saved: saveAttachments(reply, deps.home) });
  }

  async function read(message: string): Promise<{ said: Said } & Omit<Brought, 'text'>> {
    const action = pressed(message, await deps.mail.offered());
    if (action) return { said: { command: action.command, args: action.args }, attachments: [], pin: null };
    const { text, ...others } = await brought(message);
    return { said: { text }, ...others };
  }

  return {
    show,
    async answer(message) {
      const { said, attachments, pin } = await read(message);
      const invocation: Invocation = {
        conversation: deps.conversation,
        role: deps.role,
        speaker: consoleSpeaker(deps.user),
        cause: `console:${deps.newId()}`,
        today: deps.today(),
        now: deps.clock(),
        ...(attachments.length > 0 ? { attachments } : {}),
        ...(pin ? { pin } : {}),
      };
      const reply = await deps.dispatch(invocation, said);
      if (attachments.length > 0) await deps.fetchFiles();
      const before = await deps.mail.take();
      const whole = { ...reply, blocks: [...before.flatMap(({ blocks }) => blocks), ...reply.blocks] };
      if (!isAttachment(whole)) await deps.mail.offer(actionsOf(whole));
      return show(whole);
    },
  };
}
