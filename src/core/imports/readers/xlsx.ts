import { stat } from 'node:fs/promises';
import { BadFile, type Row, type Rows, type Unreadable } from '../row.ts';

/** A workbook is unpacked whole, so its size is bounded: a sheet of this many bytes takes some hundred MB. */
const LARGEST = 8 * 1024 * 1024;

type Cell = string | number | boolean | Date | null;

/** Reads a sheet whose first row names the columns. Of a formula the value that was kept with it counts; a day is a day. */
export function readXlsx(path: string, sheet: string | number = 1): Rows {
  let bytes = 0;
  return {
    bytes: () => bytes,
    async *[Symbol.asyncIterator]() {
      const { size } = await stat(path);
      if (size > LARGEST)
        throw new BadFile(`The workbook is larger than ${LARGEST / 1024 / 1024} MB: save the sheet as CSV and import that.`);
      const data = await sheetOf(path, sheet);
      bytes = size;
      yield* rowsOf(data);
    },
  };
}

async function sheetOf(path: string, sheet: string | number): Promise<Cell[][]> {
  const { readSheet } = await import('read-excel-file/node');
  try {
    return (await readSheet(path, sheet)).map((row) => row.map((cell) => (isCell(cell) ? cell : null)));
  } catch (error) {
    throw new BadFile(`The workbook cannot be read: ${error instanceof Error ? error.message : 'it is no XLSX file'}`, {
      cause: error,
    });
  }
}

const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;

function* rowsOf([first, ...rows]: Cell[][]): Generator<Row | Unreadable> {
  if (!first) throw new BadFile('The sheet is empty: a row with the names of the columns comes first.');
  const header = first.map((cell) => textOf(cell).trim());
  for (const [i, row] of rows.entries()) {
    if (row.every((cell) => cell === null || cell === '')) continue;
    const line = i + 2;
    const stray = row.findIndex((cell, at) => cell !== null && (header[at] ?? '') === '');
    if (stray >= 0)
      yield {
        unreadable: { line, column: null, reason: 'has a cell in a column without a name', value: textOf(row[stray] ?? null) },
      };
    else yield { line, cells: Object.fromEntries(header.map((name, at) => [name, textOf(row[at] ?? null)])) };
  }
}

function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/u, '');
  return String(cell);
}
