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
  /** What the account says that is no part of the toll: the attackers' own figures of those they hit, where others give one. */
  beside: Tolls;
  /** The same where nobody else gives one: it stands for the toll until somebody does. */
  alone: Tolls;
}

/** What whoever did it says of it, but for what is said against one's own interest. */
const isOwnDeed = ({ side, stance }: TollTold, perpetrators: readonly Party[]): boolean =>
  stance === 'claim' || (stance === 'report' && side !== null && perpetrators.includes(side));

/** Figures of an account of its own deed that are of those who were hit; its own dead it has no reason to add. */
const isOfOthers = (told: TollTold, party: Party, perpetrators: readonly Party[]): boolean =>
  isOwnDeed(told, perpetrators) && !(told.side === null ? perpetrators : [told.side]).includes(party);

function put(tolls: Tolls, party: Party, measure: Measure, range: Range): void {
  tolls[party] = { ...tolls[party], [measure]: range };
}

/**
 * What one more account makes of an incident's toll, by docs/adr/0004. A denial says nothing of it. What the attackers say of those they hit
 * never widens a figure of others: it stands beside, or alone where there is none; the first figure of somebody else takes its place.
 * `others`: the accounts that there are.
 */
export function tollsWith(
  held: Tolls,
  told: TollTold,
  { perpetrators, others }: { perpetrators: readonly Party[]; others: readonly TollTold[] },
): Reconciled {
  const result: Reconciled = { tolls: held, beside: {}, alone: {} };
  if (told.stance === 'denial') return result;
  const base: Tolls = { ...held };
  const counted: Tolls = {};
  for (const party of PARTIES) {
    for (const measure of MEASURES) {
      const range = told.tolls[party]?.[measure];
      if (!range) continue;
      const before = others.filter(({ stance, tolls }) => stance !== 'denial' && tolls[party]?.[measure] !== undefined);
      const isClaimed = before.length > 0 && before.every((one) => isOfOthers(one, party, perpetrators));
      if (!isOfOthers(told, party, perpetrators)) {
        put(counted, party, measure, range);
        if (isClaimed) put(base, party, measure, range);
      } else if (held[party]?.[measure] || (party === 'unknown' && hasMeasure(held, measure)))
        put(result.beside, party, measure, range);
      else put(result.alone, party, measure, range);
    }
  }
  return { ...result, tolls: reconciled(reconciled(base, counted), result.alone) };
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
