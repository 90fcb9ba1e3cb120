import type { Range, Tolls } from '../../../db/schema/columns.ts';
import { MEASURES, type Measure, PARTIES } from '../../../db/schema/vocabulary.ts';

const lower = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.min(a, b));
/** Null: open above, and open it stays. */
const higher = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(a, b));

function widened(held: Range, told: Range): Range {
  const range = { low: lower(held.low, told.low), high: higher(held.high, told.high) };
  return held.best === undefined ? range : { ...range, best: held.best };
}

const hasMeasure = (tolls: Tolls, measure: Measure) => PARTIES.some((party) => tolls[party]?.[measure] !== undefined);

/**
 * An incident's toll after one more account: each range is widened so that it holds what the account says, and the best figure stays as it
 * was; what only the account knows is taken from it. Dead of no known party are not added to dead whose party is known: they may be the
 * same people, and the account keeps its own figure.
 */
export function reconciled(held: Tolls, told: Tolls): Tolls {
  const result: Tolls = { ...held };
  for (const party of PARTIES) {
    for (const measure of MEASURES) {
      const range = told[party]?.[measure];
      if (!range) continue;
      const before = held[party]?.[measure];
      if (!before && party === 'unknown' && hasMeasure(held, measure)) continue;
      result[party] = { ...result[party], [measure]: before ? widened(before, range) : range };
    }
  }
  return result;
}
