import type { CoveredIncident, JointRow } from '../../db/queries/survey.ts';
import type { Party } from '../../db/schema/vocabulary.ts';
import type { JointToll, TollTotal, TotalMeasure } from './found.ts';
import { type Bounds, isKnown, measureOf, NOTHING, sum } from './tolls.ts';

/**
 * A figure that several incidents share, and what it adds. whole: all that it covers counts, so it is added once. part: only some of it
 * counts, so that none to all of its dead may belong: 0 at least and at best, its own high at most. none: it adds nothing.
 */
export interface Shared extends JointRow {
  adds: 'whole' | 'part' | 'none';
}

/**
 * Decides which shared figures are added. No incident's dead are added twice: of figures that share an incident the first (by account id)
 * is taken, and the others say no more than their highs.
 */
export function sharedFigures(rows: readonly JointRow[]): Shared[] {
  const taken = new Set<number>();
  const whole = new Set<JointRow>();
  for (const row of rows) {
    if (!row.covered.every((one) => one.counted && !taken.has(one.id))) continue;
    whole.add(row);
    for (const one of row.covered) taken.add(one.id);
  }
  return rows.map((row) => {
    const open = row.covered.some((one) => one.counted && !taken.has(one.id));
    return { ...row, adds: whole.has(row) ? 'whole' : open ? 'part' : 'none' };
  });
}

/** What a shared figure adds to one measure of some parties (null: all); null where it says nothing of it. */
export function addition(shared: Shared, measure: TotalMeasure, parties: readonly Party[] | null): Bounds | null {
  const bounds = shared.adds === 'none' ? null : measureOf(shared.tolls, measure, parties);
  return bounds && shared.adds === 'part' ? { ...NOTHING, high: bounds.high } : bounds;
}

/** A total with the shared figures added; `hits` narrows the incidents whose toll stops being unknown. */
export function withShared(
  total: TollTotal,
  shared: readonly Shared[],
  measure: TotalMeasure,
  { parties = null, hits = () => true }: { parties?: readonly Party[] | null; hits?: (one: CoveredIncident) => boolean } = {},
): TollTotal {
  let unknown = total.unknown;
  let bounds: Bounds = total;
  for (const figure of shared) {
    const added = addition(figure, measure, parties);
    if (!added) continue;
    bounds = sum(bounds, added);
    if (figure.adds !== 'whole' || !isKnown(added)) continue;
    unknown -= figure.covered.filter((one) => hits(one) && !isKnown(measureOf(one.tolls, measure, parties))).length;
  }
  return { low: bounds.low, best: bounds.best, high: bounds.high, unknown };
}

export const jointToll = ({ accountId, sourceId, approximate, covered, tolls, adds }: Shared): JointToll => ({
  accountId,
  sourceId,
  approximate,
  covers: covered.flatMap((one) => one.ref ?? []),
  amongCounted: covered.filter((one) => one.counted).length,
  amongPossible: covered.filter((one) => one.possible).length,
  counted: adds === 'whole',
  adds,
  tolls,
});
