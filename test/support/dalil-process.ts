import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { afterAll } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { scratchIn } from './dalil-home.ts';

const bundles = join(packageRoot, 'node_modules', '.cache', `dalil-test-${process.pid}`);

afterAll(() => rmSync(bundles, { recursive: true, force: true }));

/** Bundles open-store-process.ts where it finds the packages. @returns the bundle's path, gone after the test file */
export async function bundleOpenStore(): Promise<string> {
  const outfile = join(bundles, 'open-store.mjs');
  const entryPoints = [join(packageRoot, 'test', 'support', 'open-store-process.ts')];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', logLevel: 'error' });
  return outfile;
}

/** A process of its own that holds a store open. */
export interface DalilProcess {
  /** The next line that begins with `word`, without it. Rejects when the process ends before. */
  hear(word: 'open' | 'rows' | 'error' | 'failed' | 'said'): Promise<string>;
  /** The rows that one statement gives. */
  ask(statement: string): Promise<unknown>;
  /** Ends its input: it closes its store. Resolves when the process has ended. */
  close(): Promise<void>;
  /** Ctrl-C in its terminal, which reaches whatever it started there. Resolves when it is dead. */
  interrupt(): Promise<void>;
  /** Without warning. Resolves when it is dead. */
  kill(): Promise<void>;
}

export interface DalilProcessOptions {
  databaseUrl?: string;
  user?: { uid: number; gid: number };
}

export function startDalil(bundle: string, home: string, { databaseUrl, user }: DalilProcessOptions = {}): DalilProcess {
  const child = spawn(process.execPath, [bundle, home, ...(databaseUrl === undefined ? [] : [databaseUrl])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    cwd: '/',
    // a process group of its own, as in a terminal
    detached: true,
    ...user,
  });
  const ended = once(child, 'close');
  child.stdin.on('error', () => {});
  const heard = listen(child);
  const hear: DalilProcess['hear'] = (word) => heard(word, ended);
  return {
    hear,
    async ask(statement) {
      child.stdin.write(`${statement}\n`);
      return JSON.parse(await hear('rows'));
    },
    async close() {
      child.stdin.end();
      await ended;
    },
    async interrupt() {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
      await ended;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** What attempts to make a cluster have left in `home` after one more dalil came and went. */
export async function leftAfterAnother(bundle: string, home: string): Promise<string[]> {
  const another = startDalil(bundle, home);
  await another.hear('open');
  await another.close();
  return scratchIn(join(home, 'db'));
}

function listen(child: ChildProcess) {
  const lines: string[] = [];
  let wake = () => {};
  if (child.stdout === null) throw new Error('the process has no output');
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    wake();
  });
  return async (word: string, ended: Promise<unknown>): Promise<string> => {
    let over = false;
    for (;;) {
      const at = lines.findIndex((line) => line.startsWith(`${word} `));
      if (at >= 0) return lines.splice(at, 1)[0]?.slice(word.length + 1) ?? '';
      if (over) throw new Error(`it ended without "${word}": ${lines.join('\n')}`);
      const line = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await Promise.race([
        line,
        ended.then(() => {
          over = true;
        }),
      ]);
    }
  };
}
