import { setFlagsFromString } from 'node:v8';
import { FORMATS, type ImportFormat, isFormat, wantedBy } from '../core/imports/formats.ts';
import type { ImportRequest, ImportResult } from '../core/imports/import-file.ts';
import type { Problem } from '../core/imports/row.ts';
import { writeOut } from '../write-out.ts';
import { defineCliCommand, type Surroundings, WrongUse } from './cli-command.ts';
import { showProgress } from './import-progress.ts';
import { withFacts } from './open.ts';

/** So many problems are told at once; all of them are in the report. */
const TOLD = 10;
const NAMED_ACTORS = 30;

export const importCommand = defineCliCommand({
  summary: 'bring in incidents: UCDP GED, ACLED, or your own CSV, GeoJSON or XLSX',
  usage: [
    `import ${FORMATS.join('|')} FILE [--dry-run] [--snapshot] [--overwrite] [--source NAME]`,
    'import csv|geojson|xlsx FILE --mapping MAPPING.json [--dry-run] …',
  ],
  explain: {
    'dry-run': 'read and check everything, say what would come of it, write nothing',
    mapping: 'what the columns of your own file mean (docs/importing.md)',
    source: 'whose rows these are, where neither the format nor the mapping says so',
    snapshot: 'the file is all that the source has: what it no longer names is retracted',
    overwrite: 'also over what people have changed here; else theirs is kept and reported',
    encoding: 'of a CSV that is not UTF-8, such as windows-1256',
  },
  options: {
    'dry-run': { type: 'boolean', default: false },
    mapping: { type: 'string' },
    source: { type: 'string' },
    snapshot: { type: 'boolean', default: false },
    overwrite: { type: 'boolean', default: false },
    encoding: { type: 'string' },
  },
  async run(values, [format = '', path, ...more], surroundings) {
    if (!isFormat(format)) throw new WrongUse(`import takes a format: ${FORMATS.join(', ')}`);
    if (path === undefined || more.length > 0)
      throw new WrongUse('import takes one file; put its name in quotes where it has blanks');
    const takesMapping = !['ucdp-ged', 'acled'].includes(format);
    if (values.mapping !== undefined && !takesMapping) throw new WrongUse(`${format} needs no mapping`);
    const { lookAtFile } = await import('../core/imports/look-at-file.ts');
    const { readMapping } = await import('../core/imports/mapping/read-mapping.ts');
    const { BadFile } = await import('../core/imports/row.ts');
    const said = { dryRun: values['dry-run'], snapshot: values.snapshot, overwrite: values.overwrite };
    const request = { format, path, source: values.source, encoding: values.encoding, ...said };
    try {
      const size = await lookAtFile(path, wantedBy(format, path));
      const mapping = values.mapping === undefined ? undefined : readMapping(values.mapping);
      return await bringIn({ ...request, mapping }, size, surroundings);
    } catch (error) {
      if (!(error instanceof BadFile)) throw error;
      surroundings.terminal.stderr.write(`${error.message}\n`);
      return 1;
    }
  },
});

/** By so many per cent the heap may grow before it is swept: a long import makes much that is soon of no use. */
const HEAP_GROWTH = 30;

async function bringIn(request: ImportRequest, totalBytes: number, surroundings: Surroundings): Promise<number> {
  const { terminal, config, stop, clock } = surroundings;
  const { importFile } = await import('../core/imports/import-file.ts');
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  const { createReport } = await import('../core/imports/report.ts');
  const report = createReport(config.home, reportName(request.format, clock()));
  const progress = showProgress(terminal, { totalBytes, clock });
  let told = 0;
  try {
    const result = await withFacts(surroundings, (store) =>
      importFile(
        {
          store,
          now: clock,
          stop,
          async onProblem(problem) {
            report.add(problem);
            if (++told > TOLD) return;
            progress.end();
            terminal.stderr.write(`${sentenceOf(problem)}\n`);
          },
          async onProgress(now) {
            progress.show(now);
            await report.flush();
          },
          onWaiting: () =>
            terminal.stderr.write('Another import is running on this store; this one begins when that has ended.\n'),
        },
        request,
      ),
    );
    progress.end();
    const path = await report.flush();
    for (const line of closingLines(result, { request, told, report: path })) terminal.stderr.write(`${line}\n`);
    await writeOut(terminal.stdout, `${JSON.stringify(result.counts)}\n`);
    const { read, rejected } = result.counts;
    return result.trouble !== null || (read > 0 && read === rejected) ? 1 : 0;
  } finally {
    progress.end();
    await report.flush();
    await report.close();
  }
}

const reportName = (format: ImportFormat, at: Date) => `${at.toISOString().replaceAll(/[:.]/gu, '-')}-${format}`;

const sentenceOf = ({ line, column, reason, value }: Problem): string =>
  [line > 0 ? `line ${line}` : null, column, reason, value === null ? null : JSON.stringify(value)]
    .filter((part) => part !== null)
    .join(': ');

interface Closing {
  request: ImportRequest;
  told: number;
  report: string | null;
}

function closingLines({ counts, newActors, kept, stopped, trouble }: ImportResult, { request, told, report }: Closing): string[] {
  const lines: string[] = [];
  const add = (when: boolean, line: string) => when && lines.push(line);
  add(told > TOLD, `… and ${told - TOLD} more.`);
  add(report !== null, `What was not taken, line by line: ${report}`);
  add(newActors.length > 0, `Actors that had no name here${request.dryRun ? '' : ' and were added'}: ${named(newActors)}`);
  add(kept > 0, `${kept} incidents were changed here and stayed as they are; --overwrite takes the file's.`);
  add(trouble !== null, trouble ?? '');
  add(stopped, 'Stopped before the end of the file. Run the same again to go on: what is in is known.');
  const { read, new: added, changed, unchanged, deleted, rejected } = counts;
  const would = request.dryRun ? 'Dry run, nothing was written: ' : '';
  lines.push(
    `${would}${read} ${read === 1 ? 'row' : 'rows'} read: ${added} new, ${changed} changed, ${unchanged} unchanged, ${deleted} deleted, ${rejected} rejected.`,
  );
  return lines;
}

const named = (actors: ImportResult['newActors']) =>
  [
    ...actors.slice(0, NAMED_ACTORS).map(({ name, party }) => `${name} (${party})`),
    ...(actors.length > NAMED_ACTORS ? [`and ${actors.length - NAMED_ACTORS} more`] : []),
  ].join('; ');
