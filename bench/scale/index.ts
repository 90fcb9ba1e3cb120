import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pool } from '../../src/db/client.ts';
import { createLog } from '../../src/log.ts';
import { type Dalil, openDalil } from '../../src/main.ts';
import { within } from '../deadline.ts';
import { inEmptyHome } from '../empty-home.ts';
import { generate } from '../generate/load.ts';
import { footprint } from './footprint.ts';
import { allAtOnce, alone, ratio } from './measure.ts';
import { mixOf } from './mix.ts';
import { besidePeers } from './peers.ts';

export interface ScaleOptions {
  /** Incidents, beside the shipped ones. */
  size: number;
  /** Made stores are kept here, one directory per size; null: made for this run alone. */
  stores: string | null;
  /** Where DuckDB and Orama are installed; null: nowhere. */
  peers: string | null;
}

const SMALL = 10_000;
const ROUNDS = 20;
const ALONE_SECONDS = 60;
const TOGETHER_MS = 8000;

/** The question mix on a small store and on one of the asked size, beside SQL by hand. */
export async function benchScale({ size, stores, peers }: ScaleOptions) {
  const small = await atSize(SMALL, stores, null);
  const large = size === SMALL ? small : await atSize(size, stores, peers);
  const growth =
    typeof small.alone === 'string' || typeof large.alone === 'string'
      ? null
      : ratio(large.alone.bounded.p95, small.alone.bounded.p95);
  return { sizes: size === SMALL ? [small] : [small, large], p95_growth_of_bounded: growth };
}

async function atSize(size: number, stores: string | null, peers: string | null) {
  if (stores === null) return inEmptyHome((home) => measured(home, size, peers));
  const home = join(stores, String(size));
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  return measured(home, size, peers);
}

async function measured(home: string, size: number, peers: string | null) {
  const made = existsSync(join(home, `made-${size}`)) ? null : await make(home, size);
  const dalil = await opened(home);
  const { core } = dalil;
  const url = new URL(core.store.url);
  // a plan for the values at hand: the general one walks the wrong index for some pages
  url.searchParams.set('plan_cache_mode', 'force_custom_plan');
  const sql = pool(url.href, { max: 16 });
  try {
    const mix = mixOf(core.gazetteer);
    await sql.unsafe('analyze incident_tally');
    const until = performance.now() + ALONE_SECONDS * 1000;
    const figures = {
      incidents: size,
      generated: made,
      alone: await within(ALONE_SECONDS * 3, 'the mix alone', () => alone(core, sql, mix, { rounds: ROUNDS, until })),
      together: await within(120, 'sixteen askers', () => allAtOnce(core, sql, mix, TOGETHER_MS)),
      peers: await within(180, 'DuckDB and Orama', () => besidePeers(sql, peers)),
    };
    await sql.end({ timeout: 5 });
    await dalil.close();
    return { ...figures, starts: await within(200, 'starting', () => footprint(home)) };
  } finally {
    await sql.end({ timeout: 5 });
    await dalil.close();
  }
}

async function make(home: string, size: number) {
  const dalil = await opened(home);
  try {
    const begun = performance.now();
    await generate(dalil.core.store, dalil.core.gazetteer, size, () => {});
    const filled = performance.now();
    await dalil.core.store.sql`select incident_tally_fold()`;
    await dalil.core.store.sql.unsafe('vacuum (analyze)');
    mkdirSync(join(home, `made-${size}`));
    return { seconds: Math.round((filled - begun) / 1000), fold_seconds: Math.round((performance.now() - filled) / 100) / 10 };
  } finally {
    await dalil.close();
  }
}

function opened(home: string): Promise<Dalil> {
  const config = { databaseUrl: undefined, home, logLevel: 'error', colour: false } as const;
  return openDalil({ config, log: createLog('error'), say: () => {}, clock: () => new Date() });
}
