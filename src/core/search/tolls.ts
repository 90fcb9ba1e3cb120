import type { OwnToll } from '../../db/queries/survey.ts';
import type { Range, Tolls } from '../../db/schema/columns.ts';
import type { Party } from '../../db/schema/vocabulary.ts';
import type { TollTotal, TotalMeasure } from './found.ts';

/** One toll, or a sum of tolls; high null: open above. */
export type Bounds = Omit<TollTotal, 'unknown'>;

export const NOTHING: Bounds = { low: 0, best: 0, high: 0 };

export const sum = (a: Bounds, b: Bounds): Bounds => ({
  low: a.low + b.low,
  best: a.best + b.best,
  high: a.high === null || b.high === null ? null : a.high + b.high,
});

/** What the database added up; `incidents`: over how many. */
export const ownTotal = (toll: OwnToll, incidents: number): TollTotal => ({
  low: toll.low,
  best: toll.best,
  high: toll.open > 0 ? null : toll.high,
  unknown: incidents - toll.known,
});

/** As the store's columns read a toll: only the killed have a best estimate of their own, of the others the least stands for it. */
export function boundsOf(range: Range, measure: TotalMeasure): Bounds {
  const low = range.low ?? 0;
  return { low, best: measure === 'killed' ? (range.best ?? low) : low, high: range.high };
}

/** "Some", without a number, is 0 to open: that is not known. */
export const isKnown = (bounds: Bounds | null): boolean => bounds !== null && (bounds.best > 0 || bounds.high !== null);

/** One measure over some parties (null: all); null where none of them has it. */
export function measureOf(tolls: Tolls, measure: TotalMeasure, parties: readonly Party[] | null): Bounds | null {
  const ranges = Object.entries(tolls)
    .filter(([party]) => parties === null || parties.some((p) => p === party))
    .flatMap(([, toll]) => toll?.[measure] ?? []);
  return ranges.length === 0 ? null : ranges.map((range) => boundsOf(range, measure)).reduce(sum);
}
