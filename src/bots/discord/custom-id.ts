import type { RawArgs } from '../../core/commands/arguments.ts';
import type { Action } from '../../core/reply/reply.ts';
import { CUSTOM_ID } from './limits.ts';

/** A command does not fit behind a button: what makes it must name its answer by id instead of spelling it out. */
export class CustomIdTooLong extends Error {
  constructor(command: string, length: number) {
    super(`a button for /${command} needs ${length} characters of ${CUSTOM_ID}`);
    this.name = 'CustomIdTooLong';
  }
}

const escaped = (value: string): string => value.replace(/[%;=]/gu, (c) => `%${c.charCodeAt(0).toString(16)}`);
const unescaped = (value: string): string =>
  value.replace(/%(25|3b|3d)/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

type Doing = Pick<Action, 'command' | 'args'>;

const written = ({ command, args }: Doing): string =>
  [command, ...Object.entries(args).map(([name, value]) => `${name}=${escaped(value)}`)].join(';');

/** Whether an action can travel behind a button. */
export const fits = (action: Doing): boolean => written(action).length <= CUSTOM_ID;

/** `more;answer=0f3c;offset=10`: what pressing does, in at most 100 characters. Throws CustomIdTooLong; never shortens. */
export function customId(action: Doing): string {
  const id = written(action);
  if (id.length > CUSTOM_ID) throw new CustomIdTooLong(action.command, id.length);
  return id;
}

/** Null where it is not one of ours. What it names is checked like anything that a person types. */
export function readCustomId(id: string): { command: string; args: RawArgs } | null {
  const [command = '', ...pairs] = id.split(';');
  if (!/^[a-z-]{1,32}$/u.test(command)) return null;
  const args: Record<string, string> = {};
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    if (at < 1) return null;
    args[pair.slice(0, at)] = unescaped(pair.slice(at + 1));
  }
  return { command, args };
}

/** The part of an action that is the same for all who press it. */
export const sameAction = (a: Action, b: Action): boolean =>
  a.command === b.command && JSON.stringify(a.args) === JSON.stringify(b.args);
