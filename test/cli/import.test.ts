import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { told } from '../../src/cli/import-progress.ts';
import { csvOf, fileOf, ownRow, ucdpEvent } from '../imports/importing.ts';
import { type Finished, runCli } from '../support/cli.ts';
import { dalilHome } from '../support/dalil-home.ts';

const lastLine = ({ stdout }: Finished): unknown => JSON.parse(stdout.trim().split('\n').at(-1) ?? '');

describe('dalil import', () => {
  it('takes a file, ends with a line of JSON, reports bad rows, and its incidents are in the answers', async () => {
    const DALIL_HOME = dalilHome();
    const path = fileOf(
      csvOf([ucdpEvent({ id: 1 }), ucdpEvent({ id: 2, best: 'x' }), ucdpEvent({ id: 3, side_b: 'Nobody Knows' })]),
    );
    const dry = await runCli(['import', 'ucdp-ged', path, '--dry-run'], { DALIL_HOME });
    expect([dry.code, lastLine(dry)]).toEqual([0, { read: 3, new: 2, changed: 0, unchanged: 0, deleted: 0, rejected: 1 }]);
    expect(dry.stderr).toContain('line 3: best: is not a number: "x"');
    expect(dry.stderr).toContain('Dry run, nothing was written');

    const run = await runCli(['import', 'ucdp-ged', path], { DALIL_HOME });
    expect([run.code, lastLine(run)]).toEqual([0, { read: 3, new: 2, changed: 0, unchanged: 0, deleted: 0, rejected: 1 }]);
    expect(run.stderr).toContain('Nobody Knows (opposition)');
    const report = /(\S+\.report\.csv)/u.exec(run.stderr)?.[1] ?? '';
    expect(report.startsWith(`${DALIL_HOME}/imports/`)).toBe(true);
    expect(readFileSync(report, 'utf8')).toBe('\ufeffline,column,reason,value\r\n3,best,is not a number,x\r\n');

    const again = await runCli(['import', 'ucdp-ged', path], { DALIL_HOME });
    expect(lastLine(again)).toEqual({ read: 3, new: 0, changed: 0, unchanged: 2, deleted: 0, rejected: 1 });
    const asked = await runCli(['ask', 'clashes near Palmyra in March 2017', '--now', '2023-01-01'], { DALIL_HOME });
    expect(asked.stdout).toMatch(/^2 clashes near Palmyra .*: 18 killed/u);

    const none = await runCli(['import', 'ucdp-ged', fileOf(csvOf([ucdpEvent({ best: 'x' })]))], { DALIL_HOME });
    expect([none.code, lastLine(none)]).toEqual([1, expect.objectContaining({ read: 1, rejected: 1 })]);
    const nameless = await runCli(['import', 'csv', fileOf(csvOf([ownRow()]))], { DALIL_HOME });
    expect([nameless.code, nameless.stdout, nameless.stderr]).toEqual([1, '', expect.stringContaining('Whose rows are these?')]);
  });

  it.each([
    [['import'], 'import takes a format: ucdp-ged, acled, csv, geojson, xlsx'],
    [['import', 'excel', 'x'], 'import takes a format'],
    [['import', 'csv'], 'import takes one file'],
    [['import', 'acled', 'x', '--mapping', 'y'], 'acled needs no mapping'],
    [['places', 'import'], 'places import takes one file'],
  ])('%j is wrong use: %s', async (args, sentence) => {
    const { code, stdout, stderr } = await runCli(args, {});
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(sentence)]);
  });

  const text = csvOf([ownRow()]);

  it.each([
    [['import', 'csv', '/nowhere/at-all.csv'], 'There is no such file: look at its name and folder: /nowhere/at-all.csv'],
    [['import', 'csv', '/'], 'This is a folder: name one file in it'],
    [['import', 'csv', '/dev/null'], 'This is no file'],
    [['import', 'csv', fileOf('')], 'The file is empty'],
    [
      ['import', 'csv', fileOf(Buffer.from('PK\u0003\u0004more'))],
      'a ZIP archive or a workbook: unpack it first, or import an Excel file as xlsx',
    ],
    [['import', 'ucdp-ged', fileOf(Buffer.from([0x1f, 0x8b, 8, 0]))], 'compressed with gzip: unpack it first'],
    [['import', 'csv', fileOf('%PDF-1.7')], 'is a PDF'],
    [['import', 'csv', fileOf(Buffer.from([0x00, 0x01, 0x02, 0x03]))], 'is no text file'],
    [['import', 'xlsx', fileOf(text)], 'is no XLSX workbook: a text file is imported as csv or geojson'],
    [['import', 'xlsx', fileOf(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))], 'an old Excel file (.xls): save it as .xlsx or as CSV'],
    [['import', 'geojson', fileOf(text)], 'is no JSON: a table is imported as csv'],
    [
      ['import', 'csv', fileOf(text), '--mapping', '/nowhere/map.json'],
      'There is no such file: look at its name and folder: /nowhere/map.json',
    ],
    [['places', 'import', '/nowhere/at-all.txt'], 'There is no such file'],
    [['places', 'import', fileOf(Buffer.from([0x89, 0x50, 0x4e, 0x47]))], 'is a picture'],
  ])('%j fails with a sentence and without a store: %s', async (args, sentence) => {
    const { code, stdout, stderr } = await runCli(args, { DALIL_HOME: '/nowhere' });
    expect([code, stdout, stderr]).toEqual([1, '', expect.stringContaining(sentence)]);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says how far it is, how fast, and how long it takes', () => {
    const counts = { read: 410_000, new: 0, changed: 0, unchanged: 0, deleted: 0, rejected: 12 };
    expect(told({ ...counts, bytes: 420 }, { ms: 41_000, totalBytes: 1000 })).toBe(
      '42 % · 410,000 rows · 10,000 rows/s · 57 s left · 12 rejected',
    );
    expect(told({ ...counts, rejected: 0, bytes: 10 }, { ms: 60_000, totalBytes: 1000 })).toContain('1 h 39 min left');
    expect(told({ ...counts, rejected: 0, bytes: 1000 }, { ms: 1000, totalBytes: 1000 })).toBe(
      '100 % · 410,000 rows · 410,000 rows/s',
    );
  });
});
