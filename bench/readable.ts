/** Figures as lines of `name  value`; lists of like objects as tables. */
export function readable(figures: object): string {
  return `${linesOf(figures, '').join('\n')}\n`;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function linesOf(value: object, indent: string): string[] {
  return Object.entries(value).flatMap(([name, inner]): string[] => {
    if (Array.isArray(inner) && inner.length > 0 && inner.every(isObject))
      return [`${indent}${name}`, ...table(inner, `${indent}  `)];
    if (isObject(inner)) return [`${indent}${name}`, ...linesOf(inner, `${indent}  `)];
    return [`${indent}${name.padEnd(28)} ${inner ?? '-'}`];
  });
}

/** The cells of one row, nested ones named by their path. */
function cells(row: Record<string, unknown>, path = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).flatMap(([name, value]): [string, string][] =>
      isObject(value) ? Object.entries(cells(value, `${path}${name}.`)) : [[`${path}${name}`, String(value ?? '-')]],
    ),
  );
}

const MOST_COLUMNS = 12;

function table(rows: readonly Record<string, unknown>[], indent: string): string[] {
  const all = rows.map((row) => cells(row));
  const names = [...new Set(all.flatMap((row) => Object.keys(row)))];
  if (names.length > MOST_COLUMNS) return rows.flatMap((row) => [...linesOf(row, indent), '']);
  const widths = names.map((name) => Math.max(name.length, ...all.map((row) => row[name]?.length ?? 0)));
  const line = (values: readonly string[]) =>
    indent +
    values
      .map((value, i) => value.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(names), ...all.map((row) => line(names.map((name) => row[name] ?? '')))];
}
