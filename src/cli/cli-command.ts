import type { Readable, Writable } from 'node:stream';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Config } from '../config.ts';

export interface Terminal {
  stdin: Readable & { isTTY?: boolean };
  /** Results alone. */
  stdout: Writable & { isTTY?: boolean; columns?: number };
  /** Everything else. */
  stderr: Writable & { isTTY?: boolean };
}

/** What a command of the command line may use besides its arguments. */
export interface Surroundings {
  terminal: Terminal;
  config: Config;
  /** Aborted on Ctrl-C, SIGTERM or when nobody reads stdout any more: finish, close, return. */
  stop: AbortSignal;
  clock(): Date;
}

type ParseOptions = NonNullable<ParseArgsConfig['options']>;
type Values<O extends ParseOptions> = ReturnType<typeof parseArgs<{ options: O; allowPositionals: true }>>['values'];

export interface CliCommand<O extends ParseOptions = ParseOptions> {
  /** One line for `dalil --help`. */
  summary: string;
  /** The forms in which it can be called, after `dalil`. */
  usage: readonly string[];
  /** What its options mean, by name. */
  explain: { [K in keyof O]: string };
  options: O;
  /** It runs until it is stopped, so being stopped is no failure. */
  untilStopped?: boolean;
  /** Resolves to the exit code: 0 fine, 1 failed. Wrong use is thrown. */
  run(values: Values<O>, positionals: string[], surroundings: Surroundings): Promise<number>;
}

export const defineCliCommand = <const O extends ParseOptions>(command: CliCommand<O>): CliCommand<O> => command;

/** Called wrongly: the sentence goes to stderr and the exit code is 2. */
export class WrongUse extends Error {}

/** Runs a command on its arguments. Throws WrongUse for options that it does not have. */
export function runCliCommand(command: CliCommand, args: string[], surroundings: Surroundings): Promise<number> {
  const { values, positionals } = parse(command.options, args);
  return command.run(values, positionals, surroundings);
}

function parse(options: ParseOptions, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    // parseArgs speaks plainly: "Unknown option '--foo'. To specify …"
    throw new WrongUse(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'wrong options', { cause: error });
  }
}
