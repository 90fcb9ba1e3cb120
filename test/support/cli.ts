import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { packageRoot } from '../../src/package-root.ts';

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Running {
  write(text: string): void;
  /** Resolves with what it printed so far once that holds `text`; rejects when it ends before. */
  hears(text: string): Promise<string>;
  signal(name: NodeJS.Signals): void;
  /** Ends its input and waits for its end. */
  end(): Promise<Finished>;
  finished: Promise<Finished>;
}

export type Environment = Record<string, string>;

/** The real program in a process of its own. Nothing of this process's settings reaches it. */
export function startCli(args: readonly string[], env: Environment): Running {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'dalil.mjs'), ...args], { env: { PATH, HOME, ...env } });
  let printed = '';
  let look = () => {};
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk;
    look();
  });
  child.stdin.on('error', () => {});
  const stderr = readAll(child.stderr);
  const finished = once(child, 'close').then(async ([code]): Promise<Finished> => {
    look();
    return { code, stdout: printed, stderr: await stderr };
  });
  return {
    write: (text) => child.stdin.write(text),
    async hears(text) {
      let over = false;
      finished.then(() => {
        over = true;
        look();
      });
      while (!printed.includes(text)) {
        if (over) throw new Error(`it ended without "${text}": ${printed}${await stderr}`);
        await new Promise<void>((resolve) => {
          look = resolve;
        });
      }
      return printed;
    },
    signal: (name) => child.kill(name),
    end() {
      child.stdin.end();
      return finished;
    },
    finished,
  };
}

/** Runs it to its end with this input. */
export async function runCli(args: readonly string[], env: Environment, input = ''): Promise<Finished> {
  const running = startCli(args, env);
  running.write(input);
  return running.end();
}
