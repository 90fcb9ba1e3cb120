import type { Range, Tolls } from '../../../db/schema/columns.ts';
import { MEASURES, PARTIES } from '../../../db/schema/vocabulary.ts';
import { asciiDigits, cellsOf } from '../columns.ts';
import { BadCell, type Row } from '../row.ts';
import type { TollColumns } from './mapping-shape.ts';

const NAMED = new RegExp(`^(${MEASURES.join('|')})(?:_(${PARTIES.join('|')}))?(?:_(low|best|high))?$`, 'u');

const isOf = <T extends string>(list: readonly T[], value: string | undefined): value is T => list.some((one) => one === value);

/** Columns that are called as dalil calls them: `killed_civilians`, `wounded_isis_low`, `killed` of nobody knows whom. */
export function tollsByName(header: readonly string[]): TollColumns[] {
  const found = new Map<string, TollColumns>();
  for (const column of header) {
    const [, measure, party = 'unknown', bound = 'count'] = NAMED.exec(column.trim().toLowerCase()) ?? [];
    if (!isOf(MEASURES, measure) || !isOf(PARTIES, party)) continue;
    const key = `${party} ${measure}`;
    found.set(key, { party, measure, ...found.get(key), [bound]: column });
  }
  return [...found.values()];
}

/** Empty is unknown and not nought. `10+` and "at least 10" are open above. */
export function tollsOf(row: Row, columns: readonly TollColumns[]): Tolls {
  const tolls: Tolls = {};
  for (const { party, measure, ...bounds } of columns) {
    const range = rangeOf(row, bounds, measure === 'killed');
    if (range === null) continue;
    const own = tolls[party] ?? {};
    tolls[party] = own;
    own[measure] = range;
  }
  return tolls;
}

const AT_LEAST = /^(?:at least |≥ ?|> ?=)?(\d+) ?\+?$/iu;
const OPEN = /^(?:at least|≥|>)|\+$/iu;

function rangeOf(row: Row, { count, low, best, high }: Omit<TollColumns, 'party' | 'measure'>, withBest: boolean): Range | null {
  const cells = cellsOf(row, { low: low ?? null, best: best ?? null, high: high ?? null });
  const [least, middle, most] = [cells.wholeOrNull('low'), cells.wholeOrNull('best'), cells.wholeOrNull('high')];
  const text = count === undefined ? '' : asciiDigits(row.cells[count] ?? '').trim();
  const [, number] = AT_LEAST.exec(text) ?? [];
  if (text !== '' && number === undefined && !/^n\/?a$/iu.test(text))
    throw new BadCell(count ?? null, 'is no count such as 3, 10+ or at least 10', text.slice(0, 80));
  const single = number === undefined ? null : Number(number);
  if (single !== null && single > 2_000_000_000) throw new BadCell(count ?? null, 'is too large', text);
  if (least === null && middle === null && most === null && single === null) return null;
  const bottom = least ?? single ?? middle;
  const top = most ?? (single !== null && OPEN.test(text) ? null : (middle ?? single ?? null));
  const between = middle ?? single ?? bottom;
  const known = [
    { column: low ?? count, n: bottom },
    { column: best ?? count ?? low, n: between },
    { column: high ?? count, n: top },
  ].flatMap(({ column, n }) => (n === null ? [] : [{ column: column ?? null, n }]));
  const wrong = known.findIndex(({ n }, i) => n < (known[i - 1]?.n ?? 0));
  const [more, less] = [known[wrong - 1], known[wrong]];
  if (more && less) throw new BadCell(less.column, `is less than ${more.column}, which is ${more.n}`, String(less.n));
  return withBest && between !== null ? { low: bottom, best: between, high: top } : { low: bottom, high: top };
}
