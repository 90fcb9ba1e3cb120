import { displayWidth } from '../../core/reply/display-width.ts';
import type { BlockOf } from '../../core/reply/reply.ts';
import { clean } from '../../core/reply/text-safety.ts';

/** Columns of a code block that a phone shows without breaking lines. */
const PHONE = 44;
/** Letters that are joined or run from the right do not keep to columns. */
const UNALIGNED = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

const cell = (text: string): string => clean(text).replace(/\s+/gu, ' ').trim();

/** The table as aligned lines, the titles first; null where it is too wide for a phone or its letters do not align. */
export function alignedLines({ columns, rows }: BlockOf<'table'>): { head: string[]; lines: string[] } | null {
  const titles = columns.map(({ title }) => cell(title));
  const cells = rows.map((row) => titles.map((_, i) => cell(row[i] ?? '')));
  if ([titles, ...cells].some((row) => row.some((text) => UNALIGNED.test(text)))) return null;
  const widths = titles.map((title, i) => Math.max(displayWidth(title), ...cells.map((row) => displayWidth(row[i] ?? ''))));
  if (widths.reduce((sum, width) => sum + width + 2, -2) > PHONE) return null;
  const lineOf = (row: readonly string[]) =>
    row
      .map((text, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - displayWidth(text));
        return columns[i]?.align === 'end' ? blank + text : text + blank;
      })
      .join('  ')
      .trimEnd();
  return { head: titles.some((title) => title !== '') ? [lineOf(titles)] : [], lines: cells.map(lineOf) };
}

/** Each row as an item of a list: its first cell, then the others with their titles. */
export const asList = ({ columns, rows }: BlockOf<'table'>): BlockOf<'list'> => ({
  kind: 'list',
  ordered: false,
  items: rows.map((row) => {
    const others = columns.slice(1).flatMap(({ title }, i) => {
      const text = row[i + 1] ?? '';
      if (text.trim() === '') return [];
      return [title.trim() === '' ? ` · ${text}` : ` · ${title} ${text}`];
    });
    return { content: [{ style: 'bold', text: row[0] ?? '' }, ...others] };
  }),
});
