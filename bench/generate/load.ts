import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ISql } from 'postgres';
import type { Gazetteer } from '../../src/core/gazetteer/gazetteer.ts';
import type { Store } from '../../src/db/client.ts';
import { createDraw, type Draw } from './draw.ts';
import { type GeneratedIncident, incidentOf } from './rows.ts';
import { landOf } from './where.ts';

const COLUMNS = [
  'ref',
  'event_date_start',
  'event_date_end',
  'date_prec',
  'place_id',
  'place_en',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'lat',
  'lon',
  'where_prec',
  'extent_km',
  'event_type',
  'sub_event_type',
  'tactics',
  'target_objects',
  'attributed_to',
  'attribution_certainty',
  'claimed_by',
  'targets',
  'tolls',
  'evidence',
  'summary_en',
  'summary_ar',
  'status',
] as const satisfies readonly (keyof GeneratedIncident)[];

const SOURCES = ['sohr', 'sana', 'amaq', 'defense-post', 'cep'] as const;
const RECORDED = '2024-06-11T00:00:00Z';
const SEED = 20_240_611;
/** Rows of one transaction. */
const CHUNK = 20_000;

function field(value: GeneratedIncident[(typeof COLUMNS)[number]]): string {
  if (value === null) return '\\N';
  if (Array.isArray(value)) return `{${value.join(',')}}`;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Seeded incidents as lines of COPY's text form. */
export function* lines(gazetteer: Gazetteer, { from, to }: { from: number; to: number }): Generator<string> {
  const draw = createDraw(SEED + from);
  const land = landOf(gazetteer, createDraw(SEED));
  for (let n = from; n < to; n++) {
    const row = incidentOf(n, land, draw);
    yield `${n}\t${COLUMNS.map((name) => field(row[name])).join('\t')}\n`;
  }
}

/** In pieces worth a write each. */
function* pieces(all: Iterable<string>): Generator<string> {
  let piece = '';
  for (const line of all) {
    piece += line;
    if (piece.length > 200_000) {
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

export async function copyIn(sql: ISql, statement: string, all: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(pieces(all)), await sql.unsafe(statement).writable());
}

/** Adds so many incidents with one or two accounts each to a store that holds the shipped facts. Seconds: by chunks of 20,000. */
export async function generate(
  { sql }: Pick<Store, 'sql'>,
  gazetteer: Gazetteer,
  size: number,
  say: (done: number) => void,
): Promise<void> {
  for (let from = 0; from < size; from += CHUNK) {
    const to = Math.min(size, from + CHUNK);
    await sql.begin((tx) => addChunk(tx, gazetteer, { from, to }));
    say(to);
  }
  await sql.unsafe('vacuum (analyze)');
}

async function addChunk(tx: ISql, gazetteer: Gazetteer, span: { from: number; to: number }): Promise<void> {
  await tx.unsafe(`create temp table staged on commit drop as select 0 as n, ${COLUMNS.join(', ')} from incident with no data`);
  await copyIn(tx, `copy staged (n, ${COLUMNS.join(', ')}) from stdin`, lines(gazetteer, span));
  await tx.unsafe(`
    insert into incident (origin, origin_id, ${COLUMNS.join(', ')}, recorded_at, changed_at)
    select 'bench', n, ${COLUMNS.join(', ')}, '${RECORDED}', '${RECORDED}' from staged order by n`);
  const draw = createDraw(SEED - span.from);
  await copyIn(
    tx,
    'copy account (id, source_id, stance, tolls, joint_toll, approximate, words_en, credibility, recorded_at) from stdin',
    accounts(span, draw),
  );
  await tx.unsafe(`
    insert into account_incident (account_id, incident_id)
    select 'bench:' || i.origin_id || ':' || k, i.id from incident i join staged s on i.origin = 'bench' and i.origin_id = s.n::text,
      generate_series(1, case when s.n % 5 = 0 then 2 else 1 end) k
    union all
    select 'bench:joint:' || (s.n / 10000), i.id from incident i join staged s on i.origin = 'bench' and i.origin_id = s.n::text
    where s.n % 10000 < 2`);
}

/** One account each, every fifth has two, and one figure in ten thousand covers two incidents. */
function* accounts({ from, to }: { from: number; to: number }, draw: Draw): Generator<string> {
  const line = (id: string, tolls: string, joint: boolean) =>
    `${id}\t${draw.of(SOURCES)}\treport\t${tolls}\t${joint}\tf\tas the source told it\t6\t${RECORDED}\n`;
  for (let n = from; n < to; n++) {
    yield line(`bench:${n}:1`, '{}', false);
    if (n % 5 === 0) yield line(`bench:${n}:2`, '{}', false);
    if (n % 10_000 === 0) yield line(`bench:joint:${n / 10_000}`, '{"civilians":{"killed":{"low":3,"high":5}}}', true);
  }
}
