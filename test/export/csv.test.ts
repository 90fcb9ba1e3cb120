import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvFile } from '../../src/core/export/csv.ts';

/** RFC 4180, by another road than the writer's. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '';
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') cell += text[++i];
      else if (c === '"') quoted = false;
      else cell += c;
    } else if (c === '"') quoted = true;
    else if (c === ',') {
      rows.at(-1)?.push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      rows.push([]);
      i++;
    } else cell += c;
  }
  return rows.slice(0, -1);
}

describe('exported CSV', () => {
  test('a cell that a spreadsheet would run as a formula is text', () => {
    const file = csvFile([], ['a'], [['=1+1'], ['@SUM(A1)'], ['+49 30'], ['-cmd'], ['\t=x']]);
    expect(
      readCsv(file)
        .slice(1)
        .map(([cell]) => cell?.[0]),
    ).toEqual(["'", "'", "'", "'", "'"]);
  });

  test('numbers stay numbers, also below zero', () => {
    expect(csvFile([], ['n'], [[-3], [38.5]])).toContain('\r\n-3\r\n38.5\r\n');
  });

  test('whatever cells hold, reading it back gives the same cells', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((s) => s.replaceAll('\r', ' '));
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
        const read = readCsv(csvFile([], ['a', 'b'], rows).slice(1)).slice(1);
        expect(read.map((row) => row.map((c) => c.replace(/^'(?=[=+\-@\t])/u, '')))).toEqual(rows);
      }),
    );
  });

  test('a comment never becomes a row', () => {
    const file = csvFile(['asked: a\nb,c'], ['a'], [['1']]);
    expect(file.split('\r\n')[0]).toBe('\ufeff# asked: a b,c');
  });
});
