import { TOTAL_MEASURES } from '../../db/queries/selection.ts';
import type { CoveredIncident, OwnToll, Survey } from '../../db/queries/survey.ts';
import { PARTIES, type Party } from '../../db/schema/vocabulary.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { AskedLosses } from './asked-losses.ts';
import type { AskedTotals, TollTotal, TotalMeasure, Totals } from './found.ts';
import { type Shared, withShared } from './joint.ts';
import { ownTotal } from './tolls.ts';

const NO_TOLL: OwnToll = { known: 0, open: 0, low: 0, best: 0, high: 0 };

const byMeasure = <T>(make: (measure: TotalMeasure) => T): Record<TotalMeasure, T> => ({
  killed: make('killed'),
  wounded: make('wounded'),
  captured: make('captured'),
  missing: make('missing'),
});

interface Parts {
  gazetteer: Gazetteer;
  own: Survey;
  shared: readonly Shared[];
  asked: AskedLosses | null;
}

/** The incidents' own sums with each shared figure added once. */
export function totalsOf(parts: Parts): Totals {
  const { own, shared } = parts;
  return {
    incidents: own.incidents,
    possible: own.possible,
    measures: byMeasure((measure) => withShared(ownTotal(own.measures[measure], own.incidents), shared, measure)),
    byParty: partyTotals(parts),
    asked: askedTotals(parts),
    byEvidence: { confirmed: 0, fair: 0, weak: 0, contested: 0, discounted: 0, ...own.byEvidence },
    vagueDate: own.vagueDate,
    vaguePlace: own.vaguePlace,
  };
}

function partyTotals({ gazetteer, own, shared }: Parts): Totals['byParty'] {
  const parties: Totals['byParty'] = {};
  const partOf = (party: Party) => {
    parties[party] ??= {};
    return parties[party];
  };
  const total = (party: Party, measure: TotalMeasure): TollTotal => {
    const toll = own.byParty.find((p) => p.party === party && p.measure === measure)?.toll ?? NO_TOLL;
    const unknown = own.unknownOfParty.find((p) => p.party === party && p.measure === measure)?.incidents ?? 0;
    const targetsParty = (ids: readonly string[]) => ids.some((id) => gazetteer.actors.get(id)?.party === party);
    const hits = (one: CoveredIncident) => targetsParty(one.targets) || one.tolls[party]?.[measure] !== undefined;
    return withShared({ ...ownTotal(toll, 0), unknown }, shared, measure, { parties: [party], hits });
  };
  const named = [
    ...own.byParty,
    ...own.unknownOfParty,
    ...shared.flatMap((figure) =>
      figure.adds === 'none' ? [] : [...partiesWith(figure)].map(([party, measure]) => ({ party, measure })),
    ),
  ];
  for (const { party, measure } of named) partOf(party)[measure] ??= total(party, measure);
  return parties;
}

function* partiesWith({ tolls }: Shared): Generator<[Party, TotalMeasure]> {
  for (const measure of TOTAL_MEASURES) {
    for (const party of PARTIES) if (tolls[party]?.[measure]) yield [party, measure];
  }
}

function askedTotals({ own, shared, asked }: Parts): AskedTotals | null {
  if (!asked) return null;
  const { role, parties, exact } = asked;
  const measures = byMeasure((measure) => {
    const tolls = own.byParty.filter((p) => p.measure === measure && parties.includes(p.party)).map((p) => p.toll);
    const toll = tolls.reduce(
      (a, b) => ({ known: 0, open: a.open + b.open, low: a.low + b.low, best: a.best + b.best, high: a.high + b.high }),
      NO_TOLL,
    );
    const unknown = own.incidents - (own.knownOfAsked[measure] ?? 0);
    return withShared({ ...ownTotal(toll, 0), unknown }, shared, measure, { parties });
  });
  return { role, parties, exact, measures };
}
