import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Sql } from 'postgres';
import { type Times, timed, times } from '../figures.ts';

/**
 * DuckDB and Orama over the same rows, where somebody has them: they are no dependencies of dalil.
 * `npm install --prefix DIR --ignore-scripts @duckdb/node-api @orama/orama`, then `--peers DIR`.
 */
export interface Peer {
  rows: number;
  load_ms: number;
  near_ms: Times;
  /** What one governorate's months come to; null where the peer cannot add up. */
  months_ms: Times | null;
}

const ROUNDS = 20;
/** Mayadin, 30 km, one year. */
const NEAR = { lat: 35.02, lon: 40.45, km: 30, from: 20_210_101, to: 20_211_231 };
/** Orama holds everything in this process. */
const MOST_IN_MEMORY = 100_000;

interface Row {
  id: number;
  lat: number;
  lon: number;
  day: number;
  month: number;
  admin1: string;
  killed: number;
}

const rowsOf = (sql: Sql, limit: number) => sql<Row[]>`
  select id::int, lat, lon, to_char(event_date_start, 'YYYYMMDD')::int as day, to_char(event_date_start, 'YYYYMM')::int as month,
    coalesce(admin1, '') as admin1, coalesce(killed_best, 0) as killed
  from incident where status = 'published' and evidence <> 'discounted' and where_prec <= 2 order by id limit ${limit}`;

async function repeated(work: () => Promise<unknown>): Promise<Times> {
  const all: number[] = [];
  for (let i = -3; i < ROUNDS; i++) {
    const ms = await timed(work);
    if (i >= 0) all.push(ms);
  }
  return times(all);
}

interface Duck {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<{ runAndReadAll(text: string): Promise<unknown> }> }> };
}

async function duckdb(duck: Duck, rows: readonly Row[]): Promise<Peer> {
  const directory = mkdtempSync(join(tmpdir(), 'dalil-bench-duckdb-'));
  try {
    const file = join(directory, 'rows.csv');
    const lines = rows.map((row) => `${row.id},${row.lat},${row.lon},${row.day},${row.month},${row.admin1},${row.killed}`);
    await writeFile(file, `id,lat,lon,day,month,admin1,killed\n${lines.join('\n')}\n`);
    const connection = await (await duck.DuckDBInstance.create(join(directory, 'rows.duckdb'))).connect();
    const load = await timed(() =>
      connection.runAndReadAll(`create table rows as select * from read_csv('${file}') order by day, id`),
    );
    const { lat, lon, km, from, to } = NEAR;
    const distance = `2 * 6371.0088 * asin(sqrt(power(sin(radians(lat - ${lat}) / 2), 2)
      + cos(radians(${lat})) * cos(radians(lat)) * power(sin(radians(lon - ${lon}) / 2), 2)))`;
    const there = `day between ${from} and ${to} and lat between ${lat - 0.3} and ${lat + 0.3} and ${distance} <= ${km}`;
    return {
      rows: rows.length,
      load_ms: Math.round(load),
      near_ms: await repeated(async () => {
        await connection.runAndReadAll(`select count(*), sum(killed) from rows where ${there}`);
        await connection.runAndReadAll(`select * from rows where ${there} order by day, id limit 10`);
      }),
      months_ms: await repeated(() =>
        connection.runAndReadAll(
          `select month, count(*), sum(killed) from rows where admin1 = 'Homs' group by month order by month`,
        ),
      ),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Orama {
  create(options: { schema: Record<string, string> }): Promise<object>;
  insertMultiple(index: object, documents: readonly object[], batch: number): Promise<unknown>;
  search(index: object, query: object): Promise<unknown>;
}

async function orama(library: Orama, rows: readonly Row[]): Promise<Peer> {
  const index = await library.create({ schema: { at: 'geopoint', day: 'number', admin1: 'enum', killed: 'number' } });
  const documents = rows.map(({ lat, lon, day, admin1, killed }) => ({ at: { lat, lon }, day, admin1, killed }));
  const load = await timed(() => library.insertMultiple(index, documents, 5000));
  const where = {
    at: { radius: { coordinates: { lat: NEAR.lat, lon: NEAR.lon }, value: NEAR.km, unit: 'km', inside: true } },
    day: { between: [NEAR.from, NEAR.to] },
  };
  const near = () => library.search(index, { where, sortBy: { property: 'day', order: 'ASC' }, limit: 10 });
  return { rows: rows.length, load_ms: Math.round(load), near_ms: await repeated(near), months_ms: null };
}

const notThere = (name: string, peers: string | null) =>
  peers === null ? `left out: say where ${name} is installed with --peers DIR` : `left out: ${name} is not installed in ${peers}`;

/** dalil's own near question is in the mix; by hand, the same narrow question as the peers'. */
export async function besidePeers(sql: Sql, peers: string | null) {
  const find = async (name: string): Promise<unknown> => {
    try {
      return await import(pathToFileURL(createRequire(join(peers ?? '', 'none.js')).resolve(name)).href);
    } catch {
      return null;
    }
  };
  const [duck, library] = peers === null ? [null, null] : [await find('@duckdb/node-api'), await find('@orama/orama')];
  const rows = duck || library ? await rowsOf(sql, 2_000_000) : [];
  return {
    duckdb: isDuck(duck) ? await duckdb(duck, rows) : notThere('@duckdb/node-api', peers),
    orama: isOrama(library) ? await orama(library, rows.slice(0, MOST_IN_MEMORY)) : notThere('@orama/orama', peers),
  };
}

const holds = (module: unknown, name: string): boolean => typeof module === 'object' && module !== null && name in module;
const isDuck = (module: unknown): module is Duck => holds(module, 'DuckDBInstance');
const isOrama = (module: unknown): module is Orama => holds(module, 'insertMultiple');
