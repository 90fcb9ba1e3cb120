import type { Range, Tolls } from '../../db/schema/columns.ts';
import { type Measure, PARTIES, type Party } from '../../db/schema/vocabulary.ts';
import type { TollTotal, TotalMeasure, Totals } from '../search/found.ts';
import type { Toll, TollByMeasure, Total } from './answer.ts';

export const TOTAL_MEASURES = ['killed', 'wounded', 'captured', 'missing'] as const satisfies readonly TotalMeasure[];

/** One value for each measure of a total. */
const byMeasure = (make: (measure: TotalMeasure) => Toll): TollByMeasure => ({
  killed: make('killed'),
  wounded: make('wounded'),
  captured: make('captured'),
  missing: make('missing'),
});

/** Unknown is not zero: where no incident's toll is known there is no figure, where there is no incident it is nought. */
function totalToll({ low, best, high, unknown, together = 0 }: TollTotal, incidents: number): Toll {
  const of = { unknown, ...(together > 0 ? { together } : {}) };
  return incidents > 0 && unknown + together >= incidents
    ? { low: null, best: null, high: null, ...of }
    : { low, best, high, ...of };
}

/** The toll of one incident over all parties, by the store's own rule (toll_total): no party has the measure → not known. */
export function incidentToll(tolls: Tolls, measure: Measure): Toll {
  const ranges = PARTIES.flatMap((party) => tolls[party]?.[measure] ?? []);
  if (ranges.length === 0) return { low: null, best: null, high: null, unknown: 1 };
  const sum = (of: (range: Range) => number) => ranges.reduce((all, range) => all + of(range), 0);
  const open = ranges.some((range) => range.high === null);
  return {
    low: sum((range) => range.low ?? 0),
    best: sum((range) => range.best ?? range.low ?? 0),
    high: open ? null : sum((range) => range.high ?? 0),
    unknown: 0,
  };
}

export const incidentTolls = (tolls: Tolls): TollByMeasure => byMeasure((measure) => incidentToll(tolls, measure));

export const rowToll = totalToll;

function askedOf({ asked, incidents }: Totals): Total['asked'] {
  if (!asked) return null;
  const { role, parties, exact, measures } = asked;
  return { role, parties, exact, ...byMeasure((measure) => totalToll(measures[measure], incidents)) };
}

export function totalOf(totals: Totals): Total {
  const parties: Partial<Record<Party, Partial<TollByMeasure>>> = {};
  for (const party of PARTIES) {
    const measures = totals.byParty[party];
    if (!measures) continue;
    const known: Partial<TollByMeasure> = {};
    for (const measure of TOTAL_MEASURES) {
      const toll = measures[measure];
      if (toll) known[measure] = { low: toll.low, best: toll.best, high: toll.high, unknown: toll.unknown };
    }
    parties[party] = known;
  }
  return {
    incidents: totals.incidents,
    possible: totals.possible,
    ...byMeasure((measure) => totalToll(totals.measures[measure], totals.incidents)),
    by_party: parties,
    asked: askedOf(totals),
    by_evidence: totals.byEvidence,
    vague_date: totals.vagueDate,
    vague_place: totals.vaguePlace,
  };
}
