import type { Question } from '../../../src/core/question/question.ts';
import type { Range } from '../../../src/db/schema/columns.ts';
import { PARTIES, type Party } from '../../../src/db/schema/vocabulary.ts';
import type { AccountRecord } from '../records.ts';
import { figure, partiesOf, ranges, sayNumber, wholeParties } from './belongs.ts';
import type { Ground } from './ground.ts';
import { type Held, type Kept, MEASURES, type Measure, type ReferenceToll, type ReferenceTotals } from './kept.ts';

export interface Figure {
  account: AccountRecord;
  adds: 'whole' | 'part' | 'none';
}

export function sharedFigures(kept: Kept, countedIds: ReadonlySet<number>, possibleIds: ReadonlySet<number>): Figure[] {
  const alive = (account: AccountRecord) => account.covers.filter((id) => kept.ids.has(id));
  const shown = kept.joint.filter((account) => alive(account).some((id) => countedIds.has(id) || possibleIds.has(id)));
  const taken = new Set<number>();
  const whole = new Set<AccountRecord>();
  for (const account of shown) {
    if (!alive(account).every((id) => countedIds.has(id) && !taken.has(id))) continue;
    whole.add(account);
    for (const id of alive(account)) taken.add(id);
  }
  return shown.map((account) => {
    const open = alive(account).some((id) => countedIds.has(id) && !taken.has(id));
    return { account, adds: whole.has(account) ? 'whole' : open ? 'part' : 'none' };
  });
}

/** One measure over some parties: each incident's own figure, then each shared one. */
export function total(
  counted: readonly Held[],
  figures: readonly Figure[],
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
  const telling = figures.filter(
    ({ account, adds }) => adds === 'whole' && sayNumber(ranges(account.tolls, measure, parties), measure),
  );
  const told = new Set(telling.flatMap(({ account }) => account.covers));
  for (const one of counted) {
    const own = ranges(one.tolls, measure, parties);
    for (const range of own) add(range);
    if (!sayNumber(own, measure) && !told.has(one.id) && hit(one)) toll.unknown += 1;
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
  ground: Ground,
  question: Question,
  counted: readonly Held[],
  possible: number,
  figures: readonly Figure[],
): ReferenceTotals {
  const each = (parties: readonly Party[], hit: (one: Held) => boolean = () => true) =>
    Object.fromEntries(MEASURES.map((measure) => [measure, total(counted, figures, measure, parties, hit)]));
  const byParty: ReferenceTotals['byParty'] = {};
  for (const party of PARTIES) {
    const theirs = counted.filter((one) => one.tolls[party] || one.targets.some((id) => ground.partyOf(id) === party));
    for (const measure of MEASURES) {
      const says = ({ tolls }: Pick<Held, 'tolls'>) => tolls[party]?.[measure] !== undefined;
      const hit = (one: Held) => one.targets.some((id) => ground.partyOf(id) === party) || says(one);
      if (!theirs.some(hit) && !figures.some(({ adds, account }) => adds !== 'none' && says(account))) continue;
      byParty[party] = { ...byParty[party], [measure]: total(theirs, figures, measure, [party], hit) };
    }
  }
  const { target, perpetrator } = question.actors;
  const names = target.length > 0 ? target : perpetrator;
  const own = partiesOf(ground, names);
  const parties = target.length > 0 ? own : PARTIES.filter((party) => !own.includes(party));
  const whole = wholeParties(ground, names);
  return {
    incidents: counted.length,
    possible,
    measures: each(PARTIES),
    byParty,
    asked:
      names.length === 0
        ? null
        : {
            parties,
            exact: own.every((party) => whole.includes(party)),
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
