import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../package-root.ts';
import type { CliCommand } from './cli-command.ts';
import { COMMANDS } from './commands.ts';

export const version = (): string =>
  z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'))).version;

const columns = (rows: [string, string][]): string[] => {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
};

/** `dalil --help` */
export async function overview(): Promise<string> {
  const rows = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]): Promise<[string, string]> => [name, (await load()).summary]),
  );
  return [
    'dalil answers questions over a store of recorded attacks, with figures that can be traced.',
    '',
    'dalil COMMAND [OPTIONS]',
    ...columns(rows),
    '',
    '"dalil COMMAND --help" explains one command.',
    'Settings are environment variables: see .env.example.',
  ].join('\n');
}

/** `dalil COMMAND --help`, and what wrong use is answered with. */
export function commandUsage(command: CliCommand): string {
  const options = Object.entries(command.explain).map(([name, words]): [string, string] => [`--${name}`, words]);
  return [...command.usage.map((line) => `dalil ${line}`), ...(options.length > 0 ? columns(options) : [])].join('\n');
}
