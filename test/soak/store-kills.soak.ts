import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, expect, it } from 'vitest';
import { dalilHome, killServer, serverPid } from '../support/dalil-home.ts';
import { bundleOpenStore, type DalilProcess, leftAfterAnother, startDalil } from '../support/dalil-process.ts';
import { drawFrom } from '../support/drawing.ts';

const ROUNDS = 60;
const SEED = 20230408;

let bundle: string;
beforeAll(async () => {
  bundle = await bundleOpenStore();
});

/** Writes until it is killed; `kept` gets what the store has acknowledged. */
async function writeOn(dalil: DalilProcess, name: string, kept: string[]): Promise<void> {
  try {
    await dalil.hear('open');
    for (let n = 0; ; n++) {
      await dalil.ask(
        `insert into edit (at, who, why, subject, subject_id, changes) values (now(), '${name}-${n}', '-', 'store', '-', '{}')`,
      );
      kept.push(`${name}-${n}`);
    }
  } catch {
    // killed
  }
}

/** Rounds of dalils that write and are killed, alone, in pairs, with their server or without it, at any moment of their lives. */
async function sweep(home: () => string, longestMs: number): Promise<void> {
  const draw = drawFrom(SEED);
  const kept = new Map<string, string[]>();
  for (let round = 0; round < ROUNDS; round++) {
    const at = home();
    const acknowledged = kept.get(at) ?? [];
    kept.set(at, acknowledged);
    const dalils = Array.from({ length: 1 + draw(3) }, () => startDalil(bundle, at));
    const writing = dalils.map((dalil, i) => writeOn(dalil, `${round}-${i}`, acknowledged));
    await pause(draw(longestMs));
    const serverFirst = draw(3) === 0;
    if (serverFirst) await killServer(join(at, 'db'));
    await pause(draw(50));
    await Promise.all(dalils.map((dalil) => dalil.kill()));
    if (!serverFirst && draw(2) === 0) await killServer(join(at, 'db'));
    await Promise.all(writing);
  }
  for (const [at, acknowledged] of kept) {
    const last = startDalil(bundle, at);
    await last.hear('open');
    const found = JSON.stringify(await last.ask('select who from edit'));
    expect(acknowledged.filter((who) => !found.includes(`"${who}"`))).toEqual([]);
    await last.close();
    expect(serverPid(join(at, 'db'))).toBeNull();
    await expect.poll(() => leftAfterAnother(bundle, at), { timeout: 30_000 }).toEqual([]);
  }
}

it('a store outlives every kill of its life, and keeps all that it acknowledged', async () => {
  const home = dalilHome();
  await sweep(() => home, 1200);
});

it('a first start that is killed at any moment leaves nothing that stops the next', async () => {
  await sweep(() => dalilHome(), 1500);
});
