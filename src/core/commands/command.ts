import type { Language } from '../../db/schema/vocabulary.ts';
import type { Memory } from '../conversation/memory.ts';
import type { Core } from '../core.ts';
import type { Member } from '../moderation/team.ts';
import type { Reply } from '../reply/reply.ts';
import type { UserErrorCode } from '../user-error.ts';
import type { Attachment, Pin, Speaker } from './speaker.ts';

export const ROLES = ['member', 'contact', 'moderator', 'lead'] as const;
export type Role = (typeof ROLES)[number];

/** Kinds of options that every platform can carry. `rest`: takes the remainder of a text command. */
export type Option = { required: boolean; rest?: boolean } & (
  | { kind: 'text' }
  | { kind: 'integer'; min?: number; max?: number }
  | { kind: 'choice'; choices: readonly string[] }
);
export type Options = Readonly<Record<string, Option>>;

type ValueOf<T extends Option> = T extends { kind: 'integer' } ? number : string;
export type Args<O extends Options> = {
  [K in keyof O as O[K]['required'] extends true ? K : never]: ValueOf<O[K]>;
} & {
  [K in keyof O as O[K]['required'] extends true ? never : K]?: ValueOf<O[K]>;
};

/** Who asks, where and when; made by an adapter. */
export interface Invocation {
  /** Conversation key: chat and person, e.g. `console:ana`. */
  conversation: string;
  /** What the adapter knows of it; the dispatcher puts the team's in its place. */
  role: Role;
  /** Who of the team speaks, wherever; null: nobody of it. Set by the dispatcher. */
  member?: Member | null;
  /** Why a member of the team has no rights in a chat of it just now. Set by the dispatcher. */
  barred?: UserErrorCode;
  speaker: Speaker;
  /** Names what arrived, the same when a platform delivers it again. Holds ids: to be hashed before it is kept. */
  cause: string;
  /** The `cause` of the message that this one corrects. */
  corrects?: string;
  attachments?: readonly Attachment[];
  pin?: Pin;
  /** That of the person's app, where the platform says it: used when neither the words nor the conversation tell. */
  language?: Language | null;
  /** Day in Asia/Damascus. */
  today: string;
  now: Date;
}

/** The conversation so far, and the language to reply in: the chosen one, else that of the message, else that of the one before. */
export interface Context {
  language: Language;
  memory: Memory;
}

/**
 * A command once, for every platform. Its words are the Fluent message `command-NAME` in every language: the value is the summary,
 * each option has an attribute with its description, `.example` shows one use.
 */
export interface Command<O extends Options = Options> {
  name: string;
  /** In the order in which a text command takes them; required ones first. */
  options: O;
  /** Roles that may run it. */
  access: readonly Role[];
  /** Left out of help and menus: pressed on an answer, not typed. */
  unlisted?: boolean;
  /** Menus offer it only in groups, or only in private chats; left out: in both. */
  offered?: 'groups' | 'private';
  /** Whatever it replies is for the asker alone, and so is that it was asked: some platforms must know before there is a reply. */
  replies?: 'private';
  /** Given without options, in private, it opens a form for all of them where the platform has forms. */
  form?: true;
  run(core: Core, args: Args<O>, invocation: Invocation, context: Context): Promise<Reply>;
}

export const defineCommand = <const O extends Options>(command: Command<O>): Command<O> => command;
