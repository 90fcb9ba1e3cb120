import type { Range, Tolls } from '../../../db/schema/columns.ts';
import { MEASURES, type Measure, PARTIES, type Party, type Stance } from '../../../db/schema/vocabulary.ts';

const lower = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.min(a, b));
/** Null: open above, and open it stays. */
const higher = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : Math.max(a, b));

function widened(held: Range, told: Range): Range {
  const range = { low: lower(held.low, told.low), high: higher(held.high, told.high) };
  return held.best === undefined ? range : { ...range, best: held.best };
}

const hasMeasure = (tolls: Tolls, measure: Measure) => PARTIES.some((party) => tolls[party]?.[measure] !== undefined);

/** An account as far as it can move an incident's toll. */
export interface TollTold {
  /** The party that its source speaks for; null: none. */
  side: Party | null;
  stance: Stance;
  tolls: Tolls;
}

export interface Reconciled {
  tolls: Tolls;
  /** What the account says that is no part of the toll: the attackers' own figures of those they hit. */
  beside: Tolls;
}

/** What whoever did it says of it, but for what is said against one's own interest. */
const isOwnDeed = ({ side, stance }: TollTold, perpetrators: readonly Party[]): boolean =>
  stance === 'claim' || (stance === 'report' && side !== null && perpetrators.includes(side));

/**
 * What one more account makes of an incident's toll, by docs/adr/0004. A denial says nothing of it. What the attackers say of those they hit
 * is shown beside and is no part of the range; their own dead, which they have no reason to add, are.
 */
export function tollsWith(held: Tolls, told: TollTold, perpetrators: readonly Party[]): Reconciled {
  if (told.stance === 'denial') return { tolls: held, beside: {} };
  if (!isOwnDeed(told, perpetrators)) return { tolls: reconciled(held, told.tolls), beside: {} };
  const own: readonly Party[] = told.side === null ? perpetrators : [told.side];
  const those = (isOwn: boolean): Tolls =>
    Object.fromEntries(
      PARTIES.flatMap((party) => {
        const measures = told.tolls[party];
        return measures && own.includes(party) === isOwn ? [[party, measures]] : [];
      }),
    );
  return { tolls: reconciled(held, those(true)), beside: those(false) };
}

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
