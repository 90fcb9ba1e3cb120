import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot } from '../../src/package-root.ts';

/** From this migration on, an older dalil goes on beside a newer one. Those before sealed what was in clear. */
const SINCE = 18;

const column = z.object({
  type: z.string(),
  notNull: z.boolean(),
  default: z.unknown().optional(),
  generated: z.unknown().optional(),
  identity: z.unknown().optional(),
});
const table = z.object({
  columns: z.record(z.string(), column),
  indexes: z.record(z.string(), z.object({ isUnique: z.boolean() })),
  checkConstraints: z.record(z.string(), z.object({ value: z.string() })),
});
type Table = z.infer<typeof table>;
const snapshot = z.object({ tables: z.record(z.string(), table) });

const FOLDER = join(packageRoot, 'migrations');
const numbered = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending) && Number(name.slice(0, 4)) >= SINCE)
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));

const isFilled = ({ notNull, default: value, generated, identity }: z.infer<typeof column>) =>
  !notNull || value !== undefined || generated != null || identity != null;

/** What statements that were written for one form of a table cannot do with another. */
function brokenBy(name: string, old: Table, now: Table | undefined): string[] {
  if (!now) return [`${name} is gone`];
  const gone = Object.entries(old.columns).flatMap(([key, was]) => {
    const is = now.columns[key];
    if (!is) return [`${name}.${key} is gone`];
    if (is.type !== was.type) return [`${name}.${key} is ${is.type}, not ${was.type}`];
    return is.notNull && !was.notNull ? [`${name}.${key} must be given`] : [];
  });
  const added = Object.keys(now.columns).filter((key) => !(key in old.columns));
  const unfilled = added.flatMap((key) => {
    const is = now.columns[key];
    return is && !isFilled(is) ? [`${name}.${key} is new and must be given`] : [];
  });
  const stricter = Object.entries(now.checkConstraints).flatMap(([key, { value }]) => {
    const was = old.checkConstraints[key];
    // a check of a new column is about what older ones leave empty
    if (was === undefined) return added.some((one) => value.includes(`"${one}"`)) ? [] : [`${name} has a new check: ${key}`];
    const words = (text: string) => new Set(text.match(/'[^']*'/gu));
    const still = words(value);
    return [...words(was.value)].every((word) => still.has(word)) ? [] : [`${key} takes less`];
  });
  const once = Object.keys(now.indexes).filter((key) => now.indexes[key]?.isUnique && !old.indexes[key]?.isUnique);
  return [...gone, ...unfilled, ...stricter, ...once.map((key) => `${key} is unique now`)];
}

describe('a newer store', () => {
  const snapshots = numbered(join(FOLDER, 'meta'), '_snapshot.json').map(({ name, text }) => ({
    name,
    ...snapshot.parse(JSON.parse(text)),
  }));
  const last = snapshots.at(-1);

  it.each(snapshots.slice(0, -1))('takes what a dalil of $name writes, and has what it reads', ({ tables }) => {
    expect(Object.entries(tables).flatMap(([name, old]) => brokenBy(name, old, last?.tables[name]))).toEqual([]);
  });

  it('is made by statements that take nothing away', () => {
    const taking = /\b(?:DROP (?:TABLE|COLUMN|FUNCTION|TRIGGER)|RENAME|SET NOT NULL|SET DATA TYPE|TRUNCATE)\b/iu;
    const after = numbered(FOLDER, '.sql').filter(({ name }) => Number(name.slice(0, 4)) > SINCE);
    expect(after.length).toBeGreaterThan(0);
    expect(after.filter(({ text }) => taking.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('would be found where it takes something away', () => {
    const old = last?.tables['public.tip'];
    if (!old) throw new Error('there are tips');
    const { state: _state, ...columns } = old.columns;
    const found = brokenBy('tip', old, {
      columns: { ...columns, more: { type: 'text', notNull: true }, ref: { type: 'bytea', notNull: true } },
      indexes: { ...old.indexes, tip_only: { isUnique: true } },
      checkConstraints: { ...old.checkConstraints, tip_new: { value: '"tip"."trust" is not null' } },
    });
    expect(found).toEqual([
      expect.stringContaining('ref is bytea'),
      'tip.state is gone',
      'tip.more is new and must be given',
      'tip has a new check: tip_new',
      'tip_only is unique now',
    ]);
  });
});
