import { randomBytes } from 'node:crypto';
import { ConfigError, readConfig } from '../config.ts';
import { KeysWiped } from '../core/identity/keyring.ts';
import { StoreUnavailable } from '../db/unavailable.ts';
import { createLog, describeError } from '../log.ts';
import { writeOut } from '../write-out.ts';
import { type CliCommand, runCliCommand, type Terminal, WrongUse } from './cli-command.ts';
import { COMMANDS, isCommandName } from './commands.ts';
import { listenForStop, type Signals, stoppedCode } from './stop.ts';
import { commandUsage, overview, version } from './usage.ts';

const FINE = 0;
const FAILED = 1;
const WRONG = 2;

export type Host = Terminal & Signals;

/**
 * Runs one command line and resolves to its exit code: 0 fine, 1 failed, 2 wrong use; 128 + signal where work was cut short.
 * Results go to stdout, everything else to stderr.
 */
export async function runDalil(args: readonly string[], host: Host, env?: NodeJS.ProcessEnv): Promise<number> {
  const [name = '--help', ...rest] = args;
  const print = async (text: string) => {
    await writeOut(host.stdout, `${text}\n`);
    return FINE;
  };
  if (['--help', '-h', 'help'].includes(name)) return print(await overview());
  if (['--version', '-v', 'version'].includes(name)) return print(version());
  if (!isCommandName(name)) {
    host.stderr.write(`dalil has no command "${name}"; "dalil --help" lists them.\n`);
    return WRONG;
  }
  const command: CliCommand = await COMMANDS[name]();
  if (rest.includes('--help') || rest.includes('-h')) return print(commandUsage(command));
  return runReporting(command, rest, host, env);
}

/** The command line's only catch: what went wrong becomes a sentence and an exit code, never a stack. */
async function runReporting(command: CliCommand, args: string[], host: Host, env?: NodeJS.ProcessEnv): Promise<number> {
  const stop = listenForStop(host, host);
  try {
    const surroundings = { terminal: host, config: readConfig(env), stop: stop.signal, clock: () => new Date() };
    const code = await runCliCommand(command, args, surroundings);
    return command.untilStopped ? code : stoppedCode(stop.reason(), code);
  } catch (error) {
    if (error instanceof WrongUse) {
      host.stderr.write(`${error.message}\n\n${commandUsage(command)}\n`);
      return WRONG;
    }
    if (error instanceof ConfigError || error instanceof StoreUnavailable || error instanceof KeysWiped) {
      host.stderr.write(`${error.message}\n`);
      return error instanceof ConfigError ? WRONG : FAILED;
    }
    const bug = randomBytes(4).toString('hex');
    createLog('error').event('bug', { bug, command: 'cli', ...describeError(error) });
    host.stderr.write(`dalil failed. The line above, with "${bug}" in it, says where.\n`);
    return FAILED;
  }
}
