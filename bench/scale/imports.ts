import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { importFile } from '../../src/core/imports/import-file.ts';
import { createLog } from '../../src/log.ts';
import { openDalil } from '../../src/main.ts';
import { inEmptyHome } from '../empty-home.ts';
import { timed } from '../figures.ts';
import { createDraw } from '../generate/draw.ts';
import { generate } from '../generate/load.ts';
import { type GeneratedIncident, incidentOf } from '../generate/rows.ts';
import { landOf } from '../generate/where.ts';
import { ratio } from './measure.ts';

const ROWS = 20_000;

const HEADER =
  'id,start,end,date_prec,lat,lon,where_prec,place,country,admin1,event_type,sub_event_type,tactics,attributed_to,targets,summary';
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

const lineOf = (row: GeneratedIncident): string =>
  [
    row.ref,
    row.event_date_start,
    row.event_date_end,
    row.date_prec,
    row.lat,
    row.lon,
    row.where_prec,
    row.place_en,
    row.country,
    row.admin1 ?? '',
    row.event_type,
    row.sub_event_type,
    row.tactics.join(';'),
    row.attributed_to.join(';'),
    row.targets.join(';'),
    row.summary_en,
  ]
    .map((value) => quoted(String(value)))
    .join(',');

/** Rows a second of dalil's importer, first and again, beside COPY through a staging table by hand into the same indexed tables. */
export const benchImports = () =>
  inEmptyHome(async (home) => {
    const config = { databaseUrl: undefined, home, logLevel: 'error', colour: false } as const;
    const dalil = await openDalil({ config, log: createLog('error'), say: () => {}, clock: () => new Date() });
    try {
      const { store, gazetteer } = dalil.core;
      const path = join(home, 'rows.csv');
      const land = landOf(gazetteer, createDraw(1));
      const draw = createDraw(2);
      const lines = Array.from({ length: ROWS }, (_, n) => lineOf(incidentOf(n, land, draw)));
      writeFileSync(path, `${HEADER}\n${lines.join('\n')}\n`);
      const byHand = await timed(() => generate(store, gazetteer, ROWS, () => {}));
      const read = () => importFile({ store, now: () => new Date() }, { format: 'csv', path, source: 'cep' });
      const begun = performance.now();
      const { counts } = await read();
      const first = performance.now() - begun;
      const again = await timed(read);
      const rate = (ms: number) => Math.round((ROWS * 1000) / ms);
      return {
        rows: ROWS,
        counts,
        import_per_second: rate(first),
        again_per_second: rate(again),
        copy_per_second: rate(byHand),
        share_of_copy: ratio(byHand, first),
      };
    } finally {
      await dalil.close();
    }
  });
