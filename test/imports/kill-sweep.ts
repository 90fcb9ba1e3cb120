import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, expect } from 'vitest';
import { packageRoot } from '../../src/package-root.ts';
import { factsStore } from '../support/store.ts';
import { csvOf, fileOf, importer, stateOf, ucdpEvent } from './importing.ts';

const bundles = join(packageRoot, 'node_modules', '.cache', `dalil-import-test-${process.pid}`);
afterAll(() => rmSync(bundles, { recursive: true, force: true }));

async function bundle(): Promise<string> {
  const outfile = join(bundles, 'import-process.mjs');
  const entryPoints = [join(packageRoot, 'test', 'support', 'import-process.ts')];
  await build({ entryPoints, outfile, bundle: true, packages: 'external', format: 'esm', platform: 'node', logLevel: 'error' });
  return outfile;
}

const ROWS = 600;
const BATCH_ROWS = 40;
const BATCHES = ROWS / BATCH_ROWS;

/** Every third has changed, every tenth is gone, some are new, one is bad. */
const before = () => csvOf(Array.from({ length: ROWS }, (_, i) => ucdpEvent({ id: i })));
const after = () =>
  csvOf(
    Array.from({ length: ROWS + 50 }, (_, i) =>
      ucdpEvent({ id: i, best: i === 77 ? 'x' : i % 3 === 0 ? 20 : 9, side_b: i % 7 === 0 ? `Band ${i % 5}` : 'IS' }),
    ).filter((_, i) => i % 10 !== 9),
  );

/**
 * Kills a snapshot's import, each time after some batches and some milliseconds, and starts it again until it comes through: what is
 * then in the store is what an import that nobody disturbed leaves.
 */
export async function sweepKills(kills: number, draw: (below: number) => number): Promise<void> {
  const program = await bundle();
  const [first, second] = [fileOf(before()), fileOf(after())];
  const calm = await factsStore();
  await importer(calm, BATCH_ROWS)({ format: 'ucdp-ged', path: first });
  await importer(calm, BATCH_ROWS)({ format: 'ucdp-ged', path: second, snapshot: true });
  const expected = await stateOf(calm);

  let killed = 0;
  while (killed < kills) {
    const store = await factsStore();
    for (const [path, snapshot] of [
      [first, ''],
      [second, 'snapshot'],
    ] as const) {
      const start = () =>
        spawn(process.execPath, [program, store.url, 'ucdp-ged', path, String(BATCH_ROWS), snapshot], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
      for (let round = 0; round < 3 && killed < kills; round++) {
        if (await killAfter(start(), draw(BATCHES), draw(60))) killed++;
      }
      const last = start();
      last.stdout.resume();
      expect((await once(last, 'close'))[0]).toBe(0);
    }
    expect(await stateOf(store)).toEqual(expected);
  }
}

/** True where it was killed; false where it had come through before. */
async function killAfter(child: ReturnType<typeof spawn>, batches: number, ms: number): Promise<boolean> {
  const ended = once(child, 'close');
  let seen = 0;
  if (child.stdout)
    for await (const line of createInterface({ input: child.stdout })) if (line === 'batch' && ++seen > batches) break;
  await pause(ms);
  child.kill('SIGKILL');
  const [code] = await ended;
  return code === null;
}
