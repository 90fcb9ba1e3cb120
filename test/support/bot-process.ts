import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';

const bundles = join(packageRoot, 'node_modules', '.cache', `dalil-bot-${process.pid}`);

afterAll(() => rmSync(bundles, { recursive: true, force: true }));

/** Bundles a program of dalil as the build does, so that a sweep starts the same one every time. @returns its path, gone after the test file */
export async function bundle(source: string): Promise<string> {
  const name = source.replaceAll(/[^\w]+/gu, '-');
  await build({
    absWorkingDir: packageRoot,
    // the decoder of photos is looked for beside it
    entryPoints: { [name]: source, 'media-decoder': 'src/core/media/decoder-process.ts' },
    outdir: bundles,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  return join(bundles, `${name}.mjs`);
}

/** A bot in a process of its own. */
export interface BotProcess {
  /** Without warning. Resolves when it is dead. */
  kill(): Promise<void>;
  /** SIGTERM. Resolves to its exit code. */
  stop(): Promise<number | null>;
  /** It ended by itself. */
  hasEnded(): boolean;
  pid: number | undefined;
  /** All that it wrote. */
  said(): string;
}

export function startBot(program: string, args: readonly string[], env: Record<string, string>): BotProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child: ChildProcess = spawn(process.execPath, [program, ...args], {
    env: { PATH, HOME, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk;
    });
  }
  const ended = once(child, 'close');
  return {
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      const [code] = await ended;
      return code;
    },
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    pid: child.pid,
    said: () => said,
  };
}
