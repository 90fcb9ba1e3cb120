/** A cell that a spreadsheet would run as a formula gets an apostrophe before it (OWASP: CSV injection). */
const FORMULA = /^[=+\-@\t\r]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/u;

export type Cell = string | number | null;

function written(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell).replaceAll(/\r\n|\r/gu, '\n');
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record with its line end. */
export const csvLine = (cells: readonly Cell[]): string => `${cells.map(written).join(',')}\r\n`;

/** RFC 4180 with `#` comment lines before the header; a byte-order mark makes spreadsheets read Arabic rightly. */
export function csvFile(comments: readonly string[], columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [
    ...comments.map((comment) => `# ${comment.replaceAll(/\s+/gu, ' ')}`),
    columns.join(','),
    ...rows.map((row) => row.map(written).join(',')),
  ];
  return `\ufeff${lines.join('\r\n')}\r\n`;
}
