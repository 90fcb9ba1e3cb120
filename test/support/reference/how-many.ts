import type { Gazetteer } from '../../../src/core/gazetteer/gazetteer.ts';
import type { Question } from '../../../src/core/question/question.ts';
import type { Range } from '../../../src/db/schema/columns.ts';
import { PARTIES, type Party } from '../../../src/db/schema/vocabulary.ts';
import type { AccountRecord } from '../records.ts';
import { figure, partiesOf, ranges, sayNumber, wholeParties } from './belongs.ts';
import { type Held, MEASURES, type Measure, type ReferenceToll, type ReferenceTotals } from './kept.ts';

export interface Figure {
  account: AccountRecord;
  adds: 'whole' | 'part' | 'none';
}

export function sharedFigures(accounts: AccountRecord[], held: Held[], counted: Held[], possible: Held[]): Figure[] {
  const ids = (all: Held[]) => new Set(all.map((one) => one.id));
  const [heldIds, countedIds, possibleIds] = [ids(held), ids(counted), ids(possible)];
  const isCounted = (id: number) => countedIds.has(id);
  const alive = (account: AccountRecord) => account.covers.filter((id) => heldIds.has(id));
  const shown = accounts
    .filter((account) => account.jointToll && alive(account).some((id) => isCounted(id) || possibleIds.has(id)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const taken: number[] = [];
  const whole: AccountRecord[] = [];
  for (const account of shown) {
    if (!alive(account).every((id) => isCounted(id) && !taken.includes(id))) continue;
    whole.push(account);
    taken.push(...alive(account));
  }
  return shown.map((account) => {
    const open = alive(account).some((id) => isCounted(id) && !taken.includes(id));
    return { account, adds: whole.includes(account) ? 'whole' : open ? 'part' : 'none' };
  });
}

/** One measure over some parties: each incident's own figure, then each shared one. */
export function total(
  counted: Held[],
  figures: Figure[],
  measure: Measure,
  parties: readonly Party[],
  hit: (one: Held) => boolean,
): ReferenceToll {
  const toll: ReferenceToll = { low: 0, best: 0, high: 0, unknown: 0 };
  const raise = (high: number | null) => {
    toll.high = toll.high === null || high === null ? null : toll.high + high;
  };
  const add = (range: Range) => {
    toll.low += range.low ?? 0;
    toll.best += figure(range, measure);
    raise(range.high);
  };
  for (const one of counted) {
    const own = ranges(one.tolls, measure, parties);
    for (const range of own) add(range);
    const told = figures.some(
      ({ account, adds }) =>
        adds === 'whole' && account.covers.includes(one.id) && sayNumber(ranges(account.tolls, measure, parties), measure),
    );
    if (!sayNumber(own, measure) && !told && hit(one)) toll.unknown += 1;
  }
  for (const { account, adds } of figures) {
    for (const range of ranges(account.tolls, measure, parties)) {
      if (adds === 'whole') add(range);
      if (adds === 'part') raise(range.high);
    }
  }
  return toll;
}

export function totals(
  gazetteer: Gazetteer,
  question: Question,
  counted: Held[],
  possible: Held[],
  figures: Figure[],
): ReferenceTotals {
  const each = (parties: readonly Party[], hit: (one: Held) => boolean = () => true) =>
    Object.fromEntries(MEASURES.map((measure) => [measure, total(counted, figures, measure, parties, hit)]));
  const byParty: ReferenceTotals['byParty'] = {};
  for (const party of PARTIES) {
    for (const measure of MEASURES) {
      const hit = (one: Held) =>
        one.targets.some((id) => gazetteer.actors.get(id)?.party === party) || one.tolls[party]?.[measure] !== undefined;
      const said = [...counted.map((one) => one.tolls), ...figures.flatMap((f) => (f.adds === 'none' ? [] : [f.account.tolls]))];
      const missing = counted.some((one) => hit(one) && !one.tolls[party]?.[measure]);
      if (!missing && !said.some((tolls) => tolls[party]?.[measure])) continue;
      byParty[party] = { ...byParty[party], [measure]: total(counted, figures, measure, [party], hit) };
    }
  }
  const { target, perpetrator } = question.actors;
  const names = target.length > 0 ? target : perpetrator;
  const own = partiesOf(gazetteer, names);
  const parties = target.length > 0 ? own : PARTIES.filter((party) => !own.includes(party));
  return {
    incidents: counted.length,
    possible: possible.length,
    measures: each(PARTIES),
    byParty,
    asked:
      names.length === 0
        ? null
        : {
            parties,
            exact: own.every((party) => wholeParties(gazetteer, names).includes(party)),
            role: target.length > 0 ? 'target' : 'perpetrator',
            measures: each(parties),
          },
    byEvidence: Object.fromEntries(
      ['confirmed', 'fair', 'weak', 'contested', 'discounted'].map((grade) => [
        grade,
        counted.filter((one) => one.evidence === grade).length,
      ]),
    ),
    vagueDate: counted.filter((one) => one.datePrec >= 3).length,
    vaguePlace: counted.filter((one) => one.wherePrec >= 3).length,
  };
}
