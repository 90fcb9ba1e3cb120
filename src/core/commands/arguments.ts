import { UserError } from '../user-error.ts';
import type { Command, Option } from './command.ts';

/** By option name, as a platform delivered them: still text. */
export type RawArgs = Readonly<Record<string, string>>;

/** As much of a command as its words are read by. */
type Described = Pick<Command, 'name' | 'options'>;

/** Splits what follows a text command into its options: one word each, in order; a `rest` option takes all that remains. */
export function splitWords({ name: command, options }: Described, text: string): RawArgs {
  const raw: Record<string, string> = {};
  let left = text.trim();
  for (const [name, option] of Object.entries(options)) {
    if (left === '') break;
    const word = option.rest ? left : (/^\S+/u.exec(left)?.[0] ?? left);
    raw[name] = word;
    left = left.slice(word.length).trim();
  }
  if (left !== '') throw new UserError('too-many-words', { command, words: left });
  return raw;
}

/** Which option of which command, for the sentence that says what is wrong with it. */
interface Where {
  command: string;
  option: string;
}

function readInteger({ min, max }: { min?: number; max?: number }, said: string, where: Where): number {
  if (!/^[+-]?\d{1,15}$/.test(said)) throw new UserError('not-an-integer', { ...where, said });
  const value = Number(said);
  if (min !== undefined && value < min) throw new UserError('integer-too-small', { ...where, min });
  if (max !== undefined && value > max) throw new UserError('integer-too-large', { ...where, max });
  return value;
}

function readChoice(choices: readonly string[], said: string, where: Where): string {
  const chosen = choices.find((choice) => choice.toLowerCase() === said.toLowerCase());
  if (chosen === undefined) throw new UserError('not-a-choice', { ...where, said, choices: choices.join(', ') });
  return chosen;
}

function readOption(option: Option, said: string, where: Where): string | number {
  switch (option.kind) {
    case 'text':
      return said;
    case 'integer':
      return readInteger(option, said, where);
    case 'choice':
      return readChoice(option.choices, said, where);
  }
}

/** The options' values, checked; what a command does not name is left out. Throws UserError that names the option. */
export function readArguments({ name: command, options }: Described, raw: RawArgs): Record<string, string | number> {
  const args: Record<string, string | number> = {};
  for (const [name, option] of Object.entries(options)) {
    const said = raw[name]?.trim() ?? '';
    const where = { command, option: name };
    if (said !== '') args[name] = readOption(option, said, where);
    else if (option.required) throw new UserError('missing-option', where);
  }
  return args;
}
