import type { Language } from '../../db/schema/vocabulary.ts';
import type { Reply } from '../reply/reply.ts';

export const ROLES = ['member', 'contact', 'moderator', 'lead'] as const;
export type Role = (typeof ROLES)[number];

/** Kinds of options that every platform can carry. `rest`: takes the remainder of a text command. */
export type Option = { required: boolean; rest?: boolean } & (
  | { kind: 'text' }
  | { kind: 'integer'; min?: number; max?: number }
  | { kind: 'choice'; choices: readonly string[] }
);

export type Args<O extends Record<string, Option>> = {
  [K in keyof O as O[K]['required'] extends true ? K : never]: O[K]['kind'] extends 'integer' ? number : string;
} & {
  [K in keyof O as O[K]['required'] extends true ? never : K]?: O[K]['kind'] extends 'integer' ? number : string;
};

/** Who asks, where and when; made by an adapter. */
export interface Invocation {
  /** Conversation key: chat and person, e.g. `console:ana`. */
  conversation: string;
  role: Role;
  /** Day in Asia/Damascus. */
  today: string;
  now: Date;
}

export interface Command<Core, O extends Record<string, Option> = Record<string, Option>> {
  name: string;
  options: O;
  /** Roles that may run it. */
  access: readonly Role[];
  /** Summary, option descriptions and examples are Fluent messages `command-NAME…` in every language. */
  run(core: Core, args: Args<O>, invocation: Invocation, language: Language): Promise<Reply>;
}

export const defineCommand = <Core, const O extends Record<string, Option>>(command: Command<Core, O>): Command<Core, O> =>
  command;
