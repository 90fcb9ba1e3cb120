import { displayWidth } from '../../core/reply/display-width.ts';
import type { BlockOf } from '../../core/reply/reply.ts';
import { clean } from '../../core/reply/text-safety.ts';

/** Wider columns wrap on a phone and can no longer be read. */
const PHONE_COLUMNS = 34;

const cell = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

/** The rows with their titles, in columns; null where they are too wide, or Arabic: letters of one width align columns, and it has none. */
export function alignedLines({ columns, rows }: BlockOf<'table'>): { head: string; lines: string[] } | null {
  const titles = columns.map(({ title }) => cell(title));
  const cells = rows.map((row) => row.map(cell));
  const all = [titles, ...cells];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => displayWidth(row[i] ?? ''))));
  const total = widths.reduce((sum, width) => sum + width + 1, -1);
  if (total > PHONE_COLUMNS || all.some((row) => row.some((text) => /\p{Script=Arabic}/u.test(text)))) return null;
  const [head = '', ...lines] = all.map((row) =>
    columns
      .map(({ align }, i) => {
        const text = row[i] ?? '';
        const blank = ' '.repeat(Math.max(0, (widths[i] ?? 0) - displayWidth(text)));
        return align === 'end' ? blank + text : text + blank;
      })
      .join(' ')
      .trimEnd(),
  );
  return { head, lines };
}

/** A row in words: its first cell, then each further one behind its column's title. */
export const rowInWords = ({ columns }: BlockOf<'table'>, row: readonly string[]): string =>
  row.map((text, i) => (i === 0 ? text : `${columns[i]?.title ?? ''} ${text}`.trim())).join(' · ');
